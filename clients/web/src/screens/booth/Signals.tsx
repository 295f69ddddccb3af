// What the booth tells chair, desk and speaker. A press raises a signal, another one ends it; what other booths signal
// stands beside it, quietly.
import { type MessageId, useFormat, useLocale, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { classes } from "../../parts/class";
import { Key } from "../../parts/Key";
import { digitShortcutOf, useShortcuts } from "../../parts/shortcuts";
import { type Acting, useAct, useHall } from "../../shared/hall";
import styles from "../../shared/reader/reader.module.css";
import { SIGNALS } from "../../shared/terms";
import { type Signal, SignalKind } from "../../wire";
import { boothValues } from "./words";

type Pressed = { own: Signal | undefined; acting: Acting; press: () => void };

/** One signal of this booth. */
function useSignal(kind: SignalKind): Pressed {
  const { store, hello } = useHall();
  const acting = useAct();
  const own = store.signals().find((signal) => signal.kind === kind && signal.seat === hello?.seat);
  const press = () => {
    if (acting.busy) return;
    void acting.run(own ? { case: "endSignal", value: { signal: own.id } } : { case: "raiseSignal", value: { kind } });
  };
  return { own, acting, press };
}

export function Signals() {
  const t = useText();
  const slowly = useSignal(SignalKind.SPEAK_SLOWLY);
  const sound = useSignal(SignalKind.NO_SOUND);
  const microphone = useSignal(SignalKind.MICROPHONE);
  useShortcuts((key) => {
    const pressed = { 1: slowly, 2: sound, 3: microphone }[key];
    pressed?.press();
    return pressed !== undefined;
  }, digitShortcutOf);
  return (
    <section className={styles.signals} aria-label={t("booth.tell")}>
      <Others />
      <h2 className={styles.label}>{t("booth.tell")}</h2>
      <SignalButton of={slowly} word="signal.speak_slowly" shortcut="1" largest />
      <div className={styles.pair}>
        <SignalButton of={sound} word="signal.no_sound" shortcut="2" />
        <SignalButton of={microphone} word="booth.microphone" shortcut="3" />
      </div>
    </section>
  );
}

type SignalButtonProps = { of: Pressed; word: MessageId; shortcut: string; largest?: boolean };

function SignalButton({ of: { own, acting, press }, word, shortcut, largest = false }: SignalButtonProps) {
  const t = useText();
  const format = useFormat();
  const reason = useRejectionText();
  const { rejection } = acting;
  const state = acting.busy
    ? t("booth.sending")
    : own?.seenAt
      ? t("booth.seen", { time: format.time(own.seenAt) })
      : own
        ? t("booth.raised", { time: format.time(own.raisedAt) })
        : "";
  return (
    <div className={classes(styles.signal, own && styles.raised, largest && styles.largest)}>
      <Button
        wide
        aria-label={state ? `${t(word)}, ${state}` : t(word)}
        aria-pressed={own !== undefined}
        onPress={press}
      >
        <span className={styles.signalWords}>
          {t(word)}
          {state && <span className={styles.signalState}>{state}</span>}
        </span>
        <Key name={shortcut} />
      </Button>
      <p role="status" className="visually-hidden">
        {state && `${t(word)}: ${state}`}
      </p>
      {rejection && (
        <p role="alert" className={styles.refusal}>
          {reason(rejection.code, rejection.details)}
        </p>
      )}
    </div>
  );
}

/** Signals of the other booths: by kind, so that there are three lines at most. */
function Others() {
  const t = useText();
  const format = useFormat();
  const { locale } = useLocale();
  const { store, hello } = useHall();
  const others = store.signals().filter(({ seat }) => seat !== hello?.seat);
  if (others.length === 0) return null;
  return (
    <ul className={styles.others} aria-label={t("booth.others")}>
      {SIGNALS.map(([kind, word]) => {
        const of = others.filter((signal) => signal.kind === kind);
        if (of.length === 0) return null;
        const booths = [...new Set(of.map(({ language }) => t("booth.of", boothValues(language, locale))))];
        return <li key={kind}>{t("booth.other", { signal: t(word), booths: format.list(booths) })}</li>;
      })}
    </ul>
  );
}
