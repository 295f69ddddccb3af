// What the console says once, without haste, to whoever listens: the newest words replace those before. What was not done is
// seen as well.
import { useSyncExternalStore } from "react";
import { useText } from "../../i18n";
import type { Row } from "../../shared/acts/act";
import { useActs } from "../../shared/acts/useActs";

interface Said {
  /** Rises with everything said, so that the same words said again are read again. */
  id: number;
  words: string;
  /** Shown in the place of the connection, and read out there. */
  seen: boolean;
}

let said: Said = { id: 0, words: "", seen: false };
const listeners = new Set<() => void>();

function tell(words: string, seen: boolean): void {
  said = { id: said.id + 1, words, seen };
  for (const listener of listeners) listener();
}

const say = (words: string) => tell(words, false);

export function useSay(): (words: string) => void {
  return say;
}

/** Says of an act, in the words of its button or of the sheet of keys, that there is no line and nothing was sent. */
export function useSayUnsent(): (act: Row | string) => void {
  const t = useText();
  const { reach } = useActs();
  return (act) => {
    const words = typeof act === "string" ? act : wordsOf(reach(act));
    tell(t("chair.said.not_connected", { act: words }), true);
  };

  function wordsOf({ told, label }: ReturnType<typeof reach>): string {
    return t(told ?? label);
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) said = { id: said.id + 1, words: "", seen: false }; // the next screen says nothing of this one
  };
}

export function useSaid(): Said {
  return useSyncExternalStore(listen, () => said);
}
