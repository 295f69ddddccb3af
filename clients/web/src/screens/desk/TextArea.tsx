import { TextArea as AriaTextArea, FieldError, Label, Text, TextField } from "react-aria-components";
import field from "../../parts/Field.module.css";
import styles from "./desk.module.css";

type TextAreaProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  note?: string | undefined;
  error?: string | undefined;
  maxLength?: number;
  lang?: string;
  /** A text that is read out, in the serif. */
  serif?: boolean;
};

/** Several lines of text. */
export function TextArea({ label, value, onChange, rows = 3, note, error, maxLength, lang, serif }: TextAreaProps) {
  return (
    <TextField
      className={field.field ?? ""}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(maxLength ? { maxLength } : {})}
    >
      <Label className={field.label ?? ""}>{label}</Label>
      <AriaTextArea
        className={`${field.input} ${styles.area} ${serif ? styles.serif : ""}`}
        rows={rows}
        dir="auto"
        {...(lang ? { lang } : {})}
      />
      {note && (
        <Text slot="description" className={field.note ?? ""}>
          {note}
        </Text>
      )}
      <FieldError className={field.error ?? ""}>{error}</FieldError>
    </TextField>
  );
}
