// The time, by the session's clock and in its time zone.
import { useFormat, useText } from "../i18n";
import { useNow } from "./hall";
import styles from "./SessionClock.module.css";

export function SessionClock() {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  const time = format.timeSeconds(now);
  return (
    <span className={styles.clock} role="timer" aria-label={t("common.current_time", { time: format.time(now) })}>
      {time}
    </span>
  );
}
