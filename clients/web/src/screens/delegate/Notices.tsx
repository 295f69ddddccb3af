// What the delegation is to know, each until dismissed on this device: notices of the chair and the desk, what the chair
// last did with a request of this delegation, and answers that came after a reload.
import { useState } from "react";
import { type MessageId, useInstant, useLocalized, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Note } from "../../parts/Note";
import { useHall } from "../../shared/hall";
import { interrupts, kindWord } from "../../shared/kinds";
import { LateUnconfirmed } from "../../shared/Late";
import type { Late } from "../../sync/hall";
import { outcome_unknown } from "../../sync/pending";
import { Outcome, type Standing } from "../../wire";
import styles from "./Notices.module.css";
import { useSeen } from "./seen";

const outcomes: Partial<Record<Outcome, MessageId>> = {
  [Outcome.REMOVED]: "delegate.standing_removed",
  [Outcome.NO_SHOW]: "delegate.standing_no_show",
  [Outcome.NO_SHOW_OFF]: "delegate.standing_no_show_off",
  [Outcome.RESTORED]: "delegate.standing_restored",
  [Outcome.RETURNED]: "delegate.standing_returned",
  [Outcome.CUT]: "delegate.standing_cut",
  [Outcome.UPHELD]: "delegate.standing_upheld",
  [Outcome.OVERRULED]: "delegate.standing_overruled",
  [Outcome.NOTED]: "delegate.standing_noted",
};

const outcomes_of_points: Partial<Record<Outcome, MessageId>> = {
  [Outcome.REMOVED]: "delegate.standing_point_removed",
  [Outcome.RESTORED]: "delegate.standing_point_restored",
};

function standingId({ kind, outcome }: Standing): MessageId | undefined {
  return (interrupts({ kind }) ? outcomes_of_points[outcome] : undefined) ?? outcomes[outcome];
}

const good: ReadonlySet<Outcome> = new Set([
  Outcome.RESTORED,
  Outcome.RETURNED,
  Outcome.UPHELD,
  Outcome.OVERRULED,
  Outcome.NOTED,
]);

/** Further ones are behind a button: the place in line stays in sight. */
const notices_shown = 2;

export function Notices() {
  const t = useText();
  const instant = useInstant();
  const hall = useHall();
  const reason = useRejectionText();
  const id = hall.hello?.delegation ?? "";
  const [seen, see] = useSeen(hall.hello);
  const standing = hall.store.standing(id);
  const words = standing && standingId(standing);
  const refused = hall.late.filter(({ outcome }) => !outcome.ok);
  const lateWords = (late: Late) => {
    if (late.outcome.ok) return "";
    const { code, details } = late.outcome;
    return code === outcome_unknown ? reason(code, details) : t(lateId(late), { reason: reason(code, details) });
  };
  return (
    <>
      <Posted />
      {standing && words && standing.at > seen.at && (
        <Note
          tone={good.has(standing.outcome) ? "brand" : "warn"}
          alert
          end={<Dismiss onPress={() => see({ at: standing.at })} />}
        >
          {t(words, { time: instant(standing.at), kind: t(kindWord(standing.kind)) })}
        </Note>
      )}
      <LateUnconfirmed />
      {refused.map((late) => (
        <Note key={late.id} tone="stop" alert end={<Dismiss onPress={() => hall.dismissLate(late.id)} />}>
          {lateWords(late)}
        </Note>
      ))}
    </>
  );
}

/** Notices of the chair and the desk. Own: those for this delegation alone. */
export function Posted({ own = false }: { own?: boolean }) {
  const t = useText();
  const text = useLocalized();
  const instant = useInstant();
  const { store, hello } = useHall();
  const [all, setAll] = useState(false);
  const [seen, see] = useSeen(hello);
  const open = store
    .notices()
    .filter(({ id, to }) => !seen.notices.includes(id) && (!own || to?.to.case === "delegation"));
  const shown = all ? open : open.slice(0, notices_shown);
  const more = open.length - shown.length;
  return (
    <>
      {shown.map((notice) => (
        <Note
          key={notice.id}
          tone="brand"
          alert
          end={<Dismiss onPress={() => see({ notices: [...seen.notices, notice.id] })} />}
        >
          <span className={styles.noticeFrom}>
            {t(notice.to?.to.case === "delegation" ? "delegate.notice_own" : "delegate.notice", {
              time: instant(notice.sentAt),
            })}
          </span>
          <span className={styles.noticeWords} dir="auto">
            {text(notice.text)}
          </span>
        </Note>
      ))}
      {more > 0 && (
        <Button look="plain" onPress={() => setAll(true)}>
          {t("delegate.notices_more", { count: more })}
        </Button>
      )}
    </>
  );
}

function Dismiss({ onPress }: { onPress: () => void }) {
  const t = useText();
  return (
    <Button look="plain" onPress={onPress}>
      {t("common.dismiss")}
    </Button>
  );
}

const late_words: Partial<Record<Late["act"]["case"], MessageId>> = {
  requestFloor: "delegate.late_ask",
  withdrawEntry: "delegate.late_withdraw",
  correctEntry: "delegate.late_correct",
  raisePointOfOrder: "delegate.late_point",
  submitStatement: "delegate.late_text",
};

function lateId({ act }: Late): MessageId {
  return late_words[act.case] ?? "delegate.late_other";
}
