// The head of the chair's console and of the desk, in one line: the session, the panel, the state of its meeting, the time, and
// whose screen this is.
import type { ReactNode } from "react";
import { useLocalized } from "../i18n";
import { Chip } from "../parts/Chip";
import { LanguageMenu } from "../parts/LanguageMenu";
import { ThemeButton } from "../parts/ThemeButton";
import type { Meeting } from "../wire";
import styles from "./ConsoleHead.module.css";
import { useHall } from "./hall";
import { SessionClock } from "./SessionClock";

type ConsoleHeadProps = {
  subtitle: string;
  meeting: Meeting | undefined;
  /** How the meeting stands. */
  standing: ReactNode;
  role: string;
  /** Before the time. */
  children?: ReactNode;
  /** Before those that every console has. */
  tools?: ReactNode;
};

export function ConsoleHead({ subtitle, meeting, standing, role, children, tools }: ConsoleHeadProps) {
  const localize = useLocalized();
  const title = localize(useHall().store.session()?.title);
  return (
    <header className={styles.header}>
      <h1 className={styles.title} title={title}>
        {title}
      </h1>
      <p className={styles.subtitle} title={subtitle}>
        {subtitle}
      </p>
      {standing}
      {meeting && (
        <span className={styles.meeting}>
          <Chip>{localize(meeting.title)}</Chip>
        </span>
      )}
      {children}
      <SessionClock />
      <Chip tone="brand">{role}</Chip>
      <span className={styles.tools}>
        {tools}
        <LanguageMenu />
        <ThemeButton />
      </span>
    </header>
  );
}
