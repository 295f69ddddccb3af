// Procedural motions: moved for a delegation, taken up or not, spoken on, decided. Each of the panel that it was moved on,
// whichever is shown.
import type { MessageId } from "../../../i18n";
import { type MotionKind, MotionOutcome, type MotionSide } from "../../../wire";
import { mayStillSpeak, sides } from "../../motions";
import { takesPoints } from "../../situation";
import { type Action, action, always, offer } from "../act";
import type { View } from "../sight";
import { isBeforeChair, mayTakeUp, motionOf } from "../waiting";

const holderOf = (view: View, entry: number) => {
  const motion = motionOf(view, entry);
  return motion && { panel: motion.panel, delegation: motion.delegation, body: "" };
};
const stands = (view: View, entry: number) => {
  const motion = motionOf(view, entry);
  return motion !== undefined && isBeforeChair(view, motion);
};

export const takeUpMotion = action<number>({
  id: "take_up_motion",
  on: { chair: { label: "chair.motion.take_up", place: "motions" }, desk: { label: "desk.motion.take_up" } },
  available: ({ view }, entry) => {
    const motion = motionOf(view, entry);
    return motion !== undefined && mayTakeUp(view, motion);
  },
  shows: ({ view }, entry) => motionOf(view, entry)?.panel,
  command: (_, entry) => ({ act: { case: "takeUpMotion", value: { entry } } }),
});

export const setMotionAside = action<number>({
  id: "set_motion_aside",
  on: {
    chair: {
      label: "chair.act.not_taken_up",
      place: "motions",
      done: { words: "chair.done.motion_aside", undo: "chair.undo.label", at: "points" },
    },
    desk: {
      label: "desk.point.not_taken_up",
      done: { words: "desk.motion.was_not_taken_up", undo: "desk.undo.restore", at: "now" },
    },
  },
  available: ({ view }, entry) => motionOf(view, entry)?.takenUp === false,
  named: ({ view }, entry) => holderOf(view, entry),
  // What the chair proposed itself it withdraws.
  command: ({ view }, entry) =>
    motionOf(view, entry)?.delegation
      ? { act: { case: "removeEntry", value: { entry } } }
      : { act: { case: "decideMotion", value: { entry, outcome: MotionOutcome.WITHDRAWN } } },
});

type Speaker = { entry: number; delegation: string; side: MotionSide };

export const giveFloorOnMotion = action<Speaker>({
  id: "give_floor_on_motion",
  on: { chair: { label: "chair.act.give_floor", place: "motions" } },
  available: ({ view }, { entry, delegation, side }) => {
    const motion = motionOf(view, entry);
    return motion !== undefined && stands(view, entry) && mayStillSpeak(motion, side, delegation);
  },
  command: (_, value) => ({ act: { case: "giveFloorOnMotion", value } }),
});

/** Opens the form, for a delegation that asks by its sign in the hall. */
export const askSpeakerOnMotion = offer<number>({
  id: "ask_speaker_on_motion",
  on: { chair: { label: "chair.motion.speaker" } },
  available: ({ view }, entry) => {
    const motion = motionOf(view, entry);
    return motion !== undefined && stands(view, entry) && sides.some((side) => mayStillSpeak(motion, side, ""));
  },
  opens: (_, entry) => ({ kind: "motion_speaker", entry }),
});

export const askForObjections = action<number>({
  id: "ask_for_objections",
  on: { chair: { label: "chair.motion.objections", place: "motions" } },
  available: ({ view }, entry) => stands(view, entry) && motionOf(view, entry)?.objectionsAskedAt === 0,
  command: (_, entry) => ({ act: { case: "askForObjections", value: { entry } } }),
});

/** `until`: of a suspension; 0 is until further notice. */
export const carryMotion = action<{ entry: number; until: number }>({
  id: "carry_motion",
  on: { chair: { label: "chair.motion.carried", place: "motions" } },
  available: ({ view }, { entry }) => stands(view, entry),
  command: (_, { entry, until }) => ({
    act: { case: "decideMotion", value: { entry, outcome: MotionOutcome.CARRIED, until } },
  }),
});

/** Opens the form that says what is done at once. */
export const askCarried = offer<number>({
  id: "ask_carried",
  on: { chair: { label: "chair.motion.ask_carried" } },
  available: ({ view }, entry) => stands(view, entry),
  opens: (_, entry) => ({ kind: "carry", entry }),
});

function outcome(id: string, label: MessageId, of: MotionOutcome): Action<number> {
  return action<number>({
    id,
    on: { chair: { label, place: "motions" } },
    available: ({ view }, entry) => stands(view, entry),
    command: (_, entry) => ({ act: { case: "decideMotion", value: { entry, outcome: of } } }),
  });
}

export const OUTCOMES: readonly Action<number>[] = [
  outcome("motion_not_carried", "chair.motion.not_carried", MotionOutcome.NOT_CARRIED),
  outcome("motion_withdrawn", "chair.motion.withdrawn", MotionOutcome.WITHDRAWN),
  outcome("motion_lapsed", "chair.motion.lapsed", MotionOutcome.LAPSED),
];

type Moved = { panel: string; delegation?: string; motion: MotionKind };

export const moveMotion = action<Moved>({
  id: "move_motion",
  on: { chair: { label: "chair.motion.move" } },
  available: always,
  command: (_, value) => ({ act: { case: "moveMotion", value } }),
});

/** Opens the form, for a delegation whose sign is up in the hall, and for what the chair proposes. */
export const moveMotionFor = offer({
  id: "move_motion_for",
  on: { chair: { label: "chair.motion.move" } },
  available: ({ view, panel }) => takesPoints(view, panel),
  opens: () => ({ kind: "motion" }),
});
