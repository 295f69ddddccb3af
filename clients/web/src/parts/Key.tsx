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
    Shift: t("key.shift"),
    Ctrl: t("key.ctrl"),
    Esc: t("key.escape"),
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
  };
  return (key) =>
    key
      .split(/\+(?=.)/)
      .map((each) => words[each] ?? each)
      .join(" ");
}

/** The same key for aria-keyshortcuts. */
export function ariaKey(key: string): string {
  return key === " " ? "Space" : key.replace("Ctrl+", "Control+");
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
