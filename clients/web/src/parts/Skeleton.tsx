import { useEffect, useState } from "react";
import { useText } from "../i18n";
import styles from "./Skeleton.module.css";

export const skeleton_after_ms = 300;

/** The shape of what is coming, once it takes longer than a moment. */
export function Skeleton({ rows = 5 }: { rows?: number }) {
  const t = useText();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), skeleton_after_ms);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t("common.loading")}</span>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
        <span key={row} className={styles.row} />
      ))}
    </div>
  );
}
