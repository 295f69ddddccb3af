// The next act as one press: what the large button says and what it and the space bar do.
import { useLayoutEffect, useRef } from "react";
import { useLocalized, useText } from "../../i18n";
import type { Sent } from "../../shared/hall";
import { giveFloorToNext, openList, openMeeting, openPanel, resumeMeeting } from "./actions";
import { type DialogOpen, nameOfDelegation, nameOfEntry, useDesk } from "./desk";
import { type Next, nextAct, type View } from "./model";
import { useRecognise } from "./Points";
import type { Places } from "./places";

export function useNextPress(): { label: string | undefined; press: () => boolean } {
  const t = useText();
  const localize = useLocalized();
  const { context, places, live, open } = useDesk();
  const recognise = useRecognise();
  const next = nextAct(context.view, context.panel?.id ?? "");
  const sends = (sent: Sent) => () => {
    if (live) void places.send("next", sent);
    return true;
  };
  const opens = (dialog: DialogOpen) => () => {
    if (!places.holds("next")) open(dialog);
    return true;
  };
  switch (next.what) {
    case "recognise_point": {
      const { point } = next;
      const press = () => {
        if (live && !places.holds("next")) recognise(point);
        return true;
      };
      const name = nameOfDelegation(context.view, point.delegation, localize);
      return { label: t("chair.points.recognise_of", { name }), press };
    }
    case "give_floor": {
      const label = t("chair.act.give_floor_to", {
        name: nameOfEntry(context.view, context.view.entry(next.entry), localize),
      });
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

/**
 * Whatever has put another act in the place, be it a press there, a point of order that came or was withdrawn, or somebody
 * else at work on the list: a press that was meant for the act before does not do this one.
 */
export function useRestAtChange(view: View | undefined, panel: string, rest: Places["rest"]): void {
  const stands = view && nameOfAct(nextAct(view, panel));
  const seen = useRef(stands);
  useLayoutEffect(() => {
    if (seen.current !== undefined && seen.current !== stands) rest("next");
    seen.current = stands;
  }, [stands, rest]);
}

function nameOfAct(next: Next): string {
  if (next.what === "recognise_point") return `${next.what} ${next.point.entry}`;
  return next.what === "give_floor" ? `${next.what} ${next.entry}` : next.what;
}
