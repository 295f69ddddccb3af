// Moving a procedural motion: which of the four, in words.
import { type FormEvent, useState } from "react";
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { ChoiceField } from "../../parts/Field";
import { Refused } from "../../shared/acts/Refused";
import { moveOwnMotion } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import { motionWord, moved_kinds } from "../../shared/motions";
import { MotionKind, type Panel } from "../../wire";
import look from "./look.module.css";
import { underWay } from "./model";

const place = "form/move_motion";

/** The button, on a panel on which the delegation has moved none. Without a line the act waits, and the button says so. */
export function MoveMotion({ panel }: { panel: Panel }) {
  const t = useText();
  const hall = useHall();
  const acts = useActs(place);
  const [open, setOpen] = useState(false);
  const [motion, setMotion] = useState<MotionKind>(MotionKind.SUSPEND_MEETING);
  const asked = underWay(hall.unanswered, "moveMotion") && !open;
  const close = () => setOpen(false);
  const title = t("delegate.motion");
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!acts.live) close();
    acts.press(moveOwnMotion, { panel: panel.id, motion }, { onDone: close });
  }
  return (
    <>
      <Button
        size="large"
        wide
        isDisabled={asked}
        says={asked}
        unconfirmed={asked && acts.unconfirmed}
        onPress={() => {
          acts.dismiss();
          setOpen(true);
        }}
      >
        {asked ? t("delegate.motion_moving") : title}
      </Button>
      <Dialog look="sheet" title={title} open={open} onClose={close}>
        <form className={look.form} onSubmit={submit} noValidate>
          <p className={look.quiet}>{t("delegate.motion_about")}</p>
          <ChoiceField
            label={t("kind.motion")}
            value={String(motion)}
            onChange={(id) => setMotion(Number(id))}
            choices={moved_kinds.map((kind) => ({ id: String(kind), label: t(motionWord(kind)) }))}
          />
          <Refused at={place} alert stays />
          <div className={look.formEnd}>
            <Button onPress={close} size="large">
              {t("common.cancel")}
            </Button>
            <Button
              type="submit"
              look="primary"
              size="large"
              isPending={acts.busy}
              says={acts.busy}
              unconfirmed={acts.unconfirmed}
            >
              {t("delegate.motion_move")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
