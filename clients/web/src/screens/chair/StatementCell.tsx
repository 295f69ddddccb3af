// What an entry is, and the how many-th intervention of its delegation in the session it would be.
import { useText } from "../../i18n";
import { classes } from "../../parts/class";
import { kindOf, usual_kind } from "../../shared/kinds";
import { ListCell } from "./ListCell";
import type { Row } from "./model";
import styles from "./StatementCell.module.css";

export function StatementCell({ row, className }: { row: Row; className: string | undefined }) {
  const t = useText();
  const kind = kindOf(row.kind);
  const word = kind && t(kind.short ?? kind.word);
  const nth = nthOf(row);
  if (nth === undefined) return <ListCell className={className}>{word}</ListCell>;
  if (row.kind === usual_kind) {
    return (
      <ListCell className={classes(className, nth === 1 ? styles.first : styles.later)}>
        {t("chair.nth.statement", { nth })}
      </ListCell>
    );
  }
  return (
    <ListCell className={className}>
      {word} <span className={styles.later}>{t("chair.nth.short", { nth })}</span>
    </ListCell>
  );
}

/** From 1; undefined where it is not its delegation's own: a guest's, or on behalf of others. */
export function nthOf({ before, kind }: Pick<Row, "before" | "kind">): number | undefined {
  return before === undefined || kindOf(kind)?.onBehalf ? undefined : before + 1;
}
