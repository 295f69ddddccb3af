import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "../../i18n/catalogues";
import { renderScreen } from "../../testing/hall";
import type { Staging } from "../../testing/staged";
import { afternoon, as, entries, freeFloor, ledgerStanding, noon_of_tests, queue, speech } from "../../testing/views";
import { LedgerIs } from "../../wire";
import Delegate from "./index";

const HELD = "Nothing new is accepted for a moment; nothing is lost.";
const KEPT: Record<Locale, readonly [one: string, two: string]> = {
  en: ["Your request is kept and will be sent on.", "Your 2 requests are kept and will be sent on."],
  fr: ["Votre demande est conservée et sera transmise.", "Vos 2 demandes sont conservées et seront transmises."],
  es: ["Su solicitud se conserva y se enviará.", "Sus 2 solicitudes se conservan y se enviarán."],
};
const held: Staging = { ledger: ledgerStanding(), answer: () => "unconfirmed" };
const show = (staging: Staging = held, locale: Locale = "en") => renderScreen(<Delegate />, staging, locale);
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const readOut = (words: string) => screen.getAllByRole("status").filter((each) => each.textContent === words);
const withdraw = { case: "withdrawEntry", value: { entry: 15 } } as const;
const waiting = ["c1", "c2"].map((id) => ({ id, act: withdraw, expiresAt: noon_of_tests + 300_000, sent: true }));

describe("a delegation, while nothing new is accepted", () => {
  it("is told so, once, and that what it asks is kept once it has asked", async () => {
    const { hall } = show();
    expect(readOut(HELD)).toHaveLength(1);
    await press("Withdraw");
    await press("Withdraw now");
    expect(readOut(HELD)).toHaveLength(0);
    expect(readOut(KEPT.en[0])).toHaveLength(1);
    expect(screen.getByRole("button", { name: /^Withdrawing/ })).toHaveAttribute("data-unconfirmed");
    act(() => hall.stage({ ledger: undefined }));
    expect(screen.queryByText(KEPT.en[0])).toBeNull();
    expect(screen.getByRole("button", { name: /^Withdrawing/ })).toHaveAttribute("data-unconfirmed");
  });

  it("is told so in the form that it has sent, over which the rest of the screen is hidden", async () => {
    const others = entries.map(({ id }) => id).filter((id) => id !== 15);
    show({ ...held, entities: afternoon(as.queue(queue("high-level", others))) });
    await press("Ask for the floor");
    const form = within(screen.getByRole("dialog"));
    expect(form.queryByText(KEPT.en[0])).toBeNull();
    await userEvent.click(form.getByRole("button", { name: "Ask for the floor" }));
    expect(form.getByText(KEPT.en[0])).toBeVisible();
    const over = [...document.querySelectorAll("[role=status][data-live-announcer]")].map((each) => each.textContent);
    expect(over).toContain(KEPT.en[0]);
  });

  it.each(locales)("is told in %s how much is kept", (locale) => {
    const { hall } = show({ ledger: ledgerStanding(), unanswered: waiting.slice(0, 1) }, locale);
    expect(readOut(KEPT[locale][0])).toHaveLength(1);
    act(() => hall.stage({ unanswered: waiting }));
    expect(readOut(KEPT[locale][1])).toHaveLength(1);
  });

  it("keeps its word on the screen where its clock fills it, and hears it once", () => {
    const { hall } = show({ ledger: ledgerStanding(), entities: afternoon(as.floor(speech("EC", 40_000))) });
    expect(screen.getByRole("button", { name: "Give back the floor" })).toBeVisible();
    const [place] = readOut(HELD);
    act(() => hall.put(as.floor(freeFloor())));
    expect(readOut(HELD)).toEqual([place]);
  });

  it("is told that it may see what was", () => {
    show({ ledger: ledgerStanding({ is: LedgerIs.OUT_OF_TOUCH }) });
    expect(readOut("This may be behind; finding another connection.")).toHaveLength(1);
  });
});
