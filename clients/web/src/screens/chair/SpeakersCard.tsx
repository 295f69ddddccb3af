// The list of speakers: its state and the acts on it as a whole; the rows are SpeakersList.
import { memo, useCallback, useMemo, useRef } from "react";
import { useFormat, useLocalized, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Key } from "../../parts/Key";
import { Menu, type MenuChoice } from "../../parts/Menu";
import { Note } from "../../parts/Note";
import { Toast } from "../../parts/Toast";
import { useNow } from "../../shared/hall";
import { ListChip } from "../../shared/ListChip";
import { type OrderPolicy, type Panel, PanelStatus } from "../../wire";
import {
  announceListClosing,
  callOffClosing,
  closeList,
  giveFloorToNext,
  inscribe,
  openList,
  planListOpening,
  setOrderPolicy,
  skipEntry,
} from "./actions";
import { useDesk } from "./desk";
import { closesWhileSuspended, keepEqualRows, listRows, type Row } from "./model";
import type { Place } from "./places";
import { type RowActs, useRowActs } from "./rowActs";
import styles from "./SpeakersCard.module.css";
import { SpeakersList } from "./SpeakersList";
import { ORDERS } from "./words";

export function SpeakersCard() {
  const t = useText();
  const { context, places } = useDesk();
  const { panel, order } = context;
  return (
    <Card flush className={styles.card} aria-label={t("list.title")}>
      <header className={styles.header}>
        <div className={styles.title}>
          <h2>{t("list.title")}</h2>
          <div className={styles.chips}>
            <Chip>{t("list.waiting", { count: order.length })}</Chip>
            {panel && <ListChip panel={panel} />}
            {places.held.has("row keys") && <Chip>{t("chair.rests")}</Chip>}
          </div>
        </div>
        {panel && panel.status !== PanelStatus.CLOSED && <ListActs panel={panel} />}
      </header>
      {panel && closesWhileSuspended(panel, context.meeting) && <ClosesInSuspension panel={panel} />}
      <ListRefusals />
      <Rows />
      <DoneToast where="list" />
    </Card>
  );
}

/** A closing that falls within the suspension is kept unless the chair moves it. */
function ClosesInSuspension({ panel }: { panel: Panel }) {
  const t = useText();
  const format = useFormat();
  const { live, open } = useDesk();
  return (
    <div className={styles.refusal}>
      <Note
        tone="warn"
        end={
          <Button
            isPending={!live}
            aria-label={t("chair.list.move_closing")}
            onPress={() => open({ kind: "announce_closing" })}
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
  const t = useText();
  const { context, places, live, open } = useDesk();
  const order = ORDERS.find(([policy]) => policy === panel.orderPolicy);
  const main = closeList.available(context) ? closeList : openList;
  const pressMain = useMainListPress();
  const more: MenuChoice[] = [
    { id: "announce", label: t(announceListClosing.label), disabled: !announceListClosing.available(context, 0) },
    { id: "call_off", label: t(callOffClosing.label), disabled: !callOffClosing.available(context) },
    { id: "plan", label: t(planListOpening.label), disabled: !planListOpening.available(context, 0) },
  ];
  const choose = (id: string) => {
    if (id === "announce") open({ kind: "announce_closing" });
    if (id === "plan") open({ kind: "plan_opening" });
    if (id === "call_off") void places.send("list", callOffClosing.command(context));
  };
  return (
    <div className={styles.acts}>
      <Menu
        button={
          <>
            {order ? t(order[1]) : t("chair.act.order_policy")} <span className={styles.arrow} aria-hidden="true" />
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
        onChoose={(id) => {
          const policy = Number(id) as OrderPolicy;
          if (setOrderPolicy.available(context, policy))
            void places.send("list", setOrderPolicy.command(context, policy));
        }}
      />
      <Button aria-keyshortcuts="A" isPending={!live} onPress={() => open({ kind: "add" })}>
        {t(inscribe.label)} <Key name="A" />
      </Button>
      <Button
        preventFocusOnPress
        isPending={!live || !main.available(context)}
        aria-keyshortcuts={main.shortcut}
        onPress={pressMain}
      >
        {t(main.label)} {main.shortcut && <Key name={main.shortcut} />}
      </Button>
      <Menu
        button={
          <>
            {t("common.more")} <span className={styles.arrow} aria-hidden="true" />
          </>
        }
        label={t("chair.list.more")}
        choices={live ? more : more.map((choice) => ({ ...choice, disabled: true }))}
        onChoose={choose}
      />
    </div>
  );
}

/** Opens the list or closes it, whichever it can be; closing can be taken back. */
export function useMainListPress(): () => boolean {
  const t = useText();
  const { context, places } = useDesk();
  return useCallback(() => {
    const { inverse } = closeList;
    if (closeList.available(context) && inverse) {
      void places.send("list", closeList.command(context), {
        where: "list",
        words: t(inverse.done),
        label: t(inverse.label),
        inverse: (now) => inverse.commands(context, undefined, now),
      });
      return true;
    }
    if (!openList.available(context)) return false;
    void places.send("list", openList.command(context));
    return true;
  }, [context, places, t]);
}

/** Refusals of acts on the whole list, and of rows that are no longer there to show them. */
function ListRefusals() {
  const t = useText();
  const words = useRejectionText();
  const { context, places } = useDesk();
  const gone = [...places.refusals].filter(
    ([place]) => place === "list" || (place.startsWith("entry/") && !context.order.includes(Number(place.slice(6)))),
  );
  return gone.map(([place, refusal]) => (
    <div key={place} className={styles.refusal}>
      <Note
        tone="stop"
        end={
          <Button look="plain" size="small" onPress={() => places.dismiss(place)}>
            {t("common.dismiss")}
          </Button>
        }
      >
        {words(refusal.code, refusal.details)}
      </Note>
    </div>
  ));
}

/** What was done here, with its inverse for ten seconds; it lies over the foot of the card and moves nothing. */
export function DoneToast({ where }: { where: "list" | "programme" | "points" }) {
  const { places } = useDesk();
  const { done, forgetDone } = places;
  if (done?.where !== where) return null;
  return (
    <div className={styles.toast}>
      <Toast key={done.id} inverse={{ label: done.inverse.label, onPress: done.inverse.take }} onGone={forgetDone}>
        {done.words}
      </Toast>
    </div>
  );
}

function Rows() {
  const words = useRejectionText();
  const localize = useLocalized();
  const { context, places, live } = useDesk();
  const now = useNow(1_000);
  const before = useRef<readonly Row[]>([]);
  const rows = keepEqualRows(before.current, listRows(context.view, context.panel?.id ?? "", now, localize));
  before.current = rows;
  const acts = useRowActs();
  const notes = useMemo(() => {
    const said = new Map<number, string>();
    for (const [place, refusal] of places.refusals) {
      const entry = entryOf(place);
      if (entry === undefined) continue;
      // A neighbour that is gone: said of this row, "no longer waiting" would be wrong.
      const beside = refusal.code === "not_waiting" && refusal.details.entry !== String(entry);
      said.set(entry, words(beside ? "changed_meanwhile" : refusal.code, refusal.details));
    }
    return said;
  }, [places.refusals, words]);
  const busy = useMemo(() => new Set([...places.busy].flatMap((place) => entryOf(place) ?? [])), [places.busy]);
  const canGive = giveFloorToNext.available(context);
  const skippable = skipEntry.available(context, context.next) ? context.next : 0;
  return (
    <SteadyList rows={rows} notes={notes} busy={busy} live={live} canGive={canGive} skippable={skippable} acts={acts} />
  );
}

function entryOf(place: Place): number | undefined {
  return place.startsWith("entry/") ? Number(place.slice(6)) : undefined;
}

interface ListProps {
  rows: readonly Row[];
  notes: ReadonlyMap<number, string>;
  busy: ReadonlySet<number>;
  live: boolean;
  canGive: boolean;
  skippable: number;
  acts: RowActs;
}

/** Not rendered again by the ticking of the clock. */
const SteadyList = memo(function SteadyList(props: ListProps) {
  return <SpeakersList {...props} />;
});
