// The form of a short note that may be left empty.
import { type FormEvent, useState } from "react";
import { useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { TextField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import type { Acting } from "../../shared/hall";
import { note_max } from "../../shared/request";
import styles from "./delegate.module.css";

export type NoteWords = {
  /** What happens then. */
  about: string;
  label: string;
  send: string;
};

type NoteFormProps = NoteWords & {
  acting: Acting;
  onClose: () => void;
  onSend: (note: string) => void;
};

export function NoteForm({ about, label, send, acting, onClose, onSend }: NoteFormProps) {
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
        maxLength={note_max}
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
