import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "../i18n/catalogues";
import { renderScreen } from "../testing/hall";
import type { Staging } from "../testing/staged";
import { ledgerStanding, noon_of_tests } from "../testing/views";
import { LedgerIs } from "../wire";
import { LedgerLine, LedgerSince } from "./LedgerLine";

const HELD: Record<Locale, string> = {
  en: "Nothing new is accepted for a moment; nothing is lost.",
  fr: "Rien n’est accepté pour un instant\u202f; rien n’est perdu.",
  es: "Por un momento no se admite nada; nada se pierde.",
};
const OUT_OF_TOUCH: Record<Locale, string> = {
  en: "This may be behind; finding another connection.",
  fr: "Retard possible\u202f; recherche d’une autre connexion.",
  es: "Puede haber retraso; se busca otra conexión.",
};
/** By how many acts of the screen wait. */
const SINCE: Record<Locale, readonly string[]> = {
  en: [
    "Since 15:32\u00a0· No act of this screen waits for an answer",
    "Since 15:32\u00a0· 1 act of this screen waits for an answer",
    "Since 15:32\u00a0· 2 acts of this screen wait for an answer",
  ],
  fr: [
    "Depuis 15:32\u00a0· Aucune action de cet écran n’attend de réponse",
    "Depuis 15:32\u00a0· 1 action de cet écran attend une réponse",
    "Depuis 15:32\u00a0· 2 actions de cet écran attendent une réponse",
  ],
  es: [
    "Desde las 15:32\u00a0· Ningún acto de esta pantalla espera respuesta",
    "Desde las 15:32\u00a0· 1 acto de esta pantalla espera respuesta",
    "Desde las 15:32\u00a0· 2 actos de esta pantalla esperan respuesta",
  ],
};
const pause = { case: "pauseSpeech", value: { speech: 7 } } as const;
const waiting = ["c1", "c2"].map((id) => ({ id, act: pause, expiresAt: noon_of_tests + 30_000, sent: true }));
const line = (
  <LedgerLine>
    <LedgerSince />
  </LedgerLine>
);
const show = (staging: Staging = {}, locale: Locale = "en") => renderScreen(line, staging, locale);
const readOut = () => screen.getAllByRole("status").map((each) => each.textContent);

describe("how the ledger stands", () => {
  it.each(locales)("is told in words of %s, once, with since when and what waits beside it", (locale) => {
    const { hall, container } = show({ ledger: ledgerStanding() }, locale);
    expect(readOut()).toEqual([HELD[locale]]);
    for (const [count, words] of SINCE[locale].entries()) {
      act(() => hall.stage({ unanswered: waiting.slice(0, count) }));
      expect(container.textContent).toBe(`${HELD[locale]}${words}`);
    }
    act(() => hall.stage({ ledger: ledgerStanding({ is: LedgerIs.OUT_OF_TOUCH }) }));
    expect(readOut()).toEqual([OUT_OF_TOUCH[locale]]);
  });

  it("has a place on the screen before there is a word in it, and leaves nothing behind", () => {
    const { hall, container } = show();
    expect(readOut()).toEqual([""]);
    act(() => hall.stage({ ledger: ledgerStanding() }));
    expect(readOut()).toEqual([HELD.en]);
    act(() => hall.stage({ ledger: undefined }));
    expect(container.textContent).toBe("");
  });

  it("is not told where it stands well and a server is away", () => {
    const { container } = show({
      ledger: ledgerStanding({ is: LedgerIs.WELL, away: [{ server: "10.0.0.12:6379", why: "" }] }),
    });
    expect(container.textContent).toBe("");
  });

  it("is not told while the line is down: that is told by itself", () => {
    const { container } = show({ ledger: ledgerStanding(), status: "reconnecting" });
    expect(container.textContent).toBe("");
  });

  it("says no time that it was not told", () => {
    const { container } = show({ ledger: ledgerStanding({ since: 0 }) });
    expect(container.textContent).toBe(`${HELD.en}No act of this screen waits for an answer`);
  });
});
