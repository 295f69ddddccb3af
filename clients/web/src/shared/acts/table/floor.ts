// The floor: who is given it, and what is done with the speech that has it.

import { speakingOn } from "../../floor";
import { action, offer } from "../act";
import { givesFloor, isInterrupted, meetingSits, panelId, sits, speaks, speechOf, waits } from "../when";

export const giveFloorToNext = action({
  id: "give_floor_to_next",
  on: { chair: { label: "chair.act.give_floor_to_next", place: "next" } },
  available: (seen) => givesFloor(seen) && seen.next !== 0,
  command: (seen) => giveFloor.command(seen, seen.next),
});

export const giveFloor = action<number>({
  id: "give_floor",
  on: { chair: { label: "chair.act.give_floor_now", row: {} } },
  available: (seen, entry) => givesFloor(seen) && waits(seen, entry),
  command: (seen, entry) => ({
    act: { case: "giveFloor", value: { panel: panelId(seen), to: { case: "entry", value: entry } } },
    expects: { speech: speechOf(seen) },
  }),
});

/** While a point of order waits: asks whether the floor is to be given over it. */
export const giveAllTheSame = offer({
  id: "give_all_the_same",
  on: { chair: { label: "chair.next.give_all_the_same", place: "next" } },
  available: giveFloorToNext.available,
  opens: () => ({ kind: "point_waits" }),
});

export const giveFloorToPanellist = action<string>({
  id: "give_floor_to_panellist",
  on: { chair: { label: "chair.act.give_floor", place: "panellists" } },
  available: (seen, panellist) => givesFloor(seen) && speakingOn(seen.floor)?.panellist !== panellist,
  command: (seen, panellist) => ({
    act: { case: "giveFloor", value: { panel: panelId(seen), to: { case: "panellist", value: panellist } } },
    expects: { speech: speechOf(seen) },
  }),
});

// Pause and resume have one key: they are never offered together.
export const pauseSpeech = action({
  id: "pause_speech",
  on: { chair: { label: "chair.act.pause", told: "chair.keys.pause", keys: ["Shift+P"], place: "floor" } },
  swaps: "pause",
  available: (seen) => speaks(seen) && !speakingOn(seen.floor)?.pausedAt,
  command: (seen) => ({ act: { case: "pauseSpeech", value: { speech: speechOf(seen) } } }),
});

export const resumeSpeech = action({
  id: "resume_speech",
  on: { chair: { label: "chair.act.resume", keys: ["Shift+P"], place: "floor" } },
  swaps: "pause",
  available: (seen) => speaks(seen) && meetingSits(seen) && Boolean(speakingOn(seen.floor)?.pausedAt),
  command: (seen) => ({ act: { case: "resumeSpeech", value: { speech: speechOf(seen) } } }),
});

export const addTime = action<number>({
  id: "add_time",
  on: { chair: { label: "chair.act.add_time", place: "floor" } },
  available: speaks,
  often: true,
  command: (seen, added_ms) => ({
    act: { case: "addTime", value: { speech: speechOf(seen), addedMs: added_ms } },
  }),
});

export const HALF_MINUTE_MS = 30_000;
export const WHOLE_MINUTE_MS = 60_000;

export const addHalfMinute = action({
  id: "add_half_minute",
  on: { chair: { label: "chair.act.add_30_s", place: "floor" } },
  available: speaks,
  often: true,
  command: (seen) => addTime.command(seen, HALF_MINUTE_MS),
});

export const addMinute = action({
  id: "add_minute",
  on: { chair: { label: "chair.act.add_1_min", place: "floor" } },
  available: speaks,
  often: true,
  command: (seen) => addTime.command(seen, WHOLE_MINUTE_MS),
});

export const askAddedTime = offer({
  id: "ask_added_time",
  on: { chair: { label: "chair.act.add_time", told: "chair.add_time.title", keys: ["Shift+T"] } },
  available: speaks,
  opens: () => ({ kind: "add_time" }),
});

export const setSpeechLimit = action<number>({
  id: "set_speech_limit",
  on: { chair: { label: "chair.act.speech_limit", place: "floor" } },
  available: speaks,
  command: (seen, limit_ms) => ({
    act: { case: "setSpeechLimit", value: { speech: speechOf(seen), limitMs: limit_ms } },
  }),
});

export const askSpeechLimit = offer({
  id: "ask_speech_limit",
  on: { chair: { label: "chair.act.speech_limit", told: "chair.speech_limit.title", keys: ["Shift+L"] } },
  available: speaks,
  opens: () => ({ kind: "speech_limit" }),
});

export const endSpeech = action({
  id: "end_speech",
  on: { chair: { label: "chair.act.end_speech", told: "chair.keys.end", keys: ["Shift+E"], place: "floor" } },
  available: speaks,
  command: (seen) => ({ act: { case: "endSpeech", value: { speech: speechOf(seen) } } }),
});

export const returnSpeaker = action({
  id: "return_speaker",
  on: { chair: { label: "chair.act.return_speaker", told: "chair.keys.return", keys: ["Shift+R"], place: "floor" } },
  available: (seen) => sits(seen) && !isInterrupted(seen) && Boolean(seen.floor?.lastSpeakerReturnable),
  command: (seen) => ({
    act: { case: "returnSpeaker", value: { panel: panelId(seen) } },
    expects: { speech: speechOf(seen) },
  }),
});
