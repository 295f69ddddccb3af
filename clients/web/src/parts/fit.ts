// Whether words fit, asked of the font and not of the page: nothing is laid out to know it. Words break at blanks and after
// hyphens, never inside.

/** A size in pixels with the number of lines it may take. */
export type Step = { size: number; lines: number };
export type Measure = (text: string, size: number, weight: number) => number;

/** How wide a letter is on average where there is no font to ask. */
const letter_em = 0.56;
const known_max = 20_000;
/** A page rounds otherwise than a pen; what just fits by the one may not by the other. */
const spare = 1.02;

const known = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** In pixels, in the font of the screens. What was measured is kept until the fonts have changed. */
export const measureText: Measure = (text, size, weight) => {
  pen ??= typeof CanvasRenderingContext2D === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * size * letter_em;
  const key = `${weight} ${size} ${text}`;
  let width = known.get(key);
  if (width === undefined) {
    if (known.size > known_max) known.clear();
    pen.font = `${weight} ${size}px ${fontFamily()}`;
    width = pen.measureText(text).width * spare;
    known.set(key, width);
  }
  return width;
};

let family: string | undefined;
function fontFamily(): string {
  family ??= getComputedStyle(document.documentElement).fontFamily || "sans-serif";
  return family;
}

/** Another font may have come. */
export function forgetMeasured(): void {
  known.clear();
}

/** The lines that a text takes in a width; infinitely many where one of its words is wider than that. */
export function linesOf(text: string, width: number, size: number, weight: number, measure = measureText): number {
  let lines = 1;
  let left = width;
  for (const word of text.match(/[^\s-]*-+|[^\s-]+\s*|\s+/g) ?? []) {
    const bare = measure(word.trimEnd(), size, weight);
    if (bare > width) return Number.POSITIVE_INFINITY;
    if (bare > left) {
      lines += 1;
      left = width;
    }
    left -= measure(word, size, weight);
  }
  return lines;
}

/** The first step that holds the text; the last one where none does. */
export function stepFor(
  text: string,
  width: number,
  steps: readonly Step[],
  weight: number,
  measure = measureText,
): number {
  const found = steps.findIndex(({ size, lines }) => linesOf(text, width, size, weight, measure) <= lines);
  return found < 0 ? steps.length - 1 : found;
}
