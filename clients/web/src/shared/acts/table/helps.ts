// Requests for help: made by a delegation, taken and closed by the desk.
import { HelpStatus } from "../../../wire";
import { action, always } from "../act";

/** With a note that may be empty. */
export const requestHelp = action<string>({
  id: "request_help",
  on: { delegate: { label: "delegate.help_ask" } },
  available: always,
  command: (_, note) => ({ act: { case: "requestHelp", value: { note } } }),
});

export const takeHelp = action<number>({
  id: "take_help",
  on: { desk: { label: "desk.help.take" } },
  swaps: "help",
  available: ({ view }, help) => view.helps().some(({ id, status }) => id === help && status === HelpStatus.REQUESTED),
  command: (_, help) => ({ act: { case: "takeHelp", value: { help } } }),
});

/** Done, says the desk; withdrawn, says the delegation. */
export const closeHelp = action<number>({
  id: "close_help",
  on: { desk: { label: "desk.help.done" }, delegate: { label: "delegate.help_withdraw" } },
  swaps: "help",
  available: always,
  command: (_, help) => ({ act: { case: "closeHelp", value: { help } } }),
});
