// A page for looking at the screens: ?screen=delegate&state=waiting&lang=fr shows one, without a server; no query lists
// them. In development only: `npm run gallery`, then /src/testing/gallery.html.
import "../parts/tokens.css";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "../i18n";
import { isLocale } from "../i18n/catalogues";
import { HallProvider } from "../shared/hall";
import { StagedHall, type Staging } from "./staged";
import { holdAllWords } from "./words";

export type Shown = { staging?: Staging; element: ReactNode };
export type Gallery = Record<string, () => Shown>;

const galleries = import.meta.glob<{ gallery: Gallery }>("../screens/*/gallery.tsx", { eager: true });
const byScreen = new Map(
  Object.entries(galleries).map(([path, module]) => [path.split("/").at(-2) ?? "", module.gallery]),
);

holdAllWords();
const query = new URLSearchParams(window.location.search);
const lang = query.get("lang");
const theme = query.get("theme");
if (theme) document.documentElement.dataset.theme = theme;
const place = document.getElementById("screen");
if (place) createRoot(place).render(page());

function page(): ReactNode {
  const shown = byScreen.get(query.get("screen") ?? "")?.[query.get("state") ?? ""]?.();
  if (!shown) return <Index />;
  return (
    <I18nProvider fixed={isLocale(lang) ? lang : "en"}>
      <HallProvider hall={new StagedHall(shown.staging)}>{shown.element}</HallProvider>
    </I18nProvider>
  );
}

function Index() {
  return (
    <ul>
      {[...byScreen].flatMap(([screen, gallery]) =>
        Object.keys(gallery).map((state) => (
          <li key={`${screen} ${state}`}>
            <a href={`?screen=${screen}&state=${state}`}>
              {screen}: {state}
            </a>
          </li>
        )),
      )}
    </ul>
  );
}
