// How a request for help stands.
import { joined, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Refused } from "../../shared/acts/Refused";
import { closeHelp } from "../../shared/acts/table/helps";
import { useActs } from "../../shared/acts/useActs";
import { HELP_STATUSES } from "../../shared/terms";
import { type Help as Asked, HelpStatus } from "../../wire";
import look from "./look.module.css";
import styles from "./OwnHelp.module.css";

export function OwnHelp({ help }: { help: Asked }) {
  const t = useText();
  const instant = useInstant();
  const place = `help/${help.id}` as const;
  const acts = useActs(place);
  const taken = help.status === HelpStatus.TAKEN;
  const status = HELP_STATUSES[help.status];
  return (
    <Card aria-label={t("delegate.help")} className={look.point}>
      <div className={look.pointWords}>
        <p className={styles.helpState} role="status">
          <b>{t(taken ? "delegate.help_taken" : "delegate.help_asked")}</b>{" "}
          {status && <Chip tone={taken ? "go" : "neutral"}>{t(status)}</Chip>}
        </p>
        <p className={look.quiet}>{joined([t("delegate.asked_at", { time: instant(help.requestedAt) }), help.note])}</p>
      </div>
      <Button
        look="danger"
        isDisabled={acts.busy}
        says={acts.busy}
        unconfirmed={acts.unconfirmed}
        onPress={() => void acts.press(closeHelp, help.id)}
      >
        {t(acts.busy ? "delegate.withdrawing" : acts.reach(closeHelp).label)}
      </Button>
      <Refused at={place} alert stays />
    </Card>
  );
}
