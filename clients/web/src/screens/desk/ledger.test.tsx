import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "../../i18n/catalogues";
import { two_away } from "../../testing/away";
import { renderScreen } from "../../testing/hall";
import { ledgerStanding } from "../../testing/views";
import { LedgerIs, type LedgerStanding } from "../../wire";
import { busy, staged } from "./fixture";
import DeskScreen from "./index";

const AWAY: Record<Locale, readonly [one: string, two: string]> = {
  en: [
    "Record server away: 10.0.0.12:6379 (does not answer)",
    "Record servers away: 10.0.0.12:6379 (does not answer) and 10.0.0.13:6379 (no room on its disk)",
  ],
  fr: [
    "Serveur d’enregistrement absent : 10.0.0.12:6379 (does not answer)",
    "Serveurs d’enregistrement absents : 10.0.0.12:6379 (does not answer) et 10.0.0.13:6379 (no room on its disk)",
  ],
  es: [
    "Servidor de registro ausente: 10.0.0.12:6379 (does not answer)",
    "Servidores de registro ausentes: 10.0.0.12:6379 (does not answer) y 10.0.0.13:6379 (no room on its disk)",
  ],
};
const WHY: Record<Locale, string> = {
  en: "Reason, as the server gives it: no node writes",
  fr: "Raison donnée par le serveur : no node writes",
  es: "Motivo, según el servidor: no node writes",
};
const show = (ledger: LedgerStanding, locale: Locale = "en") =>
  renderScreen(<DeskScreen />, staged(busy, { ledger }), locale);
const well = (count: number) => ledgerStanding({ is: LedgerIs.WELL, since: 0, away: two_away.slice(0, count) });

describe("the desk", () => {
  it.each(locales)("says in %s which servers are away while all is well, and nothing else of the ledger", (locale) => {
    const { hall } = show(well(1), locale);
    for (const [index, words] of AWAY[locale].entries()) {
      act(() => hall.stage({ ledger: well(index + 1) }));
      expect(screen.getByText(words)).toBeVisible();
    }
    expect(screen.queryByText(/15:32/)).toBeNull();
  });

  it.each(locales)("says in %s since when nothing is accepted, why, and which servers are away", (locale) => {
    show(ledgerStanding({ why: "no node writes", away: two_away }), locale);
    expect(screen.getByText(/15:32/)).toBeVisible();
    expect(screen.getByText(WHY[locale])).toBeVisible();
    expect(screen.getByText(AWAY[locale][1])).toBeVisible();
  });

  it("says nothing of it any more once it stands well, or the line is down", () => {
    const { hall } = show(ledgerStanding({ why: "no node writes", away: two_away }));
    act(() => hall.stage({ status: "reconnecting" }));
    expect(screen.queryByText(/no node writes|10\.0\.0/)).toBeNull();
    act(() => hall.stage({ status: "live", ledger: undefined }));
    expect(screen.queryByText(/no node writes|10\.0\.0/)).toBeNull();
  });
});
