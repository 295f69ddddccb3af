// The one way to act, on every screen. A press of a row of the table, be it by a button, a key or a menu, asks whether it is
// offered, opens its form or sends its command, and keeps what comes of it in the book of the hall.
import { createContext, useContext, useLayoutEffect, useSyncExternalStore } from "react";
import { useLocalized, useRejectionText, useText } from "../../i18n";
import type { HallView } from "../../sync/hall";
import type { Act } from "../../wire";
import { type Sent, useHall } from "../hall";
import { type Holder, holderOf } from "../situation";
import {
  type ActingScreen,
  type Action,
  type Offer,
  type Opening,
  type Place,
  type Reach,
  type Row,
  reachOn,
} from "./act";
import { type Book, bookOf, swapOf, type Undoable } from "./book";
import { type Sight, sightOf } from "./sight";

/** What the screen is to its acts. */
export interface Acting {
  screen: ActingScreen;
  /** The panel before the eyes of who acts; empty where none is. */
  panel: string;
  /** An act that is made without a line is kept until the line is back. Where false, nothing is done meanwhile. */
  keeps: boolean;
  /** What was done can be taken back until something else is done, not for a while only. */
  remembers?: boolean;
  open?(opening: Opening): void;
  /** Brings a panel to the front. */
  show?(panel: string): void;
}

type Done = NonNullable<Reach["done"]>;

/** What became of the acts of a form: the answer to the last, or to the one that was refused. */
type Answered = { ok: true } | { ok: false; code: string; details: Record<string, string> };

const ActingContext = createContext<Acting | undefined>(undefined);
export const ActingProvider = ActingContext;

export interface Press {
  /** Where it is pressed, if not where the table puts it. */
  at?: Place | undefined;
  /** By the key of a row. */
  byRowKey?: boolean;
  onDone?: () => void;
  /** With the code of the answer, where there was one. */
  onRefused?: (code?: string) => void;
}

export interface Acts {
  seen: Sight;
  book: Book;
  live: boolean;
  /** Something of this place has no answer yet. */
  busy: boolean;
  /** Of an act of this place it is not known yet whether it is done. */
  unconfirmed: boolean;
  /** Whether it is this one, where it was pressed. */
  awaits<Input>(of: Offer<Input>, input: Input, at?: Place): boolean;
  /** Whether another act was only just in its place: a press does nothing yet. */
  rests<Input>(of: Offer<Input>, input: Input): boolean;
  /** Why the last act at this place was refused, in words. */
  refusal: string | undefined;
  refusalAt(place: Place): string | undefined;
  reach(of: Row): Reach;
  /** Whether a press is taken at all: it is kept, or there is a line. */
  takes(of: Row): boolean;
  offers<Input>(of: Offer<Input>, input: Input): boolean;
  /** Whether it was offered: only then the key or button has done something. */
  press<Input>(of: Offer<Input> | Action<Input>, input: Input, how?: Press): boolean;
  /** By its key: on whatever the key acts on. */
  pressKey(of: Row): boolean;
  /**
   * What a form at this place has put together, one after the other up to the first that is refused; it guards itself against
   * a second press. What was done of it is told as one, and taken back as one, the last first.
   */
  sendAll(all: readonly Sent[], tells?: { of: Row; holder?: Holder | undefined }): Promise<Answered>;
  /** What was refused at this place has been read. */
  dismiss(): void;
}

/** `place`: where what is pressed shows, while that is on the screen. Where left out, as the table says. */
export function useActs(place?: Place): Acts {
  const hall = useHall();
  const acting = useContext(ActingContext);
  if (!acting) throw new Error("useActs is used on no screen that acts");
  const book = useBook(hall, place);
  const undoable = useUndoable(acting.remembers === true);
  const words = useRejectionText();
  const live = hall.status === "live";
  const seen = sightOf(hall.store, hall.store.panel(acting.panel), hall.hello?.seat);
  const refusalAt = (where: Place) => {
    const refused = book.refusals.get(where);
    return refused && words(refused.code, refused.details);
  };
  const pressing: Pressing = {
    seen,
    book,
    reach: (of) => reachOn(of, acting.screen),
    takes: (of) => live || acting.keeps || of.always === true,
  };
  return {
    ...pressing,
    live,
    busy: place !== undefined && book.busy.has(place),
    unconfirmed: place !== undefined && book.unconfirmedPlaces.has(place),
    awaits: (of, input, at = place ?? pressing.reach(of).place) =>
      book.unconfirmed.some((one) => one.place === at && one.pressed?.row === of.id && equal(one.pressed.of, input)),
    rests(of, input) {
      const where = swapOf(of, input);
      return where !== undefined && book.rests.has(where);
    },
    refusal: place && refusalAt(place),
    refusalAt,
    offers: (of, input) => of.available(seen, input),
    press: (of, input, how = {}) => press(pressing, acting, undoable, of, input, { at: place, ...how }),
    pressKey(of) {
      const input = of.of?.(seen);
      if (input === undefined && of.of) return false;
      return press(pressing, acting, undoable, of as Offer<unknown>, input, { at: place });
    },
    sendAll(all, tells) {
      const done = tells && pressing.reach(tells.of).done;
      const told = done && undoable(done, seen, tells.holder);
      return place ? sendAll(book, place, all, told) : Promise.resolve({ ok: true });
    },
    dismiss: () => place && book.dismiss(place),
  };
}

async function sendAll(
  book: Book,
  place: Place,
  all: readonly Sent[],
  undoable: Undoable | undefined,
): Promise<Answered> {
  const back: Act[] = [];
  let answered: Answered = { ok: true };
  for (const sent of all) {
    const outcome = await book.send(place, sent, { often: true });
    if (outcome && !outcome.ok) {
      answered = outcome;
      break;
    }
    back.unshift(...(outcome?.inverse ?? []));
  }
  if (undoable && back.length > 0) book.tell(undoable, back);
  return answered;
}

/** What acts are on is a number, a word, or a few of them. */
const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

type Pressing = Pick<Acts, "seen" | "book" | "reach" | "takes">;

function press<Input>(
  { seen, book, reach, takes }: Pressing,
  { open, show }: Acting,
  undoable: ReturnType<typeof useUndoable>,
  of: Offer<Input> | Action<Input>,
  input: Input,
  { at, byRowKey, onDone, onRefused }: Press,
): boolean {
  if (!takes(of) || !of.available(seen, input)) return false;
  if (of.opens) {
    open?.(of.opens(seen, input));
    return true;
  }
  if (!("command" in of)) return false;
  const { row, done, place } = reach(of);
  const where = at ?? place;
  if (!where) throw new Error(`${of.id} is pressed nowhere`);
  if (of.alone && book.busy.has(where)) return true;
  const shown = of.shows?.(seen, input);
  if (shown !== undefined) show?.(shown);
  const sent = of.command(seen, input);
  const told = done && undoable(done, seen, of.named?.(seen, input));
  const pressed = { row: of.id, of: input };
  const swap = swapOf(of, input);
  const sending = { often: of.often, restsRows: byRowKey && row?.rests, swap, undoable: told, pressed };
  void book.send(where, sent, sending).then((outcome) => (outcome?.ok ? onDone?.() : onRefused?.(outcome?.code)));
  return true;
}

/** What was refused at a place is forgotten with the place. */
function useBook(hall: HallView, place: Place | undefined): Book {
  const book = bookOf(hall);
  useSyncExternalStore(book.subscribe, () => book.version);
  useLayoutEffect(() => {
    if (!place) return;
    book.dismiss(place);
    return () => book.dismiss(place);
  }, [book, place]);
  return book;
}

/** Put into words while it is still there. */
function useUndoable(stays: boolean) {
  const t = useText();
  const localize = useLocalized();
  return ({ words, undo, at }: Done, { view }: Sight, holder: Holder | undefined): Undoable => {
    const shown = holder && holderOf(view, holder);
    const name = shown ? localize(shown.name) || shown.fallback : "";
    return { at, words: t(words, { name }), label: t(undo), stays };
  };
}
