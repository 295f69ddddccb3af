import { describe, expect, it } from "vitest";
import { sightOf } from "../../shared/acts/sight";
import { LimitOf } from "../../wire";
import { answerOfTime, timeOf } from "../../wire/question";
import { announcementOf, isRaise, scaleOf, wantedOf } from "./dial";
import { sitting, storeOf } from "./fixture";

const view = storeOf(sitting());
const seen = { ...sightOf(view, view.panel("high-level"), "chair"), meeting: view.meeting("d1-pm") };
const prospect = (limitMs: number) => ({
  limits: [{ of: LimitOf.MEMBER, limitMs }],
  earliestAt: 0,
  medianAt: 0,
  latestAt: 0,
  notHeard: [],
  leftToMembersS: 0,
});
const answer = timeOf(
  answerOfTime({
    panel: "high-level",
    now: prospect(180_000),
    // biome-ignore lint/suspicious/noThenProperty: the name in the protocol; nobody awaits it
    then: prospect(60_000),
    bars: [60_000, 65_000, 180_000].map((limitMs) => ({ limitMs, notHeard: { members: 0, others: 0 } })),
  }),
);

describe("the dial of time", () => {
  it("T7 is turned from the least limit to the base one, from where it stands", () => {
    expect(scaleOf("limit", {}, answer, seen)).toEqual({ least: 60_000, most: 180_000, step: 5_000, value: 180_000 });
  });

  it("T7 asks about what was turned, and leaves the rest as it is", () => {
    expect(wantedOf("high-level", { limit_ms: 60_000 })).toEqual({
      panel: "high-level",
      limitMs: 60_000,
      endsAt: 0,
      listClosed: false,
    });
    expect(wantedOf("high-level", { reserve_ms: 0 })).toMatchObject({ reserveMs: 0 });
  });

  it("T6 announces what was turned, and nothing where nothing was", () => {
    expect(announcementOf({}, "third", answer, seen)).toEqual([]);
    const sent = announcementOf({ limit_ms: 60_000, reserve_ms: 600_000 }, "third", answer, seen);
    expect(sent.map(({ act }) => act.case)).toEqual(["setReserve", "announceLimits"]);
    expect(sent[1]?.act.value).toMatchObject({ fromNext: false, alsoUnderWay: false });
    expect(isRaise({ limit_ms: 60_000 }, answer)).toBe(false);
  });
});
