// What a delegation does for itself.
import { type MotionKind, MotionOutcome, type MotionSide } from "../../../wire";
import { type ActValue, action, always } from "../act";

export const requestFloor = action<ActValue<"requestFloor">>({
  id: "request_floor",
  on: { delegate: { label: "delegate.ask" } },
  available: always,
  command: (_, value) => ({ act: { case: "requestFloor", value } }),
});

export const withdrawEntry = action<number>({
  id: "withdraw_entry",
  on: { delegate: { label: "delegate.withdraw" } },
  available: always,
  command: (_, entry) => ({ act: { case: "withdrawEntry", value: { entry } } }),
});

/** One of the first in line is on its way. */
export const answerStandBy = action<number>({
  id: "answer_stand_by",
  on: { delegate: { label: "delegate.stand_by" } },
  available: always,
  command: (_, entry) => ({ act: { case: "answerStandBy", value: { entry } } }),
});

export const clearStandBy = action<number>({
  id: "clear_stand_by",
  on: { delegate: { label: "delegate.stand_by_clear" } },
  available: always,
  command: (_, entry) => ({ act: { case: "clearStandBy", value: { entry } } }),
});

/** With a note that may be empty. */
export const raisePointOfOrder = action<{ panel: string; note: string }>({
  id: "raise_point_of_order",
  on: { delegate: { label: "kind.point_of_order" } },
  available: always,
  command: (_, value) => ({ act: { case: "raisePointOfOrder", value } }),
});

/** The own speech, on whichever panel. */
export const giveFloorBack = action<number>({
  id: "give_floor_back",
  on: { delegate: { label: "delegate.give_back" } },
  available: always,
  command: (_, speech) => ({ act: { case: "endSpeech", value: { speech } } }),
});

/** What a booth signals to the own speaker. */
export const seeOwnSignal = action<number>({
  id: "see_own_signal",
  on: { delegate: { label: "delegate.signal_see" } },
  available: always,
  command: (_, signal) => ({ act: { case: "markSignalSeen", value: { signal } } }),
});

export const moveOwnMotion = action<{ panel: string; motion: MotionKind }>({
  id: "move_own_motion",
  on: { delegate: { label: "delegate.motion" } },
  available: always,
  command: (_, value) => ({ act: { case: "moveMotion", value } }),
});

/** The own one, until it is decided. */
export const withdrawMotion = action<number>({
  id: "withdraw_motion",
  on: { delegate: { label: "delegate.withdraw" } },
  available: always,
  command: (_, entry) => ({ act: { case: "decideMotion", value: { entry, outcome: MotionOutcome.WITHDRAWN } } }),
});

/** To speak on a motion that is before the chair, or on its other side. */
export const askOnMotion = action<{ entry: number; side: MotionSide }>({
  id: "ask_on_motion",
  on: { delegate: { label: "delegate.motion_ask" } },
  available: always,
  command: (_, value) => ({ act: { case: "askOnMotion", value } }),
});

export const withdrawFromMotion = action<number>({
  id: "withdraw_from_motion",
  on: { delegate: { label: "delegate.motion_ask_no_longer" } },
  available: always,
  command: (_, entry) => ({ act: { case: "withdrawFromMotion", value: { entry } } }),
});
