import { describe, expect, it } from "vitest";
import { localized } from "../../i18n";
import { placeBeside } from "../../shared/acts/waiting";
import { againstEnd, expectedFrom } from "../../shared/situation";
import { Kind, ListStatus, MeetingStatus, PanelStatus } from "../../wire";
import { entryOf, freeFloor, guestOf, MINUTE, NOW, type Sitting, sitting, storeOf } from "./fixture";
import { foundRows, isOn, no_filter } from "./found";
import { keepEqualRows, listRows, nextAct, panelTime, panelToShow, placeWhenDropped, programmeOf } from "./model";
import { nthOf } from "./StatementCell";

const french = (texts: Record<string, string> | undefined) => localized(texts, "fr");
const rowsOf = (of: Sitting, now = NOW) => listRows(storeOf(of), "high-level", now, french);
const meeting = (of: Sitting, id: string) => {
  const found = of.meetings.find((each) => each.id === id);
  if (!found) throw new Error(`no meeting ${id}`);
  return found;
};
const panel = (of: Sitting, id: string) => {
  const found = of.panels.find((each) => each.id === id);
  if (!found) throw new Error(`no panel ${id}`);
  return found;
};

describe("the programme at the side", () => {
  it("shows each meeting with its panels, in the order of the programme", () => {
    expect(programmeOf(storeOf(sitting())).map((part) => [part.meeting.id, part.panels.map(({ id }) => id)])).toEqual([
      ["d1-am", ["special"]],
      ["d1-pm", ["high-level"]],
      ["d2-am", ["review"]],
      ["d2-pm", ["development"]],
    ]);
  });

  it("starts with the open panel", () => {
    expect(panelToShow(storeOf(sitting()))).toBe("high-level");
  });

  it("starts with a planned panel of the meeting that sits where none is open", () => {
    const between = sitting(0, (of) => {
      panel(of, "high-level").status = PanelStatus.PLANNED;
    });
    expect(panelToShow(storeOf(between))).toBe("high-level");
  });

  it("starts with a closed panel of the meeting that still sits, rather than with another meeting's", () => {
    const afterwards = sitting(0, (of) => {
      panel(of, "high-level").status = PanelStatus.CLOSED;
    });
    expect(panelToShow(storeOf(afterwards))).toBe("high-level");
  });

  it("starts with the next planned panel that has a title where no meeting sits", () => {
    const evening = sitting(0, (of) => {
      meeting(of, "d1-pm").status = MeetingStatus.CLOSED;
      panel(of, "high-level").status = PanelStatus.CLOSED;
    });
    expect(panelToShow(storeOf(evening))).toBe("review");
  });
});

describe("a row of the list", () => {
  it("has place, delegation in the language of the screen, speaker and the expected time in whole minutes", () => {
    const [first] = rowsOf(sitting());
    expect(first).toMatchObject({ entry: 1, place: 1, name: "Chili", flag: "cl", speakerTitle: "Ambassadrice" });
    // The speech under way has 134 s left, the head may follow 15 s after it.
    expect(first?.expectedFrom).toBe(Date.parse("2005-11-29T15:44:00+01:00"));
  });

  it("tells the chair of no-shows", () => {
    expect(rowsOf(sitting()).find(({ entry }) => entry === 3)?.noShows).toBe(1);
  });

  it("is the same object while nothing in it changes, so that it is not rendered again", () => {
    const before = rowsOf(sitting());
    expect(keepEqualRows(before, rowsOf(sitting(), NOW + 1000))).toBe(before);
    const after = keepEqualRows(
      before,
      rowsOf(
        sitting(23, (of) => {
          const third = of.entries[2];
          if (third) third.speaker = { name: "Another", title: "" };
        }),
      ),
    );
    expect(after).not.toBe(before);
    expect(after[0]).toBe(before[0]);
    expect(after[2]).not.toBe(before[2]);
  });
});

describe("expected times count from", () => {
  it("now, while the meeting sits", () => {
    expect(expectedFrom(meeting(sitting(), "d1-pm"), NOW)).toBe(NOW);
  });

  it("the planned start of a meeting that is still to be opened", () => {
    const of = sitting();
    expect(expectedFrom(meeting(of, "d2-am"), NOW)).toBe(meeting(of, "d2-am").plannedStartAt);
  });

  it("the end of a suspension, and nobody knows where it is until further notice", () => {
    const suspended = { ...meeting(sitting(), "d1-pm"), status: MeetingStatus.SUSPENDED };
    expect(expectedFrom({ ...suspended, suspendedUntil: NOW + 9 * MINUTE }, NOW)).toBe(NOW + 9 * MINUTE);
    expect(expectedFrom(suspended, NOW)).toBeUndefined();
  });
});

describe("a panel that goes on the next morning", () => {
  const MORNING = Date.parse("2005-11-30T10:05:00+01:00");
  const morning = (waiting = 2) =>
    storeOf(
      sitting(waiting, (of) => {
        meeting(of, "d1-pm").status = MeetingStatus.CLOSED;
        meeting(of, "d2-am").status = MeetingStatus.OPEN;
        of.floor = freeFloor();
      }),
    );

  it("gives the floor to the head of its list", () => {
    expect(nextAct(morning(), "high-level")).toEqual({ what: "give_floor", entry: 1 });
  });

  it("expects those who wait from now on", () => {
    const [first] = listRows(morning(), "high-level", MORNING, french);
    expect(first?.expectedFrom).toBe(MORNING);
  });

  it("stands against the end of the meeting that sits, and claims no gaps in it", () => {
    const time = panelTime(morning(), "high-level", MORNING);
    expect(time?.plannedEndAt).toBe(Date.parse("2005-11-30T13:00:00+01:00"));
    expect(time?.over_ms).toBeLessThan(0);
    expect(time?.between_ms).toBe(0);
  });

  it("resumes the meeting that sits where that is suspended", () => {
    const view = storeOf(
      sitting(2, (of) => {
        meeting(of, "d1-pm").status = MeetingStatus.CLOSED;
        meeting(of, "d2-am").status = MeetingStatus.SUSPENDED;
      }),
    );
    expect(nextAct(view, "high-level")).toEqual({ what: "resume_meeting" });
  });
});

describe("the history of a delegation", () => {
  const rows = () =>
    rowsOf(
      sitting(3, (of) => {
        of.entries = [
          entryOf(1, "CL", { kind: Kind.STATEMENT, statementsBefore: 0 }),
          entryOf(2, "MA", { kind: Kind.GROUP_STATEMENT, statementsBefore: 1 }),
          guestOf(entryOf(3, "")),
        ];
      }),
    );

  it("L15 is told of its own statements, and not of those on behalf of others or of a guest", () => {
    expect(rows().map(({ before }) => before)).toEqual([0, 1, undefined]);
    expect(rows().map(nthOf)).toEqual([1, undefined, undefined]);
  });

  it("L15 finds those not yet heard, among whom is no guest, and leaves them their places", () => {
    const found = foundRows({ delegation: () => undefined }, rows(), { ...no_filter, notHeard: true });
    expect(found.map(({ place, delegation }) => [place, delegation])).toEqual([[1, "CL"]]);
    expect(isOn({ ...no_filter, notHeard: true })).toBe(true);
  });
});

describe("a place in the list", () => {
  const order = [11, 12, 13, 14, 15];

  it.each([
    [15, 1, { case: "before", value: 11 }],
    [15, 2, { case: "after", value: 11 }],
    [11, 2, { case: "after", value: 12 }],
    [11, 5, { case: "after", value: 15 }],
    [11, 99, { case: "after", value: 15 }],
    [13, 0, { case: "before", value: 11 }],
    [13, 3, undefined],
    [99, 1, undefined],
  ] as const)("entry %i to place %i is said by a neighbour", (entry, place, beside) => {
    expect(placeBeside(order, entry, place)).toEqual(beside);
  });

  it("is alone in a list of one", () => {
    expect(placeBeside([11], 11, 1)).toBeUndefined();
  });

  it.each([
    [15, 12, "before", 2],
    [15, 12, "after", 3],
    [11, 15, "after", 5],
    [11, 13, "before", 2],
  ] as const)("entry %i dropped at %i takes it (%s)", (entry, target, position, place) => {
    expect(placeWhenDropped(order, entry, target, position)).toBe(place);
  });
});

describe("the next act", () => {
  const next = (change: (of: Sitting) => void, shown = "high-level", waiting = 2) =>
    nextAct(storeOf(sitting(waiting, change)), shown);

  it("gives the floor to the head of the list", () => {
    expect(next(() => {})).toEqual({ what: "give_floor", entry: 1 });
  });

  it("opens the list where nobody waits and it is not open", () => {
    const closed = (of: Sitting) => {
      panel(of, "high-level").listStatus = ListStatus.NOT_OPEN;
    };
    expect(next(closed, "high-level", 0)).toEqual({ what: "open_list" });
  });

  it("is nothing where nobody waits", () => {
    expect(next(() => {}, "high-level", 0)).toEqual({ what: "nothing", why: "nobody_waiting" });
  });

  it("resumes a suspended meeting before anything else", () => {
    expect(
      next((of) => {
        meeting(of, "d1-pm").status = MeetingStatus.SUSPENDED;
      }),
    ).toEqual({ what: "resume_meeting" });
  });

  it("opens the meeting, then the panel", () => {
    const planned = (of: Sitting) => {
      panel(of, "high-level").status = PanelStatus.PLANNED;
    };
    expect(next(planned)).toEqual({ what: "open_panel" });
    expect(
      next((of) => {
        planned(of);
        meeting(of, "d1-pm").status = MeetingStatus.PLANNED;
      }),
    ).toEqual({ what: "open_meeting" });
  });

  it("asks for a title of a draft before it can be opened", () => {
    expect(
      next((of) => {
        panel(of, "high-level").status = PanelStatus.CLOSED;
        panel(of, "special").meeting = "d1-pm";
      }, "special"),
    ).toEqual({ what: "title_panel" });
  });

  it("says which other meeting or panel stands in the way", () => {
    expect(next(() => {}, "review")).toEqual({ what: "nothing", why: "other_meeting_open", meeting: "d1-pm" });
    expect(
      next((of) => {
        panel(of, "review").meeting = "d1-pm";
      }, "review"),
    ).toEqual({ what: "nothing", why: "other_panel_open", panel: "high-level" });
  });
});

describe("the panel against its time", () => {
  it("adds the speech under way to what was spoken and keeps panellists apart", () => {
    const time = panelTime(storeOf(sitting()), "high-level", NOW);
    expect(time?.panellists_ms).toBe(15.7 * MINUTE);
    expect(time?.spoken_ms).toBe((32 - 15.7) * MINUTE + 166_000);
  });

  it("counts the time that has gone without a speech", () => {
    const time = panelTime(storeOf(sitting()), "high-level", NOW);
    const gone = NOW - (time?.plannedStartAt ?? 0);
    expect((time?.panellists_ms ?? 0) + (time?.spoken_ms ?? 0) + (time?.between_ms ?? 0)).toBe(gone);
  });

  it("expects the finish in the middle of its range, and sets it against the end of the meeting", () => {
    const time = panelTime(storeOf(sitting(40)), "high-level", NOW);
    const base = NOW - 166_000 + 5 * MINUTE;
    const finish = time?.finish;
    expect(Math.abs((finish?.at ?? 0) - (base + 40 * 205_000))).toBeLessThan(5_000);
    expect(Math.abs((finish?.earliestAt ?? 0) - (base + 40 * 195_000))).toBeLessThan(10_000);
    expect(Math.abs((finish?.latestAt ?? 0) - (base + 40 * 215_000))).toBeLessThan(10_000);
    expect(finish?.margin_ms).toBe(((finish?.latestAt ?? 0) - (finish?.earliestAt ?? 0)) / 2);
    expect(time?.over_ms).toBe((finish?.at ?? 0) - (time?.plannedEndAt ?? 0));
  });

  it("expects nothing of a closed panel", () => {
    const of = sitting(0, (each) => {
      panel(each, "high-level").status = PanelStatus.CLOSED;
    });
    expect(panelTime(storeOf(of), "high-level", NOW)?.finish).toBeUndefined();
  });

  it.each([
    [7 * MINUTE, { word: "over", minutes: 7 }],
    [-12 * MINUTE, { word: "left", minutes: 12 }],
    [20_000, { word: "on_time", minutes: 0 }],
  ] as const)("%i ms says how far in whole minutes", (over_ms, said) => {
    expect(againstEnd(over_ms)).toEqual(said);
  });
});
