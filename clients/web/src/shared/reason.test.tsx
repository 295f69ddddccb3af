import { describe, expect, it } from "vitest";
import type { Locale } from "../i18n";
import { drawOf } from "../testing/draws";
import { renderScreen } from "../testing/hall";
import { afternoon, as, delegation, entry, guestEntry, queue, texts } from "../testing/views";
import { Category, type Entity, type Entry, Kind, LimitOf, Rank, Reason } from "../wire";
import { useHall } from "./hall";
import { drawnPlace, useReason } from "./reason";

function Why({ of, asked }: { of: Entry; asked?: boolean }) {
  return <p data-why="">{useReason()(useHall().store, of, asked)}</p>;
}

function said(
  of: Entry,
  { more = [], asked, locale = "en" }: { more?: Entity[]; asked?: boolean; locale?: Locale } = {},
) {
  const how = asked === undefined ? {} : { asked };
  const { container, unmount } = renderScreen(<Why of={of} {...how} />, { entities: afternoon(...more) }, locale);
  const words = container.querySelector("[data-why]")?.textContent;
  unmount();
  return words;
}

const asked_at = Date.parse("2005-11-29T10:04:12+01:00");
const of = (over: Partial<Entry>, id = "CL") => entry(11, id, { requestedAt: asked_at, ...over });
const region = (group: string, heard: number, waiting: number, of = LimitOf.MEMBER) => ({
  of,
  group,
  heard,
  waiting,
  lastAt: 0,
});
const inTurn = (...regions: ReturnType<typeof region>[]) => [
  as.delegation(delegation("CL", texts("Chile"), { groups: ["GRULAC", "G77"] })),
  as.queue(queue("high-level", [11], { regions })),
];

describe("L4 why an entry stands where it does", () => {
  it.each<[string, Partial<Entry>]>([
    ["asked 10:04:12", { reason: Reason.TIME }],
    ["Member States; asked 10:04:12", { reason: Reason.CATEGORY }],
    ["Group statements first; asked 10:04:12", { reason: Reason.CATEGORY, kind: Kind.GROUP_STATEMENT }],
    ["Ministers; asked 10:04:12", { reason: Reason.RANK, rank: Rank.MINISTER }],
    ["Rank not said; asked 10:04:12", { reason: Reason.RANK }],
    ["Other ranks; asked 10:04:12", { reason: Reason.RANK, rank: Rank.OTHER }],
    ["Not heard yet in the session; asked 10:04:12", { reason: Reason.LEAST_HEARD }],
    ["4\u00a0min 10\u00a0s heard in the session", { reason: Reason.LEAST_HEARD, spokenBeforeS: 250 }],
    ["Moved by hand", { reason: Reason.BY_HAND, moved: true }],
    ["Called, not there: end of the class", { reason: Reason.NO_SHOW }],
  ])("is said as %s", (words, over) => {
    expect(said(of(over))).toBe(words);
  });

  it("is told in the words of each language, by their rules", () => {
    expect(said(of({ reason: Reason.RANK, rank: Rank.MINISTER }), { locale: "fr" })).toBe(
      "Ministres\u202f; demande à 10:04:12",
    );
    expect(said(of({ reason: Reason.RANK, rank: Rank.MINISTER }), { locale: "es" })).toBe(
      "Ministros; solicitud a las 10:04:12",
    );
  });

  it("names the regional group whose turn it is, with how many of its class were heard", () => {
    const more = inTurn(region("GRULAC", 2, 11), region("GRULAC", 5, 1, LimitOf.OBSERVER_STATE));
    expect(said(of({ reason: Reason.REGION }), { more })).toBe("GRULAC: 2 of 13 heard; asked 10:04:12");
  });

  it("names the class where there is no group whose turn it would be, and for group statements", () => {
    const more = inTurn(region("GRULAC", 0, 1, LimitOf.GROUP_STATEMENT));
    const group = { reason: Reason.REGION, kind: Kind.GROUP_STATEMENT };
    expect(said(of(group), { more })).toBe("Group statements first; asked 10:04:12");
    expect(said(of({ reason: Reason.REGION }, "EC"), { more })).toBe("Member States; asked 10:04:12");
    expect(said(guestEntry(30, { reason: Reason.REGION, requestedAt: asked_at }))).toBe("Secretariat; asked 10:04:12");
  });

  it("says the place that was drawn, until another draw is under way", () => {
    const drawn = as.draw(drawOf("drawn", { entries: [11, 12] }));
    expect(drawnPlace(drawOf("drawn", { entries: [11, 12] }), 12)).toBe(1);
    expect(said(of({ reason: Reason.LOT }), { more: [drawn] })).toBe("Drawn 2nd");
    const again = as.draw(drawOf("prepared", { number: 2 }));
    expect(said(of({ reason: Reason.LOT }), { more: [again] })).toBe("Drawn by lot");
  });

  it("leaves the instant out where that stands beside it", () => {
    expect(said(of({ reason: Reason.RANK, rank: Rank.MINISTER }), { asked: false })).toBe("Ministers");
    expect(said(of({ reason: Reason.TIME }), { asked: false })).toBe("");
  });

  it("knows nothing of a category that has no class of its own", () => {
    const more = [as.delegation(delegation("CL", texts("Chile"), { category: Category.PANELLIST }))];
    expect(said(of({ reason: Reason.CATEGORY }), { more })).toBe("Secretariat; asked 10:04:12");
  });
});
