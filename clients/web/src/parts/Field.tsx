// Form fields: a label, the control, a note or an error under it.
import { Button, Label, ListBox, ListBoxItem, Select, SelectValue } from "react-aria-components";
import styles from "./Field.module.css";
import type { ChoiceFieldProps } from "./NativeField";
import { Popover } from "./Popover";

export { type Choice, ChoiceField, TextField } from "./NativeField";

/** More choices than there is room for. */
export function SelectField({ label, value, onChange, choices }: ChoiceFieldProps) {
  return (
    <Select className={styles.field ?? ""} value={value} onChange={(key) => onChange(String(key))}>
      <Label className={styles.label ?? ""}>{label}</Label>
      <Button className={`${styles.input} ${styles.select}`}>
        <SelectValue />
        <span aria-hidden="true" className={styles.arrow} />
      </Button>
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
