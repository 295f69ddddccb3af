// A point of order before the chair: whose it is, and whose speech it interrupts.
import { useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import type { Held } from "../../shared/floor";
import { useHall } from "../../shared/hall";
import { useMotionWords } from "../../shared/MotionWords";
import { holderOf } from "../../shared/situation";
import type { Motion } from "../../wire";
import styles from "./display.module.css";
import { lengthOf } from "./size";

/** "Point of order: Brazil", in two lines; on a motion what it is, or on which side. */
export function PointOf({ of, name }: { of: string; name: string }) {
  return (
    <h1 className={styles.name}>
      <span className={styles.point}>
        {of}
        <span className="visually-hidden">: </span>
      </span>
      <bdi>{name}</bdi>
    </h1>
  );
}

/** The point was heard: nobody speaks until the chair has ruled. */
export function Heard({ point, interrupted }: { point: Held; interrupted: Held | undefined }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = holderOf(store, point);
  const name = text(holder.name) || holder.fallback;
  return (
    <div className={classes(styles.speaking, styles.pointed, styles[lengthOf(name)])}>
      <div className={styles.flag}>
        <Flag code={holder.flag} name={name} size="huge" />
      </div>
      <PointOf of={t("kind.point_of_order")} name={name} />
      <p className={styles.note}>{t("display.point_waits")}</p>
      {interrupted && <Interrupts interrupted={interrupted} />}
    </div>
  );
}

/** Nobody speaks on the motion: objections are asked for, or it is about to be decided. */
export function Stands({ motion, interrupted }: { motion: Motion; interrupted: Held | undefined }) {
  const t = useText();
  const { title, by } = useMotionWords()(motion);
  return (
    <div className={classes(styles.speaking, styles.pointed, styles[lengthOf(title)])}>
      <h1 className={styles.name}>{title}</h1>
      <p className={styles.note}>{by}</p>
      {motion.objectionsAskedAt > 0 && <p className={styles.person}>{t("motion.objections")}</p>}
      {interrupted && <Interrupts interrupted={interrupted} />}
    </div>
  );
}

export function Interrupts({ interrupted }: { interrupted: Held }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = holderOf(store, interrupted);
  return (
    <p className={styles.interrupted}>{t("display.interrupted", { name: text(holder.name) || holder.fallback })}</p>
  );
}
