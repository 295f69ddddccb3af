// What became of acts of before the page was loaded again. What has no answer yet is told with all that has none (UnansweredLine).
import { useRejectionText, useText } from "../i18n";
import { Button } from "../parts/Button";
import { Note } from "../parts/Note";
import { outcome_unknown } from "../sync/pending";
import { useHall } from "./hall";

/** What was done needs no word. */
export function Late() {
  const t = useText();
  const words = useRejectionText();
  const hall = useHall();
  return hall.late.map(({ id, outcome }) =>
    outcome.ok ? null : (
      <Note
        key={id}
        tone="stop"
        end={
          <Button look="plain" size="small" onPress={() => hall.dismissLate(id)}>
            {t("common.dismiss")}
          </Button>
        }
      >
        {outcome.code === outcome_unknown
          ? words(outcome.code, outcome.details)
          : t("common.late_refused", { reason: words(outcome.code, outcome.details) })}
      </Note>
    ),
  );
}
