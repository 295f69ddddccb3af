// The keys of a screen, listed at its foot.
import { useText } from "../../i18n";
import { Key, useKeyName } from "../../parts/Key";
import type { Row } from "../acts/act";
import { useActs } from "../acts/useActs";
import styles from "./Keys.module.css";

/** Each act with the keys that do it; acts of one name together. */
export function Keys({ of }: { of: readonly Row[] }) {
  const t = useText();
  const keyName = useKeyName();
  const { reach } = useActs();
  const lines = new Map<string, string[]>();
  for (const { label, told = label, keys = [] } of of.map(reach)) {
    lines.set(t(told), [...(lines.get(t(told)) ?? []), ...keys]);
  }
  return (
    <div className={styles.keys}>
      {[...lines].map(([act, keys]) => (
        <span key={act}>
          <span className="visually-hidden">{keys.map(keyName).join(", ")}: </span>
          {keys.map((key) => (
            <Key key={key} name={key} />
          ))}{" "}
          {act}
        </span>
      ))}
    </div>
  );
}
