import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { I18nProvider, type Locale } from "../i18n";
import { Dialog } from "./Dialog";
import { SelectField } from "./Field";
import { Menu } from "./Menu";

const words: [Locale, string][] = [
  ["en", "Close"],
  ["fr", "Fermer"],
  ["es", "Cerrar"],
];
const show = (locale: Locale, element: React.ReactNode) =>
  render(<I18nProvider fixed={locale}>{element}</I18nProvider>);
const unseen = () => screen.getAllByRole("button").filter((each) => each.tabIndex === -1);

describe.each(words)("the unseen button that closes, in %s", (locale, word) => {
  it("is named so beside a dialog, and closes it", async () => {
    const close = vi.fn();
    show(
      locale,
      <Dialog title="Form" open onClose={close}>
        <p>Words</p>
      </Dialog>,
    );
    expect(unseen().map((each) => each.getAttribute("aria-label"))).toEqual([word]);
    await userEvent.click(screen.getByRole("button", { name: word }));
    expect(close).toHaveBeenCalledOnce();
  });

  it("is named so beside a menu", async () => {
    show(locale, <Menu button="Open" label="Acts" choices={[{ id: "one", label: "One" }]} onChoose={() => {}} />);
    await userEvent.click(screen.getByRole("button"));
    expect(screen.getAllByRole("button", { name: word })).toHaveLength(2);
    expect(unseen()).toHaveLength(2);
  });

  it("is named so beside the choices of a field", async () => {
    const choices = [{ id: "one", label: "One" }];
    show(locale, <SelectField label="Which" value="one" onChange={() => {}} choices={choices} />);
    await userEvent.click(screen.getByRole("button"));
    expect(screen.getAllByRole("button", { name: word })).toHaveLength(2);
  });
});
