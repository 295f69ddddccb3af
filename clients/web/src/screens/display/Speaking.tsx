// Who has the floor, with the clock; and the light along the foot of the screen, with its word and the limit.
import { durationText, joined, useFormat, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { useLightWord } from "../../parts/SpeechClock";
import { lightOf, shownLeftMs } from "../../parts/speech";
import { type Held, interruptedOn } from "../../shared/floor";
import { useHall, useSpeechNow } from "../../shared/hall";
import { interrupts, kindOf, kindWord } from "../../shared/kinds";
import { useInterruptingWords } from "../../shared/MotionWords";
import { holderOf } from "../../shared/situation";
import styles from "./display.module.css";
import { useFitting } from "./fit";
import { Interrupts, PointOf } from "./Point";
import { lengthOf } from "./size";

export function Speaking({ floor }: { floor: Held }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const hall = useHall();
  const now = useSpeechNow(floor);
  const holder = holderOf(hall.store, floor);
  const name = text(holder.name) || holder.fallback;
  const panellist = floor.panellist ? hall.store.panellist(floor.panel, floor.panellist) : undefined;
  const left = shownLeftMs(floor, now);
  const person = joined(
    [floor.speaker?.name, floor.speaker?.title].filter((words) => words !== name),
    ", ",
  );
  const point = interrupts(floor);
  const interrupting = useInterruptingWords();
  const interrupted = interruptedOn(hall.store.floor(floor.panel));
  const note = floor.onBehalfOf
    ? t("floor.on_behalf_of", { group: floor.onBehalfOf })
    : kindOf(floor.kind)?.addressed
      ? t(kindWord(floor.kind))
      : text(panellist?.title);
  const noticed = hall.store.notices().length > 0;
  const box = useFitting([name, note, person, interrupted?.delegation, point, noticed].join("\n"));
  return (
    <div ref={box} className={classes(styles.speaking, point && styles.pointed, styles[lengthOf(name)])}>
      {!holder.guest && (
        <div className={styles.flag}>
          <Flag code={holder.flag} name={name} size="huge" />
        </div>
      )}
      {point ? (
        <PointOf of={interrupting(floor)} name={name} />
      ) : (
        <h1 className={styles.name}>
          <bdi>{name}</bdi>
        </h1>
      )}
      {note && <p className={styles.note}>{note}</p>}
      {person && <p className={styles.person}>{person}</p>}
      <p className={classes(styles.clock, styles[lightOf(floor, now)])} role="timer">
        <span aria-hidden="true">{left < 0 ? `+${format.clock(-left)}` : format.clock(left)}</span>
        <span className="visually-hidden">
          {t(left < 0 ? "clock.over" : "clock.left", { time: format.clock(Math.abs(left)) })}
        </span>
      </p>
      {interrupted && <Interrupts interrupted={interrupted} />}
    </div>
  );
}

export function Band({ floor }: { floor: Held }) {
  const now = useSpeechNow(floor);
  const word = useLightWord();
  return (
    <footer className={classes(styles.band, styles[floor.pausedAt ? "paused" : lightOf(floor, now)])}>
      <span>{word(floor, now)}</span>
      <span>{durationText(floor.limitMs)}</span>
    </footer>
  );
}
