// What the chair last did with a request of this delegation, and answers that came after a reload: each until dismissed.
import { useState } from "react";
import { type MessageId, useFormat, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Note } from "../../parts/Note";
import type { Late } from "../../sync/hall";
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
  const [seen, setSeen] = useState(() => seenAt(id));
  const standing = hall.store.standing(id);
  const words = standing && outcomes[standing.outcome];
  const refused = hall.late.filter(({ outcome }) => !outcome.ok);
  return (
    <>
      {standing && words && standing.at > seen && (
        <Note
          tone={good.has(standing.outcome) ? "brand" : "warn"}
          alert
          end={
            <Button
              look="plain"
              size="small"
              onPress={() => {
                setSeen(standing.at);
                keepSeen(id, standing.at);
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
          {t(lateId(late), { reason: late.outcome.ok ? "" : reason(late.outcome.code, late.outcome.details) })}
        </Note>
      ))}
    </>
  );
}

function lateId({ act }: Late): MessageId {
  if (act.case === "requestFloor") return "delegate.late_ask";
  return act.case === "withdrawEntry" ? "delegate.late_withdraw" : "delegate.late_other";
}

const key = (delegation: string) => `rostrum.seen.${delegation}`;

function seenAt(delegation: string): number {
  try {
    return Number(localStorage.getItem(key(delegation)) ?? 0);
  } catch {
    return 0;
  }
}

function keepSeen(delegation: string, at: number): void {
  try {
    localStorage.setItem(key(delegation), String(at));
  } catch {
    // Without storage it shows again after a reload.
  }
}
