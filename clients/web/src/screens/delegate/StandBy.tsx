// One of the first in line is told to stand by, and answers that it is on its way. Chair and desk see the answer, nobody else. On
// a phone it stands in the dock, under the thumb, where letters leave room for it.
import { useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Refused } from "../../shared/acts/Refused";
import { answerStandBy, clearStandBy } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import type { Waiting } from "../../shared/situation";
import look from "./look.module.css";
import styles from "./StandBy.module.css";

export function StandBy({ of: { entry } }: { of: Waiting }) {
  const t = useText();
  const instant = useInstant();
  const { store } = useHall();
  const place = `form/stand by ${entry.id}` as const;
  const acts = useActs(place);
  const answered = store.ownDeskNote(entry.delegation, entry.id)?.onTheWayAt ?? 0;
  const busy = acts.busy || acts.unconfirmed;
  return (
    <div className={styles.standBy}>
      {/* The same button, so that the focus stays where it is. */}
      <Button
        look={answered ? "secondary" : "primary"}
        size="large"
        wide
        isPending={busy}
        unconfirmed={acts.unconfirmed}
        onPress={() => void acts.press(answered ? clearStandBy : answerStandBy, entry.id)}
      >
        {t(answered ? "delegate.stand_by_clear" : "delegate.stand_by")}
      </Button>
      <p className={look.quiet} role="status">
        {answered ? t("delegate.stand_by_told", { time: instant(answered) }) : t("delegate.stand_by_about")}
      </p>
      <Refused at={place} alert stays />
    </div>
  );
}
