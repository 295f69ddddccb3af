// How the ledger stands, in which acts become final, in one quiet line of a screen: nothing where it stands well, nor while
// the line to the server is down, which is told by itself. It is read out once; the place for it stays on the screen, so that
// the first words in it are read out too, also over a dialog, behind which the rest of the page is silent. It lies over the screen and moves nothing on it.
import type { ReactNode } from "react";
import { joined, type MessageId, useInstant, useText } from "../i18n";
import { classes } from "../parts/class";
import type { HallView } from "../sync/hall";
import { LedgerIs } from "../wire";
import { useHall } from "./hall";
import styles from "./LedgerLine.module.css";
import told from "./told.module.css";

const WORDS: Partial<Record<LedgerIs, MessageId>> = {
  [LedgerIs.HELD]: "ledger.held",
  [LedgerIs.OUT_OF_TOUCH]: "ledger.out_of_touch",
};

/** What there is to say to everyone of how the ledger stands. */
export function ledgerWords({ status, ledger }: Pick<HallView, "status" | "ledger">): MessageId | undefined {
  return status === "live" && ledger ? WORDS[ledger.is] : undefined;
}

type LedgerLineProps = {
  className?: string | undefined;
  /** Said in their place. */
  words?: string | undefined;
  /** Said beside them, and not read out at each change. */
  children?: ReactNode;
};

export function LedgerLine({ className, words, children }: LedgerLineProps) {
  const t = useText();
  const said = ledgerWords(useHall());
  return (
    <div className={classes(said && told.told, said && styles.line, className)}>
      <span role="status" data-live-announcer="true">
        {said && (words ?? t(said))}
      </span>
      {said && children}
    </div>
  );
}

/** For chair and desk: since when, and how many acts of this screen wait for an answer. */
export function LedgerSince() {
  const t = useText();
  const instant = useInstant();
  const { ledger, unanswered } = useHall();
  const since = ledger?.since ? t("ledger.since", { time: instant(ledger.since) }) : "";
  return <span className={styles.since}>{joined([since, t("ledger.pending", { count: unanswered.length })])}</span>;
}
