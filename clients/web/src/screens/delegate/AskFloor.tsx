// Asking for the floor: the one large button, the form behind it, and what became of it.
import { useState } from "react";
import { useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { classes } from "../../parts/class";
import { Dialog } from "../../parts/Dialog";
import { Unconfirmed } from "../../parts/Unconfirmed";
import type { ActValue } from "../../shared/acts/act";
import { Refused } from "../../shared/acts/Refused";
import { requestFloor } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { FormComing } from "../../shared/FormLater";
import { useHall } from "../../shared/hall";
import { later } from "../../shared/later";
import type { Waiting } from "../../shared/situation";
import { ListStatus, type Panel } from "../../wire";
import styles from "./AskFloor.module.css";
import { useKept } from "./kept";
import look from "./look.module.css";
import { asking, kindsLeft } from "./model";

const AskForm = later(
  async () => (await import("./AskForm")).AskForm,
  ({ onCancel }) => <FormComing onCancel={onCancel} />,
);

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
  const hall = useHall();
  const place = `panel/${panel.id}` as const;
  const acts = useActs(place);
  const kept = useKept();
  const [open, setOpen] = useState(false);
  const under_way = asking(hall.unanswered, panel);
  const left = kindsLeft(panel, own);

  function send(request: ActValue<"requestFloor">) {
    if (!acts.live) setOpen(false);
    acts.press(requestFloor, request, { onDone: () => setOpen(false) });
  }

  return (
    <div className={look.ask}>
      {!open && <Refused at={place} alert stays />}
      {under_way.length > 0 && !open && (
        <Card strong className={styles.asking ?? ""}>
          <p className={look.state}>{t("delegate.asking")}</p>
          {under_way.some(({ unconfirmed }) => unconfirmed) ? (
            <Unconfirmed />
          ) : (
            <p className={look.quiet} role="status">
              {t(hall.status === "live" ? "delegate.asking_sent" : "delegate.asking_kept")}
            </p>
          )}
        </Card>
      )}
      {left.length > 0 && under_way.length === 0 && (
        <AskButton
          panel={panel}
          first={own.length === 0}
          quiet={quiet}
          label={label}
          onPress={() => {
            acts.dismiss();
            setOpen(true);
          }}
        />
      )}
      {left.length === 0 && own.length === 0 && under_way.length === 0 && !quiet && <NotTaken panel={panel} />}
      <Dialog look="sheet" title={t("delegate.ask_title")} open={open} onClose={() => setOpen(false)}>
        {/* In its place, so that nothing moves: which panel it is about was read before. */}
        <p className={look.quiet}>{kept ?? label}</p>
        <AskForm
          panel={panel}
          kinds={left}
          busy={acts.busy}
          unconfirmed={acts.unconfirmed}
          onSend={send}
          onCancel={() => setOpen(false)}
        />
        <Refused at={place} alert stays />
      </Dialog>
    </div>
  );
}

type AskButtonProps = { panel: Panel; first: boolean; quiet: boolean; label: string; onPress: () => void };

/** `first`: the delegation does not wait on this list yet. */
function AskButton({ panel, first, quiet, label, onPress }: AskButtonProps) {
  const t = useText();
  const instant = useInstant();
  return (
    <div className={classes(look.askButton, first && !quiet && styles.askMain)}>
      <Button
        look={!first || quiet ? "secondary" : "primary"}
        size={quiet ? "normal" : "large"}
        wide
        aria-label={quiet ? t("common.labelled", { label: t("delegate.ask"), words: label }) : undefined}
        onPress={onPress}
      >
        {t(first ? "delegate.ask" : "delegate.ask_other")}
      </Button>
      {first && panel.listStatus === ListStatus.CLOSING && (
        <p className={look.quiet}>{t("delegate.list_closes_at", { time: instant(panel.listClosesAt) })}</p>
      )}
    </div>
  );
}

/** The list takes no requests: why, and until when. */
function NotTaken({ panel }: { panel: Panel }) {
  const t = useText();
  const instant = useInstant();
  const words =
    panel.listStatus === ListStatus.CLOSED
      ? t("delegate.list_closed")
      : panel.listOpensAt > 0
        ? t("delegate.list_opens_at", { time: instant(panel.listOpensAt) })
        : t("delegate.list_not_open");
  return (
    <Card>
      <p className={look.state}>{words}</p>
    </Card>
  );
}
