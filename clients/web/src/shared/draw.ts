// A draw by lot as it is told: how far it is, what its word may be, and how digests are read out.
import type { Draw } from "../wire";

export type DrawStage = "prepared" | "frozen" | "drawn";

export function stageOfDraw(draw: Draw | undefined): DrawStage | undefined {
  if (!draw) return undefined;
  if (draw.drawnAt !== 0) return "drawn";
  return draw.frozenAt === 0 ? "prepared" : "frozen";
}

export const draw_word_max = 32;

/** What the hall may give for a word: 1 to 32 digits, capital letters and hyphens. */
export function wordIs(word: string): "fit" | "empty" | "long" | "wrong" {
  if (word === "") return "empty";
  if (!/^[0-9A-Z-]*$/.test(word)) return "wrong";
  return word.length > draw_word_max ? "long" : "fit";
}

/** A digest in groups, for reading it out. */
export function digitsIn(digest: string, group: number): string[] {
  return digest.match(new RegExp(`.{1,${group}}`, "g")) ?? [];
}
