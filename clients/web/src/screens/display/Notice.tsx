// Notices for the hall, one at a time in a calm band: each stands long enough to be read twice, then the next one takes
// its place without any motion. All displays of a hall show the same one, for they go by the session's clock.
import { useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { useHall, useNow } from "../../shared/hall";
import styles from "./display.module.css";

/** On the wall's clock: a session that runs faster turns them no faster. */
export const notice_shown_ms = 15_000;
/** More than this is written smaller. */
const long_chars = 120;

export function Notice() {
  const t = useText();
  const text = useLocalized();
  const { store, clock } = useHall();
  const now = useNow(1_000);
  // The order of sending: a new one changes no other one's turn before its own.
  const notices = store.notices().reverse();
  const count = notices.length;
  const turn = Math.floor(now / (notice_shown_ms * clock.speed));
  const notice = notices[turn % (count || 1)];
  if (!notice) return null;
  const words = text(notice.text);
  return (
    <section className={classes(styles.notice, words.length > long_chars && styles.longNotice)}>
      <h2 className={styles.noticeLabel}>
        {count > 1 ? t("display.notice_of", { number: (turn % count) + 1, count }) : t("display.notice")}
      </h2>
      <p className={styles.noticeWords} dir="auto">
        {words}
      </p>
    </section>
  );
}
