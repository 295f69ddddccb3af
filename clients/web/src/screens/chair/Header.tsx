// The head of the chair's screen: the session, the panel shown, the state of its meeting, and the time.
import { useFormat, useLocalized, useText } from "../../i18n";
import { AppHeader } from "../../parts/AppHeader";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { type Meeting, MeetingStatus, Role } from "../../wire";
import { useHall, useNow } from "../hall";
import { useDesk } from "./desk";
import styles from "./Header.module.css";
import { useTheme } from "./theme";

export function Header() {
  const t = useText();
  const localize = useLocalized();
  const hall = useHall();
  const { context } = useDesk();
  const session = hall.store.session();
  const subtitle = [localize(context.panel?.title), localize(context.panel?.subtitle) || localize(session?.theme)];
  return (
    <AppHeader title={localize(session?.title)} subtitle={subtitle.filter(Boolean).join(" · ")}>
      {context.meeting && <MeetingChip meeting={context.meeting} />}
      {context.meeting && <Chip>{localize(context.meeting.title)}</Chip>}
      <SessionClock />
      <Chip tone="brand">{t(hall.hello?.role === Role.DESK ? "chair.role.desk" : "chair.role.chair")}</Chip>
      <span className={styles.tools}>
        <LanguageMenu />
        <ThemeButton />
      </span>
    </AppHeader>
  );
}

function MeetingChip({ meeting }: { meeting: Meeting }) {
  const t = useText();
  const format = useFormat();
  switch (meeting.status) {
    case MeetingStatus.OPEN:
      return <Chip tone="go">{t("meeting.open_since", { time: format.time(meeting.openedAt) })}</Chip>;
    case MeetingStatus.SUSPENDED:
      return (
        <Chip tone="warn">
          {meeting.suspendedUntil
            ? t("meeting.suspended_until", { time: format.time(meeting.suspendedUntil) })
            : t("meeting.suspended")}
        </Chip>
      );
    case MeetingStatus.CLOSED:
      return <Chip>{t("meeting.closed")}</Chip>;
    default:
      return <Chip>{t("meeting.planned_at", { time: format.time(meeting.plannedStartAt) })}</Chip>;
  }
}

function SessionClock() {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  const time = format.timeSeconds(now);
  return (
    <span className={styles.clock} role="timer" aria-label={t("common.current_time", { time: format.time(now) })}>
      {time}
    </span>
  );
}

function ThemeButton() {
  const t = useText();
  const { theme, choose } = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <Button size="small" aria-label={t(`chair.theme.to_${other}`)} onPress={() => choose(other)}>
      {t(`chair.theme.${other}`)}
    </Button>
  );
}
