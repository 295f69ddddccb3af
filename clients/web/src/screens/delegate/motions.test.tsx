import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderScreen } from "../../testing/hall";
import { motion, motionStands, speaksOnMotion } from "../../testing/motions";
import { afternoon, as, speech, standing } from "../../testing/views";
import { Kind, MotionKind, MotionOutcome, MotionSide, Outcome } from "../../wire";
import Delegate from "./index";

const user = () => userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const kenya = speech("KE", 166_000);
const moved = motion(96, "KE", { takenUp: true });
const others = (over = {}) => afternoon(as.motion({ ...moved, ...over }), as.floor(motionStands(moved, kenya)));

describe("L5 a motion of one's own", () => {
  it("is one of four, in words", async () => {
    const { hall } = renderScreen(<Delegate />);
    await user().click(await screen.findByRole("button", { name: "Procedural motion…" }));
    expect(screen.getAllByRole("radio").map((each) => each.closest("label")?.textContent)).toEqual([
      "Motion to suspend the meeting",
      "Motion to adjourn the meeting",
      "Motion to adjourn the debate",
      "Motion to close the debate",
    ]);
    await user().click(screen.getByRole("radio", { name: "Motion to close the debate" }));
    await user().click(button("Move it"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "moveMotion",
      value: { panel: "high-level", motion: MotionKind.CLOSE_DEBATE },
    });
  });

  it("says that it waits or is before the chair, and is withdrawn until it is decided", async () => {
    const own = motion(96, "EC");
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(as.ownMotion("EC", own)) });
    const card = await screen.findByRole("region", { name: "Motion to adjourn the debate" });
    expect(within(card).getByText(/Your motion waits for the chair/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Procedural motion…" })).toBeNull();
    act(() => hall.put(as.ownMotion("EC", { ...own, takenUp: true })));
    expect(within(card).getByText(/Your motion is before the chair/)).toBeTruthy();
    await user().click(within(card).getByRole("button", { name: "Withdraw" }));
    await user().click(within(card).getByRole("button", { name: "Withdraw now" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "decideMotion",
      value: { entry: 96, outcome: MotionOutcome.WITHDRAWN },
    });
  });

  it.each([
    [Outcome.CARRIED, "your motion was carried"],
    [Outcome.NOT_CARRIED, "your motion was not carried"],
    [Outcome.LAPSED, "your motion lapsed"],
    [Outcome.REMOVED, "the chair did not take up your motion"],
    [Outcome.RESTORED, "your motion was put before the chair again"],
  ])("is told what became of it: %s", (outcome, words) => {
    renderScreen(<Delegate />, { entities: afternoon(as.standing(standing("EC", { outcome, kind: Kind.MOTION }))) });
    expect(screen.getByText(new RegExp(words))).toBeTruthy();
  });
});

describe("L5 a motion that is before the chair", () => {
  it("is told with its mover, and one asks to speak on a side that is still open", async () => {
    const spoken = [
      { delegation: "FR", side: MotionSide.IN_FAVOUR },
      { delegation: "MA", side: MotionSide.IN_FAVOUR },
    ];
    const { hall } = renderScreen(<Delegate />, { entities: others({ spoken }) });
    const card = await screen.findByRole("region", { name: "Motion to adjourn the debate" });
    expect(within(card).getByText("moved by Kenya")).toBeTruthy();
    expect(within(card).queryByRole("button", { name: "Ask to speak in favour" })).toBeNull();
    await user().click(within(card).getByRole("button", { name: "Ask to speak against" }));
    expect(hall.acts.at(-1)?.act).toEqual({ case: "askOnMotion", value: { entry: 96, side: MotionSide.AGAINST } });
    act(() => hall.put(as.ownMotion("EC", { ...moved, asks: [{ delegation: "EC", side: MotionSide.AGAINST }] })));
    expect(within(card).getByText(/You ask to speak against/)).toBeTruthy();
    await user().click(within(card).getByRole("button", { name: "No longer ask" }));
    expect(hall.acts.at(-1)?.act).toEqual({ case: "withdrawFromMotion", value: { entry: 96 } });
  });

  it("gives who speaks on it a clock of its own, and says on which side", async () => {
    renderScreen(<Delegate />, {
      entities: afternoon(as.motion(moved), as.floor(speaksOnMotion("EC", MotionSide.AGAINST, moved, kenya))),
    });
    expect((await screen.findAllByText("Against the motion")).length).toBeGreaterThan(0);
    expect(screen.getByRole("alert").textContent).toContain("The motion: you have the floor");
  });
});
