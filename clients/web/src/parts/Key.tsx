import { useText } from "../i18n";
import styles from "./Key.module.css";

/** What a key is called, as it is drawn. */
export function useKeyName(): (key: string) => string {
  const t = useText();
  const words: Record<string, string> = {
    " ": t("key.space"),
    Enter: t("key.enter"),
    Delete: t("key.delete"),
    Home: t("key.home"),
    PageUp: t("key.page_up"),
    PageDown: t("key.page_down"),
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
  };
  return (key) => words[key] ?? key;
}

/** The same key for aria-keyshortcuts. */
export function ariaKey(key: string): string {
  return key === " " ? "Space" : key;
}

/** A key as it is drawn beside its act; the act itself names it for assistive technology. */
export function Key({ name }: { name: string }) {
  const keyName = useKeyName();
  return (
    <span className={styles.key} aria-hidden="true">
      {keyName(name)}
    </span>
  );
}
