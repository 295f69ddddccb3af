import type { ReactNode } from "react";
import styles from "./AppHeader.module.css";

type AppHeaderProps = { lead?: ReactNode; title: ReactNode; subtitle?: ReactNode; children?: ReactNode };

/** The head of a screen: who or what it is, and at the end the states and the time. */
export function AppHeader({ lead, title, subtitle, children }: AppHeaderProps) {
  return (
    <header className={styles.header}>
      {lead}
      <div className={styles.titles}>
        <h1 className={styles.title}>
          <bdi>{title}</bdi>
        </h1>
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      <div className={styles.end}>{children}</div>
    </header>
  );
}
