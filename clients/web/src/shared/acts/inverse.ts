// What takes an act back, by what was seen when it was done: acts sent in order, each when the one before was accepted.
import { type Act, ListStatus } from "../../wire";
import type { Sent } from "../hall";
import type { Sight } from "./sight";

/** `now` is the instant at which it is taken back. */
export type Inverse = (now: number) => readonly Sent[];

/** Asked before the act is sent: what it changes is still as it was. Undefined where nothing takes it back. */
export function inverseOf(act: Act, seen: Sight): Inverse | undefined {
  switch (act.case) {
    case "removeEntry":
      return sends({ case: "restoreEntry", value: { entry: act.value.entry } });
    case "recordNoShow":
      return sends({ case: "clearNoShow", value: { entry: act.value.entry } });
    case "skipEntry":
      return sends({ case: "clearSkip", value: { entry: act.value.entry } });
    case "withdrawNotice": {
      const notice = seen.view.notices().find(({ id }) => id === act.value.notice);
      return notice && sends({ case: "sendNotice", value: { to: notice.to, text: notice.text } } as Act);
    }
    case "closeList":
      return listAsItWas(seen);
    case "closePanel": {
      // Closing the panel closes its list too.
      const list = listAsItWas(seen);
      return (now) => [{ act: { case: "openPanel", value: { panel: act.value.panel } } }, ...list(now)];
    }
    case "closeMeeting":
      return sends({ case: "openMeeting", value: { meeting: act.value.meeting } });
    default:
      return undefined;
  }
}

function sends(act: Act): Inverse {
  return () => [{ act }];
}

/** Opens the list again where it was open, and announces its closing again where that is still to come. */
function listAsItWas({ panel }: Sight): Inverse {
  if (panel?.listStatus !== ListStatus.OPEN && panel?.listStatus !== ListStatus.CLOSING) return () => [];
  const { id, listStatus, listClosesAt } = panel;
  return (now) => {
    const opened: Sent = { act: { case: "openList", value: { panel: id } } };
    const announced: Sent = { act: { case: "announceListClosing", value: { panel: id, closesAt: listClosesAt } } };
    return listStatus === ListStatus.CLOSING && listClosesAt > now ? [opened, announced] : [opened];
  };
}
