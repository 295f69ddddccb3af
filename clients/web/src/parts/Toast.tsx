// What was just done, where it was done, with its inverse for as long as that is offered.
import { Button } from "./Button";
import styles from "./Toast.module.css";

type ToastProps = {
  children: string;
  /** The inverse act. */
  inverse?: { label: string; onPress: () => void } | undefined;
};

export function Toast({ children, inverse }: ToastProps) {
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
