// How French and Spanish put a name after "of" and "to": with its article, elided or contracted with the preposition, "du
// Chili", "à l’Union africaine", "al Ecuador". Names carry no article in a programme, so it is found here: by the word that a
// name begins with, for bodies, long names of States and panellists who go by what they are, else by the code of the State that
// the language calls so. A name that neither knows goes without, as names of persons do. Articles of States are those that the
// United Nations use.

export type Preposition = "of" | "to";

export type Articles = {
  /** Of States, by their ISO 3166 codes; the others go without. */
  states: Record<string, string>;
  /** What conferences call a State otherwise than CLDR does, and does not begin with a word below. */
  called: Record<string, string>;
  words: Record<string, string>;
  put(preposition: Preposition, article: string, name: string): string;
};

const languages: Record<string, Articles> = {};

/** They come with the words of their language; there are none in English. */
export function holdArticles(locale: string, articles: Articles): void {
  languages[locale] = articles;
}

/** What stands before the name, with its blank or apostrophe. */
export function before(locale: string, preposition: Preposition, name: string): string {
  const articles = languages[locale];
  if (!articles) return `${preposition} `;
  return articles.put(preposition, articleOf(locale, name), name);
}

/** "le", "la", "los", or "" for a name that goes without, or is not known. */
export function articleOf(locale: string, name: string): string {
  const known = tableOf(locale);
  // Official names put "(République islamique d’)" behind.
  const short = name.replace(/ \(.*\)$/, "");
  const word = /^[^\s,]+/.exec(name)?.[0] ?? "";
  return known.get(short) ?? known.get(`${word} `) ?? known.get(`${word.split("-")[0]} `) ?? "";
}

const tables = new Map<string, Map<string, string>>();

/** Articles by the name of the State, and by the word followed by a blank. */
function tableOf(locale: string): Map<string, string> {
  const made = tables.get(locale) ?? new Map<string, string>();
  const articles = languages[locale];
  if (!articles || tables.has(locale)) return made;
  tables.set(locale, made);
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const each = (of: Record<string, string>, key: (part: string) => string | undefined) => {
    for (const [article, parts] of Object.entries(of)) {
      for (const part of parts.split(" ")) made.set(key(part) ?? part, article);
    }
  };
  each(articles.words, (word) => `${word} `);
  each(articles.states, (code) => names.of(code));
  for (const [name, article] of Object.entries(articles.called)) made.set(name, article);
  return made;
}
