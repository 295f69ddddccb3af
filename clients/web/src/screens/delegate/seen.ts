// What was dismissed on this device. An instant or a number of the session means something only within its epoch: a
// rehearsal may have been set later. One record for each delegation: the next epoch's takes its place.
import { useState } from "react";

export type Seen = {
  epoch: string;
  /** The instant of the last standing that was dismissed. */
  at: number;
  /** Notices that were. */
  notices: number[];
};

/** More than stand at a time, so that none comes back while it stands. */
const notices_kept_max = 100;
const key = (delegation: string) => `rostrum.seen.${delegation}`;

export function useSeen(delegation: string, epoch: string): [Seen, (change: Partial<Omit<Seen, "epoch">>) => void] {
  const [kept, setKept] = useState(() => read(delegation));
  const seen = kept.epoch === epoch ? kept : { epoch, at: 0, notices: [] };
  return [
    seen,
    (change) => {
      // Another part of the screen may have written since.
      const stored = read(delegation);
      const latest = stored.epoch === epoch ? stored : seen;
      const next = { ...latest, ...change, epoch };
      next.notices = next.notices.slice(-notices_kept_max);
      setKept(next);
      write(delegation, next);
    },
  ];
}

function read(delegation: string): Seen {
  try {
    const kept = JSON.parse(localStorage.getItem(key(delegation)) ?? "{}") as Partial<Seen>;
    return { epoch: kept.epoch ?? "", at: kept.at ?? 0, notices: Array.isArray(kept.notices) ? kept.notices : [] };
  } catch {
    return { epoch: "", at: 0, notices: [] };
  }
}

function write(delegation: string, seen: Seen): void {
  try {
    localStorage.setItem(key(delegation), JSON.stringify(seen));
  } catch {
    // Without storage it shows again after a reload.
  }
}
