// Form fields: a label, the control, a note or an error under it.
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
} from "react-aria-components";
import styles from "./Field.module.css";

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  note?: string | undefined;
  error?: string | undefined;
  maxLength?: number;
  required?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  inputMode?: "text" | "numeric";
  name?: string;
  big?: boolean;
};

export function TextField({
  label,
  value,
  onChange,
  note,
  error,
  maxLength,
  required,
  autoFocus,
  big,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      className={styles.field ?? ""}
      value={value}
      onChange={onChange}
      isRequired={required ?? false}
      isInvalid={error !== undefined}
      autoFocus={autoFocus ?? false}
      validationBehavior="aria"
      {...(maxLength ? { maxLength } : {})}
      {...rest}
    >
      <Label className={styles.label ?? ""}>{label}</Label>
      <Input className={`${styles.input} ${big ? styles.big : ""}`} spellCheck={false} dir="auto" />
      {note && (
        <Text slot="description" className={styles.note ?? ""}>
          {note}
        </Text>
      )}
      <FieldError className={styles.error ?? ""}>{error}</FieldError>
    </AriaTextField>
  );
}

export type Choice = { id: string; label: ReactNode; text?: string; note?: string; disabled?: boolean; lang?: string };

type ChoiceFieldProps = { label: string; value: string; onChange: (id: string) => void; choices: readonly Choice[] };

/** A few choices, all in sight. */
export function ChoiceField({ label, value, onChange, choices }: ChoiceFieldProps) {
  return (
    <RadioGroup className={styles.field ?? ""} value={value} onChange={onChange}>
      <Label className={styles.label ?? ""}>{label}</Label>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            isDisabled={choice.disabled ?? false}
            className={styles.choice ?? ""}
          >
            <span {...(choice.lang ? { lang: choice.lang } : {})}>{choice.label}</span>
            {choice.note && <span className={styles.choiceNote}>{choice.note}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** More choices than there is room for. */
export function SelectField({ label, value, onChange, choices }: ChoiceFieldProps) {
  return (
    <Select className={styles.field ?? ""} value={value} onChange={(key) => onChange(String(key))}>
      <Label className={styles.label ?? ""}>{label}</Label>
      <AriaButton className={`${styles.input} ${styles.select}`}>
        <SelectValue />
        <span aria-hidden="true" className={styles.arrow} />
      </AriaButton>
      <Popover className={styles.popover ?? ""}>
        <ListBox className={styles.options ?? ""}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.id}
              id={choice.id}
              textValue={choice.text ?? (typeof choice.label === "string" ? choice.label : choice.id)}
              className={styles.option ?? ""}
            >
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
