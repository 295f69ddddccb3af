// The sign-in code: it comes in the fragment of a link or from the join screen, and is kept for each screen in the tab and
// on the device. It never stays in the address.

import { forgetAllBut } from "./kept";

const screen_names = ["booth", "captions", "chair", "delegate", "desk", "display"] as const;
export type ScreenName = (typeof screen_names)[number];

const key = (screen: ScreenName) => `rostrum.code.${screen}`;

export const code_length = 8;

/** Codes have none of these letters: who types one has read the sign beside it. */
const misread: Record<string, string> = { O: "0", I: "1", L: "1", U: "V" };

/** Letters and digits only, as the server compares them. */
export function tidyCode(text: string): string {
  const signs = text
    .normalize("NFKC")
    .replace(/[^0-9a-z]/gi, "")
    .toUpperCase();
  return signs.replace(/[OILU]/g, (letter) => misread[letter] ?? letter);
}

/** What a person pasted or typed: a code, a whole link with one, or a line in which either stands among words. */
export function codeFrom(text: string): string {
  const hash = text.indexOf("#");
  const all = tidyCode(hash >= 0 ? text.slice(hash + 1) : text);
  return all.length === code_length ? all : (codeIn(text) ?? all);
}

/** Eight signs, parted in the middle or not, with no letter or digit beside them. */
const like_a_code =
  /(?:^|[^\p{L}\p{N}])(?=([0-9a-z]{4})(\s?[\p{Pd}\u2212\u00ad._/]?\s?)([0-9a-z]{4})(?![\p{L}\p{N}]))/giu;

/** Two short words, or a long one, look like a code too: what has digits, capitals or a dash is rather one. */
function codeIn(text: string): string | undefined {
  let best: { code: string; likely: number } | undefined;
  for (const [, first = "", between = "", second = ""] of text.normalize("NFKC").matchAll(like_a_code)) {
    const signs = first + second;
    const dashed = between.trim() !== "" || between === "\u00ad";
    const capitals = signs === signs.toUpperCase();
    const likely = (/[0-9]/.test(signs) ? 4 : 0) + (capitals ? 2 : 0) + (dashed ? 2 : 0) + (between === "" ? 1 : 0);
    if (likely > (best?.likely ?? least_likely)) best = { code: tidyCode(signs), likely };
  }
  return best?.code;
}

/** A word of eight letters in a sentence is no code. */
const least_likely = 1;

/** Takes the code out of the address. */
export function takeFragment(): string | undefined {
  const code = tidyCode(window.location.hash);
  if (window.location.hash) {
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
  }
  return code || undefined;
}

/** Why somebody was signed out, where no refusal was the reason. */
export const asked_for = "asked_for";

/** The join screen, which then says why nobody is signed in any more: in its address, as nothing stays on the device. */
export const joinAfter = (why: string) => `/join?out=${encodeURIComponent(why)}`;

/** Why who comes to the join screen was signed out; undefined where they were not. */
export function whyOut(): string | undefined {
  return new URLSearchParams(window.location.search).get("out") ?? undefined;
}

/** So that a page that is loaded again, or a link that is copied, does not say it again. */
export function forgetWhyOut(): void {
  const { pathname, search, hash } = window.location;
  const rest = new URLSearchParams(search);
  if (!rest.has("out")) return;
  rest.delete("out");
  window.history.replaceState(null, "", `${pathname}${rest.size > 0 ? `?${rest}` : ""}${hash}`);
}

export function keepCode(screen: ScreenName, code: string): void {
  for (const storage of storages()) {
    try {
      storage.setItem(key(screen), code);
    } catch {
      // A full storage: the code lasts as long as the page.
    }
  }
  forgetWhoLeft();
}

/** Whoever comes to a shared device by another code finds nothing of those before: their texts are under embargo. */
export function forgetWhoLeft(): void {
  const all = storages();
  const codes = screen_names.flatMap((screen) => all.map((storage) => storage.getItem(key(screen))));
  forgetAllBut(new Set(codes.filter((code) => code !== null)));
}

/** The tab's own comes first: two tabs of a device may be of two delegations. */
export function keptCode(screen: ScreenName): string | undefined {
  for (const storage of storages()) {
    const code = storage.getItem(key(screen));
    if (code) return code;
  }
  return undefined;
}

/** The screen that this tab is signed in to, other tabs of the device aside. */
export function screenOfTab(): ScreenName | undefined {
  const [tab] = storages();
  return screen_names.find((screen) => tab?.getItem(key(screen)));
}

export function forgetCode(screen: ScreenName): void {
  for (const storage of storages()) storage.removeItem(key(screen));
}

/** On every screen that is signed in with it: the desk may have been at the chair's console too. */
export function forgetCodeEverywhere(code: string): void {
  for (const screen of screen_names) {
    for (const storage of storages()) if (storage.getItem(key(screen)) === code) storage.removeItem(key(screen));
  }
}

/** The tab's own, then the device's; none where the browser gives none. */
export function storages(): Storage[] {
  try {
    return [window.sessionStorage, window.localStorage];
  } catch {
    return [];
  }
}

/** The tab's own, where the browser gives one. */
export const tabStorage = (): Storage | undefined => storages()[0];

/** What all tabs of the device share, where the browser gives it. */
export const deviceStorage = (): Storage | undefined => storages()[1];
