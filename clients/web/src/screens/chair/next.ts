// The next act as one press: what the large button says and what it and the space bar do.
import { useLocalized, useText } from "../../i18n";
import type { Sent } from "../hall";
import { giveFloorToNext, openList, openMeeting, openPanel, resumeMeeting } from "./actions";
import { type DialogOpen, nameOfEntry, useDesk } from "./desk";
import { nextAct, waitingPoints } from "./model";

export function useNextPress(): { label: string | undefined; press: () => boolean } {
  const t = useText();
  const localize = useLocalized();
  const { context, places, live, open } = useDesk();
  const next = nextAct(context.view, context.panel?.id ?? "");
  const sends = (sent: Sent) => () => {
    if (live) void places.send("next", sent);
    return true;
  };
  const opens = (dialog: DialogOpen) => () => {
    open(dialog);
    return true;
  };
  switch (next.what) {
    case "give_floor": {
      const label = t("chair.act.give_floor_to", {
        name: nameOfEntry(context.view, context.view.entry(next.entry), localize),
      });
      if (waitingPoints(context.view).length > 0) return { label, press: opens({ kind: "point_waits" }) };
      return { label, press: sends(giveFloorToNext.command(context)) };
    }
    case "open_meeting":
      return { label: t("chair.act.open_meeting"), press: sends(openMeeting.command(context)) };
    case "resume_meeting":
      return { label: t("chair.act.resume_meeting"), press: sends(resumeMeeting.command(context)) };
    case "open_panel":
      return { label: t("chair.act.open_panel"), press: sends(openPanel.command(context)) };
    case "open_list":
      return { label: t("chair.act.open_list"), press: sends(openList.command(context)) };
    case "title_panel":
      return { label: t("chair.act.title_panel"), press: opens({ kind: "title" }) };
    default:
      return { label: undefined, press: () => false };
  }
}
