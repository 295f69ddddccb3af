// A request of the own delegation that waits is put right.
import { useState } from "react";
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { askCorrection, correctEntry } from "../../shared/acts/table/requests";
import { useActs } from "../../shared/acts/useActs";
import { laterForm } from "../../shared/FormLater";

const CorrectForm = laterForm(async () => (await import("../../shared/CorrectForm")).CorrectForm, "sheet");

/** `which`: where several requests wait, the words that tell this one apart. */
export function Correct({ entry, which }: { entry: number; which: string | undefined }) {
  const t = useText();
  const { reach, offers } = useActs();
  const [open, setOpen] = useState(false);
  const label = t(reach(askCorrection).label);
  return (
    <>
      {offers(askCorrection, entry) && (
        <Button onPress={() => setOpen(true)}>{which ? `${label} ${which}` : label}</Button>
      )}
      {open && <CorrectForm entry={entry} act={correctEntry} own onClose={() => setOpen(false)} />}
    </>
  );
}
