// Form fields of what browsers have by themselves: a label, the control, a note or an error under it. The way in has these
// alone, for the component library is more than all the rest of it; every other form has the same.
import { type ReactNode, useId } from "react";
import { classes } from "./class";
import styles from "./Field.module.css";
import { roomIn } from "./room";
import { useRoomWords } from "./useRoomWords";

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  note?: string | undefined;
  error?: string | undefined;
  /** As the server holds to it; what is beyond is said, and not cut off. */
  bytesMax?: number | undefined;
  required?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  inputMode?: "text" | "numeric";
  name?: string;
  big?: boolean;
};

export function TextField({
  label,
  onChange,
  note: told,
  error: wrong,
  bytesMax,
  required,
  big,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const room = bytesMax === undefined ? undefined : roomIn(rest.value, bytesMax);
  const { note, over } = useRoomWords(room, told);
  const error = wrong ?? over;
  const invalid = error !== undefined;
  const under = classes(note !== undefined && `${id}-note`, invalid && `${id}-error`);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        type="text"
        className={classes(styles.input, big && styles.big)}
        onChange={(event) => onChange(event.target.value)}
        aria-required={required || undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={under || undefined}
        data-invalid={invalid || undefined}
        spellCheck={false}
        dir="auto"
      />
      {note !== undefined && (
        <span id={`${id}-note`} className={styles.note}>
          {note}
        </span>
      )}
      {invalid && (
        <span id={`${id}-error`} role={over && "status"} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}

export type Choice = { id: string; label: ReactNode; text?: string; note?: string; disabled?: boolean; lang?: string };

export type ChoiceFieldProps = {
  label: string;
  value: string;
  onChange: (id: string) => void;
  choices: readonly Choice[];
};

/** A few choices, all in sight. */
export function ChoiceField({ label, value, onChange, choices }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`} className={styles.field}>
      <span id={`${id}-label`} className={styles.label}>
        {label}
      </span>
      <div className={styles.choices}>
        {choices.map(({ id: one, label: words, note, disabled, lang }) => (
          <label
            key={one}
            className={styles.choice}
            data-selected={one === value || undefined}
            data-disabled={disabled || undefined}
          >
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              value={one}
              checked={one === value}
              disabled={disabled}
              onChange={() => onChange(one)}
            />
            <span lang={lang}>{words}</span>
            {note && <span className={styles.choiceNote}>{note}</span>}
          </label>
        ))}
      </div>
    </div>
  );
}
