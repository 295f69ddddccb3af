// The screen is chosen by the path; each comes in a file of its own.
import "./parts/tokens.css";
import { type ComponentType, lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { firstLocale, I18nProvider } from "./i18n";
import { isLocale, loadWords, speakFrom } from "./i18n/catalogues";
import { Skeleton } from "./parts/Skeleton";
import { keepNextShown } from "./screens/display/shown";
import type { ScreenName } from "./shared/code";
import { Failure } from "./shared/failure";
import { Gate } from "./shared/gate";
import { untilItComes } from "./sync/backoff";

const Join = lazy(() => import("./screens/join"));
const screens: Record<ScreenName, ComponentType> = {
  booth: lazy(() => import("./screens/booth")),
  captions: lazy(() => import("./screens/captions")),
  chair: lazy(() => import("./screens/chair")),
  delegate: lazy(() => import("./screens/delegate")),
  desk: lazy(() => import("./screens/desk")),
  display: lazy(() => import("./screens/display")),
};

const name = window.location.pathname.replace(/^\/+|\/+$/g, "");
const screen = name in screens ? (name as ScreenName) : undefined;

function Screen() {
  if (!screen) return <Join />;
  const Shown = screens[screen];
  return (
    <Gate screen={screen}>
      <Shown />
    </Gate>
  );
}

const lang = new URLSearchParams(window.location.search).get("lang");
const start = { fixed: isLocale(lang) ? lang : undefined, ignoreKept: screen === "display" };
// Dark from the first frame on (see shared/dark.ts).
if (screen && ["display", "booth", "captions"].includes(screen)) document.documentElement.dataset.theme = "dark";
keepNextShown(window.location.search);

const place = document.getElementById("screen");
if (place) {
  // Without words there is nothing to show.
  speakFrom(screen ?? "join");
  void untilItComes(() => loadWords(firstLocale(start))).then(() =>
    createRoot(place).render(
      <StrictMode>
        <I18nProvider {...start}>
          <Failure>
            <Suspense fallback={<Skeleton />}>
              <Screen />
            </Suspense>
          </Failure>
        </I18nProvider>
      </StrictMode>,
    ),
  );
}
