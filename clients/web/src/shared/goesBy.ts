// What a delegation goes by, for finding it: its name in every language of the session, and short forms that no name begins
// with and no initials give. They are searched and never shown.
import type { Delegation } from "../wire";

const SHORT: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE"],
  CD: ["DRC", "RDC", "Congo Kinshasa", "Zaire"],
  CF: ["CAR"],
  CG: ["Congo Brazzaville"],
  CI: ["Ivory Coast"],
  CV: ["Cape Verde"],
  CZ: ["Czechia"],
  GB: ["UK", "Great Britain", "England"],
  IR: ["Iran"],
  KP: ["DPRK", "North Korea"],
  KR: ["ROK", "South Korea"],
  LA: ["Laos"],
  MK: ["Macedonia"],
  MM: ["Burma"],
  NL: ["Holland"],
  RU: ["Russia"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TR: ["Turkey"],
  US: ["USA", "America"],
  VA: ["Vatican"],
};

export function goesBy({ id, name }: Pick<Delegation, "id" | "name">): string[] {
  return [...Object.values(name), ...(SHORT[id] ?? [])];
}
