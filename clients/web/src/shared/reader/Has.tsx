// Who has the floor, with the clock, its light and its word; a point of order and the speech that it interrupts; or why
// nobody speaks.
import { joined, useFormat, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Flag } from "../../parts/Flag";
import { nameLength } from "../../parts/names";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { stoodLeftMs } from "../../parts/speech";
import type { Motion } from "../../wire";
import type { Held } from "../floor";
import { useHall, useNow, useSpeechNow } from "../hall";
import { interrupts, kindOf } from "../kinds";
import { useInterruptingWords, useMotionWords } from "../MotionWords";
import { motionOn } from "../motions";
import { holderOf, type Situation } from "../situation";
import { stageWords } from "../stage";
import { DELIVERIES, wordOf } from "../terms";
import frame from "./frame.module.css";
import styles from "./Has.module.css";

export function Has({ situation }: { situation: Situation }) {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  const { stage, panel, floor, point, interrupted } = situation;
  const held = panel && (stage === "open" || stage === "suspended");
  const { store } = useHall();
  const motion = panel && motionOn(store, store.floor(panel.id));
  const text = useLocalized();
  const holder = held && floor ? holderOf(store, floor) : undefined;
  const state = stage === "open" ? "" : stageWords(t, format, situation, now);
  return (
    <Card>
      <p role="status" className="visually-hidden">
        {holder && t("floor.has", { name: text(holder.name) || holder.fallback })}
      </p>
      {state && <p className={frame.state}>{state}</p>}
      {held && floor && <Speaks floor={floor} />}
      {held && !floor && point && <Heard point={point} />}
      {held && !floor && !point && motion && <Stands motion={motion} />}
      {held && interrupted && <Interrupted interrupted={interrupted} />}
      {stage === "open" && !floor && !point && !motion && <p className={frame.state}>{t("floor.free")}</p>}
    </Card>
  );
}

function Speaks({ floor }: { floor: Held }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const now = useSpeechNow(floor);
  const holder = holderOf(store, floor);
  const name = text(holder.name) || holder.fallback;
  const panellist = floor.panellist ? store.panellist(floor.panel, floor.panellist) : undefined;
  const point = interrupts(floor);
  const interrupting = useInterruptingWords();
  const kind = floor.panellist ? "kind.panellist" : kindOf(floor.kind)?.word;
  const person = [floor.speaker?.name, floor.speaker?.title || text(panellist?.title)].filter(
    (words) => words !== name,
  );
  const line = joined([
    joined(person, ", "),
    floor.onBehalfOf && t("floor.on_behalf_of", { group: floor.onBehalfOf }),
    floor.language && format.languageName(floor.language),
    kind && !point && t(kind),
    holder.guest && t("category.guest"),
  ]);
  const statement = floor.entry ? store.statement(floor.entry) : undefined;
  const delivery = statement && wordOf(DELIVERIES, statement.delivery);
  return (
    <>
      <p className={point ? frame.point : frame.label}>{point ? interrupting(floor) : t("booth.has_floor")}</p>
      <div className={styles.who}>
        {!holder.guest && <Flag code={holder.flag} name={name} />}
        <h2 className={styles.name} data-length={nameLength(name)}>
          <bdi>{name}</bdi>
        </h2>
        <SpeechClock speech={floor} now={now} />
      </div>
      {line && <p className={frame.line}>{line}</p>}
      <p className={frame.chips}>
        <ClockNote speech={floor} now={now} />
        {delivery && <Chip>{t(delivery)}</Chip>}
      </p>
    </>
  );
}

/** Nobody speaks on the motion; the chair has it decided. */
function Stands({ motion }: { motion: Motion }) {
  const t = useText();
  const { title, by } = useMotionWords()(motion);
  return (
    <>
      <p className={frame.point}>{title}</p>
      <p className={frame.line}>{joined([by, motion.objectionsAskedAt > 0 && t("motion.objections")])}</p>
    </>
  );
}

/** The point was heard: nobody speaks until the chair has ruled. */
function Heard({ point }: { point: Held }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = holderOf(store, point);
  const name = text(holder.name) || holder.fallback;
  return (
    <>
      <p className={frame.point}>{t("kind.point_of_order")}</p>
      <div className={styles.who}>
        <Flag code={holder.flag} name={name} />
        <h2 className={styles.name} data-length={nameLength(name)}>
          <bdi>{name}</bdi>
        </h2>
      </div>
      <p className={frame.line}>{t("booth.ruling")}</p>
    </>
  );
}

function Interrupted({ interrupted }: { interrupted: Held }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const holder = holderOf(store, interrupted);
  const name = text(holder.name) || holder.fallback;
  const left = stoodLeftMs(interrupted);
  const time = format.clock(Math.abs(left));
  return (
    <p className={styles.held}>
      {joined([t("booth.interrupted", { name }), t(left < 0 ? "clock.over" : "clock.left", { time })])}
    </p>
  );
}
