// Why the last act at a place was refused, told there.
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Note } from "../../parts/Note";
import type { Place } from "./act";
import { useActs } from "./useActs";

export type RefusedProps = {
  at: Place;
  /** Read out as it comes; not where the screen reads all of them out itself. */
  alert?: boolean;
  /** Until the next act there: nobody can put it away. */
  stays?: boolean;
};

export function Refused({ at, alert = false, stays = false }: RefusedProps) {
  const t = useText();
  const { book, refusalAt } = useActs();
  const words = refusalAt(at);
  if (!words) return null;
  const dismiss = (
    <Button look="plain" size="small" onPress={() => book.dismiss(at)}>
      {t("common.dismiss")}
    </Button>
  );
  return (
    <Note tone="stop" alert={alert} end={stays ? undefined : dismiss}>
      {words}
    </Note>
  );
}
