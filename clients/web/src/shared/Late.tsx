// What became of acts of before the page was loaded again.
import { useRejectionText, useText } from "../i18n";
import { Button } from "../parts/Button";
import { Note } from "../parts/Note";
import { outcome_unknown } from "../sync/pending";
import { bookOf } from "./acts/book";
import { useHall } from "./hall";

/** What was done needs no word. */
export function Late() {
  const t = useText();
  const words = useRejectionText();
  const hall = useHall();
  const answers = hall.late.map(({ id, outcome }) =>
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
  return (
    <>
      <LateUnconfirmed />
      {answers}
    </>
  );
}

/** What was made since shows where it was pressed. */
export function LateUnconfirmed() {
  const t = useText();
  const hall = useHall();
  const sent = hall.unanswered.filter(({ unconfirmed }) => unconfirmed);
  if (sent.length === bookOf(hall).unconfirmed.length) return null;
  return <Note>{t("common.late_unconfirmed")}</Note>;
}
