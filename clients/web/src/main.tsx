// The screen is chosen by the path; each comes in a file of its own.
import "./parts/tokens.css";
import { type ComponentType, lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "./i18n";
import { isLocale } from "./i18n/catalogues";
import { Skeleton } from "./parts/Skeleton";
import { keepNextShown } from "./screens/display/shown";
import type { ScreenName } from "./shared/code";
import { Failure } from "./shared/failure";
import { Gate } from "./shared/gate";

const Join = lazy(() => import("./screens/join"));
const screens: Record<ScreenName, ComponentType> = {
  booth: lazy(() => import("./screens/booth")),
  captions: lazy(() => import("./screens/captions")),
  chair: lazy(() => import("./screens/chair")),
  delegate: lazy(() => import("./screens/delegate")),
  desk: lazy(() => import("./screens/desk")),
  display: lazy(() => import("./screens/display")),
};

function Screen({ path }: { path: string }) {
  const name = path.replace(/^\/+|\/+$/g, "");
  if (!(name in screens)) return <Join />;
  const screen = name as ScreenName;
  const Shown = screens[screen];
  return (
    <Gate screen={screen}>
      <Shown />
    </Gate>
  );
}

const lang = new URLSearchParams(window.location.search).get("lang");
const onDisplay = /^\/display\b/.test(window.location.pathname);
// Dark from the first frame on (see shared/dark.ts).
if (/^\/(display|booth|captions)\b/.test(window.location.pathname)) document.documentElement.dataset.theme = "dark";
keepNextShown(window.location.search);
const place = document.getElementById("screen");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <I18nProvider fixed={isLocale(lang) ? lang : undefined} ignoreKept={onDisplay}>
        <Failure>
          <Suspense fallback={<Skeleton />}>
            <Screen path={window.location.pathname} />
          </Suspense>
        </Failure>
      </I18nProvider>
    </StrictMode>,
  );
}
