// What the console says once, without haste, to whoever listens: the newest words replace those before.
import { useSyncExternalStore } from "react";

let said = { id: 0, words: "" };
const listeners = new Set<() => void>();

function say(words: string): void {
  said = { id: said.id + 1, words };
  for (const listener of listeners) listener();
}

export function useSay(): (words: string) => void {
  return say;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) said = { id: said.id + 1, words: "" }; // the next screen says nothing of this one
  };
}

/** The id rises with everything said, so that the same words said again are read again. */
export function useSaid(): { id: number; words: string } {
  return useSyncExternalStore(listen, () => said);
}
