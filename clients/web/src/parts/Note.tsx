import type { ReactNode } from "react";
import type { Tone } from "./Chip";
import { classes } from "./class";
import styles from "./Note.module.css";

/** A sentence that needs to be read here: a refusal, a state. `alert` is read out at once. */
export function Note({
  tone = "neutral",
  alert = false,
  children,
  end,
}: {
  tone?: Tone;
  alert?: boolean;
  children: ReactNode;
  end?: ReactNode;
}) {
  return (
    <div className={classes(styles.note, styles[tone])} role={alert ? "alert" : undefined}>
      <div className={styles.words}>{children}</div>
      {end}
    </div>
  );
}
