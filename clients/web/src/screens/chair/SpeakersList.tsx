// The rows of the list, as a grid in which one row has the focus. A row is one line of one height; who is found, moved or
// refused shows in it. Letters find a name and never act; what acts on a row stands in its menu, and a few keys do it. Rows out
// of sight are not in the page, however long the list: the grid says how many there are, and each row which it is.
import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from "react";
import { useFormat, useText } from "../../i18n";
import { useMedia } from "../../parts/useMedia";
import { rem, useWidth } from "../../parts/useWidth";
import type { View } from "../../shared/acts/sight";
import { ROW_KEYS } from "../../shared/acts/table/console";
import { useDraggedRows } from "./drag";
import { rowThatBegins } from "./found";
import { ListCell } from "./ListCell";
import { ListRow } from "./ListRow";
import type { EndLine, Row } from "./model";
import { NobodyFound } from "./NobodyFound";
import { RowMenu } from "./RowMenu";
import type { RowActs } from "./rowActs";
import { type RowFocus, useRowFocus } from "./rowFocus";
import { stand_by_shown, useRoom } from "./rowRoom";
import { useRowWords } from "./rowWords";
import styles from "./SpeakersList.module.css";
import { useSay } from "./said";
import { type SeenRows, useDrawnRows } from "./seenRows";
import { useSlidingRows } from "./slide";
import { type Piece, piecesOf, type Span } from "./windowed";

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
  /** Why whoever is meant by what was typed on a row is not there, in words. */
  whyNot: (typed: string) => string | undefined;
  /** In the field that finds. */
  typed: string;
  /** Takes the filters off; where none is on, there is nothing to take off. */
  onClear: (() => void) | undefined;
}

/** In pixels at letters of usual size; the style sheet has the same. */
const row_height = 40;
const row_height_coarse = 48;
const line_height = 30;

export function SpeakersList(props: SpeakersListProps) {
  const { rows, line, notes, busy, unconfirmed, live, acts, seen, typed, onClear } = props;
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [measured, width, fonts] = useWidth(scroller);
  const coarse = useMedia("(pointer: coarse)");
  const unit = rem();
  const [row_px, line_px] = [(coarse ? row_height_coarse : row_height) * unit, line ? line_height * unit : 0];
  const { drawn, look } = useDrawnRows(scroller, row_px, line_px, rows.length, seen);
  const order = useOrder(rows);
  const describe = useRowWords();
  const focus = useRowFocus(scroller, order, { row_px, line_px }, look);
  useSlidingRows(scroller, order, row_px);
  const menu = useRowMenu();
  const drag = useDraggedRows(scroller, live, acts);
  const find = useFindByLetters(props, focus.go);
  const room = useRoom(rows, width / unit, fonts, useMedia(stand_by_shown));
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (pressOnRow(event, acts, menu.show, focus) || clearOn(event, onClear, focus)) return;
    if (!focus.move(event)) find(event);
  };
  if (rows.length === 0) return <NobodyFound typed={typed} onClear={onClear} />;
  const tab = focus.entry ?? order[0];
  // Where a key leads that comes from elsewhere; what has the pointer; and what is told is read once, where it was put.
  const kept = [tab ?? 0, order[0] ?? 0, drag.carried ?? 0, ...notes.keys(), ...unconfirmed];
  const pieces = piecesIn(order, drawn, kept, line);
  const drawRow = (index: number) => {
    const row = rows[index];
    if (!row) return null;
    const { entry } = row;
    const told = { note: notes.get(entry), busy: busy.has(entry), unconfirmed: unconfirmed.has(entry) };
    const shown = { words: describe(row), tab: entry === tab, room, acts, onMenu: menu.show };
    return <ListRow key={entry} row={row} index={index} {...told} {...shown} />;
  };
  return (
    <div className={styles.frame} style={room.columns ? { ["--name" as string]: room.columns } : undefined}>
      <Columns />
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be dragged about */}
      <div
        ref={measured}
        role="grid"
        tabIndex={-1}
        aria-label={t("list.title")}
        aria-rowcount={rows.length}
        className={styles.rows}
        data-line={line ? "" : undefined}
        onKeyDown={press}
        onFocus={focus.follow}
        onWheel={focus.letGo}
        onPointerDownCapture={focus.letGo}
        onPointerDown={drag.start}
      >
        {pieces.map((piece) => {
          if (piece.is === "gap") return <Gap key={`before ${order[piece.before]}`} height_px={piece.rows * row_px} />;
          if (piece.is === "line")
            return line && <End key="line" line={line} list={scroller} above_px={piece.before * row_px} />;
          return drawRow(piece.index);
        })}
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

function piecesIn(order: readonly number[], drawn: Span, kept: readonly number[], line: EndLine | undefined): Piece[] {
  const places = kept.map((entry) => order.indexOf(entry));
  return piecesOf(order.length, drawn, places, line && order.indexOf(line.before));
}

/** What is left out between rows that are in the page. */
function Gap({ height_px }: { height_px: number }) {
  return <div className={styles.left} style={{ height: height_px }} aria-hidden="true" />;
}

/** The same while the order is. */
function useOrder(rows: readonly Row[]): readonly number[] {
  const before = useRef<readonly number[]>([]);
  const same = rows.length === before.current.length && rows.every(({ entry }, at) => entry === before.current[at]);
  if (!same) before.current = rows.map(({ entry }) => entry);
  return before.current;
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

/** Escape takes the filters off, and the row in focus stays in sight. */
function clearOn(
  event: KeyboardEvent<HTMLElement>,
  clear: (() => void) | undefined,
  { keepInSight }: Pick<RowFocus, "keepInSight">,
): boolean {
  if (event.key !== "Escape" || !clear) return false;
  event.preventDefault();
  keepInSight();
  clear();
  return true;
}

/** The acts of a row by key, while the focus is on the row itself. One that is out of sight is shown first, and is not acted on. */
function pressOnRow(
  event: KeyboardEvent<HTMLElement>,
  acts: RowActs,
  showMenu: (entry: number, on: HTMLElement) => void,
  { isSeen, keepInSight }: Pick<RowFocus, "isSeen" | "keepInSight">,
): boolean {
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
  const seen = isSeen(event);
  if (row.local === "row_menu") {
    // Not by a click: after one that no pointer made, the focus would go to the box and not to its first act.
    const button = target.querySelector<HTMLElement>("[data-row-menu]");
    if (button) showMenu(entry, button);
  } else if (seen) {
    // Where it moves by this, it stays in sight.
    keepInSight();
    acts.press(row, entry, "key");
  }
  return true;
}

/** Letters within a second of each other are one word. */
const letters_together_ms = 1_000;

/** What is typed on a row goes to the one that goes by it best, of equals to the next; where none does, that is said. */
function useFindByLetters({ rows, view, whyNot }: SpeakersListProps, go: (index: number) => void) {
  const t = useText();
  const say = useSay();
  const typed = useRef({ text: "", at: Number.NEGATIVE_INFINITY });
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-entry]");
    if (!row || row !== event.target) return;
    const fresh = event.timeStamp - typed.current.at > letters_together_ms;
    // A sign that no name has is a key of the console.
    if (!/^[\p{L}\p{M}\p{N} '’.,()-]$/u.test(event.key)) return;
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
    const found = rowThatBegins(view, inOrder, text);
    if (found) go(rows.indexOf(found));
    else say(whyNot(text) ?? t("delegation.none_found"));
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
      <span className={styles.standBy}>{t("chair.stand_by.title")}</span>
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
