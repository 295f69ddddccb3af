// Messages with values, in the part of ICU MessageFormat that the catalogues use: {name}, plural and selectordinal with =n and #, select,
// and the apostrophe that quotes a brace. A test holds this against a complete implementation, message by message.
//
// Two things are done to values on their way in, so that no sentence has to: {of_name} and {to_name} are the value `name` after
// its preposition and article, and what runs from right to left is isolated from the words around it.
import { before, type Preposition } from "./articles.ts";
import { isolated } from "./isolated.ts";

export type Values = Record<string, string | number>;

type Branches = Record<string, Piece[]>;
type Piece =
  | string
  | { kind: "value"; name: string }
  | { kind: "number" }
  | { kind: "plural" | "selectordinal" | "select"; name: string; branches: Branches };

const read = new Map<string, Piece[]>();

/** The message with its values; a value that is missing stays as its name. Throws where the message is none. */
export function say(locale: string, message: string, values: Values = {}): string {
  return put(locale, piecesOf(message), values, 0);
}

const prefixed = /^(of|to)_(\w+)$/;

/** The names of the values that the message takes. */
export function namesIn(message: string): string[] {
  const names = (pieces: Piece[]): string[] =>
    pieces.flatMap((piece) => {
      if (typeof piece === "string" || piece.kind === "number") return [];
      if (piece.kind === "value") return [piece.name.replace(prefixed, "$2")];
      return [piece.name, ...names(Object.values(piece.branches).flat())];
    });
  return names(piecesOf(message));
}

function piecesOf(message: string): Piece[] {
  const pieces = read.get(message) ?? new Reader(message).message();
  read.set(message, pieces);
  return pieces;
}

function put(locale: string, pieces: Piece[], values: Values, count: number): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : putOne(locale, piece, values, count))).join("");
}

function putOne(locale: string, piece: Exclude<Piece, string>, values: Values, count: number): string {
  if (piece.kind === "number") return grammarOf(locale).numbers.format(count);
  if (piece.kind === "value") return putValue(locale, piece.name, values);
  const value = values[piece.name];
  const { branches } = piece;
  const word = String(value);
  if (piece.kind === "select") return put(locale, branches[word] ?? branches.other ?? [], values, count);
  const number = Number(value);
  const { plurals, ordinals } = grammarOf(locale);
  const rule = (piece.kind === "plural" ? plurals : ordinals).select(number);
  return put(locale, branches[`=${word}`] ?? branches[rule] ?? branches.other ?? [], values, number);
}

function putValue(locale: string, name: string, values: Values): string {
  const value = values[name];
  if (value !== undefined) return isolated(String(value));
  const [, preposition, base = ""] = prefixed.exec(name) ?? [];
  const named = values[base];
  if (preposition === undefined || named === undefined) return `{${name}}`;
  return before(locale, preposition as Preposition, String(named)) + isolated(String(named));
}

type Grammar = { numbers: Intl.NumberFormat; plurals: Intl.PluralRules; ordinals: Intl.PluralRules };
const grammars = new Map<string, Grammar>();

function grammarOf(locale: string): Grammar {
  const grammar = grammars.get(locale) ?? {
    numbers: new Intl.NumberFormat(locale),
    plurals: new Intl.PluralRules(locale),
    ordinals: new Intl.PluralRules(locale, { type: "ordinal" }),
  };
  grammars.set(locale, grammar);
  return grammar;
}

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  message(): Piece[] {
    const pieces = this.pieces(false);
    if (this.at < this.text.length) throw this.wrong();
    return pieces;
  }

  /** Up to the end, or to the brace that closes a branch. */
  private pieces(inPlural: boolean): Piece[] {
    const pieces: Piece[] = [];
    let words = "";
    const push = (piece: Piece) => {
      if (words) pieces.push(words);
      words = "";
      pieces.push(piece);
    };
    while (this.at < this.text.length && this.text[this.at] !== "}") {
      const letter = this.text[this.at] ?? "";
      if (letter === "{") push(this.argument(inPlural));
      else {
        this.at += 1;
        if (letter === "#" && inPlural) push({ kind: "number" });
        else words += letter === "'" ? this.quoted(inPlural) : letter;
      }
    }
    return words ? [...pieces, words] : pieces;
  }

  /** After an apostrophe: two are one, one before a brace quotes up to the next, any other is itself. */
  private quoted(inPlural: boolean): string {
    const next = this.text[this.at] ?? "";
    if (next === "'") {
      this.at += 1;
      return "'";
    }
    if (!"{}".includes(next || " ") && !(inPlural && next === "#")) return "'";
    const end = this.text.indexOf("'", this.at);
    const words = this.text.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 1;
    return words;
  }

  private argument(inPlural: boolean): Piece {
    const name = this.take(/\{\s*(\w+)\s*/y);
    if (this.text[this.at] === "}") {
      this.at += 1;
      return { kind: "value", name };
    }
    const kind = this.take(/,\s*(plural|selectordinal|select)\s*,\s*/y) as "plural" | "selectordinal" | "select";
    const branches: Branches = {};
    while (this.text[this.at] !== "}") {
      const key = this.take(/(=?\w+)\s*\{/y);
      branches[key] = this.pieces(kind !== "select" || inPlural);
      this.take(/(\})\s*/y);
    }
    this.at += 1;
    return { kind, name, branches };
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) throw this.wrong();
    this.at = pattern.lastIndex;
    return found[1] ?? "";
  }

  private wrong(): Error {
    return new Error(`not a message, from letter ${this.at}: ${this.text}`);
  }
}
