// The words on the screens: a file for each language and part. A screen loads the parts it needs, in one language; another
// language is loaded when it is asked for. What was loaded is held here, for the whole page. English tells which there are.

import { type Articles, holdArticles } from "./articles";
import { partsOf } from "./partsOf";
import { holdWording, type Wording } from "./wording";

export const locales = ["en", "fr", "es"] as const;
export type Locale = (typeof locales)[number];

export type MessageId =
  | keyof typeof import("./messages/en/acts.json")
  | keyof typeof import("./messages/en/booth.json")
  | keyof typeof import("./messages/en/captions.json")
  | keyof typeof import("./messages/en/chair.json")
  | keyof typeof import("./messages/en/common.json")
  | keyof typeof import("./messages/en/delegate.json")
  | keyof typeof import("./messages/en/desk.json")
  | keyof typeof import("./messages/en/display.json")
  | keyof typeof import("./messages/en/join.json")
  | keyof typeof import("./messages/en/managing.json")
  | keyof typeof import("./messages/en/motions.json");
export type Catalogue = Record<string, string>;

const files = import.meta.glob<Catalogue>("./messages/*/*.json", { import: "default" });

const wordingOf = import.meta.glob<Wording>("./wording/*.json", { import: "default" });

const articlesOf = import.meta.glob<Articles>("./articles/*.ts", { import: "articles" });

const held = new Map<Locale, Catalogue>();
let parts: readonly string[] = ["common"];
/** Whether States are named in sentences; on the way in none is. */
let names_states = true;

/** The words of a language, if they are here. */
export function wordsOf(locale: Locale): Catalogue | undefined {
  return held.get(locale);
}

export function holdWords(locale: Locale, words: Catalogue): void {
  held.set(locale, words);
}

export function letGoOfWords(locale: Locale): void {
  held.delete(locale);
}

/** Says which parts this page needs of any language; before the first is loaded. */
export function speakFrom(screen: string): void {
  parts = partsOf(screen);
  names_states = screen !== "join";
}

/** Loads the words of a language, unless they are here. Rejects where they do not come; a later try may. */
export async function loadWords(locale: Locale): Promise<void> {
  if (held.has(locale)) return;
  const [articles, wording, ...loaded] = await Promise.all([
    names_states ? articlesOf[`./articles/${locale}.ts`]?.() : undefined,
    wordingOf[`./wording/${locale}.json`]?.(),
    ...parts.map((part) => files[`./messages/${locale}/${part}.json`]?.()),
  ]);
  if (articles) holdArticles(locale, articles);
  if (wording) holdWording(locale, wording);
  holdWords(locale, Object.assign({}, ...loaded));
}

export function isLocale(tag: string | null | undefined): tag is Locale {
  return locales.some((locale) => locale === tag);
}
