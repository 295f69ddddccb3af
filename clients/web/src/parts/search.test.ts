import { describe, expect, it } from "vitest";
import { matching, plainLetters } from "./search";

const choices = [
  { id: "CI", name: "Côte d’Ivoire" },
  { id: "EC", name: "Équateur" },
  { id: "ER", name: "Érythrée" },
  { id: "CR", name: "Costa Rica" },
  { id: "KR", name: "République de Corée" },
  { id: "UNHCR", name: "Haut-Commissariat des Nations Unies pour les réfugiés" },
];
const found = (typed: string) => matching(choices, typed).map(({ id }) => id);

describe("finding a delegation", () => {
  it("shows all of them before anything is typed", () => {
    expect(found("  ")).toHaveLength(choices.length);
  });

  it("takes no notice of accents, case and kinds of apostrophe", () => {
    expect(found("COTE D'I")).toEqual(["CI"]);
    expect(plainLetters("Érythrée")).toBe("erythree");
  });

  it("puts the code first", () => {
    expect(found("cr")).toEqual(["CR"]);
    expect(found("ec")).toEqual(["EC"]);
  });

  it("puts a name that begins so before a word in it, and that before letters within a word", () => {
    expect(found("co")).toEqual(["CI", "CR", "KR", "UNHCR"]);
    expect(found("r")).toEqual(["KR", "CR", "UNHCR", "CI", "EC", "ER"]);
  });

  it("finds nothing where nothing fits", () => {
    expect(found("zz")).toEqual([]);
  });
});
