import { joined, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { ConnectionChip } from "../../parts/ConnectionBar";
import { ConsoleHead } from "../../shared/ConsoleHead";
import { openAlso } from "../../shared/gate";
import { useHall } from "../../shared/hall";
import { MeetingChip } from "../../shared/MeetingChip";
import { situationOf } from "../../shared/situation";
import { Role } from "../../wire";

export function Header() {
  const t = useText();
  const localize = useLocalized();
  const hall = useHall();
  const { meeting, panel } = situationOf(hall.store);
  const subtitle = joined([localize(panel?.title), localize(panel?.subtitle)]);
  return (
    <ConsoleHead
      subtitle={subtitle}
      meeting={meeting}
      standing={meeting && <MeetingChip meeting={meeting} />}
      role={t("desk.title")}
      tools={
        hall.hello?.role === Role.DESK && (
          <Button size="small" onPress={() => openAlso("desk", "chair")}>
            {t("desk.to_chair")}
          </Button>
        )
      }
    >
      {hall.status !== "live" && <ConnectionChip state={hall.status} />}
    </ConsoleHead>
  );
}
