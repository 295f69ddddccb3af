// L4: who stands where on the list and why, as the chair sees it, and how another order is given to it.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { drawOf } from "../../testing/draws";
import { accepted, refusedWith } from "../../testing/staged";
import { type Asked, OrderPolicy, PanelStatus, Rank, Reason } from "../../wire";
import { answerOfOrder } from "../../wire/question";
import type { Sitting } from "./fixture";
import { key, press, row, show } from "./fixtureStage";

const entryIs = (id: number, over: Partial<Sitting["entries"][number]>) => (of: Sitting) => {
  of.entries = of.entries.map((entry) => (entry.id === id ? { ...entry, ...over } : entry));
};

describe("the rank of a speaker", () => {
  it("stands before the title in the row, and is read out and shown over its acts", async () => {
    show(3, entryIs(2, { rank: Rank.HEAD_OF_STATE, speaker: { name: "A. Example", title: "President" } }));
    expect(row(/^2\. /).textContent).toContain("Head of State, President");
    expect(row(/^2\. .*A\. Example, Head of State, President/)).toBeDefined();
    await press(/^Acts for Morocco/);
    expect(screen.getByRole("dialog").textContent).toContain("Head of State, President");
  });
});

describe("why an entry stands where it does", () => {
  it("is read out with its row, stands at its place, and over its acts", async () => {
    show(3, entryIs(2, { reason: Reason.RANK, rank: Rank.MINISTER }));
    expect(row(/^2\. .*Ministers, .*asked at/)).toBeDefined();
    expect(row(/^2\. /).querySelector("[title='Ministers']")?.textContent).toBe("2");
    await press(/^Acts for Morocco/);
    expect(screen.getByRole("dialog").textContent).toMatch(/Ministers\u00a0· asked at 15:0/);
  });

  it("is said once of what was moved", () => {
    show(3, entryIs(2, { reason: Reason.BY_HAND, moved: true }));
    expect(row(/^2\. /).getAttribute("aria-label")?.match(/moved/gi)).toHaveLength(1);
  });
});

/** The panel, opened. */
async function opened(): Promise<HTMLElement> {
  await press(/^Order of the list: /);
  return screen.findByRole("region", { name: "Order of the list" });
}
const lot = () => within(screen.getByRole("region", { name: "Lot" }));
const primary = () => [...document.querySelectorAll("main button[class*=primary]")].map((one) => one.textContent);

describe("L4 the panel of the order", () => {
  it("offers every order but the lot, says which one stands, and moves nothing until it is applied", async () => {
    const { hall, answer } = show(4);
    const panel = within(await opened());
    const names = panel.getAllByRole("radio").map((one) => one.closest("label")?.textContent);
    expect(names).toEqual([
      "By timeas asked",
      "By rankheads of State first, then time",
      "By category nowgroups, Members, observers",
      "Alternate regional groupsno region twice running",
      "Least heard firstby seconds in the session",
      "By handevery move is the chair’s",
    ]);
    expect(panel.getByRole("radio", { name: /^By category/ })).toBeChecked();
    await userEvent.click(panel.getByRole("radio", { name: /^By rank/ }));
    expect(hall.acts).toEqual([]);
    await userEvent.click(panel.getByRole("button", { name: "Apply this order" }));
    expect(hall.acts.map((made) => made.act)).toEqual([
      { case: "setOrderPolicy", value: { panel: "high-level", policy: OrderPolicy.RANK, anew: false } },
    ]);
    await answer(accepted());
    expect(screen.queryByRole("region", { name: "Order of the list" })).toBeNull();
    expect(screen.getByRole("button", { name: /^Order of the list: / })).toHaveFocus();
  });

  it("stands over the list, with one primary act at a time, and goes with Escape", async () => {
    show(4);
    const panel = await opened();
    expect(panel.closest("[data-drawer='order']")).not.toBeNull();
    expect(primary()).toEqual(["Commit to a secret"]);
    await userEvent.click(within(panel).getByRole("radio", { name: /^By time/ }));
    expect(primary()).toEqual(["Apply this order"]);
    await key("Escape");
    expect(screen.queryByRole("region", { name: "Order of the list" })).toBeNull();
  });

  it("shows the list with its reasons and what was moved by hand, and lets go of that where it is ordered anew", async () => {
    const { hall } = show(3, entryIs(2, { reason: Reason.BY_HAND, moved: true }));
    const panel = within(await opened());
    const second = panel.getAllByRole("listitem")[1];
    expect(second?.textContent).toMatch(/^2.*MoroccoMoved by hand.*by hand$/);
    expect(panel.getByText("3 wait. 1 moved by hand stays in its place.")).toBeVisible();
    await userEvent.click(panel.getByRole("checkbox", { name: /^Order anew/ }));
    expect(panel.getByText("3 wait.")).toBeVisible();
    await userEvent.click(panel.getByRole("button", { name: "Apply this order" }));
    expect(hall.acts[0]?.act).toMatchObject({ value: { policy: OrderPolicy.CATEGORY, anew: true } });
  });

  it("shows the order that is chosen beside the list, with where each was and why, before it is applied", async () => {
    const then = answerOfOrder({
      panel: "high-level",
      policy: OrderPolicy.RANK,
      entries: [3, 1, 2],
      reasons: [Reason.RANK, Reason.BY_HAND, Reason.RANK],
    });
    const none = { ok: false, code: "not_connected", details: {} } as const;
    const about = ({ case: of }: Asked) => (of === "order" ? ({ ok: true, value: then } as const) : none);
    const { hall } = show(3, () => {}, "en", { about });
    const panel = within(await opened());
    expect(panel.queryByRole("list", { name: "Then" })).toBeNull();
    await userEvent.click(panel.getByRole("radio", { name: /^By rank/ }));
    const rows = await within(panel.getByRole("list", { name: "Then" })).findAllByRole("listitem");
    expect(rows).toHaveLength(3);
    expect(rows[0]?.textContent).toMatch(/^1.*was 3$/);
    expect(rows[1]?.textContent).toMatch(/^2.*Moved by hand.*was 1$/);
    expect(panel.getByText(/^3 of 3 move\. 3 wait\./)).toBeVisible();
    expect(hall.acts).toEqual([]);
  });

  it("has nothing to order anew where nothing was moved", async () => {
    const { hall } = show(3);
    const panel = within(await opened());
    expect(panel.queryByRole("checkbox")).toBeNull();
    await userEvent.click(panel.getByRole("button", { name: "Apply this order" }));
    expect(hall.acts).toEqual([]);
  });

  it("says why an order was refused, and stays", async () => {
    const { answer } = show(3);
    const panel = within(await opened());
    await userEvent.click(panel.getByRole("radio", { name: /^By hand/ }));
    await userEvent.click(panel.getByRole("button", { name: "Apply this order" }));
    await answer(refusedWith("nothing_changes"));
    expect(panel.getByText("It is already so: nothing was changed.")).toBeVisible();
  });

  it("is not offered on a panel that is over", () => {
    show(3, (of) => {
      for (const panel of of.panels) panel.status = PanelStatus.CLOSED;
    });
    expect(screen.queryByRole("button", { name: /^Order of the list: / })).toBeNull();
  });
});

describe("L4 the lot", () => {
  const drawing =
    (stage: Parameters<typeof drawOf>[0], over = {}) =>
    (of: Sitting) => {
      of.draws = [drawOf(stage, over)];
    };

  it("commits to a secret, and shows the digest in groups of four with its instant", async () => {
    const { hall, change } = show(3);
    await opened();
    await userEvent.click(lot().getByRole("button", { name: "Commit to a secret" }));
    expect(hall.acts[0]?.act).toEqual({ case: "prepareDraw", value: { panel: "high-level", reason: "" } });
    await change(drawing("prepared"));
    expect(lot().getByText(/^d566 7ebc 4539 57b9 .* c90a$/)).toBeVisible();
    expect(lot().getByText("15:40:10")).toBeVisible();
    expect(lot().getByText("Committed")).toBeVisible();
    expect(primary()).toEqual(["Freeze the pool"]);
  });

  it("does not freeze a pool of one", async () => {
    const { hall } = show(1, drawing("prepared"));
    await opened();
    await userEvent.click(lot().getByRole("button", { name: "Freeze the pool" }));
    expect(hall.acts).toEqual([]);
    expect(lot().getByText("At least two must wait.")).toBeVisible();
  });

  it("takes a word, says as it is typed where it is none, and asks once before it draws", async () => {
    const { hall } = show(3, drawing("frozen"));
    await opened();
    const word = lot().getByRole("textbox", { name: "The hall’s word" });
    await userEvent.type(word, "é");
    expect(lot().getByText("Only digits, the letters A to Z and hyphens")).toBeVisible();
    await userEvent.clear(word);
    await userEvent.type(word, "A".repeat(33));
    expect(lot().getByText("At most 32 characters")).toBeVisible();
    await userEvent.clear(word);
    await userEvent.type(word, "6-2-5-heron");
    expect(word).toHaveValue("6-2-5-HERON");
    await userEvent.click(lot().getByRole("button", { name: "Draw in the hall…" }));
    expect(hall.acts).toEqual([]);
    const sure = lot().getByRole("group", { name: "Draw with the word 6-2-5-HERON? A draw is not taken back." });
    expect(within(sure).getByRole("button", { name: "Not yet" })).toHaveFocus();
    expect(primary()).toEqual(["Draw now"]);
    await userEvent.click(within(sure).getByRole("button", { name: "Draw now" }));
    expect(hall.acts[0]?.act).toEqual({
      case: "drawLot",
      value: { panel: "high-level", draw: 1, word: "6-2-5-HERON" },
    });
  });

  it("says who was drawn first, whoever drew, and stands among the orders then", async () => {
    const { change } = show(3, drawing("frozen", { entries: [3, 1], pool: ["PH", "CL"] }));
    await opened();
    await change((of) => {
      of.draws = [drawOf("drawn", { entries: [3, 1], pool: ["PH", "CL"], drawn: ["PH", "CL"] })];
      for (const panel of of.panels) panel.orderPolicy = OrderPolicy.LOT;
    });
    expect(document.querySelector("[data-said]")?.textContent).toBe("Drawn: Philippines is first, then Chile");
    expect(screen.getByRole("radio", { name: /^By lot/ })).toBeChecked();
    expect(screen.getByText(/drawn by lot at 15:42:00, word 6-2-5-HERON/)).toBeInTheDocument();
  });

  it("goes by the keyboard alone: each step hands the focus on to the next", async () => {
    const { change, answer } = show(3);
    await opened();
    await userEvent.click(lot().getByRole("button", { name: "Commit to a secret" }));
    await answer(accepted());
    await change(drawing("prepared"));
    expect(lot().getByRole("button", { name: "Freeze the pool" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await answer(accepted());
    await change(drawing("frozen"));
    expect(lot().getByRole("textbox", { name: "The hall’s word" })).toHaveFocus();
    await userEvent.keyboard("6-2-5{Enter}");
    expect(lot().getByRole("button", { name: "Not yet" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(lot().getByRole("button", { name: "Draw in the hall…" })).toHaveFocus();
    await userEvent.keyboard("{Enter}{Tab}{Enter}");
    await answer(accepted());
    await change(drawing("drawn"));
    expect(screen.getByRole("region", { name: "Lot" })).toHaveFocus();
  });

  it("is drawn again with a reason alone", async () => {
    const { hall } = show(3, drawing("drawn"));
    await opened();
    await userEvent.click(lot().getByRole("button", { name: "Commit to a secret" }));
    expect(lot().getByText("Write why it is drawn again")).toBeVisible();
    await userEvent.type(lot().getByRole("textbox", { name: "Why it is drawn again" }), "a name was missing ");
    await userEvent.click(lot().getByRole("button", { name: "Commit to a secret" }));
    expect(hall.acts.map((made) => made.act)).toEqual([
      { case: "prepareDraw", value: { panel: "high-level", reason: "a name was missing" } },
    ]);
  });

  it("says why an act of it was refused", async () => {
    const { answer } = show(3, drawing("prepared"));
    await opened();
    await userEvent.click(lot().getByRole("button", { name: "Freeze the pool" }));
    await answer(refusedWith("changed_meanwhile", { what: "draw", now: "2" }));
    expect(lot().getByRole("alert").textContent).toContain("the draw by lot has moved on");
  });
});
