// The screen is chosen by the path; each comes in a file of its own. All that it needs is asked for at once: what is asked for
// only when another thing has come waits for one more way there and back. So this file, which asks, holds nothing to draw with.
import "./parts/tokens.css";
import type { ComponentType } from "react";
import { isLocale, loadWords, speakFrom } from "./i18n/catalogues";
import { firstLocale, spokenHere } from "./i18n/first";
import { keptTheme } from "./parts/themeKept";
import { keepNextShown } from "./screens/display/shown";
import type { ScreenName } from "./shared/code";
import { loadAgainOnceServed, untilItComes } from "./sync/backoff";

const screens: Record<ScreenName, () => Promise<{ default: ComponentType }>> = {
  booth: () => import("./screens/booth"),
  captions: () => import("./screens/captions"),
  chair: () => import("./screens/chair"),
  delegate: () => import("./screens/delegate"),
  desk: () => import("./screens/desk"),
  display: () => import("./screens/display"),
};

const name = window.location.pathname.replace(/^\/+|\/+$/g, "");
const screen = Object.hasOwn(screens, name) ? (name as ScreenName) : undefined;

const lang = new URLSearchParams(window.location.search).get("lang");
const language = {
  fixed: isLocale(lang) ? lang : undefined,
  ignoreKept: screen === "display",
  last: screen && spokenHere(),
};
speakFrom(screen ?? "join");

// Nobody may be there to press a button, as at a display: each is asked for until it is here.
function sure<T>(load: () => Promise<T>): Promise<T> {
  return untilItComes(load, loadAgainOnceServed);
}

const drawing = sure(() => import("./shared/start"));
const gate = screen && sure(() => import("./shared/gate"));
const shown = sure<{ default: ComponentType }>(screen ? screens[screen] : () => import("./screens/join"));
// The line is made while the rest is on its way.
if (screen) void gate?.then(({ openAhead }) => openAhead(screen));
// Of a link that holds a code.
else if (window.location.hash) void import("./screens/join/SigningIn").catch(() => {});

// From the first frame on (see shared/dark.ts and parts/theme.ts).
const dark = screen === "display" ? "dark" : undefined;
const theme =
  screen === "booth" || screen === "captions" ? (keptTheme("booth") ?? "dark") : (dark ?? keptTheme("table"));
if (theme) document.documentElement.dataset.theme = theme;
keepNextShown(window.location.search);

const place = document.getElementById("screen");
if (place) {
  // Without words there is nothing to show.
  const words = sure(() => loadWords(firstLocale(language)));
  void Promise.all([drawing, words]).then(([{ start }]) => {
    start(place, language, shown, gate && screen ? { screen, gate } : undefined);
  });
}
