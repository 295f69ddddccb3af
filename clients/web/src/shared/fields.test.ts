import { describe, expect, it } from "vitest";
import {
  announceable,
  daysBetween,
  durationField,
  instantOn,
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

  it("is an instant on the session's day, in the session's zone", () => {
    const now = Date.parse("2005-11-29T15:42:10+01:00");
    expect(instantOn(now, 970, ZURICH)).toBe(Date.parse("2005-11-29T16:10:00+01:00"));
    expect(timeField(Date.parse("2005-11-29T16:10:00+01:00"), ZURICH)).toBe("16:10");
  });

  it("takes the offset of the instant looked for on the day the clocks change", () => {
    const morning = Date.parse("2005-10-30T01:30:00+02:00");
    expect(instantOn(morning, 600, ZURICH)).toBe(Date.parse("2005-10-30T10:00:00+01:00"));
  });

  it("is offered on whole five minutes", () => {
    const now = Date.parse("2005-11-29T15:42:10+01:00");
    expect(timeField(announceable(now, 15 * 60_000), ZURICH)).toBe("16:00");
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
