import { describe, expect, it } from "vitest";
import {
  announceable,
  daysBetween,
  durationField,
  instantOn,
  nextInstant,
  parseDuration,
  parsePlace,
  parseTimeOfDay,
  timeField,
} from "./fields";

const ZURICH = "Europe/Zurich";

describe("a duration as the chair types it", () => {
  it.each([
    ["2:30", 150_000],
    ["0:45", 45_000],
    ["2.30", 150_000],
    ["3", 180_000],
    ["3 min", 180_000],
    ["45 s", 45_000],
    ["2 min 35 s", 155_000],
    ["2 min 5", 125_000],
    ["120:00", 7_200_000],
  ])("%s is read", (typed, expected_ms) => {
    expect(parseDuration(typed)).toBe(expected_ms);
  });

  it.each(["", "2:75", "two", "-1", "1:2:3", ":30"])("%j is not a duration", (typed) => {
    expect(parseDuration(typed)).toBeUndefined();
  });

  it("goes back into the field as it is announced", () => {
    expect(durationField(150_000)).toBe("2:30");
    expect(durationField(5_000)).toBe("0:05");
    expect(durationField(7_200_000)).toBe("120:00");
  });
});

describe("a time of day as the chair types it", () => {
  it.each([
    ["16:10", 970],
    ["16.10", 970],
    ["16h10", 970],
    ["1610", 970],
    ["910", 550],
    ["9", 540],
    ["16 h", 960],
    ["0:05", 5],
  ])("%s is read", (typed, minutes) => {
    expect(parseTimeOfDay(typed)).toBe(minutes);
  });

  it.each(["", "24:00", "16:60", "noon", "16:1"])("%j is not a time", (typed) => {
    expect(parseTimeOfDay(typed)).toBeUndefined();
  });

  it("is offered on whole five minutes", () => {
    const now = Date.parse("2005-11-29T15:42:10+01:00");
    expect(timeField(announceable(now, 15 * 60_000), ZURICH)).toBe("16:00");
  });
});

describe("a time of day is the next instant at which the session's clocks show it", () => {
  const ROME = "Europe/Rome";
  const NEW_YORK = "America/New_York";
  const NAIROBI = "Africa/Nairobi"; // never changes its clocks
  const next = (now: string, time: string, zone: string) =>
    new Date(nextInstant(Date.parse(now), parseTimeOfDay(time) ?? -1, zone)).toISOString();

  it.each([
    ["later today", ROME, "2005-11-29T15:42:10+01:00", "16:10", "2005-11-29T16:10:00+01:00"],
    ["over midnight", ROME, "2005-11-29T23:49:00+01:00", "0:05", "2005-11-30T00:05:00+01:00"],
    ["at midnight itself", ROME, "2005-11-29T23:49:00+01:00", "0:00", "2005-11-30T00:00:00+01:00"],
    ["tomorrow, where it has passed", ROME, "2005-11-29T15:42:10+01:00", "15:10", "2005-11-30T15:10:00+01:00"],
    ["tomorrow, in the minute that runs", ROME, "2005-11-29T15:42:10+01:00", "15:42", "2005-11-30T15:42:00+01:00"],
    ["over the end of a year", NAIROBI, "2005-12-31T23:59:00+03:00", "0:05", "2006-01-01T00:05:00+03:00"],
    ["without changes of clocks", NAIROBI, "2005-10-30T01:50:00+03:00", "2:30", "2005-10-30T02:30:00+03:00"],
    ["first in the hour to be repeated", ROME, "2005-10-30T01:50:00+02:00", "2:05", "2005-10-30T02:05:00+02:00"],
    ["again in the hour repeated", ROME, "2005-10-30T02:50:00+02:00", "2:05", "2005-10-30T02:05:00+01:00"],
    ["once more is not, after both", ROME, "2005-10-30T02:50:00+01:00", "2:05", "2005-10-31T02:05:00+01:00"],
    ["after the hour repeated", ROME, "2005-10-30T01:30:00+02:00", "10:00", "2005-10-30T10:00:00+01:00"],
    [
      "over midnight to the night of the change",
      ROME,
      "2005-10-29T23:49:00+02:00",
      "2:30",
      "2005-10-30T02:30:00+02:00",
    ],
    [
      "not in the hour left out, but a day later",
      ROME,
      "2006-03-26T01:50:00+01:00",
      "2:30",
      "2006-03-27T02:30:00+02:00",
    ],
    ["at the end of the hour left out", ROME, "2006-03-26T01:50:00+01:00", "3:00", "2006-03-26T03:00:00+02:00"],
    ["again, of New York", NEW_YORK, "2005-10-30T01:50:00-04:00", "1:05", "2005-10-30T01:05:00-05:00"],
    [
      "not in the hour left out in New York",
      NEW_YORK,
      "2006-04-02T01:30:00-05:00",
      "2:30",
      "2006-04-03T02:30:00-04:00",
    ],
    ["while UTC has another day", NEW_YORK, "2005-11-29T20:30:00-05:00", "21:00", "2005-11-29T21:00:00-05:00"],
  ])("%s", (_, zone, now, time, instant) => {
    expect(next(now, time, zone)).toBe(new Date(instant).toISOString());
  });

  it("and every proposal is read back as the instant it was made of, on the nights when clocks change too", () => {
    for (const [zone, night] of [
      [ROME, "2005-10-30T00:00:00+02:00"],
      [ROME, "2006-03-26T00:00:00+01:00"],
      [NEW_YORK, "2005-10-30T00:00:00-04:00"],
      [NEW_YORK, "2006-04-02T00:00:00-05:00"],
      [NAIROBI, "2005-10-29T23:00:00+03:00"],
    ] as const) {
      for (let minute = 0; minute < 300; minute++) {
        const now = Date.parse(night) + minute * 60_000;
        for (const least of [5, 10, 15, 30]) {
          const proposed = announceable(now, least * 60_000);
          const minutes = parseTimeOfDay(timeField(proposed, zone)) ?? -1;
          expect(nextInstant(now, minutes, zone), `${zone} ${new Date(now).toISOString()} +${least}`).toBe(proposed);
        }
      }
    }
  });

  it("not before a day from which it is wanted", () => {
    const now = Date.parse("2005-11-27T15:42:10+01:00");
    const from = Date.parse("2005-11-29T15:00:00+01:00");
    expect(nextInstant(now, 960, ZURICH, from)).toBe(Date.parse("2005-11-29T16:00:00+01:00"));
    expect(nextInstant(from, 0, ZURICH, now)).toBe(Date.parse("2005-11-30T00:00:00+01:00"));
  });

  it("on a day that was chosen, or never there", () => {
    const now = Date.parse("2005-10-30T02:50:00+02:00");
    const tomorrow = Date.parse("2005-10-31T12:00:00+01:00");
    expect(instantOn(now, 125, ROME, now)).toBe(Date.parse("2005-10-30T02:05:00+01:00"));
    expect(instantOn(now, 125, ROME, tomorrow)).toBe(Date.parse("2005-10-31T02:05:00+01:00"));
    expect(instantOn(now, 60, ROME, now)).toBeUndefined();
    const spring = Date.parse("2006-03-26T12:00:00+02:00");
    expect(instantOn(now, 150, ROME, spring)).toBeUndefined();
  });
});

describe("the days of a session", () => {
  it("are each of them from the first to the last", () => {
    const days = daysBetween(Date.parse("2005-11-29T10:00:00+01:00"), Date.parse("2005-11-30T18:00:00+01:00"), ZURICH);
    expect(days.map((day) => new Date(day).toISOString().slice(0, 10))).toEqual(["2005-11-29", "2005-11-30"]);
  });
});

describe("a place as the chair types it", () => {
  it("is any from the first to the last of a list of a thousand", () => {
    expect(["1", " 999 ", "1000"].map((text) => parsePlace(text, 1_000))).toEqual([1, 999, 1_000]);
  });

  it.each(["0", "1001", "", "-1", "2.5", "two"])("is not %j", (text) => {
    expect(parsePlace(text, 1_000)).toBeUndefined();
  });
});
