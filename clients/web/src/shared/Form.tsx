// A dialog with one form: its refusal shows in it, and it closes only when the act was accepted.
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Group } from "react-aria-components";
import { useText } from "../i18n";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { Refused } from "./acts/Refused";
import { useActs } from "./acts/useActs";
import styles from "./Form.module.css";
import type { Sent } from "./hall";

interface FormProps {
  title: string;
  submit: string;
  onClose: () => void;
  /** The acts to send, one after the other; undefined where a field says what is missing. */
  sends: () => readonly Sent[] | undefined;
  /** A second way to send: the form stays for another one. */
  again?: { label: string; onAccepted: () => void };
  children: ReactNode;
}

export function Form({ title, submit, onClose, sends, again, children }: FormProps) {
  const t = useText();
  const place = `form/${useId()}` as const;
  const acts = useActs(place);
  const [waits, setWaits] = useState(false);

  const send = async (accepted: () => void) => {
    if (waits) return;
    const all = sends();
    if (!all) return;
    setWaits(true);
    for (const sent of all) {
      const outcome = await acts.send(sent);
      if (!outcome?.ok) {
        setWaits(false);
        return;
      }
    }
    setWaits(false);
    accepted();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(onClose);
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {children}
        <Refused at={place} alert stays />
        <div className={styles.end}>
          <Button look="plain" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <span className={styles.gap} />
          {again && (
            <Button isPending={acts.busy} onPress={() => void send(again.onAccepted)}>
              {again.label}
            </Button>
          )}
          <Button look="primary" type="submit" isPending={acts.busy} says={acts.busy} unconfirmed={acts.unconfirmed}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Values that are often wanted, one press each. */
export function Quick({
  label,
  values,
  onPick,
}: {
  label: string;
  values: readonly string[];
  onPick: (value: string) => void;
}) {
  return (
    <Group className={styles.quick ?? ""} aria-label={label}>
      {values.map((value) => (
        <Button key={value} size="small" onPress={() => onPick(value)}>
          {value}
        </Button>
      ))}
    </Group>
  );
}
