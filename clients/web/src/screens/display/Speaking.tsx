// Who has the floor, with the clock; and the light along the foot of the screen, with its word and the limit.
import { durationText, useFormat, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { useLightWord } from "../../parts/SpeechClock";
import { lightOf, shownLeftMs } from "../../parts/speech";
import { useHall, useSpeechNow } from "../../shared/hall";
import { holderOf } from "../../shared/situation";
import { type Floor, Kind } from "../../wire";
import styles from "./display.module.css";
import { Interrupts, PointOf } from "./Point";
import { lengthOf } from "./size";

export function Speaking({ floor }: { floor: Floor }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const hall = useHall();
  const now = useSpeechNow(floor);
  const holder = holderOf(hall.store, floor);
  const name = text(holder.name) || holder.fallback;
  const panellist = floor.panellist ? hall.store.panellist(floor.panel, floor.panellist) : undefined;
  const left = shownLeftMs(floor, now);
  const person = [floor.speaker?.name, floor.speaker?.title].filter((words) => words && words !== name).join(", ");
  const isPoint = floor.kind === Kind.POINT_OF_ORDER;
  const note = floor.onBehalfOf
    ? t("floor.on_behalf_of", { group: floor.onBehalfOf })
    : floor.kind === Kind.QUESTION
      ? t("kind.question")
      : text(panellist?.title);
  return (
    <div className={classes(styles.speaking, isPoint && styles.pointed, styles[lengthOf(name)])}>
      {!holder.guest && (
        <div className={styles.flag}>
          <Flag code={holder.flag} name={name} size="huge" />
        </div>
      )}
      {isPoint ? <PointOf name={name} /> : <h1 className={styles.name}>{name}</h1>}
      {note && <p className={styles.note}>{note}</p>}
      {person && <p className={styles.person}>{person}</p>}
      <p className={classes(styles.clock, styles[lightOf(floor, now)])} role="timer">
        <span aria-hidden="true">{left < 0 ? `+${format.clock(-left)}` : format.clock(left)}</span>
        <span className="visually-hidden">
          {t(left < 0 ? "clock.over" : "clock.left", { time: format.clock(Math.abs(left)) })}
        </span>
      </p>
      {floor.interrupted && <Interrupts panel={floor.panel} interrupted={floor.interrupted} />}
    </div>
  );
}

export function Band({ floor }: { floor: Floor }) {
  const now = useSpeechNow(floor);
  const word = useLightWord();
  return (
    <footer className={classes(styles.band, styles[floor.pausedAt ? "paused" : lightOf(floor, now)])}>
      <span>{word(floor, now)}</span>
      <span>{durationText(floor.limitMs)}</span>
    </footer>
  );
}
