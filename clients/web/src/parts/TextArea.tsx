// Several lines of text to be typed.
import type { ClipboardEvent } from "react";
import "./serif.css";
import { TextArea as AriaTextArea, FieldError, Label, Text, TextField } from "react-aria-components";
import { classes } from "./class";
import field from "./Field.module.css";
import { roomInCharacters } from "./room";
import styles from "./TextArea.module.css";
import { useRoomWords } from "./useRoomWords";

type TextAreaProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  note?: string | undefined;
  error?: string | undefined;
  /** Where what is wrong is said elsewhere. */
  invalid?: boolean;
  /** What is beyond is said, and not cut off. */
  charactersMax?: number | undefined;
  lang?: string;
  /** What else describes the field, by its id. */
  describedBy?: string;
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** A text that is read out, in the serif. */
  serif?: boolean;
  /** As high as there is room for, and large enough to be read. */
  tall?: boolean;
};

export function TextArea({ label, value, onChange, note: told, error: wrong, invalid, ...look }: TextAreaProps) {
  const { rows = 3, lang, describedBy, serif, tall, charactersMax, onPaste } = look;
  const room = charactersMax === undefined ? undefined : roomInCharacters(value, charactersMax);
  const { note, over } = useRoomWords(room, told);
  const error = wrong ?? over;
  return (
    <TextField
      className={classes(field.field, tall && styles.tall)}
      value={value}
      onChange={onChange}
      isInvalid={invalid || error !== undefined}
      validationBehavior="aria"
      aria-describedby={describedBy}
    >
      <Label className={field.label ?? ""}>{label}</Label>
      <AriaTextArea
        className={classes(field.input, styles.area, serif && styles.serif)}
        rows={rows}
        dir="auto"
        {...(onPaste ? { onPaste } : {})}
        {...(lang ? { lang } : {})}
      />
      {note && (
        <Text slot="description" className={field.note ?? ""}>
          {note}
        </Text>
      )}
      <FieldError className={field.error ?? ""}>{over ? <span role="status">{error}</span> : error}</FieldError>
    </TextField>
  );
}
