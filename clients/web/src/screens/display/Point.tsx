// A point of order before the chair: whose it is, and whose speech it interrupts.
import { useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import type { Held } from "../../shared/floor";
import { useHall } from "../../shared/hall";
import { holderOf } from "../../shared/situation";
import styles from "./display.module.css";
import { lengthOf } from "./size";

/** "Point of order: Brazil", in two lines. */
export function PointOf({ name }: { name: string }) {
  const t = useText();
  return (
    <h1 className={styles.name}>
      <span className={styles.point}>
        {t("kind.point_of_order")}
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
      <PointOf name={name} />
      <p className={styles.note}>{t("display.point_waits")}</p>
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
