// The rows of the list, as a grid in which one row has the focus. A row is one line of one height; who is found, moved or
// refused shows in it. Letters find a name and never act; what acts on a row stands in its menu, and a few keys do it.
import {
  type FocusEvent,
  Fragment,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useFormat, useText } from "../../i18n";
import { rem } from "../../parts/FitText";
import { useMedia } from "../../parts/useMedia";
import { useWidth } from "../../parts/useWidth";
import type { View } from "../../shared/acts/sight";
import { ROW_KEYS } from "../../shared/acts/table/console";
import { useDraggedRows } from "./drag";
import { goesByName } from "./found";
import { ListCell } from "./ListCell";
import { ListRow } from "./ListRow";
import type { EndLine, Row } from "./model";
import { RowMenu } from "./RowMenu";
import type { RowActs } from "./rowActs";
import { roomFor } from "./rowRoom";
import { useRowWords } from "./rowWords";
import styles from "./SpeakersList.module.css";
import { type SeenRows, useDrawnRows } from "./seenRows";
import { useSlidingRows } from "./slide";

interface SpeakersListProps {
  rows: readonly Row[];
  line: EndLine | undefined;
  notes: ReadonlyMap<number, string>;
  busy: ReadonlySet<number>;
  /** Of these, those whose act is not known to be done. */
  unconfirmed: ReadonlySet<number>;
  live: boolean;
  acts: RowActs;
  seen: SeenRows;
  view: Pick<View, "delegation">;
  /** Takes the filters off; where none is on, there is nothing to take off. */
  onClear: (() => void) | undefined;
}

/** In pixels at letters of usual size; the style sheet has the same. */
const row_height = 40;
const row_height_coarse = 48;
const line_height = 30;

export function SpeakersList(props: SpeakersListProps) {
  const { rows, line, notes, busy, unconfirmed, live, acts, seen, onClear } = props;
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [width, fonts] = useWidth(scroller);
  const coarse = useMedia("(pointer: coarse)");
  const unit = rem();
  const row_px = (coarse ? row_height_coarse : row_height) * unit;
  const drawn = useDrawnRows(scroller, row_px, line ? line_height * unit : 0, rows.length, seen);
  const order = useMemo(() => rows.map(({ entry }) => entry), [rows]);
  useSlidingRows(scroller, order, row_px, drawn);
  const describe = useRowWords();
  const focus = useRowFocus(scroller, rows, order);
  const menu = useRowMenu();
  const startDrag = useDraggedRows(scroller, live, acts);
  const find = useFindByLetters(scroller, props);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other fonts, other widths
  const room = useMemo(() => roomFor(rows, width / unit), [rows, width, unit, fonts]);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (pressOnRow(event, acts)) return;
    if (event.key === "Escape" && onClear) {
      event.preventDefault();
      onClear();
    } else if (!focus.move(event)) find(event);
  };
  if (rows.length === 0) return <NobodyWaits found={onClear === undefined} />;
  return (
    <div className={styles.frame} style={room.columns ? { ["--name" as string]: room.columns } : undefined}>
      <Columns />
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be dragged about */}
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={t("list.title")}
        aria-rowcount={rows.length}
        className={styles.rows}
        data-line={line ? "" : undefined}
        onKeyDown={press}
        onFocus={focus.follow}
        onPointerDown={startDrag}
      >
        {rows.map((row, index) => (
          <Fragment key={row.entry}>
            {line?.before === row.entry && <End line={line} list={scroller} above_px={index * row_px} />}
            <ListRow
              row={row}
              index={index}
              words={describe(row)}
              note={notes.get(row.entry)}
              busy={busy.has(row.entry)}
              unconfirmed={unconfirmed.has(row.entry)}
              drawn={index >= drawn.first && index < drawn.last}
              tab={focus.entry === undefined ? index === 0 : focus.entry === row.entry}
              room={room}
              acts={acts}
              onMenu={menu.show}
            />
          </Fragment>
        ))}
      </div>
      <RowMenu
        row={rows.find(({ entry }) => entry === menu.entry)}
        button={menu.button}
        acts={acts}
        onClose={menu.close}
      />
    </div>
  );
}

function useRowMenu() {
  const [entry, setEntry] = useState<number | undefined>();
  const button = useRef<HTMLElement | null>(null);
  const show = useCallback((entry: number, on: HTMLElement) => {
    button.current = on;
    setEntry(entry);
  }, []);
  const close = useCallback(() => setEntry(undefined), []);
  return { entry, button, show, close };
}

/** The acts of a row by key, while the focus is on the row itself. */
function pressOnRow(event: KeyboardEvent<HTMLElement>, acts: RowActs): boolean {
  const target = event.target as HTMLElement;
  const entry = Number(target.dataset.entry);
  if (!entry || event.ctrlKey || event.metaKey || event.shiftKey || event.key.length === 1) return false;
  // Moves are repeated while their key is held down.
  if (event.repeat && !event.altKey) return false;
  const pressed = event.altKey ? `Alt ${event.key}` : event.key;
  const row = ROW_KEYS.find(({ on }) => on.chair?.row?.keys?.join(" ") === pressed);
  if (!row) return false;
  event.preventDefault();
  event.stopPropagation();
  if (row.local === "row_menu") target.querySelector<HTMLElement>("[data-row-menu]")?.click();
  else acts.press(row, entry, "key");
  return true;
}

/** One row has the focus; where it goes away, the one that has come to its place gets it. */
function useRowFocus(list: RefObject<HTMLElement | null>, rows: readonly Row[], order: readonly number[]) {
  const [entry, setEntry] = useState<number | undefined>();
  const had = useRef<{ entry: number; index: number } | undefined>(undefined);

  const follow = (event: FocusEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-entry]");
    const focused = Number(row?.dataset.entry);
    if (!focused) return;
    had.current = { entry: focused, index: order.indexOf(focused) };
    setEntry(focused);
  };

  const go = (index: number) => {
    const to = rows[Math.min(Math.max(0, index), rows.length - 1)];
    if (to) rowIn(list.current, to.entry)?.focus();
  };

  // The browser drops the focus from a row that is moved in the document, and from one that is gone.
  useLayoutEffect(() => {
    const was = had.current;
    if (!was) return;
    const index = order.indexOf(was.entry);
    const next = index < 0 ? (order[Math.min(was.index, order.length - 1)] ?? 0) : was.entry;
    if (index < 0) setEntry(next || undefined);
    had.current = next ? { entry: next, index: order.indexOf(next) } : undefined;
    if (document.activeElement && document.activeElement !== document.body) return;
    rowIn(list.current, next)?.focus({ preventScroll: index >= 0 });
  }, [list, order]);

  const move = (event: KeyboardEvent<HTMLElement>): boolean => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-entry]");
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return false;
    const at = order.indexOf(Number(row.dataset.entry));
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / Math.max(1, row.clientHeight)) - 1);
    const to: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const index = to[event.key];
    if (index === undefined) return false;
    event.preventDefault();
    go(index);
    return true;
  };
  return { entry: entry !== undefined && order.includes(entry) ? entry : undefined, follow, move };
}

function rowIn(list: HTMLElement | null, entry: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-entry="${entry}"]`) ?? null;
}

/** Letters within a second of each other are one word. */
const letters_together_ms = 1_000;

/** What is typed on a row goes to the next one that goes by it. */
function useFindByLetters(list: RefObject<HTMLElement | null>, { rows, view }: SpeakersListProps) {
  const typed = useRef({ text: "", at: 0 });
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-entry]");
    if (!row || row !== event.target) return;
    const fresh = event.timeStamp - typed.current.at > letters_together_ms;
    // Shift with a letter acts, and blanks begin nothing.
    if (fresh && !/^[\p{Ll}\p{Lo}\p{Lm}]$/u.test(event.key)) {
      if (event.key === " ") event.preventDefault();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const text = (fresh ? "" : typed.current.text) + event.key;
    typed.current = { text, at: event.timeStamp };
    const at = rows.findIndex(({ entry }) => entry === Number(row.dataset.entry));
    // A first letter goes on from here, what follows it narrows.
    const from = fresh ? at + 1 : at;
    const inOrder = [...rows.slice(from), ...rows.slice(0, from)];
    const found = inOrder.find((each) => goesByName(view, each, text));
    if (found) rowIn(list.current, found.entry)?.focus();
  };
}

function Columns() {
  const t = useText();
  return (
    <div className={styles.columns} aria-hidden="true">
      <span />
      <span />
      <span />
      <span>{t("chair.list.delegation")}</span>
      <span>{t("chair.list.speaker")}</span>
      <span>{t("chair.list.statement")}</span>
      <span>{t("chair.list.text")}</span>
      <span>{t("chair.list.expected")}</span>
      <span />
    </div>
  );
}

/** Where the meeting ends: at its true place, and at the foot of the rows while that lies below. */
function End({ line, list, above_px }: { line: EndLine; list: RefObject<HTMLElement | null>; above_px: number }) {
  const t = useText();
  const format = useFormat();
  const { at, place, name, later } = line;
  const words =
    place > 0
      ? t("chair.list.ends_after", { place, name, count: later })
      : t("chair.list.ends_before", { count: later });
  const go = () => {
    const element = list.current;
    if (element) element.scrollTop = above_px - element.clientHeight / 2;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be dragged about
    // biome-ignore lint/a11y/useFocusableInteractive: nothing acts on it
    <div role="row" className={styles.end} data-end-of-meeting="">
      <ListCell className={styles.endAt}>{format.time(at)}</ListCell>
      <ListCell className={styles.endWords} title={words}>
        {words}
      </ListCell>
      <ListCell>
        <button type="button" className={styles.goTo} tabIndex={-1} onClick={go}>
          {t("chair.list.go_to_end")}
        </button>
      </ListCell>
    </div>
  );
}

function NobodyWaits({ found }: { found: boolean }) {
  const t = useText();
  return <p className={styles.nobody}>{t(found ? "chair.list.nobody" : "delegation.none_found")}</p>;
}
