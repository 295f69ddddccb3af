// What every part of the desk's screen needs: the panel it is about, the forms it opens, and acts with their refusals.
import { createContext, type ReactNode, useContext, useState } from "react";
import { useRejectionText, useText } from "../../i18n";
import { Button, type ButtonLook } from "../../parts/Button";
import { Note } from "../../parts/Note";
import { Toast } from "../../parts/Toast";
import { type Acting, useAct, useHall } from "../../shared/hall";
import type { Act, Expects, Panel } from "../../wire";
import styles from "./desk.module.css";

export type DialogOpen =
  | { kind: "inscribe"; delegation?: string }
  | { kind: "notice"; delegation?: string }
  | { kind: "submit"; entry?: number }
  | { kind: "card"; seat: string };

export type Desk = {
  panel: Panel | undefined;
  choosePanel(id: string): void;
  open(dialog: DialogOpen): void;
  /** Something waits for a ruling: its acts are the first ones then. */
  urgent: boolean;
};

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk is used outside the desk's screen");
  return desk;
}

type ActButtonProps = {
  acting: Acting;
  act: Act;
  expects?: Expects;
  look?: ButtonLook;
  size?: "normal" | "small";
  disabled?: boolean;
  /** Where the words alone do not say of whom. */
  label?: string | undefined;
  onDone?: () => void;
  children: ReactNode;
};

/** Sends one act; stays where it is, and focused, while it is under way or the line is down. */
export function ActButton({ acting, act, expects, disabled, label, onDone, children, ...rest }: ActButtonProps) {
  const live = useHall().status === "live";
  const send = async () => {
    const outcome = await acting.run(act, expects);
    if (outcome.ok) onDone?.();
  };
  return (
    <Button
      {...rest}
      {...(label ? { "aria-label": label } : {})}
      isDisabled={disabled ?? false}
      isPending={acting.busy || !live}
      onPress={() => void send()}
    >
      {children}
    </Button>
  );
}

/** Why the last act here was refused. */
export function Refused({ acting }: { acting: Acting }) {
  const t = useText();
  const words = useRejectionText();
  if (!acting.rejection) return null;
  return (
    <Note
      tone="stop"
      alert
      end={
        <Button look="plain" size="small" onPress={acting.clear}>
          {t("common.dismiss")}
        </Button>
      }
    >
      {words(acting.rejection.code, acting.rejection.details)}
    </Note>
  );
}

type Undo = { words: string; label: string; act: Act };

/** What was just done here, with its inverse while that is offered. */
export function useUndo() {
  const acting = useAct();
  const [done, setDone] = useState<Undo | undefined>();
  const shown = (
    <>
      {done && (
        <Toast
          onGone={() => setDone(undefined)}
          inverse={{
            label: done.label,
            onPress: () => {
              void acting.run(done.act);
              setDone(undefined);
            },
          }}
        >
          {done.words}
        </Toast>
      )}
      <Refused acting={acting} />
    </>
  );
  return { tell: setDone, shown: <div className={styles.undo}>{shown}</div> };
}

/** Nothing is there: said in a sentence. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
