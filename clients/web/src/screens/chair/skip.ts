// Passing over the one who is next: from the bar, and by its key. The row's own menu does it through rowActs.
import { useLocalized, useText } from "../../i18n";
import { skipEntry } from "./actions";
import { nameOfEntry, useDesk } from "./desk";
import type { Place } from "./places";

/** Says whether it was offered. */
export function useSkip(): (entry: number, place: Place) => boolean {
  const t = useText();
  const localize = useLocalized();
  const { context, places } = useDesk();
  return (entry, place) => {
    const { inverse } = skipEntry;
    if (!skipEntry.available(context, entry) || !inverse) return false;
    void places.send(place, skipEntry.command(context, entry), {
      where: "list",
      words: t(inverse.done, { name: nameOfEntry(context.view, context.view.entry(entry), localize) }),
      label: t(inverse.label),
      inverse: (now) => inverse.commands(context, entry, now),
    });
    return true;
  };
}
