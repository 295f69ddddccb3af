// A point of order before the chair: whose it is, and whose speech it interrupts.
import { useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { useHall } from "../../shared/hall";
import { holderOf, interruptedOf } from "../../shared/situation";
import type { FloorPoint, Interrupted } from "../../wire";
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
      {name}
    </h1>
  );
}

/** The point was heard: nobody speaks until the chair has ruled. */
export function Heard({
  panel,
  point,
  interrupted,
}: {
  panel: string;
  point: FloorPoint;
  interrupted: Interrupted | undefined;
}) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = holderOf(store, { panel, delegation: point.delegation, body: "" });
  const name = text(holder.name) || holder.fallback;
  return (
    <div className={classes(styles.speaking, styles.pointed, styles[lengthOf(name)])}>
      <div className={styles.flag}>
        <Flag code={holder.flag} name={name} size="huge" />
      </div>
      <PointOf name={name} />
      <p className={styles.note}>{t("display.point_waits")}</p>
      {interrupted && <Interrupts panel={panel} interrupted={interrupted} />}
    </div>
  );
}

export function Interrupts({ panel, interrupted }: { panel: string; interrupted: Interrupted }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = interruptedOf(store, { panel, interrupted });
  return (
    <p className={styles.interrupted}>
      {t("display.interrupted", { name: text(holder?.name) || holder?.fallback || "" })}
    </p>
  );
}
