import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { aMomentLater, key, row, rows, show } from "./fixtureStage";

const find = () => screen.getByRole("searchbox");
const nobody = () => document.querySelector("[data-nobody-found]") as HTMLElement;
const said = () => document.querySelector("[data-said]")?.textContent;

describe("a delegation that is looked for and does not wait", () => {
  it("is said not to wait, and is added from there", async () => {
    show(6);
    await userEvent.type(find(), "france");
    expect(rows).toThrow();
    expect(within(nobody()).getByText("France is not waiting.")).toBeVisible();
    expect(said()).toBe("France is not waiting.");
    await userEvent.keyboard("{Enter}");
    const add = within(nobody()).getByRole("button", { name: "Add to the list of speakers: France" });
    expect(document.activeElement).toBe(add);
    await userEvent.keyboard("{Enter}");
    const form = await screen.findByRole("dialog", { name: "Add to the list of speakers" });
    expect(within(form).getByRole("combobox", { name: "Delegation" })).toHaveValue("France");
  });

  it("has the floor, where it has", async () => {
    show(6);
    await userEvent.type(find(), "kenya");
    expect(within(nobody()).getByText("Kenya has the floor")).toBeVisible();
  });

  it("waits, where only a filter hides it, and the filters are taken off there", async () => {
    show(6, (of) => {
      of.entries = of.entries.map((entry) => ({ ...entry, statementsBefore: entry.delegation === "CL" ? 1 : 0 }));
    });
    await userEvent.click(screen.getByRole("button", { name: /^Not yet heard/ }));
    await userEvent.type(find(), "chile");
    expect(within(nobody()).getByText("Chile waits, but a filter hides its row.")).toBeVisible();
    expect(within(nobody()).queryByRole("button", { name: /^Add/ })).toBeNull();
    await userEvent.click(within(nobody()).getByRole("button", { name: "Take the filters off" }));
    expect(rows()).toHaveLength(6);
  });

  it("is said not to be found, where there is none, and there is a way back", async () => {
    show(6);
    await userEvent.type(find(), "zzzz");
    expect(within(nobody()).getByText("No delegation is found.")).toBeVisible();
    await userEvent.click(within(nobody()).getByRole("button", { name: "Take the filters off" }));
    expect(rows()).toHaveLength(6);
  });

  it("is said not to wait, where its letters are typed on a row", async () => {
    show(6);
    row(/^1\. /).focus();
    aMomentLater();
    for (const letter of "fran") await key(letter, document.activeElement as Element);
    expect(said()).toBe("France is not waiting.");
  });
});
