// The words of all screens in all languages, for tests and the gallery: nothing waits for them there.
import "./articles";
import { type Catalogue, holdWords, type Locale, locales } from "../i18n/catalogues";

const files = import.meta.glob<Catalogue>("../i18n/messages/*/*.json", { import: "default", eager: true });

export function wordsIn(locale: Locale): Catalogue {
  const parts = Object.entries(files).filter(([path]) => path.includes(`/${locale}/`));
  return Object.assign({}, ...parts.map(([, words]) => words));
}

export function holdAllWords(): void {
  for (const locale of locales) holdWords(locale, wordsIn(locale));
}
