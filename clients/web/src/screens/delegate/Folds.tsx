// What has no room beside the own place on a phone: rows with their value, each with the way to what it names. With large letters
// they stand behind one row.
import { useState } from "react";
import { joined, useFormat, useInstant, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Dialog } from "../../parts/Dialog";
import { useHall } from "../../shared/hall";
import { waitingOn } from "../../shared/situation";
import { type Entry, ListStatus, type Panel } from "../../wire";
import styles from "./Folds.module.css";
import { ListOfSpeakers } from "./ListOfSpeakers";
import type { Elsewhere } from "./OtherPanels";
import { useTextInShort } from "./YourText";

type FoldsProps = {
  panel: Panel;
  delegation: string;
  /** The own entry whose text is meant, where there is one. */
  entry: Entry | undefined;
  others: Elsewhere[];
  now: number;
  onStatement: () => void;
  onProgramme: () => void;
};

export function Folds({ panel, delegation, entry, others, now, onStatement, onProgramme }: FoldsProps) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const { store } = useHall();
  const textInShort = useTextInShort();
  const [list, showList] = useState(false);
  const waiting = waitingOn(store, panel, now).length;
  const places = others.map(({ one }) => String(one.place));
  const closing = panel.listStatus === ListStatus.CLOSING;
  return (
    <div className={styles.folds}>
      {entry && <Fold title={t("delegate.text_own")} value={textInShort(entry)} onPress={onStatement} />}
      <Fold
        title={t("list.title")}
        value={joined([
          t("list.waiting", { count: waiting }),
          closing && t("list.closes_at", { time: instant(panel.listClosesAt) }),
        ])}
        onPress={() => showList(true)}
      />
      {places.length > 0 && (
        <Fold
          title={t("delegate.other_panels")}
          value={t("delegate.places", { count: places.length, places: format.list(places) })}
          onPress={onProgramme}
        />
      )}
      <Dialog look="sheet" title={t("list.title")} open={list} onClose={() => showList(false)}>
        <ListOfSpeakers panel={panel} own={delegation} now={now} />
      </Dialog>
    </div>
  );
}

type FoldProps = { title: string; value?: string; unfolded?: boolean; onPress: () => void };

/** `unfolded`: of a row that opens in its place. */
export function Fold({ title, value, unfolded, onPress }: FoldProps) {
  return (
    <button
      type="button"
      className={classes(styles.fold, unfolded && styles.unfolded)}
      aria-expanded={unfolded}
      onClick={onPress}
    >
      <span className={styles.title}>{title}</span>
      {value && <span className={styles.value}>{value}</span>}
      <span className={styles.arrow} aria-hidden="true" />
    </button>
  );
}
