// Filing a statement in writing instead of speaking: the request leaves the list, and its text is told to all. Its text is not
// needed yet: until the meeting is closed it can still be sent.
import { useText } from "../../i18n";
import { Refused } from "../../shared/acts/Refused";
import { fileInWriting } from "../../shared/acts/table/requests";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import type { Entry } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import styles from "./MyPlace.module.css";
import { filing } from "./model";

/** `which`: where several requests wait, the words that tell this one apart. */
export function InWriting({ entry, which }: { entry: Entry; which: string | undefined }) {
  const t = useText();
  const hall = useHall();
  const place = `form/in writing ${entry.id}` as const;
  const acts = useActs(place);
  if (!acts.offers(fileInWriting, entry.id)) return null;
  const text = (hall.store.statement(entry.id)?.texts.length ?? 0) > 0;
  return (
    <div className={styles.withdraw}>
      <ConfirmButton
        label={t("delegate.in_writing")}
        which={which}
        confirm={t("delegate.in_writing_now")}
        keep={t("delegate.keep_place")}
        note={t(text ? "delegate.in_writing_note_text" : "delegate.in_writing_note")}
        look="secondary"
        busy={filing(hall.unanswered, entry.id) || acts.busy}
        busyLabel={t("delegate.in_writing_busy")}
        unconfirmed={acts.unconfirmed}
        onConfirm={() => void acts.press(fileInWriting, entry.id)}
      />
      <Refused at={place} alert stays />
    </div>
  );
}
