// Keeps a screen lit while it is looked at: a tablet that has gone dark does not tell its delegation that it is next, and a
// display has nobody to wake it. Browsers allow it on pages that came over TLS, or from the machine itself; elsewhere the
// device's own setting decides (docs/operations.md).
import { useEffect } from "react";

type Lock = { release(): Promise<void> };
type Keeper = { request(type: "screen"): Promise<Lock> };

const keeper = (): Keeper | undefined => (navigator as { wakeLock?: Keeper }).wakeLock;

export function useAwake(): void {
  useEffect(() => {
    let left = false;
    let lock: Lock | undefined;
    // The browser lets go of it whenever the page is hidden.
    const keep = async () => {
      if (document.visibilityState !== "visible") return;
      const got = await keeper()
        ?.request("screen")
        .catch(() => undefined);
      if (left) await got?.release();
      else lock = got;
    };
    void keep();
    document.addEventListener("visibilitychange", keep);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", keep);
      void lock?.release();
    };
  }, []);
}

/** Two short pulses, in the hand of who waits; nothing where there is no motor, or the person has touched nothing yet. */
export function buzz(): void {
  (navigator as { vibrate?: (pattern: number[]) => boolean }).vibrate?.([200, 100, 200]);
}
