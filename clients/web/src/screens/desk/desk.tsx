// What every part of the desk's screen needs: the panel it is about, and the forms it opens.
import { createContext, type ReactNode, useContext } from "react";
import { useText } from "../../i18n";
import { Button, type ButtonLook } from "../../parts/Button";
import type { DoneAt, Offer } from "../../shared/acts/act";
import { Done } from "../../shared/acts/Done";
import { Told } from "../../shared/acts/Told";
import type { Acts } from "../../shared/acts/useActs";
import type { Panel } from "../../wire";
import styles from "./desk.module.css";

export type DialogOpen =
  | { kind: "inscribe"; delegation?: string }
  | { kind: "notice"; delegation?: string }
  | { kind: "correct"; entry: number }
  | { kind: "submit"; entry?: number }
  | { kind: "card"; seat: string };

export type Desk = {
  panel: Panel | undefined;
  choosePanel(id: string): void;
  open(dialog: DialogOpen): void;
  /** Somebody waits for help: to take that is the first act then, and no other is. */
  urgent: boolean;
};

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk is used outside the desk's screen");
  return desk;
}

type ActButtonProps<Input> = {
  /** Of the place where it is pressed. */
  acts: Acts;
  act: Offer<Input>;
  of: Input;
  look?: ButtonLook;
  size?: "normal" | "small";
  disabled?: boolean;
  /** Where the words alone do not say of whom. */
  label?: string | undefined;
  onDone?: () => void;
  /** Where it is not called as the table says. */
  children?: ReactNode;
};

/** Stays where it is, and focused, while its act is under way or the line is down. */
export function ActButton<Input>({
  acts,
  act,
  of,
  disabled = false,
  label,
  onDone,
  children,
  ...rest
}: ActButtonProps<Input>) {
  const t = useText();
  return (
    <Button
      {...rest}
      {...(label ? { "aria-label": label } : {})}
      isDisabled={disabled}
      isPending={acts.busy || !acts.live || acts.rests(act, of)}
      unconfirmed={acts.awaits(act, of)}
      onPress={() => void acts.press(act, of, onDone ? { onDone } : {})}
    >
      {children ?? t(acts.reach(act).label)}
    </Button>
  );
}

/** What was just done here, with its inverse while that is offered. */
export function Undo({ at }: { at: DoneAt }) {
  return (
    <div className={styles.undo}>
      <Done at={at} />
      <Told at={at} alert />
    </div>
  );
}

/** Nothing is there: said in a sentence. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
