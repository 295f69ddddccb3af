// Finding who is meant by what a person types: any of the names, without regard to accents, case and punctuation, the words
// in any order; a code or a short form; or the first letters of a name's words ("uk", "drc"). The one search of all screens.
// Pure.

export interface Choice {
  id: string;
  name: string;
  /** What else it goes by: its name in other languages, short forms. */
  also?: readonly string[] | undefined;
}

/** Letters that no decomposition takes apart. */
const FOLDED: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th" },
};

/** Letters and digits alone, the words a blank apart. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðłıþ]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[’']s\b/gu, "s")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words that initials leave out, in the languages of the screens. */
const SMALL = new Set("a al and d da de del des du e el et for la las le les los l of pour the y para".split(" "));

interface Read {
  plain: string;
  words: readonly string[];
  initials: string;
}

const known = new Map<string, Read>();
const known_max = 5_000;

function read(name: string): Read {
  const found = known.get(name);
  if (found) return found;
  const plain = plainLetters(name);
  const words = plain.split(" ");
  const initials = words.flatMap((word) => (SMALL.has(word) ? [] : [word.charAt(0)])).join("");
  const made = { plain, words, initials };
  if (known.size >= known_max) known.clear();
  known.set(name, made);
  return made;
}

/** Those that fit, best first: the code or a whole name, then names that begin so, then words that do, then letters anywhere. */
export function matching<T extends Choice>(choices: readonly T[], typed: string): T[] {
  const wanted = plainLetters(typed);
  if (!wanted) return [...choices];
  const ranked = choices.flatMap((choice) => {
    const rank = rankOf(choice, wanted);
    return rank === undefined ? [] : [{ choice, rank }];
  });
  return ranked.sort((left, right) => left.rank - right.rank).map(({ choice }) => choice);
}

/** From this rank on, letters stand within a word and begin none. */
export const rank_within = 3;

/** Smaller is better; undefined where it does not fit. */
export function rankOf({ id, name, also = [] }: Choice, wanted: string): number | undefined {
  if (plainLetters(id) === wanted) return 0;
  const tokens = wanted.split(" ");
  const ranks = [name, ...also].map((each) => rankOfName(read(each), wanted, tokens));
  return ranks.reduce((best, rank) => (best === undefined || (rank !== undefined && rank < best) ? rank : best));
}

function rankOfName({ plain, words, initials }: Read, wanted: string, tokens: readonly string[]): number | undefined {
  if (plain === wanted) return 0;
  if (plain.startsWith(wanted)) return 1;
  const begins = (token: string) =>
    words.some((word) => word.startsWith(token)) || (token.length > 1 && initials.includes(token));
  if (tokens.every(begins)) return 2;
  return tokens.every((token) => plain.includes(token)) ? rank_within : undefined;
}
