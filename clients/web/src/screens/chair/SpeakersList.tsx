// The rows of the list. A row can be dragged, by pointer or by keyboard from its handle; with the focus on it, keys act on
// it; its menu holds every act. What becomes of an act shows under the row it concerns.
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button as AriaButton, DropIndicator, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { Flag } from "../../parts/Flag";
import { nameLength } from "../../parts/names";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { ROW_KEYS } from "../../shared/acts/table/console";
import { kindOf } from "../../shared/kinds";
import { CATEGORIES } from "../../shared/terms";
import type { Row } from "./model";
import { RowMenu } from "./RowMenu";
import type { RowActs } from "./rowActs";
import styles from "./SpeakersList.module.css";
import { useSlidingRows } from "./slide";

interface SpeakersListProps {
  rows: readonly Row[];
  notes: ReadonlyMap<number, string>;
  busy: ReadonlySet<number>;
  /** Of these, those whose act is not known to be done. */
  unconfirmed: ReadonlySet<number>;
  live: boolean;
  acts: RowActs;
}

interface Item {
  row: Row;
  note: string | undefined;
  busy: boolean;
  unconfirmed: boolean;
  words: string;
}

export function SpeakersList({ rows, notes, busy, unconfirmed, live, acts }: SpeakersListProps) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  useSlidingRows(frame);
  const { dragAndDropHooks } = useDraggedRows(live, acts);
  const describe = useRowWords();
  const items = useItems(
    rows.map((row) => ({
      row,
      note: notes.get(row.entry),
      busy: busy.has(row.entry),
      unconfirmed: unconfirmed.has(row.entry),
      words: describe(row),
    })),
  );
  const [menuOf, setMenuOf] = useState<number | undefined>();
  const menuButton = useRef<HTMLElement | null>(null);
  const openMenu = useCallback((entry: number, button: HTMLElement) => {
    menuButton.current = button;
    setMenuOf(entry);
  }, []);
  if (rows.length === 0) return <NobodyWaits />;
  return (
    <div ref={frame} className={styles.frame} onKeyDownCapture={(event) => pressOnRow(event, acts)}>
      <Columns />
      <GridList
        aria-label={t("list.title")}
        className={styles.rows ?? ""}
        items={items}
        dependencies={[describe, acts, openMenu]}
        selectionMode="none"
        disallowTypeAhead
        dragAndDropHooks={dragAndDropHooks}
      >
        {(item) => (
          <GridListItem
            id={item.row.entry}
            textValue={`${item.row.place}. ${item.row.name}`}
            aria-label={item.words}
            className={styles.row ?? ""}
            data-entry={item.row.entry}
            data-busy={item.busy || undefined}
          >
            <RowCells item={item} acts={acts} onMenu={openMenu} />
          </GridListItem>
        )}
      </GridList>
      <RowMenu
        row={rows.find(({ entry }) => entry === menuOf)}
        button={menuButton}
        acts={acts}
        onClose={() => setMenuOf(undefined)}
      />
    </div>
  );
}

function useDraggedRows(live: boolean, acts: RowActs) {
  return useDragAndDrop<Item>({
    isDisabled: !live,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder({ keys, target }) {
      const [entry] = keys;
      if (entry !== undefined && target.dropPosition !== "on") {
        acts.drop(Number(entry), Number(target.key), target.dropPosition);
      }
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator ?? ""} />,
  });
}

/** The acts of a row by key, while the focus is on the row itself. */
function pressOnRow(event: KeyboardEvent<HTMLElement>, acts: RowActs): void {
  const target = event.target as HTMLElement;
  const entry = Number(target.dataset.entry);
  if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // Moves are repeated while their key is held down.
  if (document.querySelector("[data-dragging]") || (event.repeat && !event.altKey)) return;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const pressed = event.altKey ? `Alt ${key}` : key;
  const row = ROW_KEYS.find(({ on }) => on.chair?.row?.keys.join(" ") === pressed);
  if (!row) return;
  event.preventDefault();
  event.stopPropagation();
  if (row.local === "row_menu") target.querySelector<HTMLElement>("[data-row-menu]")?.click();
  else acts.press(row, entry, "key");
}

function Columns() {
  const t = useText();
  return (
    <div className={styles.columns} aria-hidden="true">
      <span />
      <span />
      <span>{t("chair.list.delegation")}</span>
      <span className={styles.wide}>{t("chair.list.category")}</span>
      <span>{t("chair.list.speaker")}</span>
      <span>{t("chair.list.kind")}</span>
      <span>{t("chair.list.language")}</span>
      <span>{t("chair.list.text")}</span>
      <span className={styles.wide}>{t("chair.list.limit")}</span>
      <span className={styles.wide}>{t("chair.list.asked")}</span>
      <span>
        {t("chair.list.expected")}
        <span className={styles.narrow}> / {t("chair.list.asked").toLocaleLowerCase()}</span>
      </span>
      <span />
    </div>
  );
}

function NobodyWaits() {
  const t = useText();
  return <p className={styles.nobody}>{t("chair.list.nobody")}</p>;
}

interface RowCellsProps {
  item: Item;
  acts: RowActs;
  onMenu: (entry: number, button: HTMLElement) => void;
}

const RowCells = memo(function RowCells({ item, acts, onMenu }: RowCellsProps) {
  const t = useText();
  const format = useFormat();
  const { row, note, unconfirmed } = item;
  const category = row.guest ? "category.guest" : CATEGORIES[row.category];
  const kind = kindOf(row.kind);
  const asked = format.timeSeconds(row.requestedAt);
  return (
    <>
      <AriaButton slot="drag" className={styles.handle ?? ""} aria-label={t("chair.list.drag", { name: row.name })}>
        <span aria-hidden="true">⋮⋮</span>
      </AriaButton>
      <span className={styles.place}>{row.place}</span>
      <DelegationCell row={row} category={category && t(category)} />
      <span className={`${styles.wide} ${styles.quiet}`}>{category && t(category)}</span>
      <SpeakerCell row={row} />
      <span className={styles.kindCell}>{kind && <Chip>{t(kind.short ?? kind.word)}</Chip>}</span>
      <span className={`${styles.line} ${styles.languageCell}`}>
        {row.language && format.languageName(row.language)}
      </span>
      <span className={styles.textCell}>
        <Chip tone={row.texts ? "go" : "neutral"}>{t(row.texts ? "chair.text.ready" : "chair.text.none")}</Chip>
      </span>
      <span className={`${styles.wide} ${styles.figures}`}>{format.clock(row.limit_ms)}</span>
      <span className={`${styles.wide} ${styles.figures} ${styles.quiet}`}>{asked}</span>
      <ExpectedCell row={row} asked={asked} />
      <button
        type="button"
        className={styles.menu}
        data-row-menu=""
        onClick={(event) => onMenu(row.entry, event.currentTarget)}
        aria-haspopup="menu"
        aria-label={t("chair.list.acts_for", { name: row.name })}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {unconfirmed && (
        <span className={styles.unconfirmed}>
          <Unconfirmed />
        </span>
      )}
      {note && <RowNote onDismiss={() => acts.dismiss(row.entry)}>{note}</RowNote>}
    </>
  );
});

/** The category stands here where its own column has no room. */
function DelegationCell({ row, category }: { row: Row; category: string | undefined }) {
  const t = useText();
  const behalf = row.onBehalfOf && t("floor.on_behalf_of", { group: row.onBehalfOf });
  const addressed = row.addressedTo && t("chair.list.to_panellist", { name: row.addressedTo });
  const extra = behalf || addressed;
  return (
    <span className={styles.delegation}>
      <Flag code={row.flag} name={row.name} />
      <span className={styles.two}>
        <span className={styles.name} data-length={nameLength(row.name)}>
          {row.name}
        </span>
        {row.skipped && (
          <span className={styles.skipped}>
            <Chip>{t("chair.list.passed_over")}</Chip>
          </span>
        )}
        <span className={styles.second} title={extra || undefined}>
          {row.noShows > 0 && <span className={styles.absent}>{t("chair.list.no_shows", { count: row.noShows })}</span>}
          {category && (
            <span className={styles.narrow}>
              {row.noShows > 0 && " · "}
              {category}
            </span>
          )}
          {extra && (
            <>
              <span className={row.noShows > 0 ? undefined : styles.narrow}> · </span>
              {extra}
            </>
          )}
        </span>
      </span>
    </span>
  );
}

function SpeakerCell({ row }: { row: Row }) {
  const [name, title] = [row.speaker, row.speakerTitle].filter(Boolean);
  return (
    <span className={`${styles.two} ${styles.speakerCell}`}>
      <span className={styles.speaker} data-length={nameLength(name ?? "")} title={name}>
        {name}
      </span>
      {title && (
        <span className={styles.second} title={title}>
          {title}
        </span>
      )}
    </span>
  );
}

function ExpectedCell({ row, asked }: { row: Row; asked: string }) {
  const format = useFormat();
  return (
    <span className={`${styles.two} ${styles.figures} ${styles.expected}`}>
      <span>
        {row.expectedFrom !== undefined && row.expectedTo !== undefined
          ? format.timeRange(row.expectedFrom, row.expectedTo)
          : "–"}
      </span>
      <span className={`${styles.second} ${styles.narrow}`}>{asked}</span>
    </span>
  );
}

/** Why the last act on this row was refused; the list scrolls as far as needed to show it. */
function RowNote({ onDismiss, children }: { onDismiss: () => void; children: string }) {
  const t = useText();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    place.current?.closest("[data-entry]")?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return (
    <span ref={place} className={styles.note}>
      {children}
      <Button look="plain" size="small" onPress={onDismiss}>
        {t("common.dismiss")}
      </Button>
    </span>
  );
}

/** The items of before where nothing in them has changed: rows are rendered again by identity. */
function useItems(items: Item[]): Item[] {
  const before = useRef<Item[]>([]);
  const known = new Map(before.current.map((item) => [item.row.entry, item]));
  let same = items.length === before.current.length;
  const kept = items.map((item, index) => {
    const old = known.get(item.row.entry);
    const one = old && equal(old, item) ? old : item;
    if (one !== before.current[index]) same = false;
    return one;
  });
  if (!same) before.current = kept;
  return before.current;
}

function equal(a: Item, b: Item): boolean {
  return (Object.keys(b) as (keyof Item)[]).every((field) => a[field] === b[field]);
}

/** A row as it is read out: all that its cells show, with what they mean. */
function useRowWords(): (row: Row) => string {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const said = new WeakMap<Row, string>();
    return (row: Row) => {
      const known = said.get(row);
      if (known) return known;
      const category = row.guest ? "category.guest" : CATEGORIES[row.category];
      const kind = kindOf(row.kind)?.word;
      const versions = row.texts
        .split(", ")
        .filter(Boolean)
        .map((each) => each.split(" "))
        .map(([language = "", version = ""]) =>
          t("chair.text.version", { language: format.languageName(language), version }),
        );
      const words = [
        `${row.place}. ${row.name}`,
        category && t(category),
        row.speaker,
        row.speakerTitle,
        kind && t(kind),
        row.onBehalfOf && t("floor.on_behalf_of", { group: row.onBehalfOf }),
        row.language && format.languageName(row.language),
        versions.length > 0 ? t("chair.text.ready_in", { texts: format.list(versions) }) : t("chair.text.no_text"),
        t("chair.list.asked_at", { time: format.timeSeconds(row.requestedAt) }),
        row.expectedFrom !== undefined &&
          row.expectedTo !== undefined &&
          t("chair.list.expected_at", { time: format.timeRange(row.expectedFrom, row.expectedTo) }),
        row.noShows > 0 && t("chair.list.no_shows", { count: row.noShows }),
        row.skipped && t("chair.list.passed_over"),
      ]
        .filter(Boolean)
        .join(", ");
      said.set(row, words);
      return words;
    };
  }, [t, format]);
}
