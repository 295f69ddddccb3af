// Points of order: recognised or not taken up, heard, and ruled on. Each of the panel that it was raised on, whichever is shown.
import type { MessageId } from "../../../i18n";
import { Kind, MeetingStatus, Ruling } from "../../../wire";
import { pointBeforeChair } from "../../floor";
import { meetingOf, takesPoints } from "../../situation";
import { type Action, action, offer } from "../act";
import { openPanelOf, type Sight } from "../sight";
import { pointHeldBy, pointOf } from "../waiting";

export const recognisePoint = action<number>({
  id: "recognise_point",
  on: {
    chair: { label: "chair.act.recognise", place: "points" },
    desk: { label: "desk.point.recognise" },
  },
  swaps: "ruling",
  available: ({ view }, entry) => {
    const point = pointOf(view, entry);
    if (!point || point.recognised || openPanelOf(view)?.id !== point.panel) return false;
    return pointHeldBy(view, point).length === 0;
  },
  shows: ({ view }, entry) => pointOf(view, entry)?.panel,
  command: (_, entry) => ({ act: { case: "recognisePointOfOrder", value: { entry } } }),
});

export const refusePoint = action<number>({
  id: "refuse_point",
  on: {
    chair: {
      label: "chair.act.not_taken_up",
      place: "points",
      done: { words: "chair.done.not_taken_up", undo: "chair.undo.label", at: "points" },
    },
    desk: {
      label: "desk.point.not_taken_up",
      done: { words: "desk.point.was_not_taken_up", undo: "desk.undo.restore", at: "now" },
    },
  },
  available: ({ view }, entry) => pointOf(view, entry)?.recognised === false,
  named: ({ view }, entry) => {
    const point = pointOf(view, entry);
    return point && { panel: point.panel, delegation: point.delegation, body: "" };
  },
  command: (_, entry) => ({ act: { case: "removeEntry", value: { entry } } }),
});

/** The point of order that is before the chair on the panel shown. */
const stands = ({ floor }: Sight) => pointBeforeChair(floor)?.entry;

/** From its recognition until the ruling, also when nobody speaks any more. */
function isBeforeTheChair({ view }: Sight, entry: number): boolean {
  const panel = openPanelOf(view);
  if (!panel || meetingOf(view, panel)?.status !== MeetingStatus.OPEN) return false;
  return pointBeforeChair(view.floor(panel.id))?.entry === entry;
}

function ruling(id: string, label: MessageId, told: MessageId, key: string, of: Ruling): Action<number> {
  return action<number>({
    id,
    on: { chair: { label, told, keys: [key], place: "floor" }, desk: { label } },
    of: stands,
    swaps: "ruling",
    available: isBeforeTheChair,
    command: (_, entry) => ({ act: { case: "rulePointOfOrder", value: { entry, ruling: of } } }),
  });
}

// Their keys act with the focus on one of them; the same in every language of the console.
export const ruleUpheld = ruling("rule_upheld", "ruling.upheld", "chair.keys.rule_upheld", "U", Ruling.UPHELD);
export const ruleOverruled = ruling(
  "rule_overruled",
  "ruling.overruled",
  "chair.keys.rule_overruled",
  "O",
  Ruling.OVERRULED,
);
export const ruleNoted = ruling("rule_noted", "ruling.noted", "chair.keys.rule_noted", "N", Ruling.NOTED);
export const RULINGS: readonly Action<number>[] = [ruleUpheld, ruleOverruled, ruleNoted];

/** Opens the form, for a delegation whose sign is up in the hall. */
export const raisePointFor = offer({
  id: "raise_point_for",
  on: { chair: { label: "chair.act.raise_point", told: "chair.keys.raise_point", keys: ["Shift+O"] } },
  available: ({ view, panel }) => takesPoints(view, panel),
  opens: () => ({ kind: "add", of: Kind.POINT_OF_ORDER }),
});
