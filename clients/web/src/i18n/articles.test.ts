import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { articleOf, before } from "./articles";
import { say } from "./message";

const all = (locale: string, name: string) => [before(locale, "of", name) + name, before(locale, "to", name) + name];

describe("a name after “of” and “to”", () => {
  it.each([
    ["Chili", "du Chili", "au Chili"],
    [
      "République démocratique du Congo",
      "de la République démocratique du Congo",
      "à la République démocratique du Congo",
    ],
    ["Équateur", "de l’Équateur", "à l’Équateur"],
    ["Algérie", "de l’Algérie", "à l’Algérie"],
    ["États-Unis d’Amérique", "des États-Unis d’Amérique", "aux États-Unis d’Amérique"],
    ["Philippines", "des Philippines", "aux Philippines"],
    ["Royaume-Uni", "du Royaume-Uni", "au Royaume-Uni"],
    ["Honduras", "du Honduras", "au Honduras"],
    ["Hongrie", "de la Hongrie", "à la Hongrie"],
    ["Haïti", "d’Haïti", "à Haïti"],
    ["Cuba", "de Cuba", "à Cuba"],
    ["Iran (République islamique d’)", "de l’Iran (République islamique d’)", "à l’Iran (République islamique d’)"],
    ["Saint-Siège", "du Saint-Siège", "au Saint-Siège"],
    ["Viet Nam", "du Viet Nam", "au Viet Nam"],
    ["Yémen", "du Yémen", "au Yémen"],
    ["Union africaine", "de l’Union africaine", "à l’Union africaine"],
    ["Groupe africain", "du Groupe africain", "au Groupe africain"],
    [
      "Haut-Commissariat pour les réfugiés",
      "du Haut-Commissariat pour les réfugiés",
      "au Haut-Commissariat pour les réfugiés",
    ],
    ["Panéliste d’Italie", "du Panéliste d’Italie", "au Panéliste d’Italie"],
    ["Intervenante du Chili", "de l’Intervenante du Chili", "à l’Intervenante du Chili"],
    ["Amina Diallo", "d’Amina Diallo", "à Amina Diallo"],
    ["Caritas Internationalis", "de Caritas Internationalis", "à Caritas Internationalis"],
  ])("in French: %s", (name, of, to) => {
    expect(all("fr", name)).toEqual([of, to]);
  });

  it.each([
    ["Ecuador", "del Ecuador", "al Ecuador"],
    ["Argentina", "de la Argentina", "a la Argentina"],
    ["Estados Unidos de América", "de los Estados Unidos de América", "a los Estados Unidos de América"],
    ["El Salvador", "de El Salvador", "a El Salvador"],
    ["Chile", "de Chile", "a Chile"],
    ["Irán (República Islámica del)", "del Irán (República Islámica del)", "al Irán (República Islámica del)"],
    [
      "República Democrática del Congo",
      "de la República Democrática del Congo",
      "a la República Democrática del Congo",
    ],
    ["Panelista de Italia", "del Panelista de Italia", "al Panelista de Italia"],
    ["Banco Mundial", "del Banco Mundial", "al Banco Mundial"],
    ["Santa Sede", "de la Santa Sede", "a la Santa Sede"],
    ["Santa Lucía", "de Santa Lucía", "a Santa Lucía"],
  ])("in Spanish: %s", (name, of, to) => {
    expect(all("es", name)).toEqual([of, to]);
  });

  it("in English has no article of its own", () => {
    expect(all("en", "Chile")).toEqual(["of Chile", "to Chile"]);
  });

  it("is joined in a message to the value that it is of", () => {
    expect(say("fr", "Donner la parole {to_name}", { name: "Équateur" })).toBe("Donner la parole à l’Équateur");
    expect(say("es", "Texto {of_who}.", { who: "Ecuador" })).toBe("Texto del Ecuador.");
    expect(say("fr", "Texte {of_who}", {})).toBe("Texte {of_who}");
  });
});

/** States of the example programme, by their code, with the names it gives them. */
const roster = readFileSync(
  fileURLToPath(new URL("../../../../deploy/programmes/council-2005-roster.csv", import.meta.url)),
  "utf8",
)
  .split("\n")
  .filter((line) => /^[A-Z]{2},/.test(line))
  .map((line) => line.split(","));

// These go without in French; every other State has an article there.
const without_article = "AD AG BH CU CY DJ HT IL KI KN LC LK MC MG MT MU NR NU OM SG SM ST SV TO TV TW VC VU WS".split(
  " ",
);

describe("every State", () => {
  it("of the example programme is known in French, by the name that it has there", () => {
    expect(roster.length).toBeGreaterThan(100);
    const names = new Intl.DisplayNames(["fr"], { type: "region" });
    const unknown = roster.filter(([code = "", , , , given]) => {
      const name = given || names.of(code) || "";
      return articleOf("fr", name) === "" && !without_article.includes(code);
    });
    expect(unknown.map(([code]) => code)).toEqual([]);
  });

  it("has at most one article", () => {
    const names = new Intl.DisplayNames(["fr"], { type: "region" });
    for (const code of without_article) expect(articleOf("fr", names.of(code) ?? ""), code).toBe("");
  });
});
