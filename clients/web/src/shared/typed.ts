// What stands in a form that was left, by Back or otherwise, stands there again when it is opened anew: until it is sent, or the
// page is loaded again. Nothing of it is stored.
import { useCallback, useState } from "react";

const left = new Map<string, unknown>();

/** As useState, under a name; `forget` once it was sent. */
export function useTyped<Of>(name: string, first: Of): [Of, (change: (before: Of) => Of) => void, () => void] {
  const [typed, setTyped] = useState<Of>(() => (left.has(name) ? (left.get(name) as Of) : first));
  const change = useCallback(
    (how: (before: Of) => Of) =>
      setTyped((before) => {
        const after = how(before);
        left.set(name, after);
        return after;
      }),
    [name],
  );
  const forget = useCallback(() => void left.delete(name), [name]);
  return [typed, change, forget];
}

/** For tests, and for a device that was signed out. */
export function forgetTyped(): void {
  left.clear();
}
