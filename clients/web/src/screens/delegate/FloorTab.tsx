// The panel under way: who speaks, the own place in line or the way to ask, and the list.
import { useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { useHall, useNow } from "../hall";
import { situationOf } from "../situation";
import { AskFloor } from "./AskFloor";
import styles from "./delegate.module.css";
import { ListOfSpeakers } from "./ListOfSpeakers";
import { MyPlace } from "./MyPlace";
import { isNext, ownWaiting } from "./model";
import { Notices } from "./Notices";
import { WhoSpeaks } from "./WhoSpeaks";

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
        <p className={styles.quiet}>{t("situation.none")}</p>
      </Card>
    );
  }
  const own = ownWaiting(hall.store, panel, id, now);
  const next = isNext(hall.store, panel, own);
  return (
    <>
      <Notices />
      <WhoSpeaks situation={situation} />
      <div role="alert" className="visually-hidden">
        {next ? t("delegate.next") : ""}
      </div>
      <div role="status" className="visually-hidden">
        {own[0] && !next ? t("delegate.place_number", { place: own[0].place }) : ""}
      </div>
      {own.length > 0 && <MyPlace panel={panel} own={own} next={next} floor={situation.floor} />}
      <AskFloor panel={panel} own={own} label={text(panel.title)} />
      <ListOfSpeakers panel={panel} own={id} now={now} />
    </>
  );
}
