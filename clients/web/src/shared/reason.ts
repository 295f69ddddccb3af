// Why an entry stands where it does on its list, in words: by what happened and when it was asked for, never by time that goes by.
import { useCallback } from "react";
import { useFormat, useInstant, useText } from "../i18n";
import type { Store } from "../sync/store";
import { Category, type Draw, type Entry, LimitOf, type Queue, Rank, Reason } from "../wire";
import { kindOf } from "./kinds";

type View = Pick<Store, "queue" | "delegation" | "draw">;

const ranks: Partial<Record<Rank, string>> = {
  [Rank.UNSPECIFIED]: "unsaid",
  [Rank.HEAD_OF_STATE]: "head_of_state",
  [Rank.HEAD_OF_GOVERNMENT]: "head_of_government",
  [Rank.MINISTER]: "minister",
  [Rank.VICE_MINISTER]: "vice_minister",
  [Rank.AMBASSADOR]: "ambassador",
};

/** The class of an entry in the order by category, and the limit by which regions tell it. */
const classes: Partial<Record<Category, readonly [string, LimitOf]>> = {
  [Category.MEMBER]: ["member", LimitOf.MEMBER],
  [Category.OBSERVER_STATE]: ["observer", LimitOf.OBSERVER_STATE],
  [Category.IGO]: ["igo", LimitOf.IGO],
  [Category.NGO]: ["ngo", LimitOf.NGO],
};

function classOf(view: View, { kind, delegation }: Entry): readonly [string, LimitOf] {
  if (kindOf(kind)?.onBehalf) return ["group", LimitOf.GROUP_STATEMENT];
  const category = view.delegation(delegation)?.category ?? Category.SECRETARIAT;
  return classes[category] ?? ["other", LimitOf.SECRETARIAT];
}

/** How its regional group stands; undefined where it has none. */
function standingOf(view: View, entry: Entry): Queue["regions"][number] | undefined {
  const group = view.delegation(entry.delegation)?.groups[0];
  const [, of] = classOf(view, entry);
  return view.queue(entry.panel)?.regions.find((region) => region.group === group && region.of === of);
}

/** From 1, as it was drawn; 0 where that is not known any more. */
export function drawnPlace(draw: Draw | undefined, entry: number): number {
  const label = draw?.pool[draw.entries.indexOf(entry)];
  return label === undefined ? 0 : (draw?.drawn.indexOf(label) ?? -1) + 1;
}

/** `asked`: with the instant of the request, where that decides among equals. Without it, nothing is said of an order by time. */
export function useReason(): (view: View, entry: Entry, asked?: boolean) => string {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  return useCallback(
    (view, entry, asked = true) => {
      const time = instant(entry.requestedAt, { time: format.timeSeconds(entry.requestedAt) });
      const then = (why: string) => (asked ? t("why.then", { why, time }) : why);
      const byClass = () => then(t("why.class", { of: classOf(view, entry)[0] }));
      switch (entry.reason) {
        case Reason.CATEGORY:
          return byClass();
        case Reason.RANK:
          return then(t("why.rank", { rank: ranks[entry.rank] ?? "other" }));
        case Reason.REGION: {
          const standing = standingOf(view, entry);
          if (!standing || standing.of === LimitOf.GROUP_STATEMENT) return byClass();
          const { group, heard, waiting } = standing;
          return then(t("why.region", { group, heard, count: heard + waiting }));
        }
        case Reason.LEAST_HEARD: {
          if (entry.spokenBeforeS === 0) return then(t("why.not_heard"));
          return t("why.heard", { time: format.duration(entry.spokenBeforeS * 1_000) });
        }
        case Reason.LOT:
          return t("why.drawn", { place: drawnPlace(view.draw(entry.panel), entry.id) });
        case Reason.BY_HAND:
          return t("why.by_hand");
        case Reason.NO_SHOW:
          return t("why.no_show");
        default:
          return asked ? t("why.asked", { time }) : "";
      }
    },
    [t, format, instant],
  );
}
