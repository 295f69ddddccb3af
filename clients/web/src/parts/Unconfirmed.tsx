// An act was sent, and it is not known yet whether it is done: the word for it.
import { useText } from "../i18n";
import { classes } from "./class";
import styles from "./Unconfirmed.module.css";

/** `edge`: on the lower edge of what it is in, over whatever is there. */
export function Unconfirmed({ edge = false }: { edge?: boolean }) {
  const t = useText();
  return <span className={classes(styles.word, edge && styles.edge)}>{t("rejection.unconfirmed")}</span>;
}
