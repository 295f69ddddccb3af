// Which rows of the list are shown: what was typed, and the filters that are on. Places stay those of the whole list. Pure.
import { plainLetters, rankOf } from "../../parts/search";
import type { View } from "../../shared/acts/sight";
import { goesBy } from "../../shared/goesBy";
import type { Kind } from "../../wire";
import type { Row } from "./model";

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
  return rows.filter(
    (row) =>
      (group === "" || row.groups.split(" ").includes(group)) &&
      (kind === undefined || row.kind === kind) &&
      (!noText || row.texts === "") &&
      (!notHeard || notYetHeard(row)) &&
      goesByName(view, row, typed),
  );
}

/** By the delegation's names or its speaker's. */
export function goesByName(view: Pick<View, "delegation">, row: Row, typed: string): boolean {
  const wanted = plainLetters(typed);
  if (!wanted) return true;
  const delegation = view.delegation(row.delegation);
  const also = [...(delegation ? goesBy(delegation) : []), row.speaker];
  return rankOf({ id: row.delegation, name: row.name, also }, wanted) !== undefined;
}

/** The groups of those who wait, and their kinds, each in order. */
export function groupsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ groups }) => groups.split(" ")))].filter(Boolean).sort();
}

export function kindsOf(rows: readonly Row[]): Kind[] {
  return [...new Set(rows.map(({ kind }) => kind))].sort((a, b) => a - b);
}
