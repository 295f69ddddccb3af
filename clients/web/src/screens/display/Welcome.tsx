// Before a meeting opens and after the last one has closed: what this is, and the programme of the day.
import { joined, useFormat, useLocalized, useText } from "../../i18n";
import { useHall } from "../../shared/hall";
import type { Stage } from "../../shared/situation";
import { stageWords } from "../../shared/stage";
import type { Meeting } from "../../wire";
import styles from "./display.module.css";

type WelcomeProps = { stage: Stage; meeting: Meeting | undefined; now: number };

export function Welcome({ stage, meeting, now }: WelcomeProps) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const session = store.session();
  const day = meeting ? format.day(meeting.plannedStartAt) : "";
  const today = store.meetings().filter((one) => format.day(one.plannedStartAt) === day);
  return (
    <main className={styles.welcome}>
      <div className={styles.welcomeWords}>
        <h1 className={styles.say}>{text(session?.theme) || text(session?.title) || t("display.welcome")}</h1>
        <p className={styles.note}>{stageWords(t, format, { stage, ...(meeting ? { meeting } : {}) }, now)}</p>
      </div>
      {meeting && (
        <section className={styles.day}>
          <h2 className={styles.nextTitle}>{t("display.programme", { date: format.date(meeting.plannedStartAt) })}</h2>
          <ol className={styles.rows}>
            {today.map((one) => (
              <li key={one.id} className={styles.dayRow}>
                <span className={styles.dayTime}>
                  {format.time(one.plannedStartAt)}–{format.time(one.plannedEndAt)}
                </span>
                <bdi>
                  {joined(
                    store
                      .panels()
                      .filter((panel) => panel.meeting === one.id)
                      .map((panel) => text(panel.title) || t("panel.draft")),
                  ) || text(one.title)}
                </bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
    </main>
  );
}
