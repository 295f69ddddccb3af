// The list of speakers: its state, what finds in it, and the acts on it as a whole; the rows are SpeakersList. In its foot
// stands what can be taken back.
import { memo, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { dot, useFormat, useInstant, useLocalized, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Key } from "../../parts/Key";
import { Menu } from "../../parts/Menu";
import { Note } from "../../parts/Note";
import { useMedia } from "../../parts/useMedia";
import { useSteady } from "../../parts/useSteady";
import type { Offer, Place } from "../../shared/acts/act";
import { inscribe } from "../../shared/acts/table/entries";
import { askClosing, askOpening, callOffClosing, closeList, openList } from "../../shared/acts/table/list";
import { useActs } from "../../shared/acts/useActs";
import { useNow } from "../../shared/hall";
import { useListWords } from "../../shared/ListChip";
import { useOrderWords } from "../../shared/orderWords";
import { useReason } from "../../shared/reason";
import { ORDERS, wordOf } from "../../shared/terms";
import { ListStatus, OrderPolicy, type Panel, PanelStatus } from "../../wire";
import { ActButton } from "./ActButton";
import { COVERS, useConsole } from "./console";
import { Filters } from "./Filters";
import { type Filter, foundRows, isOn, no_filter } from "./found";
import { closesWhileSuspended, endLineOf, entryOf, keepEqualRows, listRows, type Row } from "./model";
import { useMeant } from "./NobodyFound";
import { narrow_list } from "./room";
import { useRowActs } from "./rowActs";
import styles from "./SpeakersCard.module.css";
import { SpeakersList } from "./SpeakersList";
import { SeenRows } from "./seenRows";

export function SpeakersCard() {
  const t = useText();
  const { panel, meeting } = useActs().seen;
  const { drawer } = useConsole();
  const rows = useRows();
  const [filter, setFilter] = useState(no_filter);
  const found = useFoundRows(rows, filter);
  const [seen] = useState(() => new SeenRows());
  const takes = panel && panel.status !== PanelStatus.CLOSED;
  return (
    <Card
      flush
      className={styles.card}
      aria-label={t("list.title")}
      data-zone="list"
      inert={drawer !== undefined && COVERS[drawer] === true}
    >
      <header className={styles.tools}>
        <Title />
        <Find filter={filter} onChange={setFilter} />
        <Filters rows={rows} filter={filter} onChange={setFilter} />
        <span className={styles.gap} />
        {takes && <ListActs panel={panel} />}
      </header>
      <Rows all={rows} rows={found} filter={filter} seen={seen} onClear={setFilter} />
      {panel && closesWhileSuspended(panel, meeting) && <ClosesInSuspension panel={panel} />}
      <Foot seen={seen} filter={filter} shown={found.length} count={rows.length} />
    </Card>
  );
}

/** The same array while nothing that is shown has changed. */
function useRows(): readonly Row[] {
  const localize = useLocalized();
  const { seen } = useActs();
  const now = useNow(1_000);
  const before = useRef<readonly Row[]>([]);
  const why = useReason();
  const rows = listRows(seen.view, seen.panel?.id ?? "", now, localize, (entry) => why(seen.view, entry, false));
  before.current = keepEqualRows(before.current, rows);
  return before.current;
}

function useFoundRows(rows: readonly Row[], filter: Filter): readonly Row[] {
  const { view } = useActs().seen;
  const before = useRef<readonly Row[]>(rows);
  before.current = keepEqualRows(before.current, foundRows(view, rows, filter));
  return before.current;
}

function Title() {
  const t = useText();
  const { seen, book } = useActs();
  const { panel, order } = seen;
  const listWords = useListWords();
  const orderWords = useOrderWords();
  return (
    <div className={styles.title}>
      <h2>{t("list.title")}</h2>
      <p className={styles.state}>
        <span>{t("list.waiting", { count: order.length })}</span>
        {panel && (
          <>
            {dot}
            {panel.orderPolicy === OrderPolicy.LOT && (
              <>
                <span>{orderWords(panel, seen.view.draw(panel.id))}</span>
                {dot}
              </>
            )}
            <span className={panel.listStatus === ListStatus.CLOSING ? styles.closing : undefined}>
              {listWords(panel)}
            </span>
          </>
        )}
        {book.held.has("row keys") && (
          <>
            {dot}
            <span>{t("chair.rests")}</span>
          </>
        )}
      </p>
    </div>
  );
}

interface FilterProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

function Find({ filter, onChange }: FilterProps) {
  const t = useText();
  return (
    <label className={styles.find}>
      <span className="visually-hidden">{t("chair.find.label")}</span>
      <input
        type="search"
        data-find=""
        placeholder={t("chair.find.label")}
        autoComplete="off"
        spellCheck={false}
        value={filter.typed}
        onChange={(event) => onChange({ ...filter, typed: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isOn(filter)) {
            event.preventDefault();
            onChange(no_filter);
          } else if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            document.querySelector<HTMLElement>("[data-entry], [data-nobody-found] button")?.focus();
          }
        }}
      />
      <span className={styles.findKey}>
        <Key name="/" />
      </span>
    </label>
  );
}

interface RowsProps {
  all: readonly Row[];
  rows: readonly Row[];
  filter: Filter;
  seen: SeenRows;
  onClear: (filter: Filter) => void;
}

function Rows({ all, rows, filter, seen, onClear }: RowsProps) {
  const words = useRejectionText();
  const { seen: sight, book, live } = useActs();
  const { view, panel } = sight;
  // Those that are found stand by how well they are, and not by their places: there is no line among them.
  const line = filter.typed ? undefined : endLineOf(view, panel?.id ?? "", all);
  const lineKey = JSON.stringify(line);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal lines are the same
  const steadyLine = useMemo(() => line, [lineKey]);
  const acts = useRowActs();
  const notes = useMemo(() => {
    const said = new Map<number, string>();
    for (const [place, refusal] of book.refusals) {
      const entry = entryOf(place);
      if (entry === undefined) continue;
      // A neighbour that is gone: said of this row, "no longer waiting" would be wrong.
      const beside = refusal.code === "not_waiting" && refusal.details.entry !== String(entry);
      said.set(entry, words(beside ? "changed_meanwhile" : refusal.code, refusal.details));
    }
    return said;
  }, [book.refusals, words]);
  const { unconfirmedPlaces } = book;
  const busy = useMemo(() => entriesOf(book.busy), [book.busy]);
  const unconfirmed = useMemo(() => entriesOf(unconfirmedPlaces), [unconfirmedPlaces]);
  const meant = useMeant();
  const whyNot = useSteady((typed: string) => meant(typed)[0]?.words);
  const clear = useMemo(() => (isOn(filter) ? () => onClear(no_filter) : undefined), [filter, onClear]);
  return (
    <SteadyList
      {...{ rows, line: steadyLine, notes, busy, unconfirmed, live, acts, seen, view, whyNot }}
      typed={filter.typed}
      onClear={clear}
    />
  );
}

/** Not rendered again by the ticking of the clock. */
const SteadyList = memo(SpeakersList);

/** A closing that falls within the suspension is kept unless the chair moves it. */
function ClosesInSuspension({ panel }: { panel: Panel }) {
  const t = useText();
  const instant = useInstant();
  const { live, press } = useActs();
  return (
    <div className={styles.closes}>
      <Note
        tone="warn"
        end={
          <Button
            size="small"
            isPending={!live}
            aria-label={t("chair.list.move_closing")}
            onPress={() => void press(askClosing, undefined)}
          >
            {t("chair.act.move_closing")}
          </Button>
        }
      >
        {t("chair.list.closes_in_suspension", { time: instant(panel.listClosesAt) })}
      </Note>
    </div>
  );
}

function ListActs({ panel }: { panel: Panel }) {
  const noOrder = useMedia(narrow_list);
  return (
    <div className={styles.acts}>
      {!noOrder && <OrderButton panel={panel} />}
      <ActButton act={inscribe} of={undefined} size="small" focused />
      <MoreMenu order={noOrder} />
    </div>
  );
}

/** How the list is ordered; what it opens orders it otherwise, and draws it. */
function OrderButton({ panel }: { panel: Panel }) {
  const t = useText();
  const { drawer, draw } = useConsole();
  const word = wordOf(ORDERS, panel.orderPolicy);
  const order = t(word ?? "chair.act.order_policy");
  return (
    <span data-opens-drawer="">
      <Button
        size="small"
        aria-label={t("chair.order.label", { order: word ? order : "" })}
        aria-expanded={drawer === "order"}
        onPress={() => draw(drawer === "order" ? undefined : "order")}
      >
        {order} <span className={styles.opens} aria-hidden="true" />
      </Button>
    </span>
  );
}

const order_panel = "order";

function MoreMenu({ order }: { order: boolean }) {
  const t = useText();
  const { press, reach, takes, offers } = useActs();
  const { draw } = useConsole();
  const more: readonly Offer[] = [
    offers(closeList, undefined) ? closeList : openList,
    askClosing,
    callOffClosing,
    askOpening,
  ];
  return (
    <Menu
      button={t("common.more")}
      arrow
      label={t("chair.list.more")}
      size="small"
      choices={[
        ...more.map((of) => ({
          id: of.id,
          label: t(reach(of).label),
          disabled: !takes(of) || !offers(of, undefined),
        })),
        ...(order ? [{ id: order_panel, label: t("chair.order.open") }] : []),
      ]}
      onChoose={(id) => {
        const chosen = more.find((of) => of.id === id);
        if (chosen) press(chosen, undefined);
        else if (id === order_panel) draw("order");
      }}
    />
  );
}

interface FootProps {
  seen: SeenRows;
  filter: Filter;
  /** Those that are found, of how many. */
  shown: number;
  count: number;
}

function Foot({ seen, filter, shown, count }: FootProps) {
  const t = useText();
  return (
    <footer className={styles.foot}>
      <Undo />
      <span className={styles.gap} />
      <span className={styles.hints} aria-hidden="true">
        {isOn(filter) ? (
          <>
            <Key name="Esc" /> {t("chair.find.clears")}
          </>
        ) : (
          <>
            <Key name="Enter" /> {t("chair.list.hint_acts")} <Key name="Alt" />
            <Key name="ArrowUp" />
            <Key name="ArrowDown" /> {t("chair.list.hint_moves")}
          </>
        )}
      </span>
      <Shown {...{ seen, filter, shown, count }} />
    </footer>
  );
}

function Shown({ seen, filter, shown, count }: FootProps) {
  const t = useText();
  useSyncExternalStore(seen.subscribe, seen.read);
  if (isOn(filter)) {
    return (
      <span className={styles.shown} role="status">
        {t("chair.find.shown", { shown, count })}
      </span>
    );
  }
  if (count === 0) return null;
  return (
    <span className={styles.shown}>{t("chair.list.in_sight", { first: seen.first, last: seen.last, count })}</span>
  );
}

/** What this screen has done last and can take back, until it does something else. */
function Undo() {
  const t = useText();
  const format = useFormat();
  const { done } = useActs().book;
  if (!done) return null;
  return (
    <span className={styles.undo}>
      <Button look="plain" size="small" aria-keyshortcuts="Control+Z" onPress={done.undo.take}>
        <span className={styles.undoWords} title={done.words}>
          {t("chair.undo.of", { done: done.words })}
        </span>
        <Key name="Ctrl Z" />
      </Button>
      <span className={styles.when}>{format.timeSeconds(done.when)}</span>
    </span>
  );
}

function entriesOf(places: ReadonlySet<Place>): ReadonlySet<number> {
  return new Set([...places].flatMap((place) => entryOf(place) ?? []));
}
