import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { useBack } from "./back";
import { SelectField } from "./Field";
import { Menu } from "./Menu";

function Parts() {
  const [form, setForm] = useState(false);
  const [tab, setTab] = useState("first");
  useBack(tab !== "first", () => setTab("first"));
  useBack(form, () => setForm(false));
  return (
    <>
      <p>{`${tab} ${form ? "form" : "no form"}`}</p>
      <button type="button" onClick={() => setForm(true)}>
        open
      </button>
      <button type="button" onClick={() => setForm(false)}>
        close
      </button>
      <button type="button" onClick={() => setTab("second")}>
        tab
      </button>
    </>
  );
}

const press = (name: string) => act(async () => screen.getByRole("button", { name }).click());
const back = () => act(async () => window.history.back());
const shows = (words: string) => waitFor(() => expect(screen.getByText(words)).toBeDefined());
const steps = () => (window.history.state as { open?: number } | null)?.open ?? 0;

describe("Back", () => {
  it("closes what was opened last, then what was opened before it", async () => {
    render(<Parts />);
    await press("tab");
    await press("open");
    expect(steps()).toBe(2);
    await back();
    await shows("second no form");
    await back();
    await shows("first no form");
    expect(steps()).toBe(0);
  });

  it("has no step left of what was closed otherwise", async () => {
    render(<Parts />);
    await press("open");
    expect(steps()).toBe(1);
    await press("close");
    await waitFor(() => expect(steps()).toBe(0));
    await press("tab");
    await press("open");
    await press("close");
    await waitFor(() => expect(steps()).toBe(1));
    await back();
    await shows("first no form");
  });

  it("closes a menu, and the choices of a field, before what they are in", async () => {
    const choices = [
      { id: "en", label: "English" },
      { id: "fr", label: "Français" },
    ];
    render(
      <>
        <Parts />
        <Menu button="EN" label="Languages" choices={choices} onChoose={() => {}} />
        <SelectField label="Spoken" value="en" onChange={() => {}} choices={choices} />
      </>,
    );
    await press("tab");
    for (const [opens, role] of [
      [/^Languages/, "menu"],
      [/Spoken/, "listbox"],
    ] as const) {
      await userEvent.click(screen.getByRole("button", { name: opens }));
      expect(screen.getByRole(role)).toBeVisible();
      await waitFor(() => expect(steps()).toBe(2));
      await back();
      await waitFor(() => expect(screen.queryByRole(role)).toBeNull());
      await shows("second no form");
      await waitFor(() => expect(steps()).toBe(1));
    }
  });

  it("leaves a page that is left no steps of it", async () => {
    const shown = render(<Parts />);
    await press("open");
    shown.unmount();
    await waitFor(() => expect(steps()).toBe(0));
  });
});
