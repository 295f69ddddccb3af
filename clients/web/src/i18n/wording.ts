// What a language calls by one of two words, as bodies differ: the catalogues have the first, and a session's programme may
// choose the other. Both have the same gender and number, so that the sentence around them stays as it is.

/** The words of the catalogues, with those that stand in their place. */
export type Wording = Record<string, string>;

const wordings = new Map<string, { first: RegExp; other: Wording }>();

/** It comes with the words of its language; most have none. */
export function holdWording(locale: string, other: Wording): void {
  wordings.set(locale, { first: new RegExp(Object.keys(other).join("|"), "g"), other });
}

/** A message of the catalogue as the session says it; `otherwise`: by the other of the two words. */
export function worded(locale: string, message: string, otherwise: boolean): string {
  const wording = otherwise ? wordings.get(locale) : undefined;
  return wording ? message.replace(wording.first, (words) => wording.other[words] ?? words) : message;
}
