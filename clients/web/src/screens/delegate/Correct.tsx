// A request of the own delegation that waits is put right.
import { useState } from "react";
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { askCorrection, correctEntry } from "../../shared/acts/table/entries";
import { useActs } from "../../shared/acts/useActs";
import { later } from "../../shared/later";

const CorrectForm = later(async () => (await import("../../shared/CorrectForm")).CorrectForm);

export function Correct({ entry }: { entry: number }) {
  const t = useText();
  const { reach } = useActs();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t(reach(askCorrection).label)}</Button>
      {open && <CorrectForm entry={entry} act={correctEntry} own onClose={() => setOpen(false)} />}
    </>
  );
}
