// What the booths signal: read out as it comes, shown at the side where there is room, and in the rail.
import { useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Told } from "../../shared/acts/Told";
import { endSignal, markSignalSeen } from "../../shared/acts/table/signals";
import { useActs } from "../../shared/acts/useActs";
import { newestUnseen } from "../../shared/acts/waiting";
import { useBoothName } from "../../shared/booths";
import { SIGNALS, wordOf } from "../../shared/terms";
import type { Signal } from "../../wire";
import { ActButton } from "./ActButton";
import styles from "./Booths.module.css";
import { useConsole } from "./console";

/** At the side, while there is anything. */
export function BoothCard() {
  const t = useText();
  const { seen, book, refusalAt } = useActs();
  const any = seen.view.signals().length > 0 || refusalAt("booths") || book.unconfirmedPlaces.has("booths");
  if (!any) return null;
  return (
    <Card title={t("chair.booths.title")} className={styles.card} aria-label={t("chair.booths.title")}>
      <BoothList />
    </Card>
  );
}

export function BoothList() {
  const t = useText();
  const { seen } = useActs();
  const signals = seen.view.signals();
  const newest = newestUnseen(signals);
  return (
    <>
      {signals.length === 0 && <p className={styles.quiet}>{t("chair.rail.booths_quiet")}</p>}
      <ul className={styles.list}>
        {signals.map((signal) => (
          <Line key={signal.id} signal={signal} newest={signal.id === newest} />
        ))}
      </ul>
      <Told at="booths" edge />
    </>
  );
}

/** Booth and signal in words: "French booth: speak slowly". */
export function useSignalWords(): (signal: Signal) => { booth: string; words: string } {
  const t = useText();
  const boothName = useBoothName();
  return ({ kind, language }) => {
    const word = wordOf(SIGNALS, kind);
    return { booth: boothName(language), words: word ? t(word) : "" };
  };
}

/** Stays on the screen while nothing is signalled, so that the first signal is read out too. */
export function BoothsReadOut() {
  const t = useText();
  const say = useSignalWords();
  const signals = useConsole().seen.view.signals();
  const newest = newestUnseen(signals);
  const signal = signals.find(({ id }) => id === newest);
  return (
    <div role="status" className="visually-hidden">
      {signal && t("chair.booths.says", say(signal))}
    </div>
  );
}

function Line({ signal, newest }: { signal: Signal; newest: boolean }) {
  const t = useText();
  const say = useSignalWords();
  const { booth, words } = say(signal);
  const seen = signal.seenAt !== 0;
  return (
    <li className={styles.one}>
      <Chip tone={seen ? "neutral" : "warn"}>{booth}</Chip>
      <span className={styles.words}>
        {words}
        {seen && <span className={styles.seen}>{t("chair.booths.seen")}</span>}
      </span>
      <ActButton
        act={seen ? endSignal : markSignalSeen}
        of={signal.id}
        size="small"
        label={t(seen ? "chair.booths.end_of" : "chair.booths.mark_seen_of", { booth, words })}
        keyed={newest && "silent"}
      />
    </li>
  );
}
