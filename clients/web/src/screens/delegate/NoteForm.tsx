// The form of a short note that may be left empty.
import type { FormEvent } from "react";
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { TextField } from "../../parts/Field";
import { isTooLong } from "../../parts/room";
import type { Place } from "../../shared/acts/act";
import { Refused } from "../../shared/acts/Refused";
import { note_bytes_max } from "../../shared/request";
import { useTyped } from "../../shared/typed";
import { isRight } from "../../shared/wrongField";
import look from "./look.module.css";

export type NoteWords = {
  /** What happens then. */
  about: string;
  label: string;
  send: string;
};

type NoteFormProps = NoteWords & {
  place: Place;
  busy: boolean;
  unconfirmed: boolean;
  onClose: () => void;
  onSend: (note: string) => void;
};

export function NoteForm({ about, label, send, place, busy, unconfirmed, onClose, onSend }: NoteFormProps) {
  const t = useText();
  const [note, setNote, forget] = useTyped(`note ${place}`, "");
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!isRight(event.currentTarget, () => !isTooLong(note, note_bytes_max))) return;
    forget();
    onSend(note.trim());
  }
  return (
    <form className={look.form} onSubmit={submit} noValidate>
      <p className={look.quiet}>{about}</p>
      <TextField
        label={label}
        note={t("delegate.optional")}
        value={note}
        onChange={(words) => setNote(() => words)}
        bytesMax={note_bytes_max}
        autoComplete="off"
      />
      <Refused at={place} alert stays />
      <div className={look.formEnd}>
        <Button onPress={onClose} size="large">
          {t("common.cancel")}
        </Button>
        <Button type="submit" look="primary" size="large" isPending={busy} says={busy} unconfirmed={unconfirmed}>
          {send}
        </Button>
      </div>
    </form>
  );
}
