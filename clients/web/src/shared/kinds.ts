// The kinds of intervention, a row each: its words, who asks for it and how, and what it does on the floor. Screens ask the row
// and not the kind. What the server decides by is in its own table (server/council/kinds.hpp); a kind without a row does not
// compile.
import type { MessageId } from "../i18n";
import { Kind, LimitOf } from "../wire";

export type KindRow = {
  word: MessageId;
  /** For a chip in a narrow column, where the word is too long for it. */
  short?: MessageId;
  /** The sort of its limit; absent: by the category of the delegation. */
  limit?: LimitOf;
  /** A delegation asks for it on the list, by itself or through chair and desk; else it is raised to the chair, with a note. */
  inscribed?: boolean;
  /** Chair and desk may enter it for a guest. */
  ofGuests?: boolean;
  /** It names a group or delegations on whose behalf it is made. */
  onBehalf?: boolean;
  /** To a panellist, where it names one. */
  addressed?: boolean;
  /** A statement can be handed in for it. */
  takesText?: boolean;
  /** By an act of its own, and not with what is entered for others. */
  moved?: boolean;
  /** It can be filed in writing instead of being spoken. */
  inWriting?: boolean;
  /** The speech under way, which goes on once this one is over and ruled on. */
  interrupts?: boolean;
};

/** What is meant where nothing is said. */
export const usual_kind = Kind.STATEMENT;

const rows: Record<Exclude<Kind, Kind.UNSPECIFIED>, KindRow> = {
  [Kind.STATEMENT]: {
    word: "kind.statement",
    inscribed: true,
    ofGuests: true,
    takesText: true,
    inWriting: true,
  },
  [Kind.GROUP_STATEMENT]: {
    word: "kind.group_statement",
    short: "kind.group_statement_short",
    limit: LimitOf.GROUP_STATEMENT,
    inscribed: true,
    onBehalf: true,
    takesText: true,
    inWriting: true,
  },
  [Kind.QUESTION]: {
    word: "kind.question",
    limit: LimitOf.QUESTION,
    inscribed: true,
    ofGuests: true,
    addressed: true,
    takesText: true,
  },
  [Kind.POINT_OF_ORDER]: {
    word: "kind.point_of_order",
    limit: LimitOf.POINT_OF_ORDER,
    interrupts: true,
  },
  [Kind.MOTION]: {
    word: "kind.motion",
    limit: LimitOf.POINT_OF_ORDER,
    moved: true,
    interrupts: true,
  },
};

/** In the order in which they are offered. */
export const kinds: readonly Kind[] = Object.keys(rows).map(Number);

/** Those that a delegation asks for on the list. */
export const inscribed_kinds: readonly Kind[] = kinds.filter((kind) => kindOf(kind)?.inscribed);

/** Undefined for a panellist's speech, which is of no kind, and for a kind of a newer server. */
export function kindOf(kind: Kind): KindRow | undefined {
  const known: Partial<Record<Kind, KindRow>> = rows;
  return known[kind];
}

/** Its word; that of the usual kind where it has none. */
export function kindWord(kind: Kind): MessageId {
  return kindOf(kind)?.word ?? rows[usual_kind].word;
}

export function interrupts({ kind }: { kind: Kind }): boolean {
  return kindOf(kind)?.interrupts === true;
}
