// The list of speakers, with the own rows marked.
import { type MessageId, useFormat, useInstant, useLocalized, useText, type Values } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { useHall } from "../../shared/hall";
import { kindOf, kindWord, usual_kind } from "../../shared/kinds";
import { ListChip } from "../../shared/ListChip";
import { useOrderWords } from "../../shared/orderWords";
import { useRankAndTitle } from "../../shared/rank";
import { holderOf, waitingOn } from "../../shared/situation";
import type { Store } from "../../sync/store";
import type { Entry, Panel, Texts } from "../../wire";
import styles from "./ListOfSpeakers.module.css";

export function ListOfSpeakers({ panel, own, now }: { panel: Panel; own: string; now: number }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const instant = useInstant();
  const { store } = useHall();
  const rankAndTitle = useRankAndTitle();
  const orderWords = useOrderWords();
  const waiting = waitingOn(store, panel, now);
  return (
    <Card
      flush
      className={styles.list ?? ""}
      title={
        <>
          {t("list.title")} <Chip>{t("list.waiting", { count: waiting.length })}</Chip>
        </>
      }
      aside={<ListChip panel={panel} />}
    >
      {waiting.length > 0 && <p className={styles.order}>{orderWords(panel, store.draw(panel.id))}</p>}
      {waiting.length === 0 ? (
        <p className={styles.nobody}>{t("delegate.nobody")}</p>
      ) : (
        <ol>
          {waiting.map(({ entry, place, from, to, beyond }) => {
            const row = rowOf(t, text, store, entry);
            const rank = rankAndTitle({ rank: entry.rank });
            const mine = entry.delegation === own;
            return (
              <li key={entry.id} className={classes(styles.row, mine && styles.mine)}>
                <span className={styles.rowPlace}>{place}</span>
                <Flag code={row.flag} name={row.name} />
                <span className={styles.rowName}>
                  <bdi>{row.name}</bdi>
                  {mine && <span className="visually-hidden"> ({t("delegate.your_delegation")})</span>}
                  {[rank, ...row.notes].filter(Boolean).map((note) => (
                    <bdi key={note} className={styles.rowNote}>
                      {note}
                    </bdi>
                  ))}
                </span>
                {from !== undefined && to !== undefined && (
                  <span className={styles.rowTime}>
                    {instant(from, { time: format.timeRange(from, to) })}
                    {beyond !== undefined && from > beyond && (
                      <span className={styles.rowBeyond}>{t("expected.after_end")}</span>
                    )}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}

/** A guest goes by name, with the body under it. */
function rowOf(t: Say, text: (texts: Texts) => string, store: Store, entry: Entry) {
  const holder = holderOf(store, entry);
  const person = holder.guest ? (entry.speaker?.name ?? "") : "";
  const behalf = kindOf(entry.kind)?.onBehalf && entry.onBehalfOf;
  const notes = [
    person && entry.body,
    holder.guest && t("category.guest"),
    behalf
      ? t("floor.on_behalf_of", { group: entry.onBehalfOf })
      : entry.kind !== usual_kind && t(kindWord(entry.kind)),
    entry.skipped && t("delegate.skipped"),
  ];
  return {
    name: person || text(holder.name) || holder.fallback,
    flag: holder.flag,
    notes: notes.filter((note) => typeof note === "string" && note !== "") as string[],
  };
}

type Say = (id: MessageId, values?: Values) => string;
