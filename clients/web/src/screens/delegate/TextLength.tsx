// How long a text is to speak, beside what it may be.
import { useFormat, useText } from "../../i18n";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { overMs, spokenMs, words_a_minute } from "../../shared/statement";
import styles from "./TextLength.module.css";

/** "412 words, 3 min 45 s at 110 words a minute; your limit is 3 min", with a bar and a word. */
export function TextLength({ id, words, limit_ms }: { id: string; words: number; limit_ms: number }) {
  const t = useText();
  const format = useFormat();
  const length_ms = spokenMs(words);
  const over_ms = overMs(words, limit_ms);
  const over = over_ms > 0;
  const share = limit_ms > 0 ? Math.min(1, length_ms / limit_ms) : 0;
  return (
    <div className={styles.length} id={id}>
      <div className={styles.lengthBar} aria-hidden="true">
        <div className={classes(styles.lengthFill, over && styles.lengthOver)} style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles.lengthWords}>
        {t("delegate.length", {
          count: words,
          length: format.duration(length_ms),
          rate: words_a_minute,
          limit: format.duration(limit_ms),
        })}
      </p>
      {words > 0 && (
        <Chip tone={over ? "warn" : "go"}>
          {over ? t("delegate.length_over", { over: format.duration(over_ms) }) : t("delegate.length_within")}
        </Chip>
      )}
    </div>
  );
}
