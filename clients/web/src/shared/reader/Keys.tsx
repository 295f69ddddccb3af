// The keys of a screen, listed at its foot.
import { Key } from "../../parts/Key";
import styles from "./reader.module.css";

/** Each act with the keys that do it. */
export function Keys({ of }: { of: [keys: string[], act: string][] }) {
  return (
    <footer className={styles.keys}>
      {of.map(([keys, act]) => (
        <span key={act}>
          <span className="visually-hidden">{keys.join(", ")}: </span>
          {keys.map((key) => (
            <Key key={key} name={key} />
          ))}{" "}
          {act}
        </span>
      ))}
    </footer>
  );
}
