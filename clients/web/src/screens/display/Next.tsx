// The next speakers, as many as the display is set to and as fit, and how the list stands.
import { useLayoutEffect, useRef, useState } from "react";
import type { MessageId } from "../../i18n";
import { type InstantText, joined, useInstant, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { nameLength } from "../../parts/names";
import { asCalled } from "../../shared/called";
import { useHall } from "../../shared/hall";
import { holderOf, waitingOn } from "../../shared/situation";
import { ListStatus, type Panel } from "../../wire";
import styles from "./display.module.css";
import { next_shown } from "./shown";

/** More than any wall has room for; the rest is counted. */
const drawn_max = 40;

export function Next({ panel, now, shown }: { panel: Panel; now: number; shown: number | "all" }) {
  const t = useText();
  const text = useLocalized();
  const instant = useInstant();
  const { store } = useHall();
  const waiting = asCalled(waitingOn(store, panel, now), store.queue(panel.id)?.next ?? 0);
  const wanted = waiting.slice(0, shown === "all" ? drawn_max : Math.min(shown, drawn_max));
  const { rows, fit } = useFit();
  const seen = Math.min(fit, wanted.length);
  const more = waiting.length - seen;
  const list = listWords(t, instant, panel);
  return (
    <aside className={styles.next} aria-label={t("display.next")}>
      <h2 className={styles.nextTitle}>{t("display.next")}</h2>
      {waiting.length === 0 && <p className={styles.nobody}>{t("display.nobody")}</p>}
      <ol ref={rows} className={classes(styles.rows, (shown === "all" || shown > next_shown) && styles.many)}>
        {wanted.map(({ entry }, index) => {
          const holder = holderOf(store, entry);
          const name = text(holder.name) || holder.fallback;
          const person = holder.guest && entry.body ? (entry.speaker?.name ?? "") : "";
          return (
            <li key={entry.id} className={classes(styles.row, index >= seen && styles.unseen)}>
              <Flag code={holder.flag} name={name} />
              <span className={classes(styles.rowName, person && styles.guestName)} data-length={nameLength(name)}>
                {person && <bdi className={styles.rowPerson}>{person}</bdi>}
                <bdi>{name}</bdi>
              </span>
            </li>
          );
        })}
      </ol>
      <p className={styles.foot}>{joined([more > 0 && t("display.more", { count: more }), list])}</p>
    </aside>
  );
}

/** How many rows have room, measured as they are drawn: the clock draws them again every second. */
function useFit() {
  const rows = useRef<HTMLOListElement>(null);
  const [fit, setFit] = useState(drawn_max);
  useLayoutEffect(() => {
    const list = rows.current;
    if (!list) return;
    const { bottom } = list.getBoundingClientRect();
    const over = [...list.children].findIndex((row) => row.getBoundingClientRect().bottom > bottom + 1);
    setFit(over < 0 ? drawn_max : over);
  });
  return { rows, fit };
}

function listWords(
  t: (id: MessageId, values?: Record<string, string>) => string,
  instant: InstantText,
  panel: Panel,
): string {
  switch (panel.listStatus) {
    case ListStatus.OPEN:
      return t("display.list_open");
    case ListStatus.CLOSING:
      return t("display.list_closes_at", { time: instant(panel.listClosesAt) });
    case ListStatus.CLOSED:
      return t("display.list_closed");
    default:
      return panel.listOpensAt
        ? t("display.list_opens_at", { time: instant(panel.listOpensAt) })
        : t("display.list_not_open");
  }
}
