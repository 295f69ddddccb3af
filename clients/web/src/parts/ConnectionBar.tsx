import { useText } from "../i18n";
import { Chip } from "./Chip";
import styles from "./ConnectionBar.module.css";

export type LineState = "connecting" | "live" | "reconnecting" | "refused";

/** A bar over the last view while the line is down; nothing while it stands. */
export function ConnectionBar({ state }: { state: LineState }) {
  const t = useText();
  return (
    <div role="status" className={styles.place}>
      {state === "reconnecting" && <p className={styles.bar}>{t("common.reconnecting_long")}</p>}
    </div>
  );
}

/** The line in a word, for a header. */
export function ConnectionChip({ state }: { state: LineState }) {
  const t = useText();
  const live = state === "live";
  return (
    <span className={styles.chip}>
      <Chip tone={live ? "go" : "warn"}>
        {t(live ? "common.connected" : state === "connecting" ? "common.connecting" : "common.reconnecting")}
      </Chip>
    </span>
  );
}
