// What the booth tells chair, desk and speaker. A press raises a signal, two more that are apart end it; what other booths
// signal stands beside it, quietly.
import { useFormat, useInstant, useText } from "../../i18n";
import { joined } from "../../i18n/isolated";
import { Button } from "../../parts/Button";
import { classes } from "../../parts/class";
import { Key } from "../../parts/Key";
import {
  ownSignal,
  type SignalAct,
  signalMicrophone,
  signalNoSound,
  signalSpeakSlowly,
} from "../../shared/acts/table/signals";
import { useActs } from "../../shared/acts/useActs";
import { useBoothName } from "../../shared/booths";
import { useHall } from "../../shared/hall";
import frame from "../../shared/reader/frame.module.css";
import { situationOf } from "../../shared/situation";
import { SIGNALS } from "../../shared/terms";
import styles from "./Signals.module.css";
import type { Pressing } from "./withdrawing";

export function Signals({ pressing }: { pressing: Pressing }) {
  const t = useText();
  return (
    <section className={styles.signals} aria-label={t("booth.tell")}>
      <Others />
      <h2 className={frame.label}>{t("booth.tell")}</h2>
      <SignalButton act={signalSpeakSlowly} pressing={pressing} largest />
      <div className={styles.pair}>
        <SignalButton act={signalNoSound} pressing={pressing} />
        <SignalButton act={signalMicrophone} pressing={pressing} />
      </div>
    </section>
  );
}

type SignalButtonProps = { act: SignalAct; pressing: Pressing; largest?: boolean };

function SignalButton({ act, pressing, largest = false }: SignalButtonProps) {
  const t = useText();
  const instant = useInstant();
  const { store } = useHall();
  const acts = useActs(act.on.booth?.place);
  const { label, keys } = acts.reach(act);
  const word = t(label);
  const own = ownSignal(acts.seen, act.kind);
  const speech = situationOf(store).floor?.speech ?? 0;
  const endedAt = pressing.endedElsewhere(act);
  const refused = useRefusal(act);
  const state = acts.busy
    ? t(acts.unconfirmed ? "rejection.unconfirmed" : "booth.sending")
    : own?.seenAt
      ? t("booth.seen", { time: instant(own.seenAt) })
      : own
        ? t(pressing.raisedHere(act) ? "booth.raised" : "booth.raised_elsewhere", { time: instant(own.raisedAt) })
        : endedAt && !refused
          ? t("booth.ended_elsewhere", { time: instant(endedAt) })
          : "";
  const asks = own !== undefined && pressing.asks === own.id;
  const says = joined([state, asks && t("booth.press_withdraws")]);
  return (
    <div className={classes(styles.signal, own && styles.raised, largest && styles.largest)}>
      <Button
        wide
        aria-label={says ? `${word}, ${says}` : word}
        aria-pressed={own !== undefined}
        unconfirmed={acts.unconfirmed}
        onPress={() => pressing.press(act)}
      >
        <span className={styles.signalWords}>
          {word}
          {says && <span className={styles.signalState}>{says}</span>}
          {!says && refused && <span className={styles.refusal}>{refused}</span>}
        </span>
        {keys?.[0] && !acts.unconfirmed && <Key name={keys[0]} />}
      </Button>
      <p role="status" className="visually-hidden">
        {says && t("common.labelled", { label: word, words: says })}
      </p>
      <Refusal key={`${speech} ${own?.id ?? 0}`} act={act} />
    </div>
  );
}

/** Of one speech, and forgotten with it, or once the signal stands after all. Seen in the button: nothing moves for it. */
function Refusal({ act }: { act: SignalAct }) {
  const refused = useRefusal(act);
  return refused ? (
    <p role="alert" className="visually-hidden">
      {refused}
    </p>
  ) : null;
}

function useRefusal(act: SignalAct): string | undefined {
  const t = useText();
  const place = act.on.booth?.place;
  const { book, refusal } = useActs(place);
  const over = place && book.refusals.get(place)?.code === "nobody_speaks";
  return refusal && over ? t("booth.speech_over") : refusal;
}

/** Signals of the other booths: by kind, so that there are three lines at most. */
function Others() {
  const t = useText();
  const format = useFormat();
  const boothName = useBoothName();
  const { store, hello } = useHall();
  const others = store.signals().filter(({ seat }) => seat !== hello?.seat);
  if (others.length === 0) return null;
  return (
    <ul className={styles.others} aria-label={t("booth.others")}>
      {SIGNALS.map(([kind, word]) => {
        const of = others.filter((signal) => signal.kind === kind);
        if (of.length === 0) return null;
        const booths = [...new Set(of.map(({ language }) => boothName(language)))];
        return <li key={kind}>{t("booth.other", { signal: t(word), booths: format.list(booths) })}</li>;
      })}
    </ul>
  );
}
