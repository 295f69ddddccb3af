import { describe, expect, it } from "vitest";
import { type Piece, piecesOf } from "./windowed";

/** "3" a row, "(4)" a gap of four rows, "|" the line. */
const told = (pieces: Piece[]) =>
  pieces.map((piece) => (piece.is === "row" ? piece.index : piece.is === "gap" ? `(${piece.rows})` : "|")).join(" ");

describe("the rows of a list that are in the page", () => {
  it("are those in sight, between gaps as high as what is left out", () => {
    expect(told(piecesOf(20, { first: 8, last: 11 }, []))).toBe("(8) 8 9 10 (9)");
  });

  it("are all of a short list", () => {
    expect(told(piecesOf(3, { first: 0, last: 24 }, [0]))).toBe("0 1 2");
    expect(told(piecesOf(0, { first: 0, last: 24 }, [0]))).toBe("");
  });

  it("are also those that are kept, each at its own place and once", () => {
    expect(told(piecesOf(20, { first: 8, last: 11 }, [0, 9, 15, 15, -1, 20]))).toBe("0 (7) 8 9 10 (4) 15 (4)");
  });

  it("have the line before its row, in sight or in the middle of what is left out", () => {
    expect(told(piecesOf(20, { first: 8, last: 11 }, [], 9))).toBe("(8) 8 | 9 10 (9)");
    expect(told(piecesOf(20, { first: 8, last: 11 }, [], 15))).toBe("(8) 8 9 10 (4) | (5)");
    expect(told(piecesOf(20, { first: 8, last: 11 }, [0], 3))).toBe("0 (2) | (5) 8 9 10 (9)");
    expect(told(piecesOf(20, { first: 8, last: 11 }, [], 0))).toBe("| (8) 8 9 10 (9)");
    expect(told(piecesOf(20, { first: 8, last: 11 }, [], 11))).toBe("(8) 8 9 10 | (9)");
  });

  it("and the gaps are the whole list, whatever is in sight and kept", () => {
    for (let first = 0; first < 30; first += 7) {
      for (const line of [undefined, 0, 5, 29]) {
        const pieces = piecesOf(30, { first, last: first + 8 }, [0, 13, 29], line);
        const rows = pieces.reduce(
          (sum, piece) => sum + (piece.is === "gap" ? piece.rows : piece.is === "row" ? 1 : 0),
          0,
        );
        expect(rows).toBe(30);
        expect(pieces.filter(({ is }) => is === "line")).toHaveLength(line === undefined ? 0 : 1);
      }
    }
  });
});
