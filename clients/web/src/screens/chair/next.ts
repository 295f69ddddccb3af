// What comes next as one press: what the large button says and what it and the space bar do.
import { useLocalized, useText } from "../../i18n";
import type { Offer, Place } from "../../shared/acts/act";
import { giveFloorToNext } from "../../shared/acts/table/floor";
import { openList } from "../../shared/acts/table/list";
import { askTitle, openMeeting, openPanel, resumeMeeting } from "../../shared/acts/table/panels";
import { recognisePoint } from "../../shared/acts/table/points";
import { type Acts, useActs } from "../../shared/acts/useActs";
import { nameOfDelegation, nameOfEntry } from "./console";
import { type Next, nextAct } from "./model";

/** Those that go by their own name. */
const PLAIN = {
  open_meeting: openMeeting,
  resume_meeting: resumeMeeting,
  open_panel: openPanel,
  open_list: openList,
  title_panel: askTitle,
};

interface NextPress {
  label: string | undefined;
  /** Whether there is anything that comes next. */
  press: () => boolean;
  /** Whether it was sent already, and is not known to be done. */
  unconfirmed: boolean;
}

export function useNextPress(): NextPress {
  const t = useText();
  const localize = useLocalized();
  const acts = useActs();
  const { view, panel } = acts.seen;
  const next = nextAct(view, panel?.id ?? "");
  switch (next.what) {
    case "nothing":
      return { label: undefined, press: () => false, unconfirmed: false };
    case "recognise_point": {
      const name = nameOfDelegation(view, next.point.delegation, localize);
      return {
        label: t("chair.points.recognise_of", { name }),
        ...does(acts, recognisePoint, next.point.entry, "points"),
      };
    }
    case "give_floor": {
      const name = nameOfEntry(view, view.entry(next.entry), localize);
      return { label: t("chair.act.give_floor_to", { name }), ...does(acts, giveFloorToNext, undefined) };
    }
    default: {
      const plain = PLAIN[next.what];
      return { label: t(acts.reach(plain).label), ...does(acts, plain, undefined) };
    }
  }
}

/** A press that comes too soon after another act was there does nothing. */
function does<Input>(acts: Acts, of: Offer<Input>, input: Input, at: Place = "next"): Omit<NextPress, "label"> {
  const press = () => {
    if (acts.takes(of) && !acts.book.holds("next")) acts.press(of, input, { at });
    return true;
  };
  return { press, unconfirmed: acts.awaits(of, input, at) };
}

/** Another name is another act in its place. */
export function nameOfAct(next: Next): string {
  if (next.what === "recognise_point") return `${next.what} ${next.point.entry}`;
  return next.what === "give_floor" ? `${next.what} ${next.entry}` : next.what;
}
