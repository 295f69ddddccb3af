import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { MotionKind, MotionOutcome, MotionSide } from "../../wire";
import { motionOf, motionStands, NOW, pointOf } from "./fixture";
import { press, show } from "./fixtureStage";

afterEach(cleanup);

const motions = () => screen.getByRole("region", { name: "Motions" });
const titles = () =>
  within(motions())
    .getAllByRole("heading")
    .map((each) => each.textContent);
const button = (name: string | RegExp) => within(motions()).getByRole("button", { name });
const isPending = (name: string | RegExp) => button(name).getAttribute("aria-disabled") === "true";
const several = [
  motionOf({ entry: 971, delegation: "BR", motion: MotionKind.CLOSE_DEBATE, movedAt: NOW - 90_000 }),
  motionOf({ entry: 972, delegation: "", motion: MotionKind.CLOSE_LIST, movedAt: NOW - 80_000 }),
  motionOf({ entry: 973, delegation: "CH", motion: MotionKind.SUSPEND_MEETING, movedAt: NOW - 10_000 }),
];

describe("motions that wait", () => {
  it("L5 stand at the head of the side in their precedence, and the one that goes first alone can be taken up", async () => {
    const { hall } = show(6, (of) => {
      of.motions = several;
    });
    expect(titles()).toEqual([
      "Motion to suspend the meeting",
      "Motion to close the debate",
      "Proposal to close the list of speakers",
    ]);
    expect(screen.getAllByRole("alert").map((each) => each.textContent)[0]).toBe(
      "Motion to suspend the meeting\u00a0· moved by Switzerland",
    );
    expect(within(motions()).getByText("moved by Switzerland")).toBeTruthy();
    expect(within(motions()).getByText("proposed by the chair")).toBeTruthy();
    expect(isPending("Take up: Motion to close the debate")).toBe(true);
    await press("Take up: Motion to suspend the meeting");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "takeUpMotion", value: { entry: 973 } });
  });

  it("L5 go behind points of order", () => {
    show(6, (of) => {
      of.motions = several;
      of.points = [pointOf()];
    });
    expect(isPending("Take up: Motion to suspend the meeting")).toBe(true);
  });

  it("L5 leave the next speaker the one primary act, and are set aside", async () => {
    const { hall } = show(6, (of) => {
      of.motions = [motionOf()];
    });
    const primary = [...document.querySelectorAll("button[class*=primary]")].map((each) => each.textContent);
    expect(primary).toEqual([expect.stringMatching(/^Give the floor/)]);
    await press("Not taken up: Motion to adjourn the debate");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "removeEntry", value: { entry: 970 } });
  });
});

describe("a motion that is taken up", () => {
  const stands = (over = {}) =>
    show(6, (of) => motionStands(of, { asks: [{ delegation: "BR", side: MotionSide.AGAINST }], ...over }));

  it("L5 has the floor until it is decided, and nobody else is given it", () => {
    stands();
    const floor = screen.getByRole("region", { name: "The floor" });
    expect(within(floor).getByText("Motion to adjourn the debate")).toBeTruthy();
    expect(within(floor).getByRole("heading").textContent).toBe("The decision is awaited");
    expect(within(floor).getByText("Interrupted")).toBeTruthy();
    expect(screen.getByText("The floor is given again after the decision on the motion")).toBeTruthy();
    expect(document.querySelector("[data-main]")).toBeNull();
  });

  it("L5 is spoken on by those who ask, as many as the rules allow on each side", async () => {
    const spoken = [
      { delegation: "FR", side: MotionSide.IN_FAVOUR },
      { delegation: "ES", side: MotionSide.IN_FAVOUR },
    ];
    const { hall } = stands({ spoken });
    expect(within(motions()).getByText("In favour: 2 of 2")).toBeTruthy();
    expect(within(motions()).getByText("Against: 0 of 2")).toBeTruthy();
    await press("Give the floor to Brazil: Against the motion");
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "giveFloorOnMotion",
      value: { entry: 970, delegation: "BR", side: MotionSide.AGAINST },
    });
  });

  it("L5 is spoken on by nobody besides its mover where it is to suspend the meeting", () => {
    stands({ motion: MotionKind.SUSPEND_MEETING, speakersFor: 0, speakersAgainst: 0, asks: [] });
    expect(within(motions()).getByText("Nobody speaks on it but its mover")).toBeTruthy();
    expect(within(motions()).queryByRole("button", { name: "Another speaker…" })).toBeNull();
  });

  it("L5 is decided once objections were asked for, and what is carried is said before it is done", async () => {
    const { hall, answer, change } = stands();
    await press("Objections?");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "askForObjections", value: { entry: 970 } });
    await answer();
    await change((of) => motionStands(of, { objectionsAskedAt: NOW }));
    expect(within(motions()).queryByRole("button", { name: "Objections?" })).toBeNull();
    await press("Carried…");
    await screen.findByText(/The panel is closed at once/);
    await userEvent.click(screen.getByRole("button", { name: "Record as carried" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "decideMotion",
      value: { entry: 970, outcome: MotionOutcome.CARRIED, until: 0 },
    });
  });

  it.each([
    ["Not carried", MotionOutcome.NOT_CARRIED],
    ["Withdrawn", MotionOutcome.WITHDRAWN],
    ["Lapsed", MotionOutcome.LAPSED],
  ])("L5 is recorded as %s", async (name, outcome) => {
    const { hall } = stands();
    await press(name);
    expect(hall.acts.at(-1)?.act).toEqual({ case: "decideMotion", value: { entry: 970, outcome } });
  });

  it("L5 suspends the meeting until an instant, or until further notice", async () => {
    const { hall } = stands({ motion: MotionKind.SUSPEND_MEETING, speakersFor: 0, speakersAgainst: 0, asks: [] });
    await press("Carried…");
    await userEvent.click(await screen.findByRole("checkbox"));
    await userEvent.click(screen.getByRole("button", { name: "Record as carried" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "decideMotion",
      value: { entry: 970, outcome: MotionOutcome.CARRIED, until: 0 },
    });
  });
});

describe("moving for a delegation", () => {
  it("L5 is among what else there is for the floor, and what the chair proposes names none", async () => {
    const { hall } = show(6);
    await press("More acts on the floor");
    await userEvent.click(await screen.findByRole("menuitem", { name: "Motion…" }));
    await userEvent.click(await screen.findByRole("button", { name: "Move" }));
    await waitFor(() => expect(screen.getByText("Choose a delegation")).toBeTruthy());
    expect(hall.acts).toEqual([]);
    await userEvent.click(screen.getByRole("radio", { name: "Proposal to close the list of speakers" }));
    await userEvent.click(screen.getByRole("button", { name: "Move" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "moveMotion",
      value: { panel: "high-level", motion: MotionKind.CLOSE_LIST },
    });
  });
});
