// The own text as the server holds it, at a glance: a line for each language, how long it takes against the limit, and the way
// to it.
import { languageName, useFormat, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { useHall } from "../../shared/hall";
import { overMs, spokenMs } from "../../shared/statement";
import type { Entry } from "../../wire";
import look from "./look.module.css";
import styles from "./YourText.module.css";

type YourTextProps = { entry: Entry; onOpen: () => void };

export function YourText({ entry, onOpen }: YourTextProps) {
  const t = useText();
  const instant = useInstant();
  const statement = useHall().store.statement(entry.id);
  const texts = statement?.texts ?? [];
  const released = statement?.releasedAt ?? 0;
  return (
    <Card
      className={styles.card}
      aria-label={t("delegate.text_own")}
      title={
        <>
          {t("delegate.text_own")}
          {texts.length === 0 ? (
            <Chip>{t("delegate.no_text_yet")}</Chip>
          ) : (
            <Chip tone={released ? "go" : "neutral"}>
              {released ? t("delegate.released_at", { time: instant(released) }) : t("delegate.embargo")}
            </Chip>
          )}
          {texts.length > 0 && !released && <span className={look.quiet}>{t("delegate.text_seen_by")}</span>}
        </>
      }
      aside={
        <Button look="plain" onPress={onOpen}>
          <span className={styles.open}>{t("delegate.text_open")}</span>
        </Button>
      }
    >
      {texts.length > 0 && (
        <ul>
          {texts.map(({ language, version, words, submittedAt }) => (
            <li key={language} className={styles.row}>
              <b lang={language}>{languageName(language)}</b>
              <span className={look.quiet}>
                {t("delegate.text_sent", { version, count: words, time: instant(submittedAt) })}
              </span>
              <Length words={words} limit_ms={entry.limitMs} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** In words, and as a bar: what is beyond the limit stands out of it. */
function Length({ words, limit_ms }: { words: number; limit_ms: number }) {
  const t = useText();
  const format = useFormat();
  const spoken_ms = spokenMs(words);
  const over_ms = overMs(words, limit_ms);
  const whole = Math.max(spoken_ms, limit_ms, 1);
  return (
    <>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${(100 * Math.min(spoken_ms, limit_ms)) / whole}%` }} />
        {over_ms > 0 && <span className={styles.beyond} style={{ width: `${(100 * over_ms) / whole}%` }} />}
      </span>
      <span className={classes(styles.length, over_ms > 0 && styles.over)}>
        {over_ms > 0
          ? t("delegate.text_over", { time: format.clock(over_ms) })
          : t("delegate.text_of_limit", { time: format.clock(spoken_ms), limit: format.clock(limit_ms) })}
      </span>
    </>
  );
}

/** The same on one line, for a phone: of the language that is spoken, where there is a text in it. */
export function useTextInShort(): (entry: Entry) => string {
  const t = useText();
  const format = useFormat();
  const { store } = useHall();
  return (entry) => {
    const texts = store.statement(entry.id)?.texts ?? [];
    const text = texts.find(({ language }) => language === entry.language) ?? texts[0];
    if (!text) return t("delegate.no_text_yet");
    const of = { language: languageName(text.language), version: text.version };
    const over_ms = overMs(text.words, entry.limitMs);
    if (over_ms > 0) return t("delegate.text_short_over", { ...of, time: format.clock(over_ms) });
    const time = format.clock(spokenMs(text.words));
    return t("delegate.text_short", { ...of, time, limit: format.clock(entry.limitMs) });
  };
}
