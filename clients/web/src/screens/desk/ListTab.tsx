// The list of speakers with the state of each text; the desk puts delegations and guests on it.
import { useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { DelegationName } from "../../parts/DelegationName";
import { useAct, useHall, useNow } from "../../shared/hall";
import { ListChip } from "../../shared/ListChip";
import { isGuest, type Waiting, waitingOn } from "../../shared/situation";
import { KINDS } from "../../shared/terms";
import { ActButton, Empty, Refused, useDesk, useUndo } from "./desk";
import styles from "./desk.module.css";
import { useNames } from "./names";
import { PanelChoice } from "./PanelChoice";

export function ListTab() {
  const t = useText();
  const { store } = useHall();
  const { panel, open, urgent } = useDesk();
  const now = useNow(60_000);
  const undo = useUndo();
  if (!panel) return <Empty>{t("desk.no_panel")}</Empty>;
  const rows = waitingOn(store, panel, now);
  return (
    <div className={styles.tab}>
      <div className={styles.filters}>
        <PanelChoice />
        <span className={styles.states}>
          <ListChip panel={panel} />
          <Chip>{t("list.waiting", { count: rows.length })}</Chip>
        </span>
        <span className={styles.end}>
          <Button look={urgent ? "secondary" : "primary"} onPress={() => open({ kind: "inscribe" })}>
            {t("desk.list.inscribe")}
          </Button>
        </span>
      </div>
      <div className={styles.scroll}>
        {rows.length === 0 ? (
          <Empty>{t("desk.list.nobody")}</Empty>
        ) : (
          <ol className={styles.rows}>
            {rows.map((row) => (
              <Row key={row.entry.id} row={row} next={store.queue(panel.id)?.next === row.entry.id} tell={undo.tell} />
            ))}
          </ol>
        )}
      </div>
      {undo.shown}
    </div>
  );
}

type RowProps = { row: Waiting; next: boolean; tell: ReturnType<typeof useUndo>["tell"] };

function Row({ row: { entry, place, from, to }, next, tell }: RowProps) {
  const t = useText();
  const format = useFormat();
  const { store } = useHall();
  const { open } = useDesk();
  const names = useNames();
  const acting = useAct();
  const { name, flag } = names.entry(entry);
  const kind = KINDS[entry.kind];
  const guest = isGuest(entry);
  const about = [
    kind && t(kind),
    entry.speaker?.name,
    entry.speaker?.title,
    entry.onBehalfOf && t("floor.on_behalf_of", { group: entry.onBehalfOf }),
  ];
  const statement = store.statement(entry.id);
  return (
    <li className={styles.row} data-entry={entry.id}>
      <div className={`${styles.line} ${styles.entry}`}>
        <span className={styles.place}>{place}</span>
        <DelegationName name={name} flag={flag} strong note={about.filter(Boolean).join(" · ")} />
        <span className={styles.states}>
          {next && <Chip tone="brand">{t("desk.list.next")}</Chip>}
          {guest && <Chip>{t("category.guest")}</Chip>}
          {entry.skipped && <Chip tone="warn">{t("desk.list.skipped")}</Chip>}
        </span>
        <span className={styles.texts}>
          {statement && statement.texts.length > 0 ? (
            t("desk.list.text", { languages: statement.texts.map(({ language }) => language.toUpperCase()).join(", ") })
          ) : (
            <span className={styles.quiet}>{t("desk.list.no_text")}</span>
          )}
        </span>
        <span className={styles.expected}>
          <span>{names.language(entry.language)}</span>
          <span className={styles.quiet}>
            {[from !== undefined && to !== undefined && format.timeRange(from, to), format.clock(entry.limitMs)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <span className={styles.rowActs}>
          <Button
            size="small"
            aria-label={t("desk.list.submit_for", { name })}
            onPress={() => open({ kind: "submit", entry: entry.id })}
          >
            {t("desk.list.submit")}
          </Button>
          <ActButton
            size="small"
            look="danger"
            acting={acting}
            act={{ case: "removeEntry", value: { entry: entry.id } }}
            label={t("desk.list.remove_of", { name })}
            onDone={() =>
              tell({
                words: t("desk.list.removed", { name }),
                label: t("desk.undo.restore"),
                act: { case: "restoreEntry", value: { entry: entry.id } },
              })
            }
          >
            {t("desk.list.remove")}
          </ActButton>
        </span>
      </div>
      <Refused acting={acting} />
    </li>
  );
}
