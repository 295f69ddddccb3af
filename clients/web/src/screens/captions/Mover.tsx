// Where the text stands, and the two buttons that move it.
import { useFormat, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Key } from "../../parts/Key";
import { Note } from "../../parts/Note";
import type { Reading } from "../../shared/reader/reading";
import { textIn } from "../../shared/statement";
import styles from "./captions.module.css";
import type { Place } from "./place";

export function Mover({ reading, place }: { reading: Reading; place: Place }) {
  const t = useText();
  const format = useFormat();
  const reason = useRejectionText();
  const { statement, language, live } = reading;
  const count = textIn(statement, language)?.paragraphs.length ?? 0;
  const { rejection } = place.acting;
  if (!statement || !live) return null;
  return (
    <section className={styles.mover} aria-label={t("captions.where")}>
      <p className={styles.place} role="status">
        {place.shown > 0 ? t("captions.place", { number: place.shown, count }) : t("captions.not_begun", { count })}
      </p>
      {live.interrupted && <Note tone="warn">{t("captions.interrupted")}</Note>}
      {!statement.releasedAt && !live.interrupted && <p className={styles.quiet}>{t("captions.releases")}</p>}
      {place.moved && (
        <div role="status">
          <Note tone="brand">
            {t("captions.moved", { number: place.moved.number, time: format.timeSeconds(place.moved.at) })}
          </Note>
        </div>
      )}
      {rejection && (
        <Note tone="stop" alert>
          {reason(rejection.code, rejection.details)}
        </Note>
      )}
      <div className={styles.next}>
        <Button look="primary" size="large" wide isDisabled={!place.onward} onPress={() => place.step(1)}>
          {t("captions.next")} <Key name="ArrowDown" />
        </Button>
      </div>
      <Button size="large" wide aria-keyshortcuts="ArrowUp" isDisabled={!place.backward} onPress={() => place.step(-1)}>
        {t("captions.previous")} <Key name="ArrowUp" />
      </Button>
    </section>
  );
}
