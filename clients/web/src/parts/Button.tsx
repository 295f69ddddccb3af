import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { useText } from "../i18n";
import styles from "./Button.module.css";
import { classes } from "./class";

/** primary: the one act of the screen. danger: takes something away, as plain text in the stop colour. */
export type ButtonLook = "primary" | "secondary" | "plain" | "danger";

export type ButtonProps = Omit<AriaButtonProps, "className" | "style" | "render"> & {
  look?: ButtonLook;
  size?: "normal" | "small" | "large";
  /** As wide as what holds it. */
  wide?: boolean;
  /** What it sent is not known to be done yet: it takes no press, and its edge is broken. */
  unconfirmed?: boolean;
  /** It says so itself, under its own words. Where it may have to, it is as wide from the start. */
  says?: boolean;
  /** Told of a press that comes while none is taken. */
  onIdle?: (() => void) | undefined;
  /** The key that does the same. */
  "aria-keyshortcuts"?: string | undefined;
};

export function Button({
  look = "secondary",
  size = "normal",
  wide = false,
  unconfirmed = false,
  says = false,
  onIdle,
  "aria-keyshortcuts": keys,
  isPending = false,
  ...props
}: ButtonProps) {
  const idle = isPending || unconfirmed;
  const leaves = props.preventFocusOnPress ? { onMouseDown: leaveFocus } : {};
  return (
    <AriaButton
      {...props}
      {...(says ? { children: <Saying unconfirmed={unconfirmed}>{props.children as ReactNode}</Saying> } : {})}
      data-unconfirmed={unconfirmed || undefined}
      {...leaves}
      // The library passes on no names of keys. What it does for a button that takes no press is done here instead: it reads
      // out the name each time that begins and ends, over whatever else is said, and by its id, also once it is gone.
      render={(dom) => (
        <button
          {...dom}
          {...(idle ? { ...takesNone(dom), ...leaves, ...idly(onIdle) } : {})}
          {...(keys ? { "aria-keyshortcuts": keys } : {})}
        />
      )}
      className={classes(styles.button, styles[look], styles[size], wide && styles.wide)}
    />
  );
}

const PRESSES = /^on(?:Click|Key|Mouse(?:Down|Up)|Pointer(?:Down|Up|Cancel)|Touch|Drag)/;

/** Keeps the focus, and sends no form. */
function takesNone(dom: ComponentProps<"button">): ComponentProps<"button"> {
  const presses = Object.keys(dom).filter((name) => PRESSES.test(name));
  return {
    ...Object.fromEntries(presses.map((name) => [name, undefined])),
    type: "button",
    "aria-disabled": true,
    ...{ "data-pending": "true" },
  };
}

function idly(tell: (() => void) | undefined) {
  if (!tell) return {};
  return {
    onClickCapture: tell,
    onKeyDownCapture: ({ key, repeat }: KeyboardEvent) => {
      if (!repeat && (key === " " || key === "Enter")) tell();
    },
  };
}

function Saying({ unconfirmed, children }: { unconfirmed: boolean; children: ReactNode }) {
  const t = useText();
  return (
    <span className={styles.saying}>
      <span>{children}</span>{" "}
      <span className={styles.word} data-unsaid={!unconfirmed || undefined} aria-hidden={!unconfirmed}>
        {t("rejection.unconfirmed")}
      </span>
    </span>
  );
}

/** The library gives the focus back to what had it. Where nothing had it, the space bar would press the button again. */
function leaveFocus(event: MouseEvent) {
  event.preventDefault();
}
