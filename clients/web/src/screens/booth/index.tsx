// The booth: what is being read, large; who speaks and who is next; and three signals. Dark, unless it was chosen light.
import { useEffect } from "react";
import { joined, useLocalized, useText } from "../../i18n";
import { ConnectionBar, ConnectionChip } from "../../parts/ConnectionBar";
import { classes } from "../../parts/class";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { digitShortcutOf, useShortcuts } from "../../parts/shortcuts";
import { ThemeButton } from "../../parts/ThemeButton";
import type { Row } from "../../shared/acts/act";
import { textBack, textLanguage, textSize } from "../../shared/acts/table/reading";
import { BOOTH_SIGNALS } from "../../shared/acts/table/signals";
import { UnansweredLine } from "../../shared/acts/UnansweredLine";
import { type Locals, useActKeys } from "../../shared/acts/useActKeys";
import { type Acting, ActingProvider } from "../../shared/acts/useActs";
import { useBoothName } from "../../shared/booths";
import { useHall } from "../../shared/hall";
import { LedgerLine } from "../../shared/LedgerLine";
import frame from "../../shared/reader/frame.module.css";
import { Has } from "../../shared/reader/Has";
import { Keys } from "../../shared/reader/Keys";
import { Notices } from "../../shared/reader/Notices";
import { Reader } from "../../shared/reader/Reader";
import { type Reading, useReading } from "../../shared/reader/reading";
import { type Size, useSize } from "../../shared/reader/size";
import { situationOf } from "../../shared/situation";
import { Next } from "./Next";
import { Signals } from "./Signals";
import { useSignalPresses } from "./withdrawing";

const ACTING: Acting = { screen: "booth", panel: "", keeps: true };
const TEXT_KEYS: readonly Row[] = [textLanguage, textSize, textBack];

export default function Booth() {
  return (
    <ActingProvider value={ACTING}>
      <Screen />
    </ActingProvider>
  );
}

function Screen() {
  const t = useText();
  const text = useLocalized();
  const hall = useHall();
  const [size, setSize] = useSize();
  const situation = situationOf(hall.store);
  const { panel, stage } = situation;
  const reading = useReading(stage === "open" || stage === "suspended" ? panel : undefined);
  const name = useBoothName()(hall.hello?.language ?? "");

  useEffect(() => {
    document.title = joined([name, t("common.product")]);
  }, [name, t]);

  const keys = TEXT_KEYS.filter((row) => hasUse(row, reading));
  useActKeys(keys, keysOf(reading, size, setSize), digitShortcutOf);
  const signals = useSignalPresses();
  useShortcuts((key) => {
    const signal = BOOTH_SIGNALS.find(({ on }) => on.booth?.keys?.includes(key));
    if (signal) signals.press(signal);
    return signal !== undefined;
  }, digitShortcutOf);

  return (
    <div className={frame.screen}>
      <div className={classes(frame.columns, hall.status !== "live" && frame.dimmed)}>
        <aside className={frame.side}>
          <header className={frame.sideHead}>
            <h1 className={frame.booth}>{name}</h1>
            <ConnectionChip state={hall.status} />
            <ThemeButton of="booth" />
            <LanguageMenu />
          </header>
          <div className={frame.cards}>
            <Has situation={situation} />
            {panel && <Next panel={panel} opened={reading.ahead} onOpen={reading.open} />}
          </div>
          <Signals pressing={signals} />
        </aside>
        <main className={frame.main}>
          <p className="visually-hidden">{text(panel?.title)}</p>
          <p role="status" className="visually-hidden">
            {reading.gone && t("booth.gone", { name: text(reading.gone.name) || reading.gone.fallback })}
          </p>
          <Reader reading={reading} situation={situation} size={size} onSize={setSize} />
          {/* What comes and goes stands below what is read, which keeps its place. */}
          <footer className={frame.foot}>
            <Notices />
            <ConnectionBar state={hall.status} />
            <UnansweredLine />
            <Keys of={[...BOOTH_SIGNALS, ...keys]} />
          </footer>
        </main>
        <LedgerLine className={frame.ledger} />
      </div>
    </div>
  );
}

/** A key is listed, and taken, where there is something for it to change. */
function hasUse(row: Row, { statement, ahead, gone }: Reading): boolean {
  const texts = statement?.texts.length ?? 0;
  if (row === textLanguage) return texts > 1;
  if (row === textSize) return texts > 0;
  return row !== textBack || ahead > 0 || gone !== undefined;
}

function keysOf(reading: Reading, size: Size, onSize: (size: Size) => void): Locals {
  const languages = reading.statement?.texts.map(({ language }) => language) ?? [];
  return {
    text_size: () => {
      onSize(size === "normal" ? "large" : "normal");
      return true;
    },
    text_language: () => {
      reading.choose(languages[(languages.indexOf(reading.language) + 1) % languages.length] ?? "");
      return true;
    },
    text_back: () => {
      reading.open(0);
      return true;
    },
  };
}
