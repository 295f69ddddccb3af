// A hall without a line, for the tests of screens and for the gallery: what is put into it stands, its time stands still
// until moved, and acts are answered as the case says.
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nProvider, type Locale } from "../i18n";
import { HallProvider } from "../shared/hall";
import { StagedHall, type Staging } from "./staged";

export { StagedHall } from "./staged";

/** Renders a screen before a staged hall; returns the hall too. */
export function renderScreen(screen: ReactNode, staging: Staging = {}, locale: Locale = "en") {
  const hall = new StagedHall(staging);
  const shown = render(
    <I18nProvider fixed={locale}>
      <HallProvider hall={hall}>{screen}</HallProvider>
    </I18nProvider>,
  );
  return { hall, ...shown };
}
