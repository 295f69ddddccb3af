// Asking the desk for help, and how the request stands.
import { useFormat, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Note } from "../../parts/Note";
import { useAct } from "../../shared/hall";
import { HELP_STATUSES } from "../../shared/terms";
import { type Help as Asked, HelpStatus } from "../../wire";
import styles from "./delegate.module.css";
import { NoteAct } from "./NoteAct";

export function AskHelp() {
  const t = useText();
  return (
    <NoteAct
      title={t("delegate.help_ask")}
      asking={t("delegate.help_asking")}
      about={t("delegate.help_about")}
      label={t("delegate.help_note")}
      send={t("delegate.help_send")}
      kind="requestHelp"
      act={(note) => ({ case: "requestHelp", value: { note } })}
    />
  );
}

export function OwnHelp({ help }: { help: Asked }) {
  const t = useText();
  const format = useFormat();
  const withdrawal = useAct();
  const reason = useRejectionText();
  const taken = help.status === HelpStatus.TAKEN;
  const status = HELP_STATUSES[help.status];
  return (
    <Card aria-label={t("delegate.help")} className={styles.point}>
      <div className={styles.pointWords}>
        <p className={styles.helpState} role="status">
          <b>{t(taken ? "delegate.help_taken" : "delegate.help_asked")}</b>{" "}
          {status && <Chip tone={taken ? "go" : "neutral"}>{t(status)}</Chip>}
        </p>
        <p className={styles.quiet}>
          {[t("delegate.asked_at", { time: format.time(help.requestedAt) }), help.note].filter(Boolean).join(" · ")}
        </p>
      </div>
      <Button
        look="danger"
        isDisabled={withdrawal.busy}
        onPress={() => void withdrawal.run({ case: "closeHelp", value: { help: help.id } })}
      >
        {t(withdrawal.busy ? "delegate.withdrawing" : "delegate.withdraw")}
      </Button>
      {withdrawal.rejection && (
        <Note tone="stop" alert>
          {reason(withdrawal.rejection.code, withdrawal.rejection.details)}
        </Note>
      )}
    </Card>
  );
}
