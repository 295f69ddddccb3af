// What the desk follows at a glance, whichever part of its screen is open: who has the floor, what goes first, who comes then,
// and when the list finishes. It never goes away and never grows; the chair decides what it shows.
import { useFormat, useText } from "../../i18n";
import { Chip } from "../../parts/Chip";
import { FitText } from "../../parts/FitText";
import { Flag } from "../../parts/Flag";
import { isFree } from "../../shared/floor";
import { useHall, useNow } from "../../shared/hall";
import { againstEnd, finishOf, meetingOf, situationOf } from "../../shared/situation";
import type { Panel } from "../../wire";
import { useNames } from "./names";
import styles from "./Strip.module.css";
import { WhoSpeaks } from "./WhoSpeaks";

const NAME_STEPS = [
  { size: 18, lines: 1 },
  { size: 15, lines: 2 },
  { size: 13, lines: 2 },
  { size: 12, lines: 3 },
];

export function Strip() {
  const t = useText();
  const { store } = useHall();
  const { panel } = situationOf(store);
  const points = store.panels().flatMap(({ id }) => store.points(id)).length;
  return (
    <section className={styles.strip} aria-label={t("desk.strip")} data-strip="">
      <WhoSpeaks />
      {points > 0 && (
        <div className={styles.cell}>
          <p className={styles.first}>{t("desk.strip.first")}</p>
          <p className={styles.what}>
            <FitText steps={NAME_STEPS}>{t("desk.strip.points", { count: points })}</FitText>
          </p>
        </div>
      )}
      {panel && <Then panel={panel} />}
      {panel && <Finishes panel={panel} />}
    </section>
  );
}

function Then({ panel }: { panel: Panel }) {
  const t = useText();
  const { store } = useHall();
  const names = useNames();
  const entry = store.entry(store.queue(panel.id)?.next ?? 0);
  const { name, flag } = entry ? names.entry(entry) : { name: t("desk.list.nobody"), flag: "" };
  return (
    <div className={styles.cell}>
      <p className={styles.label}>{t("desk.strip.then")}</p>
      <p className={styles.what}>
        {entry && <Flag code={flag} name={name} />}
        <FitText steps={NAME_STEPS}>{name}</FitText>
      </p>
    </div>
  );
}

/** When all have spoken, set against the end of the meeting; nothing where nobody waits and nobody speaks. */
function Finishes({ panel }: { panel: Panel }) {
  const t = useText();
  const format = useFormat();
  const { store } = useHall();
  const now = useNow(15_000);
  const finish = finishOf(store, panel, now);
  const end = meetingOf(store, panel)?.plannedEndAt ?? 0;
  if (!store.queue(panel.id)?.entries.length && isFree(store.floor(panel.id))) return null;
  const { word, minutes } = againstEnd(finish ? finish.at - end : 0);
  const standing = word === "on_time" ? t("finish.on_time") : t(`finish.${word}`, { minutes });
  return (
    <div className={styles.cell}>
      <p className={styles.label}>{t("desk.strip.finishes")}</p>
      <p className={styles.what}>
        <span className={styles.at}>
          {finish ? format.timeRange(finish.earliestAt, finish.latestAt) : t("desk.strip.unknown")}
        </span>
        {finish && end > 0 && <Chip tone={word === "over" ? "warn" : "go"}>{standing}</Chip>}
      </p>
    </div>
  );
}
