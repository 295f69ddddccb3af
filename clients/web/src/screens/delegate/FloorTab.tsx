// The panel under way: who speaks, the own place in line or the way to ask, points of order, help, and the list.
import { useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { useHall, useNow } from "../../shared/hall";
import { later } from "../../shared/later";
import { situationOf, takesPoints } from "../../shared/situation";
import { AskFloor } from "./AskFloor";
import { AskHelp } from "./AskHelp";
import { ListOfSpeakers } from "./ListOfSpeakers";
import look from "./look.module.css";
import { MyPlace } from "./MyPlace";
import { nextOwn, ownWaiting } from "./model";
import { RaisePoint } from "./RaisePoint";
import { WhoSpeaks } from "./WhoSpeaks";

const OwnHelp = later(async () => (await import("./OwnHelp")).OwnHelp);
const OwnPoint = later(async () => (await import("./OwnPoint")).OwnPoint);

export function FloorTab() {
  const t = useText();
  const text = useLocalized();
  const hall = useHall();
  const now = useNow(1_000);
  const situation = situationOf(hall.store);
  const { panel } = situation;
  const id = hall.hello?.delegation ?? "";
  if (!panel) {
    return (
      <Card>
        <p className={look.quiet}>{t("situation.none")}</p>
      </Card>
    );
  }
  const own = ownWaiting(hall.store, panel, id, now);
  const next = nextOwn(hall.store, panel, own);
  const points = hall.store.ownPoints(id);
  const help = hall.store.ownHelp(id);
  const ask = <AskFloor panel={panel} own={own} label={text(panel.title)} />;
  return (
    <>
      <WhoSpeaks situation={situation} />
      <div role="status" className="visually-hidden">
        {own[0] && !next ? t("delegate.place_number", { place: own[0].place }) : ""}
      </div>
      {points.map((point) => (
        <OwnPoint key={point.entry} point={point} />
      ))}
      {own.length > 0 && <MyPlace own={own} next={next} floor={situation.floor} />}
      {own.length === 0 && ask}
      <div className={look.acts}>
        {takesPoints(hall.store, panel) && points.length === 0 && <RaisePoint panel={panel} />}
        {own.length > 0 && ask}
        {!help && <AskHelp />}
      </div>
      {help && <OwnHelp help={help} />}
      <ListOfSpeakers panel={panel} own={id} now={now} />
    </>
  );
}
