// What an act is on the screens: one row of the table, which keys, buttons, menus and the sheet of keys all read. A row says
// on which screens it is, what it is called there, its key, when it is offered, and the command it sends. `available` only
// says whether to offer the act; the server decides.
import type { MessageId } from "../../i18n";
import type { Act, Kind } from "../../wire";
import type { Sent } from "../hall";
import type { Holder } from "../situation";
import type { Sight } from "./sight";

export type ActingScreen = "chair" | "desk" | "delegate" | "booth" | "captions";

/** Where on a screen an act was pressed: what is under way there and why the last one was refused show there. */
export type Place =
  | "next"
  | "floor"
  | "list"
  | "panellists"
  | "programme"
  | "points"
  | "motions"
  | "booths"
  | "now"
  | "notices"
  | `${"entry" | "point" | "motion" | "signal" | "help" | "notice" | "seat" | "form" | "panel" | "speech" | "text"}/${string}`;

/** Where it is told what was just done, for as long as it can be taken back. */
export type DoneAt = "list" | "programme" | "points" | "now" | "notices";

/** What a press opens where more has to be said first. */
export type Opening =
  | { kind: "add"; of?: Kind; delegation?: string }
  | { kind: "add_time" }
  | { kind: "speech_limit" }
  | { kind: "move"; entry: number }
  | { kind: "correct"; entry: number }
  | { kind: "plan_opening" }
  | { kind: "announce_closing" }
  | { kind: "suspend" }
  | { kind: "title" }
  | { kind: "limits" }
  | { kind: "point_waits" }
  | { kind: "motion" }
  | { kind: "motion_speaker"; entry: number }
  | { kind: "carry"; entry: number };

/** What a screen does by itself, without the server. */
export type Local =
  | "undo"
  | "find"
  | "go_on"
  | "sheet"
  | "row_menu"
  | "text_language"
  | "text_size"
  | "text_back"
  | "paragraph_next"
  | "paragraph_previous";

/** What an act is called on a screen, and how it is reached there. */
export interface Reach {
  label: MessageId;
  /** The same in full, for the sheet of keys, where the button says it by its place. */
  told?: MessageId;
  /** Each does it alone: as KeyboardEvent.key gives it, in upper case where it is a letter; with "Shift+" or "Ctrl+" before. */
  keys?: readonly string[];
  /** With the focus on a row of the list: pressed together. Where it rests, a second press right after does nothing. */
  row?: { keys?: readonly string[]; rests?: true; tone?: "stop" };
  /** Where it shows, unless it is pressed somewhere else. */
  place?: Place;
  /** Told when it was done and can be taken back, with the words of the button that does. */
  done?: { words: MessageId; undo: MessageId; at: DoneAt };
}

/** Acts that come to stand in each other's place, under the pointer or the focus. */
export type Swap = "pause" | "ruling" | "signal" | "help";

/** A row of the table, whatever it acts on. */
export interface Row {
  id: string;
  on: { readonly [Screen in ActingScreen]?: Reach };
  available(seen: Sight, input: never): boolean;
  /** What its key acts on; undefined where there is nothing. Where left out, it needs nothing. */
  of?(seen: Sight): unknown;
  opens?(seen: Sight, input: never): Opening;
  local?: Local;
  /** On the same thing, a press right after one of these was done or has come to stand there is not taken for another. */
  swaps?: Swap;
  /** Reachable without a line too. */
  always?: true;
}

/** What a press or key offers; a form or the screen itself may stand between it and what is sent. */
export interface Offer<Input = void> extends Row {
  available(seen: Sight, input: Input): boolean;
  of?(seen: Sight): Input | undefined;
  opens?(seen: Sight, input: Input): Opening;
}

export interface Action<Input = void> extends Offer<Input> {
  command(seen: Sight, input: Input): Sent;
  /** Meant as often as it is pressed; everything else is meant once until it is answered. */
  often?: true;
  /** Nothing is sent from its place while anything there is unanswered. */
  alone?: true;
  /** Who is named where it is told what was done. */
  named?(seen: Sight, input: Input): Holder | undefined;
  /** The panel that comes to the front. */
  shows?(seen: Sight, input: Input): string | undefined;
}

export function offer<Input = void>(of: Offer<Input>): Offer<Input> {
  return of;
}

export function action<Input = void>(of: Action<Input>): Action<Input> {
  return of;
}

/** What the act is called on this screen; it is in the table of no other. */
export function reachOn(of: Row, screen: ActingScreen): Reach {
  const reach = of.on[screen];
  if (!reach) throw new Error(`${of.id} is not on the screen of ${screen}`);
  return reach;
}

export const always = () => true;

/** What an act carries. */
export type ActValue<Case extends Act["case"]> = Extract<Act, { case: Case }>["value"];
