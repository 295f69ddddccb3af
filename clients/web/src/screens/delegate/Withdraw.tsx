// Taking back a request that waits. Its text goes with it: the server shows it to nobody any more, and a request that is made
// again is another one. So what was written is set aside on this device, and said to be.
import { useText } from "../../i18n";
import { Refused } from "../../shared/acts/Refused";
import { withdrawEntry } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import type { Entry } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import { useWritten, wasNotDone } from "./drafts";
import styles from "./MyPlace.module.css";
import { withdrawing } from "./model";

/** `which`: where several requests wait, the words that tell this one apart. */
export function Withdraw({ entry, which }: { entry: Entry; which: string | undefined }) {
  const t = useText();
  const hall = useHall();
  const place = `entry/${entry.id}` as const;
  const acts = useActs(place);
  const written = useWritten(entry);
  return (
    <div className={styles.withdraw}>
      <ConfirmButton
        label={t("delegate.withdraw")}
        which={which}
        confirm={t("delegate.withdraw_now")}
        keep={t("delegate.keep_place")}
        note={t(written.any ? "delegate.withdraw_note_text" : "delegate.withdraw_note")}
        busy={withdrawing(hall.unanswered, entry.id) || acts.busy}
        busyLabel={t("delegate.withdrawing")}
        unconfirmed={acts.unconfirmed}
        onConfirm={() => {
          // Before it is sent: the answer may come to a page that was loaded again.
          written.setAside();
          const sent = acts.press(withdrawEntry, entry.id, {
            onRefused: (code) => code && wasNotDone(code) && written.dropAside(),
          });
          if (!sent) written.dropAside();
        }}
      />
      <Refused at={place} alert stays />
    </div>
  );
}
