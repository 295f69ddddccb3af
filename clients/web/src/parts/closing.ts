// The component library puts a button that nobody sees beside what is open, for who cannot press Escape: on a phone with a
// screen reader it is the way out. It has no way to name it; its own word in French and Spanish is one for turning somebody down.
import { useCallback } from "react";
import { useText } from "../i18n";

/** Given as `ref` to what is open: names the buttons in it that close it. */
export function useNamedClosing(): (open: HTMLElement | null) => void {
  const name = useText()("common.close");
  return useCallback(
    (open) => {
      const unseen = open?.querySelectorAll(":scope > div > button[tabindex='-1']") ?? [];
      for (const button of unseen) button.setAttribute("aria-label", name);
    },
    [name],
  );
}
