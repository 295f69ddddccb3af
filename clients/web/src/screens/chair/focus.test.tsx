import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { accepted } from "../../testing/staged";
import { PanelStatus } from "../../wire";
import { freeFloor } from "./fixture";
import { draw, nothingFocused, panel, show } from "./fixtureStage";

const main = () => document.querySelector<HTMLElement>("[data-main]");
const sheet = () => screen.findByRole("dialog", { name: "Keys" });
const cases = (hall: { acts: { act: { case?: unknown } }[] }) => hall.acts.map(({ act }) => act.case);

describe("where nothing has the focus", () => {
  it("Space does what comes next as soon as the screen is there, after a sign-in and after a reload", async () => {
    const { hall } = show();
    expect(document.activeElement).toBe(main());
    await userEvent.keyboard(" ");
    expect(cases(hall)).toEqual(["giveFloor"]);
  });

  it("Space does what comes next after the sheet of keys was closed", async () => {
    const { hall } = show();
    await nothingFocused();
    await act(async () => fireEvent.keyDown(document.body, { key: "?" }));
    await sheet();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(main()));
    await userEvent.keyboard(" ");
    expect(cases(hall)).toEqual(["giveFloor"]);
  });

  it("but who types is not taken away from it", async () => {
    const { hall } = show();
    const find = document.querySelector<HTMLElement>("[data-find]") as HTMLElement;
    await userEvent.type(find, "mo?");
    expect(document.activeElement).toBe(find);
    await userEvent.keyboard(" ");
    expect(hall.acts).toEqual([]);
  });

  it("and from the button in the rail the sheet of keys gives the focus back to that", async () => {
    show();
    const keys = screen.getByRole("button", { name: /^Keys/ });
    await userEvent.click(keys);
    await sheet();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(keys));
  });
});

describe("the programme makes way for the list", () => {
  it.each([/^High-level/, /^The Year in Review/])("of the panel that was chosen in it: %s", async (name) => {
    show();
    const programme = await draw(/^Programme/);
    await userEvent.click(within(programme).getAllByRole("button", { name })[0] as HTMLElement);
    expect(document.querySelector("[data-drawer]")).toBeNull();
    if (main()) await waitFor(() => expect(document.activeElement).toBe(main()));
  });

  it("of the panel that was opened in it, and not where that was refused", async () => {
    const { answer, change } = show(3, (of) => {
      of.floor = freeFloor();
      panel(of).status = PanelStatus.PLANNED;
    });
    const open = async () => {
      const programme = await draw(/^Programme/);
      await userEvent.click(within(programme).getByRole("button", { name: "Open the panel" }));
    };
    await open();
    await answer({ ok: false, code: "held", details: {} });
    expect(document.querySelector("[data-drawer]")).not.toBeNull();
    await open();
    await change((of) => void Object.assign(panel(of), { status: PanelStatus.OPEN }));
    await answer(accepted());
    expect(document.querySelector("[data-drawer]")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(main()));
  });
});
