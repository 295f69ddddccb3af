// That something is unconfirmed is read out once, without haste, wherever it shows; also over a dialog, behind which the rest
// of the page is silent. The place for it stays on the screen, so that the first word in it is read out too.
import { useText } from "../../i18n";
import { useHall } from "../hall";

export function Awaited() {
  const t = useText();
  const hall = useHall();
  return (
    <div role="status" className="visually-hidden" data-live-announcer="true">
      {hall.unanswered.some(({ unconfirmed }) => unconfirmed) && t("rejection.unconfirmed")}
    </div>
  );
}
