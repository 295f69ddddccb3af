// The list of speakers with the state of each text; the desk puts delegations and guests on it.
import { joined, useFormat, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { DelegationName } from "../../parts/DelegationName";
import { Told } from "../../shared/acts/Told";
import { inscribe, removeEntry } from "../../shared/acts/table/entries";
import { askCorrection } from "../../shared/acts/table/requests";
import { useActs } from "../../shared/acts/useActs";
import { useHall, useNow } from "../../shared/hall";
import { kindOf } from "../../shared/kinds";
import { ListChip } from "../../shared/ListChip";
import { useOrderWords } from "../../shared/orderWords";
import { useRankAndTitle } from "../../shared/rank";
import { useReason } from "../../shared/reason";
import { isGuest, type Waiting, waitingOn } from "../../shared/situation";
import { Reason } from "../../wire";
import { ActButton, Empty, Undo, useDesk } from "./desk";
import styles from "./ListTab.module.css";
import look from "./look.module.css";
import { useNames } from "./names";
import { PanelChoice } from "./PanelChoice";

export function ListTab() {
  const t = useText();
  const { store } = useHall();
  const { panel, urgent } = useDesk();
  const acts = useActs();
  const orderWords = useOrderWords();
  const now = useNow(60_000);
  if (!panel) return <Empty>{t("desk.no_panel")}</Empty>;
  const rows = waitingOn(store, panel, now);
  return (
    <div className={look.tab}>
      <div className={look.filters}>
        <PanelChoice />
        <span className={look.states}>
          <ListChip panel={panel} />
          <Chip>{t("list.waiting", { count: rows.length })}</Chip>
          <span className={look.quiet}>{orderWords(panel, store.draw(panel.id))}</span>
        </span>
        <span className={look.end}>
          <ActButton
            acts={acts}
            act={inscribe}
            of={undefined}
            look={urgent ? "secondary" : "primary"}
            disabled={!acts.offers(inscribe, undefined)}
          />
        </span>
      </div>
      <div className={look.scroll}>
        {rows.length === 0 ? (
          <Empty>{t("desk.list.nobody")}</Empty>
        ) : (
          <ol className={look.rows}>
            {rows.map((row) => (
              <Row key={row.entry.id} row={row} next={store.queue(panel.id)?.next === row.entry.id} />
            ))}
          </ol>
        )}
      </div>
      <Undo at="list" />
    </div>
  );
}

/** What the row says by itself. */
const SEEN_BESIDE: ReadonlySet<Reason> = new Set([Reason.CATEGORY, Reason.RANK]);

type RowProps = { row: Waiting; next: boolean };

function Row({ row: { entry, place, from, to, beyond }, next }: RowProps) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const names = useNames();
  const rankAndTitle = useRankAndTitle();
  const { store } = useHall();
  const why = useReason();
  const { name, flag } = names.entry(entry);
  const kind = kindOf(entry.kind)?.word;
  const onTheWay = (useHall().store.deskNote(entry.id)?.onTheWayAt ?? 0) > 0;
  const about = joined([
    kind && t(kind),
    entry.speaker?.name,
    rankAndTitle({ rank: entry.rank, title: entry.speaker?.title }),
    entry.onBehalfOf && t("floor.on_behalf_of", { group: entry.onBehalfOf }),
    !SEEN_BESIDE.has(entry.reason) && why(store, entry, false),
  ]);
  return (
    <li className={look.row} data-entry={entry.id}>
      <div className={`${look.line} ${look.entry}`}>
        <span className={styles.place} title={why(store, entry)}>
          {place}
        </span>
        <DelegationName name={name} flag={flag} strong note={about} />
        <span className={look.states}>
          {next && <Chip tone="brand">{t("desk.list.next")}</Chip>}
          {isGuest(entry) && <Chip>{t("category.guest")}</Chip>}
          {onTheWay && <Chip tone="go">{t("desk.list.on_the_way")}</Chip>}
          {entry.skipped && <Chip tone="warn">{t("desk.list.skipped")}</Chip>}
          {beyond !== undefined && (from ?? 0) > beyond && <Chip tone="warn">{t("expected.after_end")}</Chip>}
        </span>
        <Texts entry={entry.id} />
        <span className={styles.expected}>
          <span>{names.language(entry.language)}</span>
          <span className={look.quiet}>
            {joined([
              from !== undefined && to !== undefined && instant(from, { time: format.timeRange(from, to) }),
              format.clock(entry.limitMs),
            ])}
          </span>
        </span>
        <RowActs entry={entry.id} name={name} />
      </div>
      <Told at={`entry/${entry.id}`} alert edge />
    </li>
  );
}

function Texts({ entry }: { entry: number }) {
  const t = useText();
  const texts = useHall().store.statement(entry)?.texts ?? [];
  return (
    <span className={styles.texts}>
      {texts.length > 0 ? (
        t("desk.list.text", { languages: texts.map(({ language }) => language.toUpperCase()).join(", ") })
      ) : (
        <span className={look.quiet}>{t("desk.list.no_text")}</span>
      )}
    </span>
  );
}

function RowActs({ entry, name }: { entry: number; name: string }) {
  const t = useText();
  const { open } = useDesk();
  const acts = useActs(`entry/${entry}`);
  return (
    <span className={look.rowActs}>
      <Button
        size="small"
        aria-label={t("desk.list.submit_for", { name })}
        onPress={() => open({ kind: "submit", entry })}
      >
        {t("desk.list.submit")}
      </Button>
      <ActButton
        acts={acts}
        act={askCorrection}
        of={entry}
        size="small"
        disabled={!acts.offers(askCorrection, entry)}
        label={t("correct.act_of", { name })}
      />
      <ActButton
        acts={acts}
        act={removeEntry}
        of={entry}
        size="small"
        look="danger"
        label={t("desk.list.remove_of", { name })}
      />
    </span>
  );
}
