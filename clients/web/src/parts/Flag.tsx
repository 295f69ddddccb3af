import { type CSSProperties, memo, useEffect, useRef, useState } from "react";
import { classes } from "./class";
import styles from "./Flag.module.css";

type FlagProps = {
  /** ISO 3166-1 alpha-2, lower case; of who has none the own code, such as ICRC, or nothing. */
  code: string;
  /** The name that stands beside the flag: the plate shows its initials where there is no short code. */
  name: string;
  size?: "list" | "header" | "large" | "huge";
};

/** Where the build has put it (vite.flags.ts). */
export const flagAddress = (code: string) => `/assets/flags/${code}-${import.meta.env.FLAGS}.svg`;

/** More letters than this cannot be read on a plate. */
const letters_max = 5;

/** After so long a picture that failed is tried once more. */
export const flag_again_ms = 10_000;

/** A flag beside a name; a neutral plate with letters where there is none. Decoration: the name says who it is. */
export const Flag = memo(function Flag({ code, name, size = "list" }: FlagProps) {
  const [missing, setMissing] = useMissing();
  const known = /^[a-z]{2}(-[a-z]{2,3})?$/.test(code) && missing !== code;
  if (!known) return <Plate size={size}>{lettersOf(missing === code ? "" : code, name)}</Plate>;
  return (
    <span className={classes(styles.flag, styles[size])} aria-hidden="true">
      {/* Once it comes into view: a hall has more flags than a screen shows at a time. */}
      <img src={flagAddress(code)} alt="" loading="lazy" decoding="async" onError={() => setMissing(code)} />
    </span>
  );
});

/** The code whose picture cannot be had: not for ever, for it may have been the network. */
function useMissing() {
  const [missing, setMissing] = useState("");
  const triedAgain = useRef("");
  useEffect(() => {
    if (!missing) return;
    const forget = () => setMissing("");
    const tryAgain = () => {
      triedAgain.current = missing;
      forget();
    };
    const timer = triedAgain.current === missing ? undefined : setTimeout(tryAgain, flag_again_ms);
    window.addEventListener("online", forget);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", forget);
    };
  }, [missing]);
  return [missing, setMissing] as const;
}

/** Letters that are as large as there is room for all of them. */
function Plate({ size, children }: { size: NonNullable<FlagProps["size"]>; children: string }) {
  const style = { "--letters": Math.max(3.5, children.length) } as CSSProperties;
  return (
    <span className={classes(styles.flag, styles[size], styles.plate)} style={style} aria-hidden="true">
      {children}
    </span>
  );
}

function lettersOf(code: string, name: string): string {
  return /^[A-Z0-9-]+$/i.test(code) && code.length <= letters_max ? code : initials(name);
}

/** Of each word with a capital; one letter tells nobody apart, so of one such word, or none, there is its beginning. */
export function initials(name: string): string {
  const all = name.split(/[\s'’().,-]+/u).filter(Boolean);
  const words = all.filter((word) => /^\p{Lu}/u.test(word));
  const letters = words.length > 1 ? words.map((word) => firstOf(word, 1)) : [firstOf(words[0] ?? all[0] ?? "", 3)];
  return letters.slice(0, 4).join("").toLocaleUpperCase();
}

function firstOf(word: string, count: number): string {
  return Array.from(word).slice(0, count).join("");
}
