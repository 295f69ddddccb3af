// One row of the list has the focus. It is in the page wherever the list is scrolled to; where it goes away, the one that has
// come to its place gets the focus. Others may move it out of sight; what a key does to it is done once it is in sight.
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { bringIntoSight, isInSight } from "./inSight";

export interface RowFocus {
  /** Where the tabulator stops; undefined: at the first. */
  entry: number | undefined;
  follow(event: FocusEvent<HTMLElement>): void;
  /** Whether the key has gone to another row. */
  move(event: KeyboardEvent<HTMLElement>): boolean;
  go(index: number): void;
  /** The row in focus is in sight, and stays so through every new order, until somebody scrolls or goes to another row. */
  keepInSight(): void;
  /** Somebody scrolls: the row in focus stays where it is. */
  letGo(): void;
  /** Whether the row that the key is pressed on was in sight; if not, it is from now on. */
  isSeen(event: KeyboardEvent<HTMLElement>): boolean;
}

/** `look` has the rows in the page that a jump has come to. */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  order: readonly number[],
  { row_px, line_px }: { row_px: number; line_px: number },
  look: () => void,
): RowFocus {
  const had = useRef<{ entry: number; index: number } | undefined>(undefined);
  const kept = useRef(false);
  const { entry, setEntry, focusOn, show } = useFocusOn(list, look);

  const follow = (event: FocusEvent<HTMLElement>) => {
    const focused = entryAt(event.target);
    if (!focused) return;
    if (focused !== had.current?.entry) kept.current = false;
    had.current = { entry: focused, index: order.indexOf(focused) };
    setEntry(focused);
  };

  const go = (index: number) => {
    const to = order[Math.min(Math.max(0, index), order.length - 1)];
    if (to) focusOn(to);
  };

  // The browser drops the focus from a row that is moved in the document, and from one that is gone.
  useLayoutEffect(() => {
    const was = had.current;
    if (!was) return;
    const index = order.indexOf(was.entry);
    const next = index < 0 ? (order[Math.min(was.index, order.length - 1)] ?? 0) : was.entry;
    had.current = next ? { entry: next, index: order.indexOf(next) } : undefined;
    const dropped = !document.activeElement || document.activeElement === document.body;
    if (next && dropped) focusOn(next, index >= 0);
    else if (index < 0) setEntry(next || undefined);
    if (kept.current) show(next);
  }, [order, setEntry, focusOn, show]);

  const move = (event: KeyboardEvent<HTMLElement>): boolean => {
    const focused = entryAt(event.target);
    if (!focused || event.altKey || event.ctrlKey || event.metaKey) return false;
    const at = order.indexOf(focused);
    const index = stepped(event.key, at, pageOf(list.current, row_px, line_px), order.length - 1);
    if (index === undefined) return false;
    event.preventDefault();
    go(index);
    return true;
  };
  const keepInSight = () => {
    kept.current = true;
    // The order may be the same.
    show(had.current?.entry ?? 0);
  };
  const letGo = () => {
    kept.current = false;
  };
  const isSeen = ({ target }: KeyboardEvent<HTMLElement>) => isSeenIn(list.current, target) || show(entryAt(target));
  const stands = entry !== undefined && order.includes(entry) ? entry : undefined;
  return { entry: stands, follow, move, go, keepInSight, letGo, isSeen };
}

/** The line at the foot hides what is behind it; a page goes on with a row of the one before. */
function pageOf(list: HTMLElement | null, row_px: number, line_px: number): number {
  return Math.max(1, Math.floor(((list?.clientHeight ?? 0) - line_px) / row_px) - 1);
}

/** Where a key leads from there. */
function stepped(key: string, at: number, page: number, last: number): number | undefined {
  const to: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  return to[key];
}

/** The row that has the focus or gets it; one that is not in the page yet gets it once it is. */
function useFocusOn(list: RefObject<HTMLElement | null>, look: () => void) {
  const [entry, setEntry] = useState<number | undefined>();
  const wanted = useRef<number | undefined>(undefined);
  const lookAgain = useRef(look);
  useLayoutEffect(() => {
    lookAgain.current = look;
  });
  /** False: it was not in sight before. */
  const show = useCallback(
    (of: number): false => {
      const row = rowIn(list.current, of);
      if (!row || !list.current) return false;
      bringIntoSight(list.current, row);
      lookAgain.current();
      return false;
    },
    [list],
  );
  const focusOn = useCallback(
    (to: number, preventScroll = false) => {
      const row = rowIn(list.current, to);
      wanted.current = row ? undefined : to;
      setEntry(to);
      row?.focus({ preventScroll: true });
      if (row && !preventScroll) show(to);
    },
    [list, show],
  );
  useLayoutEffect(() => {
    const to = wanted.current;
    if (to !== undefined && entry === to && rowIn(list.current, to)) focusOn(to);
  }, [list, entry, focusOn]);
  return { entry, setEntry, focusOn, show };
}

/** Of the row that this is in; 0 where it is in none. */
function entryAt(target: EventTarget): number {
  return Number((target as HTMLElement).closest<HTMLElement>("[data-entry]")?.dataset.entry ?? 0);
}

function isSeenIn(list: HTMLElement | null, target: EventTarget): boolean {
  const row = rowIn(list, entryAt(target));
  return !list || !row || isInSight(list, row);
}

function rowIn(list: HTMLElement | null, entry: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-entry="${entry}"]`) ?? null;
}
