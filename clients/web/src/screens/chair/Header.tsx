// The head of the chair's screen: the session, the panel shown, the state of its meeting, and the time.
import { useLocalized, useText } from "../../i18n";
import { AppHeader } from "../../parts/AppHeader";
import { Chip } from "../../parts/Chip";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { ThemeButton } from "../../parts/ThemeButton";
import { useHall } from "../../shared/hall";
import { MeetingChip } from "../../shared/MeetingChip";
import { SessionClock } from "../../shared/SessionClock";
import { Role } from "../../wire";
import { useConsole } from "./console";
import styles from "./Header.module.css";
import { openHelps } from "./model";

export function Header() {
  const t = useText();
  const localize = useLocalized();
  const hall = useHall();
  const { seen } = useConsole();
  const session = hall.store.session();
  const subtitle = [localize(seen.panel?.title), localize(seen.panel?.subtitle) || localize(session?.theme)];
  return (
    <AppHeader title={localize(session?.title)} subtitle={subtitle.filter(Boolean).join(" · ")}>
      {seen.meeting && <MeetingChip meeting={seen.meeting} />}
      {seen.meeting && <Chip>{localize(seen.meeting.title)}</Chip>}
      <HelpAsked />
      <SessionClock />
      <Chip tone="brand">{t(hall.hello?.role === Role.DESK ? "chair.role.desk" : "chair.role.chair")}</Chip>
      <span className={styles.tools}>
        <LanguageMenu />
        <ThemeButton />
      </span>
    </AppHeader>
  );
}

/** The desk answers; the chair only sees that somebody asked. */
function HelpAsked() {
  const t = useText();
  const count = openHelps(useConsole().seen.view);
  return count > 0 ? <Chip>{t("chair.help.asked", { count })}</Chip> : null;
}
