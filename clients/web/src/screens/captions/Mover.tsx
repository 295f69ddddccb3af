// Where the text stands, and the two buttons that move it.
import { useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Key } from "../../parts/Key";
import { Note } from "../../parts/Note";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { nextParagraph, previousParagraph } from "../../shared/acts/table/paragraph";
import { useActs } from "../../shared/acts/useActs";
import type { Reading } from "../../shared/reader/reading";
import { textIn } from "../../shared/statement";
import styles from "./captions.module.css";
import type { Place } from "./place";

export function Mover({ reading, place }: { reading: Reading; place: Place }) {
  const t = useText();
  const format = useFormat();
  const { reach } = useActs();
  const { statement, language, live } = reading;
  const count = textIn(statement, language)?.paragraphs.length ?? 0;
  if (!statement || !live) return null;
  const onward = reach(nextParagraph);
  const backward = reach(previousParagraph);
  return (
    <section className={styles.mover} aria-label={t("captions.where")}>
      <div className={styles.placeLine} data-unconfirmed={place.asked || undefined}>
        <p className={styles.place} role="status">
          {place.shown > 0 ? t("captions.place", { number: place.shown, count }) : t("captions.not_begun", { count })}
        </p>
        {place.asked && !place.unconfirmed && <span className={styles.asked}>{t("captions.asked")}</span>}
        {place.unconfirmed && <Unconfirmed />}
      </div>
      {live.interrupted && <Note tone="warn">{t("captions.interrupted")}</Note>}
      {!statement.releasedAt && !live.interrupted && <p className={styles.quiet}>{t("captions.releases")}</p>}
      {place.moved && (
        <div role="status">
          <Note tone="brand">
            {t("captions.moved", { number: place.moved.number, time: format.timeSeconds(place.moved.at) })}
          </Note>
        </div>
      )}
      {place.refusal && (
        <Note tone="stop" alert>
          {place.refusal}
        </Note>
      )}
      <div className={styles.next}>
        <Button look="primary" size="large" wide isDisabled={!place.onward} onPress={() => place.step(1)}>
          {t(onward.label)} {onward.keys?.[0] && <Key name={onward.keys[0]} />}
        </Button>
      </div>
      <Button
        size="large"
        wide
        aria-keyshortcuts={backward.keys?.[0]}
        isDisabled={!place.backward}
        onPress={() => place.step(-1)}
      >
        {t(backward.label)} {backward.keys?.[0] && <Key name={backward.keys[0]} />}
      </Button>
    </section>
  );
}
