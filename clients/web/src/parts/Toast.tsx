// What was just done, where it was done, with its inverse for as long as that is offered.
import { useEffect } from "react";
import { Button } from "./Button";
import styles from "./Toast.module.css";

export const inverse_ms = 10_000;

type ToastProps = {
  children: string;
  /** The inverse act. */
  inverse?: { label: string; onPress: () => void } | undefined;
  onGone: () => void;
  /** How long it stays. */
  stays_ms?: number;
};

export function Toast({ children, inverse, onGone, stays_ms = inverse_ms }: ToastProps) {
  useEffect(() => {
    const timer = setTimeout(onGone, stays_ms);
    return () => clearTimeout(timer);
  }, [onGone, stays_ms]);
  return (
    <div className={styles.toast} role="status">
      <span className={styles.words}>{children}</span>
      {inverse && (
        <Button look="plain" size="small" onPress={inverse.onPress}>
          {inverse.label}
        </Button>
      )}
    </div>
  );
}
