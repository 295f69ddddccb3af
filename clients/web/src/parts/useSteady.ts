import { useCallback, useLayoutEffect, useRef } from "react";

/** One function for good that does what the last one given does: whoever is given it needs no new rendering for it. */
export function useSteady<Of extends unknown[], Result>(does: (...of: Of) => Result): (...of: Of) => Result {
  const latest = useRef(does);
  useLayoutEffect(() => {
    latest.current = does;
  });
  return useCallback((...of: Of) => latest.current(...of), []);
}
