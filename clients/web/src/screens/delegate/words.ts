// Names of kinds and signals, in the language of the screen.
import type { MessageId } from "../../i18n";
import { KINDS } from "../../shared/terms";
import { type Kind, SignalKind } from "../../wire";

export function kindId(kind: Kind): MessageId {
  return KINDS[kind] ?? "kind.statement";
}

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
