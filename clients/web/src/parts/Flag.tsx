import { useState } from "react";
import { classes } from "./class";
import styles from "./Flag.module.css";

type FlagProps = {
  /** ISO 3166-1 alpha-2, lower case; empty where there is none. */
  code: string;
  /** The name that stands beside the flag: the plate shows its initials. */
  name: string;
  size?: "list" | "header" | "large" | "huge";
};

/** A flag beside a name; a neutral plate with initials where there is none. Decoration: the name says who it is. */
export function Flag({ code, name, size = "list" }: FlagProps) {
  const [missing, setMissing] = useState("");
  const known = /^[a-z]{2}(-[a-z]{2,3})?$/.test(code) && missing !== code;
  return (
    <span className={classes(styles.flag, styles[size], !known && styles.plate)} aria-hidden="true">
      {known ? <img src={`/flags/${code}.svg`} alt="" onError={() => setMissing(code)} /> : initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.split(/[\s'’().,-]+/u).filter((word) => /^\p{Lu}/u.test(word));
  const letters = (words.length > 0 ? words : [name]).map((word) => Array.from(word)[0] ?? "");
  return letters.slice(0, 3).join("").toLocaleUpperCase();
}
