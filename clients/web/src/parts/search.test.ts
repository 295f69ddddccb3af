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

  it("takes no notice of accents, case and punctuation", () => {
    expect(found("COTE D'I")).toEqual(["CI"]);
    expect(found("cote d ivoire")).toEqual(["CI"]);
    expect(plainLetters("Érythrée")).toBe("erythree");
    expect(plainLetters("Guinée-Bissau (fictif)")).toBe("guinee bissau fictif");
  });

  it("puts the code first", () => {
    expect(found("cr")).toEqual(["CR"]);
    expect(found("ec")).toEqual(["EC"]);
  });

  it("puts a name that begins so before a word in it, and that before letters within a word", () => {
    expect(found("co")).toEqual(["CI", "CR", "KR", "UNHCR"]);
    expect(found("r")).toEqual(["KR", "CR", "UNHCR", "CI", "EC", "ER"]);
  });

  it("takes words in any order, each by its beginning", () => {
    expect(found("rica costa")).toEqual(["CR"]);
    expect(found("unies haut refug")).toEqual(["UNHCR"]);
    expect(found("costa coree")).toEqual([]);
  });

  it("takes the first letters of the words of a name", () => {
    const states = [
      { id: "GB", name: "United Kingdom of Great Britain and Northern Ireland" },
      { id: "CD", name: "Democratic Republic of the Congo" },
      { id: "LA", name: "Lao People’s Democratic Republic" },
      { id: "UA", name: "Ukraine" },
    ];
    const ids = (typed: string) => matching(states, typed).map(({ id }) => id);
    expect(ids("uk")).toEqual(["UA", "GB"]);
    expect(ids("drc")).toEqual(["CD"]);
    expect(ids("lao pdr")).toEqual(["LA"]);
  });

  it("takes what else it goes by", () => {
    expect(matching([{ id: "DE", name: "Germany", also: ["Allemagne", "Alemania"] }], "aleman")).toHaveLength(1);
  });

  it("takes a whole name or short form before names that begin so", () => {
    const states = [
      { id: "UA", name: "Ukraine" },
      { id: "GB", name: "United Kingdom", also: ["Royaume-Uni", "UK"] },
    ];
    expect(matching(states, "uk").map(({ id }) => id)).toEqual(["GB", "UA"]);
  });

  it("finds nothing where nothing fits", () => {
    expect(found("zz")).toEqual([]);
  });
});
