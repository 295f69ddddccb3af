import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { refusedWith } from "../../testing/staged";
import { choose, draw, press, refusals, row, show } from "./fixtureStage";

const main = () => document.querySelector("[data-main]");
const told = () => [...refusals().children].map((each) => each.querySelector("b")?.textContent);
const readOut = (words: RegExp) =>
  screen.getAllByRole("status").filter((each) => words.test(each.textContent ?? "")).length;

describe("what was refused", () => {
  it("is told by the name of the act, beside the strip and not in it, and read out", async () => {
    const { answer } = show();
    await press("End the speech");
    await answer(refusedWith("expired"));
    expect(refusals()).toHaveTextContent(/^End the speech of Kenya\s· It came too late and was not done\./);
    expect(refusals().closest("[data-zone]")).toBeNull();
    expect(readOut(/^End the speech of Kenya\s· It came too late/)).toBe(1);
  });

  it("is put away by Escape, the newest first, wherever the focus is", async () => {
    const { answer } = show();
    await press("Pause");
    await answer(refusedWith("speech_over"));
    await press(/^Give the floor to Chile/);
    await answer(refusedWith("changed_meanwhile"));
    expect(told()).toEqual(["Pause the speech of Kenya", "Give the floor to Chile"]);
    act(() => row(/^2\. /).focus());
    await userEvent.keyboard("{Escape}");
    expect(told()).toEqual(["Pause the speech of Kenya"]);
    expect(document.activeElement).toBe(row(/^2\. /));
    await userEvent.keyboard("{Escape}");
    expect(told()).toEqual([]);
  });

  it("stays where Escape means something nearer", async () => {
    const { answer } = show();
    await press("Pause");
    await answer(refusedWith("speech_over"));
    await userEvent.type(screen.getByRole("searchbox"), "mo{Escape}");
    expect(screen.getByRole("searchbox")).toHaveValue("");
    expect(told()).toHaveLength(1);
    await choose("Morocco", /^Move to place/);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(told()).toHaveLength(1);
    await draw(/^Limits/);
    await userEvent.keyboard("{Escape}");
    expect(told()).toEqual([]);
    expect(document.querySelector("[data-drawer]")).not.toBeNull();
  });

  it("is put away by its button, from which the focus goes to the large one", async () => {
    const { answer } = show();
    await press("Pause");
    await answer(refusedWith("speech_over"));
    const dismiss = within(refusals()).getByRole("button", { name: /^Dismiss/ });
    (main() as HTMLElement).focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(dismiss);
    await userEvent.keyboard("{Enter}");
    expect(told()).toEqual([]);
    expect(document.activeElement).toBe(main());
  });

  it("is put away at its row by a button from which the focus goes to the row", async () => {
    const { answer } = show();
    await choose("Morocco", "Not in the room");
    await answer(refusedWith("changed_meanwhile"));
    await userEvent.click(within(row(/^2\. /)).getByRole("button", { name: "Dismiss" }));
    expect(document.activeElement).toBe(row(/^2\. /));
  });

  it.each([
    ["programme", /^Programme/, "Close the panel"],
    ["panellists", /^Panellists/, /^Give the floor to /],
  ])("is told here once what the rail had opened is closed: %s", async (_, title, act) => {
    const { answer } = show();
    const drawn = await draw(title);
    await userEvent.click(within(drawn).getAllByRole("button", { name: act })[0] as HTMLElement);
    await answer(refusedWith("held"));
    expect(told()).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: title, expanded: true }));
    expect(told()).toHaveLength(1);
  });
});
