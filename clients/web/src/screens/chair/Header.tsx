// The head of the chair's screen, in one line: the session, the panel shown, the state of its meeting, and the time.
import { useLocalized, useText } from "../../i18n";
import { joined } from "../../i18n/isolated";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { ConsoleHead } from "../../shared/ConsoleHead";
import { useHall } from "../../shared/hall";
import { meetingTone, useMeetingWords } from "../../shared/MeetingChip";
import { type Meeting, Role } from "../../wire";
import { useConsole } from "./console";
import styles from "./Header.module.css";
import { openHelps } from "./model";

export function Header() {
  const t = useText();
  const localize = useLocalized();
  const hall = useHall();
  const { seen } = useConsole();
  const session = hall.store.session();
  const subtitle = joined([localize(seen.panel?.title), localize(seen.panel?.subtitle) || localize(session?.theme)]);
  return (
    <ConsoleHead
      subtitle={subtitle}
      meeting={seen.meeting}
      standing={seen.meeting && <MeetingStanding meeting={seen.meeting} />}
      role={t(hall.hello?.role === Role.DESK ? "chair.role.desk" : "chair.role.chair")}
    >
      <HelpAsked />
    </ConsoleHead>
  );
}

/** How the meeting stands; what can be done with it is in the programme, which opens from here. */
function MeetingStanding({ meeting }: { meeting: Meeting }) {
  const { drawer, draw } = useConsole();
  const words = useMeetingWords()(meeting);
  return (
    <button
      type="button"
      className={classes(styles.standing, styles[meetingTone(meeting)])}
      aria-expanded={drawer === "programme"}
      data-opens-drawer=""
      onClick={() => draw(drawer === "programme" ? undefined : "programme")}
    >
      <span>{words}</span>
      <span className={styles.arrow} aria-hidden="true" />
    </button>
  );
}

/** The desk answers; the chair only sees that somebody asked. */
function HelpAsked() {
  const t = useText();
  const count = openHelps(useConsole().seen.view);
  return count > 0 ? <Chip>{t("chair.help.asked", { count })}</Chip> : null;
}
