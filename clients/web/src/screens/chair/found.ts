// Which rows of the list are shown: what was typed, and the filters that are on. Places stay those of the whole list; of rows
// that go by what was typed, the best stands first. Pure.
import { type Choice, matching, plainLetters, rank_within, rankOf } from "../../parts/search";
import type { View } from "../../shared/acts/sight";
import { goesBy } from "../../shared/goesBy";
import type { Kind } from "../../wire";
import type { Localize, Row } from "./model";

export interface Filter {
  typed: string;
  group: string;
  kind: Kind | undefined;
  noText: boolean;
  notHeard: boolean;
}

export const no_filter: Filter = { typed: "", group: "", kind: undefined, noText: false, notHeard: false };

export function isOn({ typed, group, kind, noText, notHeard }: Filter): boolean {
  return plainLetters(typed) !== "" || group !== "" || kind !== undefined || noText || notHeard;
}

/** Delegations that have made no statement of their own in the session; a guest has no history. */
export function notYetHeard({ before }: Row): boolean {
  return before === 0;
}

/** The same array where all are shown. */
export function foundRows(view: Pick<View, "delegation">, rows: readonly Row[], filter: Filter): readonly Row[] {
  if (!isOn(filter)) return rows;
  const { typed, group, kind, noText, notHeard } = filter;
  const left = rows.filter(
    (row) =>
      (group === "" || row.groups.split(" ").includes(group)) &&
      (kind === undefined || row.kind === kind) &&
      (!noText || row.texts === "") &&
      (!notHeard || notYetHeard(row)),
  );
  const wanted = plainLetters(typed);
  if (!wanted) return left;
  const ranked = left.flatMap((row) => {
    const rank = rankOfRow(view, row, wanted);
    return rank === undefined ? [] : [{ row, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ row }) => row);
}

/** The delegations of the session that go by what was typed, the best first. */
export function meantBy(view: Pick<View, "delegations">, typed: string, localize: Localize): Choice[] {
  if (!plainLetters(typed)) return [];
  const all = view.delegations().map((of) => ({ id: of.id, name: localize(of.name) || of.id, also: goesBy(of) }));
  return matching(all, typed);
}

/** Where what was typed begins a word of a name: the best row, the first of equals. */
export function rowThatBegins(view: Pick<View, "delegation">, rows: readonly Row[], typed: string): Row | undefined {
  const wanted = plainLetters(typed);
  let best: { row: Row; rank: number } | undefined;
  for (const row of wanted ? rows : []) {
    const rank = rankOfRow(view, row, wanted);
    if (rank === undefined || rank % after_names === rank_within) continue;
    if (!best || rank < best.rank) best = { row, rank };
  }
  return best?.row;
}

/** How much further back it stands to go by the speaker's name alone. */
const after_names = 10;

/** By the names of the delegation, then by its speaker's. */
function rankOfRow(view: Pick<View, "delegation">, row: Row, wanted: string): number | undefined {
  const delegation = view.delegation(row.delegation);
  const own = rankOf({ id: row.delegation, name: row.name, also: delegation && goesBy(delegation) }, wanted);
  if (own !== undefined) return own;
  const spoken = rankOf({ id: "", name: row.speaker }, wanted);
  return spoken === undefined ? undefined : after_names + spoken;
}

/** The groups of those who wait, and their kinds, each in order. */
export function groupsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ groups }) => groups.split(" ")))].filter(Boolean).sort();
}

export function kindsOf(rows: readonly Row[]): Kind[] {
  return [...new Set(rows.map(({ kind }) => kind))].sort((a, b) => a - b);
}
