import { describe, expect, it } from "vitest";
import { linesOf, stepFor } from "./fit";

/** Every letter as wide as its size. */
const square = (text: string, size: number) => text.length * size;

describe("whether words fit", () => {
  it("counts the lines that whole words take", () => {
    expect(linesOf("aaa bbb ccc", 110, 10, 600, square)).toBe(1);
    expect(linesOf("aaa bbb ccc", 109, 10, 600, square)).toBe(2);
    expect(linesOf("aaa bbb ccc", 30, 10, 600, square)).toBe(3);
  });

  it("breaks after a hyphen, and never inside a word", () => {
    expect(linesOf("Guinea-Bissau", 80, 10, 600, square)).toBe(2);
    expect(linesOf("Liechtenstein", 80, 10, 600, square)).toBe(Number.POSITIVE_INFINITY);
  });

  it("takes the largest size that holds the text, else the smallest", () => {
    const steps = [
      { size: 15, lines: 1 },
      { size: 13, lines: 2 },
      { size: 12, lines: 3 },
    ];
    expect(stepFor("Chile", 80, steps, 600, square)).toBe(0);
    expect(stepFor("Chile Chile", 80, steps, 600, square)).toBe(1);
    expect(stepFor("Chile Chile Chile", 62, steps, 600, square)).toBe(2);
    expect(stepFor("Chile Chile Chile Chile", 62, steps, 600, square)).toBe(2);
  });
});
