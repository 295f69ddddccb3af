// The hall display: who has the floor and how long, who is next. Read from 20 metres, always dark, never blank; nothing
// on it can be pressed. Its language is that of its seat, or of ?lang=; how many of the next it shows is said by ?next=.
import { joined, useFormat, useInstant, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { useAwake } from "../../shared/awake";
import { useDark } from "../../shared/dark";
import { useHall, useNow } from "../../shared/hall";
import { ledgerWords } from "../../shared/LedgerLine";
import { motionOn } from "../../shared/motions";
import { type Situation, situationOf } from "../../shared/situation";
import { stageWords } from "../../shared/stage";
import { Draw, useDrawShown } from "./Draw";
import styles from "./display.module.css";
import { Next } from "./Next";
import { Notice } from "./Notice";
import { Heard, Stands } from "./Point";
import { Band, Speaking } from "./Speaking";
import { nextShownOf } from "./shown";
import { Welcome } from "./Welcome";

export default function Display() {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const instant = useInstant();
  const hall = useHall();
  const now = useNow(1_000);
  const situation = situationOf(hall.store);
  const { stage, panel, meeting, floor } = situation;
  useDark();
  useAwake();

  const draw = useDrawShown(situation, now);
  const welcome = stage === "none" || stage === "planned" || stage === "closed";
  const over = stage === "panel_closed";
  const { shown, wrong } = nextShownOf(window.location.search);
  const alone = over || shown === "hidden";
  const ledger = ledgerWords(hall);
  const last = hall.away?.last;
  const session = hall.store.session();
  const title = (welcome && !draw) || !panel ? text(session?.title) : text(panel.title);
  const subtitle = (welcome && !draw) || !panel ? "" : text(panel.subtitle);
  return (
    <div
      className={classes(
        styles.display,
        hall.store.notices().length > 0 && styles.noticed,
        hall.status !== "live" && styles.dimmed,
      )}
    >
      <header className={styles.head}>
        <p className={styles.title}>
          <b>
            <bdi>{title}</bdi>
          </b>{" "}
          {subtitle && !ledger && <bdi>{subtitle}</bdi>}
        </p>
        {hall.status !== "live" && (
          <p className={styles.line} role="status">
            {joined([t("display.reconnecting"), last && t("display.last_known", { time: instant(last.knownAt) })])}
          </p>
        )}
        <p className={styles.ledger} role="status">
          {ledger && t(ledger)}
        </p>
        {wrong !== undefined && <p className={styles.line}>{t("display.next_wrong", { value: wrong })}</p>}
        <time className={styles.time}>{format.time(now)}</time>
      </header>
      {draw ? (
        <Draw draw={draw} now={now} />
      ) : welcome ? (
        <Welcome stage={stage} meeting={meeting} now={now} />
      ) : (
        <>
          <main className={classes(styles.main, alone && styles.alone)}>
            <OnFloor situation={situation} now={now} />
          </main>
          {panel && !over && shown !== "hidden" && <Next panel={panel} now={now} shown={shown} />}
        </>
      )}
      <Notice />
      {stage === "open" && floor && <Band floor={floor} />}
    </div>
  );
}

function OnFloor({ situation, now }: { situation: Situation; now: number }) {
  const t = useText();
  const format = useFormat();
  const { store } = useHall();
  const { stage, panel, floor, point, interrupted } = situation;
  const motion = panel && motionOn(store, store.floor(panel.id));
  if (stage === "open" && floor) return <Speaking floor={floor} />;
  if (stage === "open" && point) return <Heard point={point} interrupted={interrupted} />;
  if (stage === "open" && motion) return <Stands motion={motion} interrupted={interrupted} />;
  return <h1 className={styles.say}>{stageWords(t, format, situation, now)}</h1>;
}
