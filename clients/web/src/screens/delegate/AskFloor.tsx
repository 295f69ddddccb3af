// Asking for the floor: the one large button, the form behind it, and what became of it.
import { useState } from "react";
import { useFormat, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { classes } from "../../parts/class";
import { Dialog } from "../../parts/Dialog";
import { Note } from "../../parts/Note";
import { useAct, useHall } from "../../shared/hall";
import { later } from "../../shared/later";
import type { Waiting } from "../../shared/situation";
import { type Act, ListStatus, type Panel } from "../../wire";
import styles from "./delegate.module.css";
import { asking, kindsLeft } from "./model";

const AskForm = later(async () => (await import("./AskForm")).AskForm);

type AskFloorProps = {
  panel: Panel;
  own: Waiting[];
  /** What the list is of, for the button's full name. */
  label: string;
  /** In the programme: no sentence about a closed list, and no primary button. */
  quiet?: boolean;
};

export function AskFloor({ panel, own, label, quiet = false }: AskFloorProps) {
  const t = useText();
  const format = useFormat();
  const hall = useHall();
  const reason = useRejectionText();
  const request = useAct();
  const [open, setOpen] = useState(false);
  const under_way = asking(hall.waiting, panel);
  const left = kindsLeft(panel, own);

  async function send(act: Act) {
    if (hall.status !== "live") setOpen(false);
    const outcome = await request.run(act);
    if (outcome.ok) setOpen(false);
  }

  const refused = request.rejection && (
    <Note tone="stop" alert>
      {reason(request.rejection.code, request.rejection.details)}
    </Note>
  );
  return (
    <div className={styles.ask}>
      {!open && refused}
      {under_way.length > 0 && !open && (
        <Card strong className={styles.asking ?? ""}>
          <p className={styles.state}>{t("delegate.asking")}</p>
          <p className={styles.quiet} role="status">
            {t(hall.status === "live" ? "delegate.asking_sent" : "delegate.asking_kept")}
          </p>
        </Card>
      )}
      {left.length > 0 && under_way.length === 0 && (
        <div className={classes(styles.askButton, own.length === 0 && !quiet && styles.askMain)}>
          <Button
            look={own.length > 0 || quiet ? "secondary" : "primary"}
            size={quiet ? "normal" : "large"}
            wide
            aria-label={quiet ? `${t("delegate.ask")}: ${label}` : undefined}
            onPress={() => {
              request.clear();
              setOpen(true);
            }}
          >
            {t(own.length > 0 ? "delegate.ask_other" : "delegate.ask")}
          </Button>
          {own.length === 0 && panel.listStatus === ListStatus.CLOSING && (
            <p className={styles.quiet}>{t("delegate.list_closes_at", { time: format.time(panel.listClosesAt) })}</p>
          )}
        </div>
      )}
      {left.length === 0 && own.length === 0 && under_way.length === 0 && !quiet && (
        <Card>
          <p className={styles.state}>{closedWords()}</p>
        </Card>
      )}
      <Dialog look="sheet" title={t("delegate.ask_title")} open={open} onClose={() => setOpen(false)}>
        <p className={styles.quiet}>{label}</p>
        <AskForm
          panel={panel}
          kinds={left}
          busy={request.busy}
          onSend={(act) => void send(act)}
          onCancel={() => setOpen(false)}
        />
        {refused}
      </Dialog>
    </div>
  );

  function closedWords(): string {
    if (panel.listStatus === ListStatus.CLOSED) return t("delegate.list_closed");
    if (panel.listOpensAt > 0) return t("delegate.list_opens_at", { time: format.time(panel.listOpensAt) });
    return t("delegate.list_not_open");
  }
}
