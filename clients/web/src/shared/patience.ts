// How long somebody waits without a word before being told why.
import { useEffect, useState } from "react";

export const patience_ms = 4_000;

/** Whether what stands here has stood for longer than that. */
export function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience_ms);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}
