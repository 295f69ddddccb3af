// Whether keys that act are switched off on this device: who speaks to the computer, or leans on a key, does not act by it.
import { useSyncExternalStore } from "react";

const storage_key = "rostrum.keys";
const listeners = new Set<() => void>();
let off: boolean | undefined;

export function keysAreOff(): boolean {
  try {
    return localStorage.getItem(storage_key) === "off";
  } catch {
    return off === true;
  }
}

export function switchKeys(on: boolean): void {
  off = !on;
  try {
    if (on) localStorage.removeItem(storage_key);
    else localStorage.setItem(storage_key, "off");
  } catch {
    // Kept for this page alone.
  }
  for (const listener of listeners) listener();
}

export function useKeysOff(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keysAreOff);
}
