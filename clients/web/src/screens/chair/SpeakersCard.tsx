// The list of speakers: its state and the acts on it as a whole; the rows are SpeakersList.
import { memo, useMemo, useRef } from "react";
import { useFormat, useLocalized, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Menu } from "../../parts/Menu";
import { Note } from "../../parts/Note";
import type { Offer, Place } from "../../shared/acts/act";
import { Done } from "../../shared/acts/Done";
import { Told } from "../../shared/acts/Told";
import { inscribe } from "../../shared/acts/table/entries";
import {
  askClosing,
  askOpening,
  callOffClosing,
  closeList,
  openList,
  setOrderPolicy,
} from "../../shared/acts/table/list";
import { useActs } from "../../shared/acts/useActs";
import { useNow } from "../../shared/hall";
import { ListChip } from "../../shared/ListChip";
import { type OrderPolicy, type Panel, PanelStatus } from "../../wire";
import { ActButton } from "./ActButton";
import { closesWhileSuspended, keepEqualRows, listRows, type Row } from "./model";
import { type RowActs, useRowActs } from "./rowActs";
import styles from "./SpeakersCard.module.css";
import { SpeakersList } from "./SpeakersList";
import { ORDERS } from "./words";

export function SpeakersCard() {
  const t = useText();
  const { seen, book } = useActs();
  const { panel, order, meeting } = seen;
  return (
    <Card flush className={styles.card} aria-label={t("list.title")}>
      <header className={styles.header}>
        <div className={styles.title}>
          <h2>{t("list.title")}</h2>
          <div className={styles.chips}>
            <Chip>{t("list.waiting", { count: order.length })}</Chip>
            {panel && <ListChip panel={panel} />}
            {book.held.has("row keys") && <Chip>{t("chair.rests")}</Chip>}
          </div>
        </div>
        {panel && panel.status !== PanelStatus.CLOSED && <ListActs panel={panel} />}
      </header>
      {panel && closesWhileSuspended(panel, meeting) && <ClosesInSuspension panel={panel} />}
      <ListTold />
      <Rows />
      <Done at="list" className={styles.toast} />
    </Card>
  );
}

/** A closing that falls within the suspension is kept unless the chair moves it. */
function ClosesInSuspension({ panel }: { panel: Panel }) {
  const t = useText();
  const format = useFormat();
  const { live, press } = useActs();
  return (
    <div className={styles.refusal}>
      <Note
        tone="warn"
        end={
          <Button
            isPending={!live}
            aria-label={t("chair.list.move_closing")}
            onPress={() => void press(askClosing, undefined)}
          >
            {t("chair.act.move_closing")}
          </Button>
        }
      >
        {t("chair.list.closes_in_suspension", { time: format.time(panel.listClosesAt) })}
      </Note>
    </div>
  );
}

function ListActs({ panel }: { panel: Panel }) {
  const { offers } = useActs();
  return (
    <div className={styles.acts}>
      <OrderMenu panel={panel} />
      <ActButton act={inscribe} of={undefined} keyed="drawn" focused />
      <ActButton act={offers(closeList, undefined) ? closeList : openList} of={undefined} keyed="drawn" />
      <MoreMenu />
    </div>
  );
}

function OrderMenu({ panel }: { panel: Panel }) {
  const t = useText();
  const { live, press, reach } = useActs();
  const order = ORDERS.find(([policy]) => policy === panel.orderPolicy);
  return (
    <Menu
      button={
        <>
          {t(order ? order[1] : reach(setOrderPolicy).label)} <span className={styles.arrow} aria-hidden="true" />
        </>
      }
      label={t("chair.order.label", { order: order ? t(order[1]) : "" })}
      choices={ORDERS.map(([policy, name, note]) => ({
        id: String(policy),
        label: t(name),
        note: t(note),
        disabled: !live,
      }))}
      chosen={String(panel.orderPolicy)}
      onChoose={(id) => void press(setOrderPolicy, Number(id) as OrderPolicy)}
    />
  );
}

const MORE: readonly Offer[] = [askClosing, callOffClosing, askOpening];

function MoreMenu() {
  const t = useText();
  const { press, reach, takes, offers } = useActs();
  return (
    <Menu
      button={
        <>
          {t("common.more")} <span className={styles.arrow} aria-hidden="true" />
        </>
      }
      label={t("chair.list.more")}
      choices={MORE.map((of) => ({
        id: of.id,
        label: t(reach(of).label),
        disabled: !takes(of) || !offers(of, undefined),
      }))}
      onChoose={(id) => {
        const chosen = MORE.find((of) => of.id === id);
        if (chosen) press(chosen, undefined);
      }}
    />
  );
}

/** What is told of acts on the whole list, and on rows that are no longer there to show it. */
function ListTold() {
  const { seen, book } = useActs();
  const told = new Set([...book.refusals.keys(), ...book.unconfirmedPlaces]);
  const gone = [...told].filter((place) => {
    const entry = entryOf(place);
    return place === "list" || (entry !== undefined && !seen.order.includes(entry));
  });
  return gone.map((place) => (
    <div key={place} className={styles.refusal}>
      <Told at={place} />
    </div>
  ));
}

function Rows() {
  const words = useRejectionText();
  const localize = useLocalized();
  const { seen, book, live } = useActs();
  const now = useNow(1_000);
  const before = useRef<readonly Row[]>([]);
  const rows = keepEqualRows(before.current, listRows(seen.view, seen.panel?.id ?? "", now, localize));
  before.current = rows;
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
  return <SteadyList {...{ rows, notes, busy, unconfirmed, live, acts }} />;
}

function entryOf(place: Place): number | undefined {
  return place.startsWith("entry/") ? Number(place.slice(6)) : undefined;
}

function entriesOf(places: ReadonlySet<Place>): ReadonlySet<number> {
  return new Set([...places].flatMap((place) => entryOf(place) ?? []));
}

interface ListProps {
  rows: readonly Row[];
  notes: ReadonlyMap<number, string>;
  busy: ReadonlySet<number>;
  unconfirmed: ReadonlySet<number>;
  live: boolean;
  acts: RowActs;
}

/** Not rendered again by the ticking of the clock. */
const SteadyList = memo(function SteadyList(props: ListProps) {
  return <SpeakersList {...props} />;
});
