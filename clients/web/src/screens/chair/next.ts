// The next act as one press: what the large button says and what it and the space bar do.
import { useEffect, useRef } from "react";
import { useLocalized, useText } from "../../i18n";
import type { PointOfOrder } from "../../wire";
import type { Sent } from "../hall";
import { giveFloorToNext, openList, openMeeting, openPanel, resumeMeeting } from "./actions";
import { type DialogOpen, nameOfDelegation, nameOfEntry, useDesk } from "./desk";
import { nextAct } from "./model";
import { useRecognise } from "./Points";

/**
 * For so long after a point of order has taken the place of another act, a press is taken for one that was meant for that
 * act: it does nothing.
 */
export const POINT_REST_MS = 1_000;

export function useNextPress(): { label: string | undefined; press: () => boolean } {
  const t = useText();
  const localize = useLocalized();
  const { context, places, live, open } = useDesk();
  const recognise = useRecognise();
  const next = nextAct(context.view, context.panel?.id ?? "");
  const rests = useRest(next.what === "recognise_point" ? next.point : undefined);
  const sends = (sent: Sent) => () => {
    if (live) void places.send("next", sent);
    return true;
  };
  const opens = (dialog: DialogOpen) => () => {
    open(dialog);
    return true;
  };
  switch (next.what) {
    case "recognise_point": {
      const { point } = next;
      const press = () => {
        if (live && !rests()) recognise(point);
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

/** Whether a point of order has come up only just now; not where the screen has opened with it. */
function useRest(point: PointOfOrder | undefined): () => boolean {
  const entry = point?.entry ?? 0;
  const seen = useRef({ entry, until: 0 });
  useEffect(() => {
    if (seen.current.entry === entry) return;
    seen.current = { entry, until: entry ? performance.now() + POINT_REST_MS : 0 };
  }, [entry]);
  return () => performance.now() < seen.current.until;
}
