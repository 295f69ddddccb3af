// A dialog with one form: its refusal shows in it, and it closes only when the act was accepted.
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { Group } from "react-aria-components";
import { useText } from "../i18n";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import type { Row } from "./acts/act";
import { Refused } from "./acts/Refused";
import { UnansweredLine } from "./acts/UnansweredLine";
import { useActs } from "./acts/useActs";
import styles from "./Form.module.css";
import type { Sent } from "./hall";
import type { Holder } from "./situation";
import { isRight } from "./wrongField";

interface FormProps {
  title: string;
  submit: string;
  onClose: () => void;
  /** The acts to send, one after the other; undefined where a field says what is missing. */
  sends: () => readonly Sent[] | undefined;
  /** What is told once it is done, as the row of the table says it, and of whom. */
  tells?: { of: Row; holder?: Holder | undefined };
  /** Whether the form itself says why it was refused. */
  onRefused?: (code: string, details: Record<string, string>) => boolean;
  /** sheet: on a tablet or phone, with large buttons. */
  look?: "dialog" | "sheet";
  /** A second way to send: the form stays for another one. */
  again?: { label: string; onAccepted: () => void };
  children: ReactNode;
}

/** Sends what the form says, one act after the other up to the first that is refused. */
function useSending(place: `form/${string}`, { sends, tells, onRefused }: FormProps) {
  const acts = useActs(place);
  const [waits, setWaits] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const send = async (accepted: () => void) => {
    if (waits) return;
    let all: readonly Sent[] = [];
    const right = isRight(form.current, () => {
      const sent = sends();
      all = sent ?? [];
      return sent !== undefined;
    });
    if (!right) return;
    setWaits(true);
    const outcome = await acts.sendAll(all, tells);
    setWaits(false);
    if (outcome.ok) accepted();
    else if (onRefused?.(outcome.code, outcome.details)) acts.dismiss();
  };
  return { acts, form, send };
}

export function Form(props: FormProps) {
  const { title, submit, onClose, again, look = "dialog", children } = props;
  const t = useText();
  const place = `form/${useId()}` as const;
  const { acts, form, send } = useSending(place, props);
  const size = look === "sheet" ? "large" : "normal";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(onClose);
  };
  return (
    <Dialog title={title} look={look} open onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={onSubmit} noValidate>
        {children}
        {/* The screen behind, which tells it too, takes no press while this is open. */}
        {acts.busy && <UnansweredLine silent />}
        <Refused at={place} alert stays />
        <div className={styles.end}>
          <Button look="plain" size={size} onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <span className={styles.gap} />
          {again && (
            <Button isPending={acts.busy} onPress={() => void send(again.onAccepted)}>
              {again.label}
            </Button>
          )}
          <Button
            look="primary"
            size={size}
            type="submit"
            isPending={acts.busy}
            says={acts.busy}
            unconfirmed={acts.unconfirmed}
          >
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
