import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Locale, locales } from "../../i18n/catalogues";
import { renderScreen } from "../../testing/hall";
import { motion } from "../../testing/motions";
import type { Staging } from "../../testing/staged";
import { as, freeFloor, help, noon_of_tests, pointOfOrder, queue, signal } from "../../testing/views";
import { type Entity, HelpStatus, MotionKind, SignalKind } from "../../wire";
import { busy, calm, staged } from "./fixture";
import DeskScreen from "./index";

const MINUTE = 60_000;
const ago = (minutes: number) => noon_of_tests - minutes * MINUTE;
const show = (over: Entity[] = busy, more: Partial<Staging> = {}, locale: Locale = "en") =>
  renderScreen(<DeskScreen />, staged(over, more), locale);
const needs = () => screen.getByRole("region", { name: "Needs an act now" });
const kinds = () =>
  within(needs())
    .getAllByRole("listitem")
    .map((item) => item.textContent ?? "");
const tab = (name: string) => screen.getByRole("tab", { name });
const stateOf = (name: string) =>
  document.getElementById(tab(name).getAttribute("aria-describedby") ?? "")?.textContent;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("what needs somebody at the desk", () => {
  it("L5 has motions behind points of order, in their precedence, and takes up the one that goes first", async () => {
    const { hall } = show([
      ...calm,
      as.motion(motion(6, "EC", { motion: MotionKind.CLOSE_DEBATE, movedAt: ago(9) })),
      as.motion(motion(7, "KE", { movedAt: ago(1) })),
      as.help(help(1, "EC", { requestedAt: ago(20), note: "lamp" })),
    ]);
    expect(kinds().map((kind) => kind.slice(0, 26))).toEqual([
      "Motion to adjourn the deba",
      "Motion to close the debate",
      "Asks for helpfor 20:00Ecua",
    ]);
    expect(screen.getAllByRole("alert").map((each) => each.textContent)).toContain(
      "Motion to close the debate\u00a0· moved by Ecuador",
    );
    await userEvent.click(within(needs()).getByRole("button", { name: "Take up: Motion to adjourn the debate" }));
    expect(hall.acts.at(-1)?.act).toEqual({ case: "takeUpMotion", value: { entry: 7 } });
  });

  it("stands by urgency, then by age", () => {
    show([
      ...calm,
      as.help(help(1, "EC", { requestedAt: ago(3), note: "lamp" })),
      as.signal(signal(2, { kind: SignalKind.NO_SOUND, raisedAt: ago(5) })),
      as.help(help(3, "KE", { requestedAt: ago(9), note: "water" })),
      as.point(pointOfOrder(4, "CH", { raisedAt: ago(1), note: "second" })),
      as.point(pointOfOrder(5, "MA", { raisedAt: ago(2), note: "first" })),
    ]);
    const order = ["first", "second", "water", "No sound", "lamp"];
    const found = kinds();
    expect(found).toHaveLength(order.length);
    for (const [index, words] of order.entries()) expect(found[index]).toContain(words);
    expect(within(needs()).getByText("5 open")).toBeVisible();
  });

  it("is folded at its foot once it was seen, or taken by somebody else; what the own seat took stays", async () => {
    const taken = { status: HelpStatus.TAKEN };
    show([
      ...calm,
      as.help(help(1, "EC", { ...taken, takenBy: "desk-2" })),
      as.help(help(2, "KE", { ...taken, takenBy: "desk", note: "mine" })),
      as.signal(signal(3, { kind: SignalKind.NO_SOUND, seenAt: ago(1) })),
    ]);
    expect(kinds()).toHaveLength(1);
    expect(kinds()[0]).toContain("mine");
    const fold = within(needs()).getByRole("button", { name: "2 seen or taken" });
    expect(fold).toHaveAttribute("aria-expanded", "false");
    await userEvent.click(fold);
    expect(kinds()).toHaveLength(3);
    await userEvent.click(fold);
    expect(kinds()).toHaveLength(1);
  });

  it("has one primary act: to take the oldest request for help, wherever the desk is", async () => {
    const { hall } = show(busy);
    const primaries = () =>
      screen.getAllByRole("button").filter((button) => /primary/.test(button.className) && !button.hidden);
    for (const name of ["Overview", "List", "Statements", "Notices"]) {
      await userEvent.click(tab(name));
      expect(primaries().map((button) => button.getAttribute("aria-label"))).toEqual([
        "Take the request of Office of the United Nations High Commissioner for Human Rights",
      ]);
    }
    act(() => hall.remove("help/7"));
    expect(primaries().map((button) => button.textContent)).toEqual(["Write a notice…"]);
  });
});

describe("the rail", () => {
  it("says of each part how it stands", () => {
    show(busy, { presence: { ec: 2, ke: 1, desk: 1 } });
    expect(stateOf("Overview")).toBe("3 to do");
    expect(stateOf("Roster")).toBe("2 here");
    expect(stateOf("List")).toMatch(/^\d+ waiting$/);
    expect(stateOf("Statements")).toMatch(/^\d+ of \d+$/);
    expect(stateOf("Notices")).toBe("3 shown");
    expect(stateOf("Log")).toMatch(/^to no\.\u00a0\d+$/);
  });

  it("is gone through by arrow keys", async () => {
    show(calm);
    act(() => tab("Overview").focus());
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(tab("List")).toHaveFocus();
    expect(tab("List")).toHaveAttribute("aria-selected", "true");
  });
});

describe("the strip", () => {
  const strip = () => screen.getByRole("region", { name: "Now and next" });

  it("shows who speaks, what goes first, who comes then, and when the list finishes", () => {
    show(busy);
    expect(strip().textContent).toContain("Kenya");
    expect(within(strip()).getByText("1 point of order")).toBeVisible();
    expect(within(strip()).getByText("Chile")).toBeVisible();
    expect(within(strip()).getByText("The list finishes").parentElement?.textContent).toMatch(/\d\d:\d\d/);
  });

  it("has no word of points where there are none, nor of a finish where there is nothing to finish", () => {
    show([...calm, as.queue(queue("high-level", [])), as.floor(freeFloor())]);
    expect(strip().textContent).not.toContain("Goes first");
    expect(strip().textContent).not.toContain("The list finishes");
  });
});

describe("a desk whose page has not come over TLS", () => {
  it.each(locales)("says in %s what screens cannot do", (locale) => {
    vi.stubGlobal("isSecureContext", false);
    show(calm, {}, locale);
    expect(screen.getByText(/TLS/)).toBeVisible();
  });

  it("says nothing of it where it has", () => {
    vi.stubGlobal("isSecureContext", true);
    show(calm);
    expect(screen.queryByText(/TLS/)).toBeNull();
  });
});
