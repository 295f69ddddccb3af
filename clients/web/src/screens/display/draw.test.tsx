// L4 the display shows a draw by lot: what it was computed from, and the order.
import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { drawOf } from "../../testing/draws";
import { renderScreen } from "../../testing/hall";
import { afternoon, as, entry, freeFloor, noon_of_tests, speech } from "../../testing/views";
import type { Draw as DrawOf, Entity } from "../../wire";
import { draw_shown_ms, page_rows, page_shown_ms } from "./Draw";
import Display from "./index";

const free = as.floor(freeFloor());
const show = (draw: DrawOf, ...more: Entity[]) =>
  renderScreen(<Display />, { entities: afternoon(free, as.draw(draw), ...more) });
const heading = () => screen.getByRole("heading", { level: 1 }).textContent;
const rows = () => within(screen.getByRole("list")).getAllByRole("listitem");
const isShown = () => /by lot$/.test(heading() ?? "");

/** Of as many delegations, told by their codes alone. */
function many(count: number): DrawOf {
  const labels = Array.from({ length: count }, (_, at) => `X${at + 1}`);
  return drawOf("drawn", { pool: labels, drawn: labels, entries: labels.map((_, at) => 200 + at) });
}

describe("L4 a draw on the display", () => {
  it("begins with the commitment, then shows the pool, and no order", () => {
    const { hall } = show(drawOf("prepared"));
    expect(heading()).toBe("Draw by lot");
    expect(screen.getByText("Commitment").parentElement?.textContent).toBe("Commitment15:40:10");
    expect(screen.getByText("d5667ebc")).toBeVisible();
    expect(screen.getByText("Who waits when the pool is frozen is drawn among.")).toBeVisible();
    act(() => hall.put(as.draw(drawOf("frozen"))));
    expect(screen.getByText(/^2 speakers, frozen at 15:41:10\./)).toBeVisible();
    expect(rows().map((row) => row.textContent)).toEqual(["Kenya", "Chile"]);
    expect(screen.queryByText("Word of the hall")).toBeNull();
  });

  it("shows word, secret and the order as drawn, each with the figure that it stands by", () => {
    // What sha256sum says of the seed, a blank and the label.
    show(drawOf("drawn"), as.entry(entry(2, "CL")), as.entry(entry(1, "KE")));
    expect(heading()).toBe("Drawn by lot");
    expect(screen.getByText("6-2-5-HERON")).toBeVisible();
    expect(screen.getByText("Secret, opened").parentElement?.textContent).toBe("Secret, opened15:42:00");
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^1Chile[0-9a-f]{6}$/),
      expect.stringMatching(/^2Kenya[0-9a-f]{6}$/),
    ]);
    expect(screen.getByText("1 to 2 of 2")).toBeVisible();
    expect(screen.getByText(/Each speaks for 3 min\./)).toBeVisible();
  });

  it("says of a second one why it is drawn again", () => {
    show(drawOf("drawn", { number: 2, reason: "a name was missing" }));
    expect(screen.getByText("Drawn again: a name was missing")).toBeVisible();
    expect(screen.getByText("Draw 2")).toBeVisible();
  });

  it("stays until the floor is next given, also once that speech is over", () => {
    const { hall } = show(drawOf("drawn"));
    expect(isShown()).toBe(true);
    act(() => hall.put(as.floor(speech("CL", 0))));
    expect(heading()).toBe("Chile");
    act(() => hall.put(free));
    expect(isShown()).toBe(false);
    act(() => hall.put(as.draw(drawOf("prepared", { number: 2, preparedAt: noon_of_tests + 1 }))));
    expect(isShown()).toBe(true);
  });

  it("stays for five minutes at most", () => {
    const { hall } = show(drawOf("drawn"));
    act(() => hall.moveTime(draw_shown_ms - 11_000));
    expect(isShown()).toBe(true);
    act(() => hall.moveTime(1_000));
    expect(isShown()).toBe(false);
  });

  it("does not take the display from who speaks, and is shown once that speech is over", () => {
    const { hall } = show(drawOf("drawn"), as.floor(speech("KE", 60_000)));
    expect(heading()).toBe("Kenya");
    act(() => hall.put(free));
    expect(isShown()).toBe(true);
  });

  it("turns pages of 16, and lets the rows of each come one after the other, once", () => {
    const { hall } = show(many(page_rows + 3));
    const seen = () => rows().map((row) => row.textContent?.slice(0, -6));
    const come = () => rows().map((row) => row.style.getPropertyValue("--comes"));
    // It was drawn ten seconds ago: this is the second page.
    // Without a flag the code stands in its place, and once more for the name.
    expect(seen()).toEqual(["17X17X17", "18X18X18", "19X19X19"]);
    expect(come()).toEqual(["0ms", "300ms", "600ms"]);
    expect(screen.getByText("17 to 19 of 19")).toBeVisible();
    act(() => hall.moveTime(page_shown_ms));
    expect(seen()).toHaveLength(page_rows);
    expect(come()[1]).toBe("");
  });

  it("names who has left the list since by the delegation", () => {
    show(drawOf("drawn", { pool: ["CL#2", "guest-9"], drawn: ["guest-9", "CL#2"], entries: [777, 778] }));
    expect(rows().map((row) => row.textContent?.slice(1, -6))).toEqual(["GUEguest-9", "Chile"]);
  });
});
