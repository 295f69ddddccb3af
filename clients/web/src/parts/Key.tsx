import { useText } from "../i18n";
import styles from "./Key.module.css";

/** A key as it is drawn beside its act; the act itself names it for assistive technology. */
export function Key({ name }: { name: string }) {
  const t = useText();
  const words: Record<string, string> = {
    " ": t("key.space"),
    Enter: t("key.enter"),
    Delete: t("key.delete"),
    Home: t("key.home"),
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowRight: "→",
  };
  return (
    <span className={styles.key} aria-hidden="true">
      {words[name] ?? name}
    </span>
  );
}
