import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./class";

/** primary: the one act of the screen. danger: takes something away, as plain text in the stop colour. */
export type ButtonLook = "primary" | "secondary" | "plain" | "danger";

export type ButtonProps = Omit<AriaButtonProps, "className" | "style"> & {
  look?: ButtonLook;
  size?: "normal" | "small" | "large";
  /** As wide as what holds it. */
  wide?: boolean;
};

export function Button({ look = "secondary", size = "normal", wide = false, ...props }: ButtonProps) {
  return <AriaButton {...props} className={classes(styles.button, styles[look], styles[size], wide && styles.wide)} />;
}
