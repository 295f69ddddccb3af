import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "../../i18n/catalogues";
import { renderScreen } from "../../testing/hall";
import { refusedWith, type Staging } from "../../testing/staged";
import { afternoon, as, entries, noon_of_tests, queue } from "../../testing/views";
import { type Entity, Kind } from "../../wire";
import Delegate from "./index";

const WORD = "Sent, not yet confirmed";
const WORDS: Record<Locale, string> = {
  en: WORD,
  fr: "Envoyé, pas encore confirmé",
  es: "Enviado, aún sin confirmar",
};
const others = entries.map(({ id }) => id).filter((id) => id !== 15);
const withoutUs = () => afternoon(as.queue(queue("high-level", others)));
const show = (entities: Entity[] = afternoon(), over: Staging = {}, locale: Locale = "en") =>
  renderScreen(<Delegate />, { entities, answer: () => "unconfirmed", ...over }, locale);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const press = (name: string | RegExp) => userEvent.click(button(name));
const said = (on: HTMLElement) => within(on).queryByText(WORD);
/** For who listens: also over a dialog, behind which the page is silent. */
const readOut = () =>
  [...document.querySelectorAll(".visually-hidden[role=status][data-live-announcer]")].map((each) => each.textContent);

describe("what the delegation asked that is not known to be done yet", () => {
  it("L2 a withdrawal keeps its button, with the word on it", async () => {
    const { hall } = show();
    expect(readOut()).toEqual([""]);
    await press("Withdraw");
    await press("Withdraw now");
    const withdrawing = button(/^Withdrawing/);
    expect(withdrawing).toBeDisabled();
    expect(said(withdrawing)).not.toHaveAttribute("data-unsaid");
    expect(readOut()).toEqual([WORD]);
    act(() => hall.put(as.queue(queue("high-level", others))));
    await act(async () => hall.confirm());
    expect(screen.queryByText(WORD)).toBeNull();
    expect(readOut()).toEqual([""]);
    expect(hall.acts).toHaveLength(1);
  });

  it.each(locales)("says so in words of %s", async (locale) => {
    show(withoutUs(), { unanswered: [asked(true)] }, locale);
    expect(screen.getAllByText(WORDS[locale]).length).toBeGreaterThan(0);
    expect(readOut()).toEqual([WORDS[locale]]);
  });

  it("L2 a request stays in its form, which is neither refused nor sent anew", async () => {
    const { hall } = show(withoutUs());
    await press("Ask for the floor");
    const form = within(screen.getByRole("dialog"));
    await userEvent.click(form.getByRole("button", { name: "Ask for the floor" }));
    const sent = form.getByRole("button", { name: /^Asking for the floor/ });
    expect(said(sent)).toBeVisible();
    expect(sent).toHaveAttribute("data-unconfirmed");
    await userEvent.click(sent);
    expect(hall.acts).toHaveLength(1);
    expect(form.queryByRole("alert")).toBeNull();
    expect(readOut()).toEqual([WORD]);
    await act(async () => hall.confirm());
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("L2 a request of before a reload says so where it is asked for", () => {
    show(withoutUs(), { unanswered: [asked(true)] });
    expect(screen.getByText("Asking for the floor")).toBeVisible();
    expect(screen.queryByText("Your request is on its way.")).toBeNull();
    expect(screen.getAllByText(WORD).length).toBeGreaterThan(0);
  });

  it("L2 a request that has no answer yet, and is nothing worse, says as before that it is on its way", () => {
    show(withoutUs(), { unanswered: [asked(false)] });
    expect(screen.getByText("Your request is on its way.")).toBeVisible();
    expect(screen.queryByText(WORD)).toBeNull();
  });

  it("is held apart from what was certainly not done", async () => {
    show(afternoon(), { answer: () => refusedWith("held") });
    await press("Withdraw");
    await press("Withdraw now");
    expect(await screen.findByText("The record cannot be written at the moment. Nothing was done.")).toBeVisible();
    expect(button("Withdraw")).toBeEnabled();
    expect(screen.queryByText(WORD)).toBeNull();
  });

  it("is told, once it has expired, as what nobody knows", async () => {
    const { hall } = show();
    await press("Withdraw");
    await press("Withdraw now");
    await act(async () => hall.confirm(refusedWith("outcome_unknown")));
    expect(screen.getByText(/it is not known whether it was done\. The screen shows what stands/)).toBeVisible();
    expect(button("Withdraw")).toBeEnabled();
  });
});

function asked(unconfirmed: boolean) {
  const act = { case: "requestFloor", value: { panel: "high-level", kind: Kind.STATEMENT } } as const;
  const sent = { id: "c1", act, expiresAt: noon_of_tests + 60_000, sent: true };
  return unconfirmed ? ({ ...sent, unconfirmed } as const) : sent;
}
