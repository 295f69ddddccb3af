// Who has the floor, with the clock; or why nobody has.
import { useFormat, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { elapsedMs, lightOf } from "../../parts/speech";
import type { Held } from "../../shared/floor";
import { useHall, useNow, useSpeechNow } from "../../shared/hall";
import { interrupts, kindOf, kindWord } from "../../shared/kinds";
import { useInterruptingWords, useMotionWords } from "../../shared/MotionWords";
import { motionOn } from "../../shared/motions";
import { flagOf, holderOf, type Situation } from "../../shared/situation";
import { stageWords } from "../../shared/stage";
import { Kind, type Motion } from "../../wire";
import look from "./look.module.css";
import { standing } from "./model";
import styles from "./WhoSpeaks.module.css";

export function WhoSpeaks({ situation }: { situation: Situation }) {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  const { store } = useHall();
  const { stage, panel, floor, point, interrupted } = situation;
  const state = stage === "open" ? "" : stageWords(t, format, situation, now);
  if (panel && (stage === "open" || stage === "suspended")) {
    if (floor) {
      return (
        <Card className={styles.card}>
          <Speech floor={floor} state={state} />
          {interrupted && <Interruption interrupted={interrupted} />}
        </Card>
      );
    }
    if (point) {
      return (
        <Card className={styles.card}>
          <Heard point={point} state={state} />
          {interrupted && <Interruption interrupted={interrupted} />}
        </Card>
      );
    }
    const motion = motionOn(store, store.floor(panel.id));
    if (motion) {
      return (
        <Card className={styles.card}>
          <Stands motion={motion} state={state} />
          {interrupted && <Interruption interrupted={interrupted} />}
        </Card>
      );
    }
  }
  return (
    <Card className={styles.card}>
      <p className={look.state}>{stageWords(t, format, situation, now)}</p>
    </Card>
  );
}

function Speech({ floor, state }: { floor: Held; state: string }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const now = useSpeechNow(floor);
  const interrupting = useInterruptingWords();
  const holder = holderOf(store, floor);
  const name = text(holder.name) || holder.fallback;
  const behalf = floor.onBehalfOf ? t("floor.on_behalf_of", { group: floor.onBehalfOf }) : aside(floor);
  return (
    <div className={styles.speaker}>
      <Flag code={holder.flag} name={name} />
      <div className={styles.speakerWords}>
        <p className={styles.speakerName}>
          {floor.motion || floor.kind === Kind.MOTION
            ? t("delegate.motion_by", { name, motion: interrupting(floor) })
            : t(interrupts(floor) ? "delegate.point_by" : "floor.has", { name })}
        </p>
        <p className={look.quiet}>{state || behalf || <ClockNote speech={floor} now={now} />}</p>
        {!state && behalf && (
          <p className={look.quiet}>
            <ClockNote speech={floor} now={now} />
          </p>
        )}
      </div>
      <SpeechClock speech={floor} now={now} />
      <Gone floor={floor} now={now} />
    </div>
  );

  /** Of a guest, who the person is where the body is named. */
  function aside(of: Held): string {
    if (kindOf(of.kind)?.addressed) return t(kindWord(of.kind));
    return holder.guest && of.body ? (of.speaker?.name ?? "") : "";
  }
}

/** How much of the time is gone, along the lower edge; the clock says it in figures. */
function Gone({ floor, now }: { floor: Held; now: number }) {
  const gone = Math.min(100, (100 * elapsedMs(floor, now)) / Math.max(1, floor.limitMs));
  return (
    <span className={classes(styles.gone, !floor.pausedAt && styles[lightOf(floor, now)])} aria-hidden="true">
      <span style={{ width: `${gone}%` }} />
    </span>
  );
}

/** The point of order was heard; nobody speaks until the chair has ruled. */
function Heard({ point, state }: { point: Held; state: string }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const by = store.delegation(point.delegation);
  const name = text(by?.name) || point.delegation;
  return (
    <div className={styles.speaker}>
      <Flag code={flagOf(by)} name={name} />
      <div className={styles.speakerWords}>
        <p className={styles.speakerName}>{t("delegate.point_by", { name })}</p>
        <p className={look.quiet}>{state || t("delegate.ruling_awaited")}</p>
      </div>
    </div>
  );
}

/** Nobody speaks on the motion; the chair has it decided. */
function Stands({ motion, state }: { motion: Motion; state: string }) {
  const t = useText();
  const { title, by } = useMotionWords()(motion);
  return (
    <div className={styles.speaker}>
      <div className={styles.speakerWords}>
        <p className={styles.speakerName}>{title}</p>
        <p className={look.quiet}>{state || (motion.objectionsAskedAt > 0 ? t("motion.objections") : by)}</p>
      </div>
    </div>
  );
}

/** Whose speech goes on after the point of order, and where its clock stands. */
function Interruption({ interrupted }: { interrupted: Held }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = holderOf(store, interrupted);
  const name = text(holder.name) || holder.fallback;
  return (
    <div className={styles.interruption}>
      <Flag code={holder.flag} name={name} />
      <p className={styles.speakerWords}>{t("delegate.interrupted", { name })}</p>
      <SpeechClock speech={standing(interrupted)} now={0} />
    </div>
  );
}
