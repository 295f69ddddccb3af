import { describe, expect, it } from "vitest";
import { afternoon, as, noon_of_tests, statement } from "../testing/views";
import { forgetLast, isOnDisplay, keepLast, type Last, lastOf, lastViewOf } from "./last";

class StagedKeep {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, text: string) => void this.kept.set(key, text);
  removeItem = (key: string) => void this.kept.delete(key);
}

const last: Last = {
  title: { en: "Council 2005" },
  timezone: "Europe/Zurich",
  knownAt: noon_of_tests,
  serverAt: noon_of_tests,
  deviceAt: 1,
  speed: 1,
};

describe("what a tab last knew of its session", () => {
  it("is there again after a reload, as it was", () => {
    const keep = new StagedKeep();
    keepLast(keep, "K7QM3XPA", last, afternoon());
    expect(lastOf(keep, "K7QM3XPA")).toEqual(last);
    expect(lastViewOf(keep, "K7QM3XPA")).toEqual(afternoon());
  });

  it("is nothing to another sign-in, and goes when one comes", () => {
    const keep = new StagedKeep();
    keepLast(keep, "K7QM3XPA", last, afternoon());
    expect(lastOf(keep, "ABCD2345")).toBeUndefined();
    expect(lastViewOf(keep, "ABCD2345")).toEqual([]);
    expect(keep.kept.size).toBe(0);
  });

  it("goes when the tab is signed out", () => {
    const keep = new StagedKeep();
    keepLast(keep, "K7QM3XPA", last, afternoon());
    forgetLast(keep);
    expect(keep.kept.size).toBe(0);
  });

  it("is passed over where another version of the screens has written it, or something else", () => {
    const keep = new StagedKeep();
    keepLast(keep, "K7QM3XPA", last, afternoon());
    for (const [key, text] of keep.kept) keep.setItem(key, text.replace(/"version":"[^"]*"/, '"version":"another"'));
    expect(lastOf(keep, "K7QM3XPA")).toBeUndefined();
    expect(lastViewOf(keep, "K7QM3XPA")).toEqual([]);
    for (const key of keep.kept.keys()) keep.setItem(key, "{");
    expect(lastOf(keep, "K7QM3XPA")).toBeUndefined();
  });

  it("costs no more than itself where the tab may keep nothing", () => {
    const full = new StagedKeep();
    full.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    keepLast(full, "K7QM3XPA", last, afternoon());
    expect(lastOf(full, "K7QM3XPA")).toBeUndefined();
    expect(lastOf(undefined, "K7QM3XPA")).toBeUndefined();
  });

  it("is of a display what the hall sees on it, and no text", () => {
    expect(afternoon().filter(isOnDisplay).length).toBeGreaterThan(3);
    expect(isOnDisplay(as.statement(statement(11, "KE", [])))).toBe(false);
  });
});
