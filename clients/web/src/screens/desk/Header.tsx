import { joined, useLocalized, useText } from "../../i18n";
import { AppHeader } from "../../parts/AppHeader";
import { Button } from "../../parts/Button";
import { ConnectionChip } from "../../parts/ConnectionBar";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { ThemeButton } from "../../parts/ThemeButton";
import { openAlso } from "../../shared/gate";
import { useHall } from "../../shared/hall";
import { MeetingChip } from "../../shared/MeetingChip";
import { SessionClock } from "../../shared/SessionClock";
import { situationOf } from "../../shared/situation";
import { Role } from "../../wire";
import styles from "./Header.module.css";

export function Header() {
  const t = useText();
  const localize = useLocalized();
  const hall = useHall();
  const session = hall.store.session();
  const { meeting, panel } = situationOf(hall.store);
  const subtitle = joined([t("desk.title"), localize(panel?.title)]);
  return (
    <AppHeader title={localize(session?.title)} subtitle={subtitle}>
      {meeting && <MeetingChip meeting={meeting} />}
      <SessionClock />
      {hall.status !== "live" && <ConnectionChip state={hall.status} />}
      <span className={styles.tools}>
        {hall.hello?.role === Role.DESK && (
          <Button size="small" onPress={() => openAlso("desk", "chair")}>
            {t("desk.to_chair")}
          </Button>
        )}
        <LanguageMenu />
        <ThemeButton />
      </span>
    </AppHeader>
  );
}
