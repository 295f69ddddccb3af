// What stands for all, and for the desk's audience, that the chair belongs to: a note to the chair. The desk sends and
// withdraws notices.
import { useLocalized, useText } from "../../i18n";
import { Audience } from "../../wire";
import { useConsole } from "./console";
import styles from "./Notices.module.css";

export function Notices() {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const standing = view
    .notices()
    .filter(({ to }) => to?.to.case === "all" || (to?.to.case === "audience" && to.to.value === Audience.DESK));
  return (
    <section className={styles.notices} aria-label={t("chair.notices.title")} aria-live="polite">
      {standing.length > 0 && <h3 className={styles.heading}>{t("chair.notices.title")}</h3>}
      {standing.map(({ id, text }) => (
        <p key={id} className={styles.notice}>
          {localize(text)}
        </p>
      ))}
    </section>
  );
}
