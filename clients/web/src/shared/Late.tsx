// What became of acts of before the page was loaded again. What has no answer yet is told with all that has none (UnansweredLine).
import { useRejectionText, useText } from "../i18n";
import { dot } from "../i18n/isolated";
import { Button } from "../parts/Button";
import { Note } from "../parts/Note";
import { outcome_unknown } from "../sync/pending";
import { useActWords } from "./acts/words";
import { useHall } from "./hall";

/** What was done needs no word. */
export function Late() {
  const t = useText();
  const words = useRejectionText();
  const name = useActWords();
  const hall = useHall();
  return hall.late.map(({ id, act, outcome }) =>
    outcome.ok ? null : (
      <Note
        key={id}
        tone="stop"
        alert
        end={
          <Button look="plain" size="small" onPress={() => hall.dismissLate(id)}>
            {t("common.dismiss")}
          </Button>
        }
      >
        <b>{name(act)}</b>
        {dot}
        <span>
          {outcome.code === outcome_unknown
            ? words(outcome.code, outcome.details)
            : t("common.late_refused", { reason: words(outcome.code, outcome.details) })}
        </span>
      </Note>
    ),
  );
}
