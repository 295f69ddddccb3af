import type { ReactNode } from "react";
import { classes } from "./class";
import styles from "./DelegationName.module.css";
import { Flag } from "./Flag";

type DelegationNameProps = { name: string; flag: string; strong?: boolean; note?: ReactNode };

/** The flag with the name beside it, and under the name what else there is to say. */
export function DelegationName({ name, flag, strong = false, note }: DelegationNameProps) {
  return (
    <span className={styles.delegation}>
      <Flag code={flag} name={name} />
      <span className={styles.words}>
        <bdi className={classes(styles.name, strong && styles.strong)}>{name}</bdi>
        {note && <bdi className={styles.note}>{note}</bdi>}
      </span>
    </span>
  );
}
