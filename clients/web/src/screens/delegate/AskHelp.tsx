// Asking the desk for help.
import { useText } from "../../i18n";
import { requestHelp } from "../../shared/acts/table/helps";
import { NoteAct } from "./NoteAct";

export function AskHelp() {
  const t = useText();
  return (
    <NoteAct
      asking={t("delegate.help_asking")}
      about={t("delegate.help_about")}
      label={t("delegate.help_note")}
      send={t("delegate.help_send")}
      act={requestHelp}
      of={(note) => note}
      kind="requestHelp"
    />
  );
}
