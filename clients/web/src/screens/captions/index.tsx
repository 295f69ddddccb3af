// The captioner's screen: the text that is spoken, large, and the paragraph reached, which is moved from here for the hall.
import { useEffect } from "react";
import { joined, useText } from "../../i18n";
import { ConnectionBar, ConnectionChip } from "../../parts/ConnectionBar";
import { classes } from "../../parts/class";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { ThemeButton } from "../../parts/ThemeButton";
import { Awaited } from "../../shared/acts/Awaited";
import { nextParagraph, previousParagraph } from "../../shared/acts/table/paragraph";
import { UnansweredLine } from "../../shared/acts/UnansweredLine";
import { type Acting, ActingProvider } from "../../shared/acts/useActs";
import { useStepKeys } from "../../shared/acts/useStepKeys";
import { useHall } from "../../shared/hall";
import { LedgerLine } from "../../shared/LedgerLine";
import frame from "../../shared/reader/frame.module.css";
import { Has } from "../../shared/reader/Has";
import { Keys } from "../../shared/reader/Keys";
import { Notices } from "../../shared/reader/Notices";
import { Reader } from "../../shared/reader/Reader";
import { useReading } from "../../shared/reader/reading";
import { useSize } from "../../shared/reader/size";
import { situationOf } from "../../shared/situation";
import { Mover } from "./Mover";
import { usePlace } from "./place";

const ACTING: Acting = { screen: "captions", panel: "", keeps: true };
const KEYS = [nextParagraph, previousParagraph];

export default function Captions() {
  return (
    <ActingProvider value={ACTING}>
      <Screen />
    </ActingProvider>
  );
}

function Screen() {
  const t = useText();
  const hall = useHall();
  const [size, setSize] = useSize();
  const situation = situationOf(hall.store);
  const { panel, stage } = situation;
  const reading = useReading(stage === "open" || stage === "suspended" ? panel : undefined);
  const place = usePlace(reading);
  useStepKeys([
    [nextParagraph, () => place.step(1)],
    [previousParagraph, () => place.step(-1)],
  ]);

  useEffect(() => {
    document.title = joined([t("captions.title"), t("common.product")]);
  }, [t]);

  return (
    <div className={frame.screen}>
      <Awaited />
      <div className={classes(frame.columns, hall.status !== "live" && frame.dimmed)}>
        <aside className={frame.side}>
          <header className={frame.sideHead}>
            <h1 className={frame.booth}>{t("captions.title")}</h1>
            <ConnectionChip state={hall.status} />
            <ThemeButton of="booth" />
            <LanguageMenu />
          </header>
          <div className={frame.cards}>
            <Has situation={situation} />
          </div>
          <Mover reading={reading} place={place} />
        </aside>
        <main className={frame.main}>
          <Reader
            reading={reading}
            situation={situation}
            size={size}
            onSize={setSize}
            paragraph={place.shown}
            asked={place.asked}
            onReach={place.movable ? place.reach : undefined}
          />
          {/* What comes and goes stands below what is read, which keeps its place. */}
          <footer className={frame.foot}>
            <Notices />
            <ConnectionBar state={hall.status} />
            <UnansweredLine />
            <Keys of={KEYS} />
          </footer>
        </main>
        <LedgerLine className={frame.ledger} />
      </div>
    </div>
  );
}
