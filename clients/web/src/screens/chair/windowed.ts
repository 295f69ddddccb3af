// Of a list of rows of one height, those that are in the page: the ones in sight with some beside, and those that are kept
// there wherever they are. What is left out between them is a gap of their height, so that the list is as long as ever. Pure.

/** From the first on, up to the last without it. */
export interface Span {
  first: number;
  last: number;
}

/** A row, a gap of so many rows before the row `before` (its length: after the last), or the line before a row. */
export type Piece =
  | { is: "row"; index: number }
  | { is: "gap"; rows: number; before: number }
  | { is: "line"; before: number };

/** `line`: the row before which the line stands; undefined where there is none. */
export function piecesOf(count: number, drawn: Span, kept: Iterable<number>, line?: number): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  /** What is left out up to there; the line parts a gap. */
  const skipTo = (index: number) => {
    if (line !== undefined && next <= line && line <= index && line < count) {
      gap(line);
      if (pieces.at(-1)?.is !== "line") pieces.push({ is: "line", before: line });
    }
    gap(index);
  };
  const gap = (index: number) => {
    if (index > next) pieces.push({ is: "gap", rows: index - next, before: index });
    next = Math.max(next, index);
  };
  for (const index of shown(count, drawn, kept)) {
    skipTo(index);
    pieces.push({ is: "row", index });
    next = index + 1;
  }
  skipTo(count);
  return pieces;
}

function shown(count: number, drawn: Span, kept: Iterable<number>): number[] {
  const first = Math.max(0, drawn.first);
  const last = Math.min(count, drawn.last);
  const beside = [...new Set(kept)].filter((index) => index >= 0 && index < count && (index < first || index >= last));
  const inside = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return [...beside, ...inside].sort((left, right) => left - right);
}
