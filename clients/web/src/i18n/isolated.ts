// What people write may run from right to left. Put into a sentence as it is, it would pull numbers, brackets and marks beside it
// to the wrong side; between a first strong isolate and its end it keeps to itself.

const from_right_to_left =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Isolated where it needs to be: all our languages run from left to right, in which what does so too needs nothing. */
export function isolated(words: string): string {
  return from_right_to_left.test(words) ? `\u2068${words}\u2069` : words;
}

/** Between facts that stand side by side. It ends a line where one must end, and begins none. */
export const dot = "\u00a0· ";

/** What there is of these, side by side: "Statement · 3 min · Español". */
export function joined(parts: readonly (string | false | null | undefined)[], between = dot): string {
  return parts
    .filter((part) => typeof part === "string" && part !== "")
    .map((part) => isolated(String(part)))
    .join(between);
}
