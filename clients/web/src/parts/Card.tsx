import type { HTMLAttributes, ReactNode } from "react";
import styles from "./Card.module.css";
import { classes } from "./class";

type CardProps = Omit<HTMLAttributes<HTMLElement>, "className" | "title"> & {
  /** Names the region; where it is a text it is also its heading. */
  title?: ReactNode;
  /** Beside the title, at the end of the line. */
  aside?: ReactNode;
  /** Drawn in the brand colour: the thing this screen is about. */
  strong?: boolean;
  /** Content up to the edge. */
  flush?: boolean;
  className?: string | undefined;
};

export function Card({ title, aside, strong, flush, className, children, ...rest }: CardProps) {
  return (
    <section {...rest} className={classes(styles.card, strong && styles.strong, flush && styles.flush, className)}>
      {(title || aside) && (
        <header className={styles.header}>
          <h2 className={styles.title}>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
