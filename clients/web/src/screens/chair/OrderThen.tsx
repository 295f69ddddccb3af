// The list as it would stand in the order that is chosen, beside the list now: the server says which it is.
import { useId } from "react";
import { useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { DelegationName } from "../../parts/DelegationName";
import { useReason } from "../../shared/reason";
import type { Panel } from "../../wire";
import { Reason } from "../../wire";
import { askedOfOrder, type OrderAnswer, type OrderWanted, orderOf } from "../../wire/question";
import { speakerOf, useConsole } from "./console";
import styles from "./OrderPanel.module.css";
import { useAnswer } from "./useAnswer";

/** Of the order that is wanted; undefined while it is on its way. */
export function useOrderAnswer(wanted: OrderWanted): OrderAnswer | undefined {
  const answer = useAnswer({ wanted, ask: askedOfOrder, read: orderOf, byClock: false });
  return answer?.policy === wanted.policy ? answer : undefined;
}

/** How many would stand elsewhere. */
export function movedBy(answer: OrderAnswer, order: readonly number[]): number {
  return answer.entries.filter((id, place) => order[place] !== id).length;
}

export function OrderThen({ panel, answer }: { panel: Panel; answer: OrderAnswer | undefined }) {
  const t = useText();
  const localize = useLocalized();
  const why = useReason();
  const title = useId();
  const { view, order } = useConsole().seen;
  const then = {
    delegation: (id: string) => view.delegation(id),
    draw: (id: string) => view.draw(id),
    queue: (id: string) => {
      const queue = view.queue(id);
      return queue && answer ? { ...queue, regions: answer.regions } : queue;
    },
  };
  return (
    <section className={styles.column} aria-labelledby={title} aria-busy={!answer}>
      <h3 id={title} className={styles.title}>
        {t("chair.order.then")}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key */}
      <ol className={styles.rows} aria-labelledby={title} tabIndex={0}>
        {answer?.entries.map((id, index) => {
          const entry = view.entry(id);
          if (!entry || entry.panel !== panel.id) return null;
          const { name, flag } = speakerOf(view, entry, localize);
          const reason = answer.reasons[index] ?? Reason.UNSPECIFIED;
          const was = order.indexOf(id) + 1;
          return (
            <li key={id} className={classes(styles.row, reason === Reason.BY_HAND && styles.kept)}>
              <span className={styles.place}>{index + 1}</span>
              <DelegationName name={name} flag={flag} strong note={why(then, { ...entry, reason })} />
              {was !== index + 1 && <span className={styles.about}>{t("chair.order.was", { place: was })}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
