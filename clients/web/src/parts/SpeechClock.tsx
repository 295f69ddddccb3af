import { clockText, dot, durationText, useFormat, useText } from "../i18n";
import { classes } from "./class";
import styles from "./SpeechClock.module.css";
import { leftMs, lightOf, type Running, shownLeftMs } from "./speech";

type SpeechClockProps = { speech: Running; now: number; size?: "card" | "panel" | "full" };

/** The time left; overtime counts up as +0:12. Its width does not change while it runs. */
export function SpeechClock({ speech, now, size = "card" }: SpeechClockProps) {
  const t = useText();
  const shown = shownLeftMs(speech, now);
  const over = shown < 0;
  const time = clockText(Math.abs(shown));
  const text = over ? `+${time}` : time;
  return (
    <span
      className={classes(styles.clock, styles[size], text.length > 4 && styles.long, styles[lightOf(speech, now)])}
      data-long={text.length > 4 || undefined}
      role="timer"
    >
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{t(over ? "clock.over" : "clock.left", { time })}</span>
    </span>
  );
}

/** The word that goes with the light. */
export function useLightWord(): (speech: Running, now: number) => string {
  const t = useText();
  return (speech, now) => {
    if (speech.pausedAt) return t("light.paused");
    const light = lightOf(speech, now);
    if (light !== "amber") return t(`light.${light}`);
    return t("light.amber", { left: durationText(shownLeftMs(speech, now)) });
  };
}

/** The light with its word: colour is never the only sign. */
export function Light({ speech, now }: { speech: Running; now: number }) {
  const word = useLightWord();
  const light = speech.pausedAt ? "paused" : lightOf(speech, now);
  return <span className={classes(styles.light, styles[light])}>{word(speech, now)}</span>;
}

/** "of 5:00 · within time"; `folds`: without the limit where there is no room for it. */
export function ClockNote({ speech, now, folds }: { speech: Running; now: number; folds?: boolean }) {
  const t = useText();
  const format = useFormat();
  return (
    <span className={styles.note}>
      {leftMs(speech, now) > 0 && (
        <span data-limit="" data-folds={folds ? "" : undefined}>
          {t("clock.of", { limit: format.clock(speech.limitMs) })}
          {dot}
        </span>
      )}
      <Light speech={speech} now={now} />
    </span>
  );
}
