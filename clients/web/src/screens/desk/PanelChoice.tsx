import { useLocalized, useText } from "../../i18n";
import { SelectField } from "../../parts/Field";
import { useHall } from "../../shared/hall";
import { useDesk } from "./desk";

/** Which panel a tab is about. */
export function PanelChoice() {
  const t = useText();
  const localize = useLocalized();
  const { store } = useHall();
  const { panel, choosePanel } = useDesk();
  return (
    <SelectField
      label={t("desk.panel")}
      value={panel?.id ?? ""}
      onChange={choosePanel}
      choices={store.panels().map(({ id, title }) => ({ id, label: localize(title) || id }))}
    />
  );
}
