// Who of the first five is on its way (L9), and what is filed in writing from the row's menu (L13).
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { accepted } from "../../testing/staged";
import { Kind, PanelStatus } from "../../wire";
import type { Sitting } from "./fixture";
import { key, panel, press, row, rows, show } from "./fixtureStage";
import { roomFor } from "./rowRoom";

const now = 1_133_275_330_000;
const answers = (of: Sitting) => {
  of.onTheWay = { 1: now, 3: now, 6: now };
};
const said = () => rows().map((each) => /stand-by: ([^,]+)/.exec(each.getAttribute("aria-label") ?? "")?.[1]);
const next = () => within(screen.getByRole("region", { name: "Next" }));

describe("L9 stand-by", () => {
  it("tells of the first five who is on its way and who has not answered, to the eye and the ear", () => {
    show(7, answers);
    const told = ["On the way", "No answer", "On the way", "No answer", "No answer", undefined, undefined];
    expect(said()).toEqual(told);
    const cells = rows().map((each) => within(each).queryByText(/^(On the way|No answer)$/)?.textContent);
    expect(cells).toEqual(told);
  });

  it("tells of nobody before the panel is open", () => {
    show(7, (of) => {
      answers(of);
      panel(of).status = PanelStatus.PLANNED;
    });
    expect(said().filter(Boolean)).toEqual([]);
  });

  it("stands beside the one who is next, once it has answered", async () => {
    const { change } = show(6);
    expect(next().queryByText("On the way")).toBeNull();
    await change(answers);
    expect(next().getByText("On the way")).toBeTruthy();
  });

  it("takes its column from the names, and only where there is one", () => {
    const names = new Set(["Chile"]);
    const [without, beside] = [roomFor(names, 1000), roomFor(names, 1000, true)];
    expect(without.name + without.speaker - beside.name - beside.speaker).toBe(82);
  });
});

describe("L13 in writing", () => {
  const choose = async (place: RegExp, name: string) => {
    row(place).focus();
    await key("Enter", row(place));
    return userEvent.click(await screen.findByRole("menuitem", { name }));
  };

  it("is filed from the menu of a row, and put back", async () => {
    const { hall, answer } = show(6);
    await choose(/^2\. /, "File in writing");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "fileInWriting", value: { entry: 2 } });
    await answer(accepted({ case: "restoreEntry", value: { entry: 2 } }));
    await press(/^Undo: .*: filed in writing/);
    expect(hall.acts.at(-1)?.act).toEqual({ case: "restoreEntry", value: { entry: 2 } });
  });

  it("is not offered for a question", async () => {
    const { hall } = show(6, (of) => {
      of.entries = of.entries.map((entry) => (entry.id === 2 ? { ...entry, kind: Kind.QUESTION } : entry));
    });
    row(/^2\. /).focus();
    await key("Enter", row(/^2\. /));
    const item = await screen.findByRole("menuitem", { name: "File in writing" });
    expect(item).toHaveAttribute("aria-disabled", "true");
    expect(hall.acts).toEqual([]);
  });
});
