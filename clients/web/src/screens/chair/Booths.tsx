// What the booths signal: shown while there is anything, read out as it comes.
import { useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Key } from "../../parts/Key";
import { Note } from "../../parts/Note";
import { SIGNALS, wordOf } from "../../shared/terms";
import type { Signal } from "../../wire";
import { type Action, endSignal, markSignalSeen } from "./actions";
import styles from "./Booths.module.css";
import { useDesk, useRefusalAt } from "./desk";
import { newestUnseen } from "./model";

export function Booths() {
  const t = useText();
  const { context, places } = useDesk();
  const refusal = useRefusalAt()("booths");
  const signals = context.view.signals();
  const newest = newestUnseen(signals);
  return (
    <>
      <Announced signal={signals.find(({ id }) => id === newest)} />
      {(signals.length > 0 || refusal) && (
        <Card title={t("chair.booths.title")} className={styles.card} aria-label={t("chair.booths.title")}>
          <ul className={styles.list}>
            {signals.map((signal) => (
              <Line key={signal.id} signal={signal} newest={signal.id === newest} />
            ))}
          </ul>
          {refusal && (
            <Note
              tone="stop"
              end={
                <Button look="plain" size="small" onPress={() => places.dismiss("booths")}>
                  {t("common.dismiss")}
                </Button>
              }
            >
              {refusal}
            </Note>
          )}
        </Card>
      )}
    </>
  );
}

/** Booth and signal in words: "Français: speak slowly". */
function useSignalWords(): (signal: Signal) => { booth: string; words: string } {
  const t = useText();
  const format = useFormat();
  return ({ kind, language }) => {
    const word = wordOf(SIGNALS, kind);
    return {
      booth: language ? format.languageName(language) : t("chair.booths.booth"),
      words: word ? t(word) : "",
    };
  };
}

/** Stays on the screen while nothing is signalled, so that the first signal is read out too. */
function Announced({ signal }: { signal: Signal | undefined }) {
  const t = useText();
  const say = useSignalWords();
  return (
    <div role="status" className="visually-hidden">
      {signal && t(signal.language ? "chair.booths.says" : "chair.booths.says_unnamed", say(signal))}
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
      <Act
        action={seen ? endSignal : markSignalSeen}
        signal={signal.id}
        label={t(seen ? "chair.booths.end_of" : "chair.booths.mark_seen_of", { booth, words })}
        keyed={newest}
      />
    </li>
  );
}

interface ActProps {
  action: Action<number>;
  signal: number;
  label: string;
  keyed: boolean;
}

function Act({ action, signal, label, keyed }: ActProps) {
  const t = useText();
  const { context, places, live } = useDesk();
  return (
    <Button
      size="small"
      preventFocusOnPress
      isPending={!live || !action.available(context, signal)}
      aria-label={label}
      aria-keyshortcuts={keyed ? action.shortcut : undefined}
      onPress={() => void places.send("booths", action.command(context, signal))}
    >
      {t(action.label)} {keyed && action.shortcut && <Key name={action.shortcut} />}
    </Button>
  );
}
