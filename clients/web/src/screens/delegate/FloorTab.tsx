// The panel under way: who speaks, the own place in line or the way to ask, the own text, points of order, help, the list, and
// where else the delegation waits. A phone has the acts under the thumb, and rows for what has no room.
import { type ReactNode, useState } from "react";
import { useLocalized, useText } from "../../i18n";
import { useBack } from "../../parts/back";
import { Card } from "../../parts/Card";
import { useMedia } from "../../parts/useMedia";
import { useHall, useNow } from "../../shared/hall";
import { later } from "../../shared/later";
import { type Situation, situationOf, takesPoints, type Waiting } from "../../shared/situation";
import type { Panel } from "../../wire";
import { Acts } from "./Acts";
import { AskFloor } from "./AskFloor";
import { AskHelp } from "./AskHelp";
import { EntryWords } from "./entryWords";
import { ListOfSpeakers } from "./ListOfSpeakers";
import look from "./look.module.css";
import { EntryActs, MyPlace } from "./MyPlace";
import { nextOwn, onStandBy, ownWaiting } from "./model";
import { Notices } from "./Notices";
import { type Elsewhere, elsewhere, OtherPanels } from "./OtherPanels";
import { RaisePoint } from "./RaisePoint";
import { is_low, is_phone, is_very_low } from "./room";
import { StandBy } from "./StandBy";
import { WhoSpeaks } from "./WhoSpeaks";
import { Why } from "./Why";
import { YourText } from "./YourText";

const MotionCards = later(async () => (await import("./MotionCards")).MotionCards);
const MoveMotion = later(async () => (await import("./MoveMotion")).MoveMotion);
const Fold = later(async () => (await import("./Folds")).Fold);
const Folds = later(async () => (await import("./Folds")).Folds);
const OwnHelp = later(async () => (await import("./OwnHelp")).OwnHelp);
const OwnPoint = later(async () => (await import("./OwnPoint")).OwnPoint);

export type OnTab = { onTab: (tab: "statement" | "programme") => void };

export function FloorTab({ onTab }: OnTab) {
  const t = useText();
  const { store, hello } = useHall();
  const phone = useMedia(is_phone);
  const situation = situationOf(store);
  const { panel } = situation;
  const id = hello?.delegation ?? "";
  if (!panel) {
    return (
      <>
        <Card>
          <p className={look.quiet}>{t("situation.none")}</p>
        </Card>
        <Notices />
      </>
    );
  }
  return (
    <>
      <WhoSpeaks situation={situation} />
      {(store.ownMotions(id).length > 0 || store.motions(panel.id).length > 0) && (
        <MotionCards panel={panel.id} own={id} />
      )}
      <Place situation={situation} panel={panel} id={id} phone={phone} onTab={onTab} />
    </>
  );
}

type PlaceProps = OnTab & { situation: Situation; panel: Panel; id: string; phone: boolean };

/** The own place, or the way to one, with what belongs to it. */
function Place({ situation, panel, id, phone, onTab }: PlaceProps) {
  const text = useLocalized();
  const { store } = useHall();
  const now = useNow(1_000);
  const low = useMedia(is_low);
  const veryLow = useMedia(is_very_low);
  const own = ownWaiting(store, panel, id, now);
  const next = nextOwn(store, panel, own);
  const mine = next ?? own[0];
  const asked = mine !== undefined && onStandBy(panel, mine);
  // With letters so large that the foot would take the screen, the answer stands with the place.
  const underThumb = phone && !veryLow;
  const help = store.ownHelp(id);
  const others = elsewhere(store, panel, id, now);
  const ask = <AskFloor panel={panel} own={own} label={text(panel.title)} />;
  const around = { panel, id, mine, others, now, onTab };
  return (
    <>
      {mine && (
        <MyPlace
          own={own}
          next={next}
          situation={situation}
          now={now}
          bare={phone}
          standBy={asked && !underThumb}
          short={veryLow}
        />
      )}
      {/* What comes and goes stands below: the place never moves for it. */}
      <Notices />
      {store.ownPoints(id).map((point) => (
        <OwnPoint key={point.entry} point={point} />
      ))}
      {phone && help && <OwnHelp help={help} />}
      {phone && (
        <Behind one={low && mine !== undefined}>
          {veryLow && mine && <EntryWords entry={mine.entry} />}
          {mine && <Why entry={mine.entry} />}
          <Rows {...around} />
        </Behind>
      )}
      {!phone && mine && <YourText entry={mine.entry} onOpen={() => onTab("statement")} />}
      <Acts phone={phone} act={mine ? asked && underThumb && <StandBy of={mine} /> : ask}>
        {phone && <OwnRequests own={own} />}
        {takesPoints(store, panel) && store.ownPoints(id).length === 0 && <RaisePoint panel={panel} />}
        {takesPoints(store, panel) && !store.ownMotions(id).some(({ delegation }) => delegation === id) && (
          <MoveMotion panel={panel} />
        )}
        {mine && ask}
        {!help && <AskHelp />}
      </Acts>
      {!phone && help && <OwnHelp help={help} />}
      {!phone && <Lists {...around} />}
    </>
  );
}

type AroundProps = OnTab & {
  panel: Panel;
  id: string;
  mine: Waiting | undefined;
  others: Elsewhere[];
  now: number;
};

function Rows({ panel, id, mine, others, now, onTab }: AroundProps) {
  return (
    <Folds
      panel={panel}
      delegation={id}
      entry={mine?.entry}
      others={others}
      now={now}
      onStatement={() => onTab("statement")}
      onProgramme={() => onTab("programme")}
    />
  );
}

function Lists({ panel, id, others, now, onTab }: AroundProps) {
  return (
    <div className={look.beside}>
      <ListOfSpeakers panel={panel} own={id} now={now} />
      <OtherPanels of={others} onProgramme={() => onTab("programme")} />
    </div>
  );
}

/** Each with what was asked for, where there are several. */
function OwnRequests({ own }: { own: Waiting[] }) {
  const several = own.length > 1;
  return own.map((one) => (
    <div key={one.entry.id}>
      {several && <EntryWords entry={one.entry} />}
      <EntryActs of={one} several={several} />
    </div>
  ));
}

/** `one`: behind one row, where letters are so large that the place would have no room. */
function Behind({ one, children }: { one: boolean; children: ReactNode }) {
  const t = useText();
  const [unfolded, setUnfolded] = useState(false);
  useBack(one && unfolded, () => setUnfolded(false));
  if (!one) return children;
  return (
    <div className={look.behind}>
      <Fold title={t("delegate.more_place")} unfolded={unfolded} onPress={() => setUnfolded(!unfolded)} />
      {unfolded && children}
    </div>
  );
}
