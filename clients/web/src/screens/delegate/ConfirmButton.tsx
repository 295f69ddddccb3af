// A button that asks once more within itself. What was pressed first turns into the safe answer, so that pressing twice by
// mistake changes nothing; left alone it goes back to what it was. Where what holds it grows upwards (own.module.css,
// Acts.module.css) the buttons stand one over the other, the first below, so that it stays under the thumb.
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "../../parts/Button";
import { useBack } from "../../parts/back";
import styles from "./ConfirmButton.module.css";

export const asks_for_ms = 10_000;

type ConfirmButtonProps = {
  label: string;
  /** Where there are several such buttons: the words, after its own, that tell this one apart. */
  which?: string | undefined;
  confirm: string;
  keep: string;
  note?: string;
  busy: boolean;
  busyLabel: string;
  /** It is busy with what is not known to be done. */
  unconfirmed?: boolean;
  size?: ButtonProps["size"];
  /** Of the first button; danger where something is taken away. */
  look?: ButtonProps["look"];
  onConfirm: () => void;
};

export function ConfirmButton({
  label,
  which,
  confirm,
  keep,
  note,
  busy,
  busyLabel,
  unconfirmed = false,
  size,
  look,
  onConfirm,
}: ConfirmButtonProps) {
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (!asks) return;
    const timer = setTimeout(() => setAsks(false), asks_for_ms);
    return () => clearTimeout(timer);
  }, [asks]);
  useBack(asks && !busy, () => setAsks(false));
  const named = (words: string) => (which ? `${words} ${which}` : words);
  if (busy) {
    return (
      <Button isDisabled says unconfirmed={unconfirmed} size={size ?? "normal"}>
        {busyLabel}
      </Button>
    );
  }
  return (
    <div className={styles.confirm}>
      <div className={styles.confirmButtons} data-confirm="">
        <Button
          key="first"
          look={asks ? "secondary" : (look ?? "danger")}
          size={size ?? "normal"}
          onPress={() => setAsks(!asks)}
        >
          {named(asks ? keep : label)}
        </Button>
        {asks && (
          <Button
            look={look ?? "danger"}
            size={size ?? "normal"}
            onPress={() => {
              setAsks(false);
              onConfirm();
            }}
          >
            {named(confirm)}
          </Button>
        )}
      </div>
      <p role="status" className={styles.confirmNote}>
        {asks ? note : ""}
      </p>
    </div>
  );
}
