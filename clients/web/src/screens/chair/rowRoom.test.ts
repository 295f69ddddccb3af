import { describe, expect, it } from "vitest";
import { type Room, shareRow, titleFits } from "./rowRoom";

// A letter of size s is 0.56 s wide here: 8.4 at 15, 7.28 at 13, 6.72 at 12.
const room: Room = { columns: "15rem", name: 240, speaker: 180 };
const rio = "Group of Latin American and Caribbean Countries";
const row = { name: "Chile", speaker: "A. Ejemplo", states: ["Moved"], about: "" };

describe("what stands beside names in a row", () => {
  it("stands beside the delegation where that leaves it room", () => {
    const words = (5 + 3) * 6.72 + 2 * 22;
    const shared = shareRow({ ...row, about: "Rio" }, room);
    expect(shared).toMatchObject({ beside: "all", speaker: 180, about: 0 });
    expect(shared.name).toBeCloseTo(240 - words);
  });

  it("keeps its states there while a group goes to the speaker, in an ellipsis if need be", () => {
    const shared = shareRow({ ...row, about: rio }, room);
    expect(shared.beside).toBe("states");
    expect(shared.about).toBeGreaterThanOrEqual(56);
    expect(shared.speaker + shared.about).toBe(180);
  });

  it("is left out where the speaker's name would be cut for it", () => {
    const speaker = "Marie-Antoinette de la Rochefoucauld-Montmorency (fictional)";
    expect(shareRow({ ...row, speaker, about: rio }, room)).toMatchObject({ about: 0, speaker: 180 });
  });

  it("goes to the speaker with its states where the name takes the room", () => {
    const name = "Permanent Secretariat of the Intergovernmental Committee on Migration Policies";
    const shared = shareRow({ ...row, name }, room);
    expect(shared).toMatchObject({ beside: "none", name: 240, about: 0 });
    expect(shared.speaker).toBeCloseTo(180 - 5 * 6.72 - 22);
  });

  it("is no title of which there would be a stump", () => {
    expect(titleFits("A. Ejemplo", 180)).toBe(true);
    expect(titleFits("Célestin Mbuyi-Kasa", 180)).toBe(false);
  });
});
