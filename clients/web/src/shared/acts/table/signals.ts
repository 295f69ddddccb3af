// What booths signal: raised and ended there, seen and ended by chair and desk, seen by the one who speaks.
import type { MessageId } from "../../../i18n";
import { type Signal, SignalKind } from "../../../wire";
import { type Action, action, always } from "../act";
import type { Sight } from "../sight";
import { newestUnseen } from "../waiting";

export const markSignalSeen = action<number>({
  id: "mark_signal_seen",
  on: {
    chair: { label: "chair.act.signal_seen", told: "chair.keys.signal_seen", keys: ["Shift+B"], place: "booths" },
    desk: { label: "desk.signal.seen" },
  },
  of: ({ view }) => newestUnseen(view.signals()),
  swaps: "signal",
  available: ({ view }, signal) => view.signals().some(({ id, seenAt }) => id === signal && !seenAt),
  command: (_, signal) => ({ act: { case: "markSignalSeen", value: { signal } } }),
});

export const endSignal = action<number>({
  id: "end_signal",
  on: { chair: { label: "chair.act.signal_ended", place: "booths" }, desk: { label: "desk.signal.end" } },
  swaps: "signal",
  available: ({ view }, signal) => view.signals().some(({ id }) => id === signal),
  command: (_, signal) => ({ act: { case: "endSignal", value: { signal } } }),
});

/** The signal of this kind that stands from this booth. */
export function ownSignal({ view, seat }: Pick<Sight, "view" | "seat">, kind: SignalKind): Signal | undefined {
  return view.signals().find((signal) => signal.kind === kind && signal.seat === seat);
}

/** A press raises it, another one ends it. */
export type SignalAct = Action & { kind: SignalKind };

function raised(kind: SignalKind, id: string, label: MessageId, key: string): SignalAct {
  return {
    kind,
    id: `signal_${id}`,
    on: { booth: { label, told: "booth.key_signals", keys: [key], place: `signal/${id}` } },
    alone: true,
    available: always,
    command: (seen) => {
      const own = ownSignal(seen, kind);
      return own
        ? { act: { case: "endSignal", value: { signal: own.id } } }
        : { act: { case: "raiseSignal", value: { kind } } };
    },
  };
}

export const signalSpeakSlowly = raised(SignalKind.SPEAK_SLOWLY, "speak_slowly", "signal.speak_slowly", "1");
export const signalNoSound = raised(SignalKind.NO_SOUND, "no_sound", "signal.no_sound", "2");
export const signalMicrophone = raised(SignalKind.MICROPHONE, "microphone", "booth.microphone", "3");
export const BOOTH_SIGNALS: readonly SignalAct[] = [signalSpeakSlowly, signalNoSound, signalMicrophone];
