// The panellists of the panel: outside the list, each given the floor from here.
import { useFormat, useLocalized, useText } from "../../i18n";
import { DelegationName } from "../../parts/DelegationName";
import { Told } from "../../shared/acts/Told";
import { giveFloorToPanellist } from "../../shared/acts/table/floor";
import { interruptedOn, speakingOn } from "../../shared/floor";
import { type Panellist, PanelStatus } from "../../wire";
import { ActButton } from "./ActButton";
import { useConsole } from "./console";
import styles from "./Panellists.module.css";
import { Titled } from "./Titled";

export function Panellists() {
  const { panel, view } = useConsole().seen;
  const panellists = (panel?.panellists ?? []).flatMap((id) => view.panellist(panel?.id ?? "", id) ?? []);
  if (!panel || panellists.length === 0) return null;
  return (
    <Titled title="chair.panellists.title">
      <ul className={styles.list}>
        {panellists.map((panellist) => (
          <One key={panellist.id} panellist={panellist} sits={panel.status === PanelStatus.OPEN} />
        ))}
      </ul>
      <Told at="panellists" edge />
    </Titled>
  );
}

function One({ panellist, sits }: { panellist: Panellist; sits: boolean }) {
  const t = useText();
  const localize = useLocalized();
  const name = localize(panellist.name);
  return (
    <li className={styles.one}>
      <DelegationName name={name} flag={panellist.flag} strong note={useNote(panellist)} />
      {sits && (
        <ActButton
          act={giveFloorToPanellist}
          of={panellist.id}
          size="small"
          label={t("chair.act.give_floor_to", { name })}
        />
      )}
    </li>
  );
}

function useNote({ id, title, speeches, spokenMs, limitMs }: Panellist): string {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { floor } = useConsole().seen;
  if (speakingOn(floor)?.panellist === id) return t("chair.floor.has_the_floor");
  if (interruptedOn(floor)?.panellist === id) return t("chair.floor.interrupted");
  if (localize(title)) return localize(title);
  return speeches > 0
    ? t("chair.panellists.spoke", { time: format.clock(spokenMs) })
    : t("chair.panellists.limit", { time: format.duration(limitMs) });
}
