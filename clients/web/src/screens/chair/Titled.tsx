// What the rail opens: its title, what can be done with it as a whole, and what it holds.
import type { ReactNode } from "react";
import { type MessageId, useText } from "../../i18n";
import styles from "./Titled.module.css";

interface TitledProps {
  title: MessageId;
  /** At the end of the line of the title. */
  act?: ReactNode;
  children: ReactNode;
}

export function Titled({ title, act, children }: TitledProps) {
  const t = useText();
  return (
    <section className={styles.body} aria-label={t(title)}>
      <header className={styles.head}>
        <h2>{t(title)}</h2>
        {act}
      </header>
      {children}
    </section>
  );
}
