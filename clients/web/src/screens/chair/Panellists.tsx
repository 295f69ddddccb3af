// The panellists of the panel: outside the list, each given the floor from here.
import { useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { DelegationName } from "../../parts/DelegationName";
import { Note } from "../../parts/Note";
import { PanelStatus } from "../../wire";
import { giveFloorToPanellist } from "./actions";
import { useDesk, useRefusalAt } from "./desk";
import { hasSpeech } from "./model";
import styles from "./Panellists.module.css";

export function Panellists() {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { context, places, live } = useDesk();
  const refusal = useRefusalAt()("panellists");
  const { panel, view, floor } = context;
  const panellists = (panel?.panellists ?? []).flatMap((id) => view.panellist(panel?.id ?? "", id) ?? []);
  if (!panel || panellists.length === 0) return null;
  return (
    <Card title={t("chair.panellists.title")} className={styles.card} aria-label={t("chair.panellists.title")}>
      <ul className={styles.list}>
        {panellists.map((panellist) => {
          const name = localize(panellist.name);
          const speaks = hasSpeech(floor) && floor.panellist === panellist.id;
          const spoken =
            panellist.speeches > 0
              ? t("chair.panellists.spoke", { time: format.clock(panellist.spokenMs) })
              : t("chair.panellists.limit", { time: format.duration(panellist.limitMs) });
          return (
            <li key={panellist.id} className={styles.one}>
              <DelegationName
                name={name}
                flag={panellist.flag}
                strong
                note={
                  speaks
                    ? t("chair.floor.has_the_floor")
                    : floor?.interrupted?.panellist === panellist.id
                      ? t("chair.floor.interrupted")
                      : localize(panellist.title) || spoken
                }
              />
              {panel.status === PanelStatus.OPEN && (
                <Button
                  size="small"
                  preventFocusOnPress
                  isPending={!live || !giveFloorToPanellist.available(context, panellist.id)}
                  aria-label={t("chair.act.give_floor_to", { name })}
                  onPress={() => void places.send("panellists", giveFloorToPanellist.command(context, panellist.id))}
                >
                  {t(giveFloorToPanellist.label)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {refusal && (
        <Note
          tone="stop"
          end={
            <Button look="plain" size="small" onPress={() => places.dismiss("panellists")}>
              {t("common.dismiss")}
            </Button>
          }
        >
          {refusal}
        </Note>
      )}
    </Card>
  );
}
