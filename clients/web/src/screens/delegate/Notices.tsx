// What the chair last did with a request of this delegation, and answers that came after a reload: each until dismissed.
import { useState } from "react";
import { type MessageId, useFormat, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Note } from "../../parts/Note";
import type { Late } from "../../sync/hall";
import { outcome_unknown } from "../../sync/pending";
import { Outcome } from "../../wire";
import { useHall } from "../hall";
import { kindId } from "./words";

const outcomes: Partial<Record<Outcome, MessageId>> = {
  [Outcome.REMOVED]: "delegate.standing_removed",
  [Outcome.NO_SHOW]: "delegate.standing_no_show",
  [Outcome.NO_SHOW_OFF]: "delegate.standing_no_show_off",
  [Outcome.RESTORED]: "delegate.standing_restored",
  [Outcome.RETURNED]: "delegate.standing_returned",
  [Outcome.CUT]: "delegate.standing_cut",
};

const good: ReadonlySet<Outcome> = new Set([Outcome.RESTORED, Outcome.RETURNED]);

export function Notices() {
  const t = useText();
  const format = useFormat();
  const hall = useHall();
  const reason = useRejectionText();
  const id = hall.hello?.delegation ?? "";
  const epoch = hall.hello?.epoch ?? "";
  const [kept, setKept] = useState(() => keptSeen(id));
  const seenAt = kept.epoch === epoch ? kept.at : 0;
  const standing = hall.store.standing(id);
  const words = standing && outcomes[standing.outcome];
  const refused = hall.late.filter(({ outcome }) => !outcome.ok);
  const lateWords = (late: Late) => {
    if (late.outcome.ok) return "";
    const { code, details } = late.outcome;
    return code === outcome_unknown ? reason(code, details) : t(lateId(late), { reason: reason(code, details) });
  };
  return (
    <>
      {standing && words && standing.at > seenAt && (
        <Note
          tone={good.has(standing.outcome) ? "brand" : "warn"}
          alert
          end={
            <Button
              look="plain"
              size="small"
              onPress={() => {
                const seen = { epoch, at: standing.at };
                setKept(seen);
                keepSeen(id, seen);
              }}
            >
              {t("common.dismiss")}
            </Button>
          }
        >
          {t(words, { time: format.time(standing.at), kind: t(kindId(standing.kind)) })}
        </Note>
      )}
      {refused.map((late) => (
        <Note
          key={late.id}
          tone="stop"
          alert
          end={
            <Button look="plain" size="small" onPress={() => hall.dismissLate(late.id)}>
              {t("common.dismiss")}
            </Button>
          }
        >
          {lateWords(late)}
        </Note>
      ))}
    </>
  );
}

function lateId({ act }: Late): MessageId {
  if (act.case === "requestFloor") return "delegate.late_ask";
  return act.case === "withdrawEntry" ? "delegate.late_withdraw" : "delegate.late_other";
}

/** An instant of the session's clock means something only within its epoch: a rehearsal may have been set later. */
type Seen = { epoch: string; at: number };

/** One for each delegation: the next epoch's takes its place. */
const key = (delegation: string) => `rostrum.seen.${delegation}`;

function keptSeen(delegation: string): Seen {
  try {
    const kept = JSON.parse(localStorage.getItem(key(delegation)) ?? "{}") as Partial<Seen>;
    return { epoch: kept.epoch ?? "", at: kept.at ?? 0 };
  } catch {
    return { epoch: "", at: 0 };
  }
}

function keepSeen(delegation: string, seen: Seen): void {
  try {
    localStorage.setItem(key(delegation), JSON.stringify(seen));
  } catch {
    // Without storage it shows again after a reload.
  }
}
