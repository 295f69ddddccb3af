// Names of signals, in the language of the screen.
import type { MessageId } from "../../i18n";
import { SignalKind } from "../../wire";

/** What a booth signals, said to the one who speaks. */
export function signalId(kind: SignalKind): MessageId {
  switch (kind) {
    case SignalKind.NO_SOUND:
      return "delegate.signal_no_sound";
    case SignalKind.MICROPHONE:
      return "delegate.signal_microphone";
    default:
      return "delegate.signal_speak_slowly";
  }
}
