import type { ReactNode } from "react";
import button from "./Button.module.css";
import { classes } from "./class";
import styles from "./NativeButton.module.css";

type NativeButtonProps = {
  look?: "primary" | "secondary";
  size?: "normal" | "large";
  /** As wide as what holds it. */
  wide?: boolean;
  /** A submitting one needs no `onPress`: its form has the act. */
  submits?: boolean;
  onPress?: () => void;
  children: ReactNode;
};

/**
 * Looks as Button does and is the browser's own: for the way in, which has to be light, and for what is shown when all else
 * has failed.
 */
export function NativeButton({
  look = "secondary",
  size = "normal",
  wide = false,
  submits = false,
  onPress,
  children,
}: NativeButtonProps) {
  return (
    <button
      type={submits ? "submit" : "button"}
      onClick={onPress}
      className={classes(button.button, styles.native, button[look], button[size], wide && button.wide)}
      data-look={look}
    >
      {children}
    </button>
  );
}
