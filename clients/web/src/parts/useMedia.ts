// What the style sheets ask of the screen, asked by a component too: where a menu holds what has no room beside it.
import { useCallback, useSyncExternalStore } from "react";

/** False where nothing can be asked. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (typeof matchMedia !== "function") return () => {};
      const list = matchMedia(query);
      list.addEventListener?.("change", changed);
      return () => list.removeEventListener?.("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => typeof matchMedia === "function" && matchMedia(query).matches);
}
