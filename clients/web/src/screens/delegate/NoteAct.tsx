// A short note that may be left empty, before something is asked for.
import { useState } from "react";
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import type { Action } from "../../shared/acts/act";
import { useActs } from "../../shared/acts/useActs";
import { FormComing } from "../../shared/FormLater";
import { useHall } from "../../shared/hall";
import { later } from "../../shared/later";
import type { Act } from "../../wire";
import { underWay } from "./model";
import type { NoteWords } from "./NoteForm";

const NoteForm = later(
  async () => (await import("./NoteForm")).NoteForm,
  ({ onClose }) => <FormComing onCancel={onClose} />,
);

type NoteActProps<Input> = NoteWords & {
  /** What the button, and the dialog that it opens, are called. */
  act: Action<Input>;
  /** What is asked for, with this note. */
  of: (note: string) => Input;
  /** Of the button while it is being asked for. */
  asking: string;
  /** Of the act. */
  kind: Act["case"];
};

/** A button that asks for the note first. Without a line the act waits: its form closes, and the button says so. */
export function NoteAct<Input>({ act, of, asking, kind, ...form }: NoteActProps<Input>) {
  const t = useText();
  const hall = useHall();
  const place = `form/${act.id}` as const;
  const acts = useActs(place);
  const [open, setOpen] = useState(false);
  const asked = underWay(hall.unanswered, kind) && !open;
  const close = () => setOpen(false);
  const title = t(acts.reach(act).label);
  const send = (note: string) => {
    if (!acts.live) close();
    acts.press(act, of(note), { onDone: close });
  };
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
        {asked ? asking : title}
      </Button>
      <Dialog look="sheet" title={title} open={open} onClose={close}>
        <NoteForm
          {...form}
          place={place}
          busy={acts.busy}
          unconfirmed={acts.unconfirmed}
          onClose={close}
          onSend={send}
        />
      </Dialog>
    </>
  );
}
