// A name in the largest of some sizes in which it is whole: on one line, else smaller on several. Never cut, never broken
// inside a word.
import { type CSSProperties, useRef } from "react";
import { classes } from "./class";
import styles from "./FitText.module.css";
import { type Step, stepFor } from "./fit";
import { rem, useWidth } from "./useWidth";

type FitTextProps = { children: string; steps: readonly Step[]; weight?: number; className?: string | undefined };

export function FitText({ children, steps, weight = 600, className }: FitTextProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [ref, width] = useWidth(place);
  const size = steps[width === 0 ? 0 : stepFor(children, width / rem(), steps, weight)]?.size ?? 16;
  const style = { fontSize: `${size / 16}rem` } satisfies CSSProperties;
  return (
    <span ref={ref} className={classes(styles.place, className)}>
      <span dir="auto" style={style}>
        {children}
      </span>
    </span>
  );
}
