// What stands for all, and for the desk's audience, that the chair belongs to: a note to the chair. The desk sends and
// withdraws notices.
import { useLocalized, useText } from "../../i18n";
import { Audience, type Notice } from "../../wire";
import { useConsole } from "./console";
import styles from "./Notices.module.css";

export function useStandingNotices(): Notice[] {
  return useConsole()
    .seen.view.notices()
    .filter(({ to }) => to?.to.case === "all" || (to?.to.case === "audience" && to.to.value === Audience.DESK));
}

export function Notices() {
  const t = useText();
  const localize = useLocalized();
  const standing = useStandingNotices();
  return (
    <section className={styles.notices} aria-label={t("chair.notices.title")}>
      <h2 className={styles.heading}>{t("chair.notices.title")}</h2>
      {standing.length === 0 && <p className={styles.none}>{t("chair.rail.notices", { count: 0 })}</p>}
      {standing.map(({ id, text }) => (
        <p key={id} className={styles.notice} dir="auto">
          {localize(text)}
        </p>
      ))}
    </section>
  );
}

/** Read out as they come, also while nobody looks. */
export function NoticesReadOut() {
  const localize = useLocalized();
  return (
    <div className="visually-hidden" aria-live="polite">
      {useStandingNotices().map(({ id, text }) => (
        <p key={id}>{localize(text)}</p>
      ))}
    </div>
  );
}
