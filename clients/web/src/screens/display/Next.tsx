// The next speakers, and how the list stands.

import type { MessageId } from "../../i18n";
import { type Format, useFormat, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { nameLength } from "../../parts/names";
import { ListStatus, type Panel } from "../../wire";
import { asCalled } from "../called";
import { useHall } from "../hall";
import { holderOf, waitingOn } from "../situation";
import styles from "./display.module.css";

export const next_shown = 5;

export function Next({ panel, now }: { panel: Panel; now: number }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const waiting = asCalled(waitingOn(store, panel, now), store.queue(panel.id)?.next ?? 0);
  const more = waiting.length - next_shown;
  const list = listWords(t, format, panel);
  return (
    <aside className={styles.next} aria-label={t("display.next")}>
      <h2 className={styles.nextTitle}>{t("display.next")}</h2>
      {waiting.length === 0 && <p className={styles.nobody}>{t("display.nobody")}</p>}
      <ol className={styles.rows}>
        {waiting.slice(0, next_shown).map(({ entry }) => {
          const holder = holderOf(store, entry);
          const name = text(holder.name) || holder.fallback;
          const person = holder.guest && entry.body ? (entry.speaker?.name ?? "") : "";
          return (
            <li key={entry.id} className={styles.row}>
              {holder.guest ? <span /> : <Flag code={holder.flag} name={name} />}
              <span className={classes(styles.rowName, person && styles.guestName)} data-length={nameLength(name)}>
                {person && <span className={styles.rowPerson}>{person}</span>}
                {name}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={styles.foot}>{more > 0 ? `${t("display.more", { count: more })} · ${list}` : list}</p>
    </aside>
  );
}

function listWords(
  t: (id: MessageId, values?: Record<string, string>) => string,
  format: Format,
  panel: Panel,
): string {
  switch (panel.listStatus) {
    case ListStatus.OPEN:
      return t("display.list_open");
    case ListStatus.CLOSING:
      return t("display.list_closes_at", { time: format.time(panel.listClosesAt) });
    case ListStatus.CLOSED:
      return t("display.list_closed");
    default:
      return panel.listOpensAt
        ? t("display.list_opens_at", { time: format.time(panel.listOpensAt) })
        : t("display.list_not_open");
  }
}
