// Who has the floor, for how long still, and what goes on after it.
import { joined, useFormat, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { FitText } from "../../parts/FitText";
import { Flag } from "../../parts/Flag";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { elapsedMs, lightOf, stoodLeftMs } from "../../parts/speech";
import type { Held } from "../../shared/floor";
import { useHall, useSpeechNow } from "../../shared/hall";
import { interrupts, kindOf } from "../../shared/kinds";
import { useInterruptingWords, useMotionWords } from "../../shared/MotionWords";
import { motionOn } from "../../shared/motions";
import { situationOf } from "../../shared/situation";
import type { Motion } from "../../wire";
import { useNames } from "./names";
import styles from "./WhoSpeaks.module.css";

const NAME_STEPS = [
  { size: 22, lines: 1 },
  { size: 18, lines: 1 },
  { size: 15, lines: 2 },
  { size: 13, lines: 2 },
  { size: 12, lines: 3 },
];

export function WhoSpeaks() {
  const t = useText();
  const hall = useHall();
  const { floor, point, interrupted, panel } = situationOf(hall.store);
  const motion = panel && motionOn(hall.store, hall.store.floor(panel.id));
  const onward = interrupted && <GoesOn interrupted={interrupted} />;
  return (
    <section className={styles.floor} aria-label={t("desk.floor.title")}>
      <h2 className={styles.label}>{t("desk.floor.title")}</h2>
      {floor && <Speaking floor={floor} onward={onward} />}
      {!floor && (
        <p className={styles.nobody}>
          {point ? <Heard point={point} /> : motion ? <Stands motion={motion} /> : t("floor.free")}
        </p>
      )}
      {!floor && onward}
    </section>
  );
}

function Speaking({ floor, onward }: { floor: Held; onward: React.ReactNode }) {
  const t = useText();
  const names = useNames();
  const now = useSpeechNow(floor);
  const interrupting = useInterruptingWords();
  const { name, flag } = names.holder(floor);
  const kind = floor.panellist ? "kind.panellist" : kindOf(floor.kind)?.word;
  const about = joined([
    floor.onBehalfOf && t("floor.on_behalf_of", { group: floor.onBehalfOf }),
    interrupts(floor) ? interrupting(floor) : kind && t(kind),
    floor.speaker?.name,
    floor.speaker?.title,
  ]);
  const gone = Math.min(100, (100 * elapsedMs(floor, now)) / Math.max(1, floor.limitMs));
  return (
    <>
      <span className={classes(styles.gone, !floor.pausedAt && styles[lightOf(floor, now)])} aria-hidden="true">
        <span style={{ width: `${gone}%` }} />
      </span>
      <div className={styles.who}>
        <Flag code={flag} name={name} size="header" />
        <FitText steps={NAME_STEPS}>{name}</FitText>
      </div>
      {onward ?? (
        <p className={styles.about} title={about} dir="auto">
          {about}
        </p>
      )}
      <div className={styles.clock}>
        <SpeechClock speech={floor} now={now} />
        <ClockNote speech={floor} now={now} />
      </div>
    </>
  );
}

/** Nobody speaks: the chair is about to rule. */
function Heard({ point }: { point: Held }) {
  const t = useText();
  const names = useNames();
  return t("desk.floor.before_the_chair", { name: names.delegation(point.delegation).name });
}

/** Nobody speaks on the motion any more. */
function Stands({ motion }: { motion: Motion }) {
  const t = useText();
  const { title, by } = useMotionWords()(motion);
  return t("desk.floor.motion_stands", { motion: title, by });
}

function GoesOn({ interrupted }: { interrupted: Held }) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  const { name } = names.holder(interrupted);
  const left = Math.max(0, stoodLeftMs(interrupted));
  const words = t("desk.floor.goes_on", { name, time: format.clock(left) });
  return (
    <p className={styles.about} title={words}>
      {words}
    </p>
  );
}
