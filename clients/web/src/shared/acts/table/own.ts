// What a delegation does for itself.
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
