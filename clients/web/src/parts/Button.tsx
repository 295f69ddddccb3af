import type { MouseEvent } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./class";

/** primary: the one act of the screen. danger: takes something away, as plain text in the stop colour. */
export type ButtonLook = "primary" | "secondary" | "plain" | "danger";

export type ButtonProps = Omit<AriaButtonProps, "className" | "style" | "render"> & {
  look?: ButtonLook;
  size?: "normal" | "small" | "large";
  /** As wide as what holds it. */
  wide?: boolean;
  /** The key that does the same. */
  "aria-keyshortcuts"?: string | undefined;
};

export function Button({
  look = "secondary",
  size = "normal",
  wide = false,
  "aria-keyshortcuts": keys,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      // The library passes on no names of keys.
      {...(props.preventFocusOnPress ? { onMouseDown: leaveFocus } : {})}
      {...(keys ? { render: (dom) => <button {...dom} aria-keyshortcuts={keys} /> } : {})}
      className={classes(styles.button, styles[look], styles[size], wide && styles.wide)}
    />
  );
}

/** The library gives the focus back to what had it. Where nothing had it, the space bar would press the button again. */
function leaveFocus(event: MouseEvent) {
  event.preventDefault();
}
