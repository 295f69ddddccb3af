// What does not come. A browser may keep for ever that a file could not be had, and a server of another version has no file of
// that name: then only the page, loaded again, has it.
import type { ReactNode } from "react";
import { useText } from "../i18n";
import { NativeButton } from "../parts/NativeButton";
import styles from "./LoadAgain.module.css";
import { useSlow } from "./patience";

/** The cure, once it takes long. `beside`: what can be pressed until then too. */
export function LoadAgain({ beside, size = "normal" }: { beside?: ReactNode; size?: "normal" | "large" }) {
  const t = useText();
  const slow = useSlow();
  if (!slow && !beside) return null;
  return (
    <div className={styles.again}>
      {slow && <p role="alert">{t("common.takes_long")}</p>}
      <div className={styles.acts}>
        {beside}
        {slow && (
          <NativeButton size={size} onPress={() => window.location.reload()}>
            {t("common.load_again")}
          </NativeButton>
        )}
      </div>
    </div>
  );
}
