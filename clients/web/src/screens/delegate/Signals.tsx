// What a booth signals to the one who speaks: large and in words until it was seen, then quietly until it is over. It lies over
// what stands above it and has no height: who speaks finds clock, text and buttons where they were. On a phone on its side it takes
// the strip above the text.
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Refused } from "../../shared/acts/Refused";
import { seeOwnSignal } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import type { Signal } from "../../wire";
import styles from "./own.module.css";
import { signalId } from "./words";

export function Signals() {
  const { store, hello } = useHall();
  const signals = store.ownSignals(hello?.delegation ?? "");
  if (signals.length === 0) return null;
  return (
    <div className={styles.over} data-signals>
      <div className={styles.signals}>
        {signals.map((signal) => (
          <Raised key={signal.id} signal={signal} />
        ))}
      </div>
    </div>
  );
}

function Raised({ signal }: { signal: Signal }) {
  const t = useText();
  const hall = useHall();
  const place = `signal/${signal.id}` as const;
  const acts = useActs(place);
  const words = t(signalId(signal.kind));
  if (signal.seenAt > 0) {
    return <p className={styles.signalSeen}>{t("delegate.signal_seen", { words })}</p>;
  }
  const under_way =
    acts.busy ||
    hall.unanswered.some((sent) => sent.act.case === "markSignalSeen" && sent.act.value.signal === signal.id);
  return (
    <div className={styles.signal}>
      <p role="alert" className={styles.signalWords}>
        {words}
      </p>
      <Button
        size="large"
        isDisabled={under_way}
        says={under_way}
        unconfirmed={acts.unconfirmed}
        aria-label={t("delegate.signal_mark", { words })}
        onPress={() => void acts.press(seeOwnSignal, signal.id)}
      >
        {t(acts.reach(seeOwnSignal).label)}
      </Button>
      <Refused at={place} alert stays />
    </div>
  );
}
