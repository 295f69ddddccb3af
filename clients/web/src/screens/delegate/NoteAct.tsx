// A short note that may be left empty, before something is asked for.
import { type FormEvent, useState } from "react";
import { useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { TextField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import { type Acting, useAct, useHall } from "../../shared/hall";
import type { Act } from "../../wire";
import styles from "./delegate.module.css";
import { underWay } from "./model";

const note_length_max = 160;

type NoteActProps = {
  /** Of the button, and of the dialog that it opens. */
  title: string;
  /** What happens then. */
  about: string;
  label: string;
  send: string;
  /** Of the button while it is being asked for. */
  asking: string;
  act: (note: string) => Act;
  /** Of the act. */
  kind: Act["case"];
};

/** A button that asks for the note first. Without a line the act waits: its form closes, and the button says so. */
export function NoteAct({ title, asking, act, kind, ...form }: NoteActProps) {
  const hall = useHall();
  const acting = useAct();
  const [open, setOpen] = useState(false);
  const asked = underWay(hall.waiting, kind) && !open;

  async function send(note: string) {
    if (hall.status !== "live") setOpen(false);
    const outcome = await acting.run(act(note));
    if (outcome.ok) setOpen(false);
  }

  return (
    <>
      <Button
        size="large"
        wide
        isDisabled={asked}
        onPress={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        {asked ? asking : title}
      </Button>
      <Dialog look="sheet" title={title} open={open} onClose={() => setOpen(false)}>
        <NoteForm {...form} acting={acting} onClose={() => setOpen(false)} onSend={(note) => void send(note)} />
      </Dialog>
    </>
  );
}

type NoteFormProps = Pick<NoteActProps, "about" | "label" | "send"> & {
  acting: Acting;
  onClose: () => void;
  onSend: (note: string) => void;
};

function NoteForm({ about, label, send, acting, onClose, onSend }: NoteFormProps) {
  const t = useText();
  const reason = useRejectionText();
  const [note, setNote] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    onSend(note.trim());
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.quiet}>{about}</p>
      <TextField
        label={label}
        note={t("delegate.optional")}
        value={note}
        onChange={setNote}
        maxLength={note_length_max}
        autoComplete="off"
      />
      {acting.rejection && (
        <Note tone="stop" alert>
          {reason(acting.rejection.code, acting.rejection.details)}
        </Note>
      )}
      <div className={styles.formEnd}>
        <Button onPress={onClose} size="large">
          {t("common.cancel")}
        </Button>
        <Button type="submit" look="primary" size="large" isPending={acting.busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
