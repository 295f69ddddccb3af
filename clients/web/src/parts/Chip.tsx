import type { ReactNode } from "react";
import styles from "./Chip.module.css";
import { classes } from "./class";

export type Tone = "neutral" | "brand" | "go" | "warn" | "stop";

/** A state in a word or two. */
export function Chip({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.chip, styles[tone])}>{children}</span>;
}
