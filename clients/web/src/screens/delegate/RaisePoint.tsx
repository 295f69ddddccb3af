// Raising a point of order.
import { useText } from "../../i18n";
import { raisePointOfOrder } from "../../shared/acts/table/own";
import type { Panel } from "../../wire";
import { NoteAct } from "./NoteAct";

/** The button, on a panel on which the delegation has raised none. */
export function RaisePoint({ panel }: { panel: Panel }) {
  const t = useText();
  return (
    <NoteAct
      asking={t("delegate.point_raising")}
      about={t("delegate.point_about")}
      label={t("delegate.point_note")}
      send={t("delegate.point_raise")}
      act={raisePointOfOrder}
      of={(note) => ({ panel: panel.id, note })}
      kind="raisePointOfOrder"
    />
  );
}
