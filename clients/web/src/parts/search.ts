// Finding a delegation by what a person types: its name without regard to accents and case, or its code. Pure.

export interface Choice {
  id: string;
  name: string;
}

export function plainLetters(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/g, "'").toLowerCase().trim();
}

/** Those that fit, best first: the code, then names that begin so, then a word that does, then anywhere in it. */
export function matching<T extends Choice>(choices: readonly T[], typed: string): T[] {
  const wanted = plainLetters(typed);
  if (!wanted) return [...choices];
  const ranked = choices.flatMap((choice) => {
    const rank = rankOf(choice, wanted);
    return rank === undefined ? [] : [{ choice, rank }];
  });
  return ranked.sort((left, right) => left.rank - right.rank).map(({ choice }) => choice);
}

function rankOf({ id, name }: Choice, wanted: string): number | undefined {
  const words = plainLetters(name);
  if (plainLetters(id) === wanted) return 0;
  if (words.startsWith(wanted)) return 1;
  if (words.split(/[\s'(-]+/).some((word) => word.startsWith(wanted))) return 2;
  return words.includes(wanted) ? 3 : undefined;
}
