// What is under way, by the place where it was pressed; why the last act there was refused; and what was just done, with
// what the server says takes it back. One book for a hall. An act that is still unanswered is not sent a second time by a
// second press.
import type { HallView, Outcome } from "../../sync/hall";
import { called_off } from "../../sync/pending";
import type { Act } from "../../wire";
import type { Sent } from "../hall";
import type { DoneAt, Place, Row, Swap } from "./act";

export interface Refusal {
  code: string;
  details: Record<string, string>;
}

export interface RefusedAct extends Refusal {
  act: Act;
}

/** What was done, told where it was done, for as long as it can be taken back. */
export interface Done {
  id: number;
  at: DoneAt;
  words: string;
  undo: { label: string; take: () => void };
  /** When the answer came, by the session's clock. */
  when: number;
}

/** What is told of an act once it is done, where the answer says what takes it back. */
export interface Undoable {
  at: DoneAt;
  words: string;
  label: string;
  /** Until something else is done, not for a while only. */
  stays: boolean;
}

/** The last act of this screen that was done. */
export interface Latest {
  id: number;
  act: Act;
}

/** Where another quick press would do another act: what stands there changes as an act is done. */
export type Resting = "next" | "programme" | "row keys" | `${Swap}/${string}`;

/** Where an act on this rests, if it is one of those that come to stand in each other's place. */
export function swapOf({ swaps }: Row, input: unknown): Resting | undefined {
  return swaps && `${swaps}/${input ?? ""}`;
}

/**
 * For so long after an act was done there, or after another act has come to stand there, a press is taken for the one
 * before: nothing is done, and that is said.
 */
export const REST_MS = 600;

/** Where what has come there is another act altogether, as the rulings are after recognising a point of order. */
export const SWAP_REST_MS = 1_000;

/** For so long what was just done can be taken back. */
export const TAKEN_BACK_MS = 10_000;

/** What was pressed: a row of the table, on this. */
export interface Pressed {
  row: string;
  of: unknown;
}

export interface Sending {
  pressed?: Pressed | undefined;
  /** By a key that rests after it on all rows alike, whichever row it was pressed on. */
  restsRows?: boolean | undefined;
  /** Where other acts come to stand in its place. */
  swap?: Resting | undefined;
  /** Also where the same is still unanswered. */
  often?: boolean | undefined;
  undoable?: Undoable | undefined;
}

/** An act that has no answer yet. */
interface UnderWay {
  place: Place;
  act: Act;
  pressed: Pressed | undefined;
}

const ofTheList = (place: Place) => place === "list" || place.startsWith("entry/");

/** Sets and maps are replaced, never changed: equal ones are the same. */
export class Book {
  busy: ReadonlySet<Place> = new Set();
  refusals: ReadonlyMap<Place, RefusedAct> = new Map();
  done: Done | undefined;
  latest: Latest | undefined;
  rests: ReadonlySet<Resting> = new Set();
  /** Where a press was held back, until the rest there is over. */
  held: ReadonlySet<Resting> = new Set();
  version = 0;

  private unconfirmedBefore: ReadonlySet<Place> = new Set();
  private readonly underWay = new Map<string, UnderWay>();
  private readonly timers = new Map<Resting, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private ids = 0;

  constructor(private readonly hall: HallView) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Of the acts under way, those that are not known to be done: the hall tells. */
  get unconfirmed(): readonly Readonly<UnderWay>[] {
    const acts = new Set(this.hall.unanswered.filter(({ unconfirmed }) => unconfirmed).map(({ act }) => act));
    return [...this.underWay.values()].filter(({ act }) => acts.has(act));
  }

  get unconfirmedPlaces(): ReadonlySet<Place> {
    const places = placesOf(this.unconfirmed);
    const before = this.unconfirmedBefore;
    const equal = places.size === before.size && [...places].every((place) => before.has(place));
    if (!equal) this.unconfirmedBefore = places;
    return this.unconfirmedBefore;
  }

  /** Undefined where a press was taken for one before. */
  async send(place: Place, sent: Sent, sending: Sending = {}): Promise<Outcome | undefined> {
    const rests = restsOf(place, sending);
    if (rests.some((where) => this.holds(where))) return undefined;
    const outcome = await this.deliver(place, sent, sending);
    if (outcome?.ok) rests.forEach(this.rest);
    return outcome;
  }

  /** Another act has come to stand there. */
  readonly rest = (where: Resting): void => {
    clearTimeout(this.timers.get(where));
    this.timers.set(
      where,
      setTimeout(() => this.rested(where), restMs(where)),
    );
    this.rests = new Set(this.timers.keys());
    this.changed();
  };

  /** Whether a press there does nothing yet; it is then said. */
  holds(where: Resting): boolean {
    if (!this.timers.has(where)) return false;
    this.held = new Set(this.held).add(where);
    this.changed();
    return true;
  }

  dismiss(place: Place): void {
    if (!this.refusals.has(place)) return;
    this.drop((other) => other === place);
    this.changed();
  }

  private async deliver(place: Place, sent: Sent, sending: Sending = {}): Promise<Outcome | undefined> {
    const { often, undoable, pressed } = sending;
    const gives = sent.act.case === "giveFloor";
    const key = gives ? "giveFloor" : JSON.stringify(sent.act);
    if (!often && this.underWay.has(key)) return undefined;
    const slot = often ? `${key} ${this.ids++}` : key;
    this.begin(slot, { place, act: sent.act, pressed });

    const outcome = await this.hall.act(sent.act, sent.expects);

    this.underWay.delete(slot);
    this.busy = placesOf(this.underWay.values());
    if (!outcome.ok) {
      // Who called it off knows why it was not done.
      if (outcome.code !== called_off) this.refuse(place, { act: sent.act, ...outcome });
    } else {
      this.latest = { id: ++this.ids, act: sent.act };
      if (ofTheList(place)) this.drop(ofTheList);
      if (gives) this.drop((other) => other === "next" || other === "panellists");
      // After this, what was done before is not the last any more.
      this.done = undefined;
      if (undoable && outcome.inverse.length > 0) this.tell(undoable, outcome.inverse);
    }
    this.changed();
    return outcome;
  }

  private refuse(place: Place, { act, code, details }: RefusedAct): void {
    this.refusals = new Map(this.refusals).set(place, { act, code, details });
  }

  private begin(slot: string, act: UnderWay): void {
    this.underWay.set(slot, act);
    this.busy = placesOf(this.underWay.values());
    this.drop((other) => other === act.place);
    this.changed();
  }

  /** What was done, with the acts that take it back, in their order. */
  tell({ at, words, label, stays }: Undoable, inverse: readonly Act[]): void {
    const id = ++this.ids;
    const over = () => {
      if (this.done?.id === id) this.forgetDone();
    };
    const take = async () => {
      over();
      for (const act of inverse) {
        const taken = await this.deliver(at, { act });
        if (!taken?.ok) return;
      }
    };
    this.done = { id, at, words, undo: { label, take: () => void take() }, when: this.hall.clock.now() };
    if (!stays) setTimeout(over, TAKEN_BACK_MS);
    this.changed();
  }

  private forgetDone(): void {
    this.done = undefined;
    this.changed();
  }

  private rested(where: Resting): void {
    this.timers.delete(where);
    this.rests = new Set(this.timers.keys());
    this.held = new Set([...this.held].filter((each) => each !== where));
    this.changed();
  }

  private drop(which: (place: Place) => boolean): void {
    const kept = [...this.refusals].filter(([place]) => !which(place));
    if (kept.length !== this.refusals.size) this.refusals = new Map(kept);
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

function placesOf(acts: Iterable<Readonly<UnderWay>>): ReadonlySet<Place> {
  return new Set([...acts].map(({ place }) => place));
}

function restsOf(place: Place, { restsRows, swap }: Sending): Resting[] {
  const rests: Resting[] = swap ? [swap] : [];
  if (place === "next" || place === "programme") rests.push(place);
  else if (restsRows) rests.push("row keys");
  return rests;
}

function restMs(where: Resting): number {
  return where.includes("/") ? SWAP_REST_MS : REST_MS;
}

const books = new WeakMap<HallView, Book>();

export function bookOf(hall: HallView): Book {
  const known = books.get(hall);
  if (known) return known;
  const book = new Book(hall);
  books.set(hall, book);
  return book;
}
