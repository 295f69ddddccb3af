// What was dismissed on this device. An instant or a number of the session means something only within its epoch: a
// rehearsal may have been set later. One record for each session and delegation: the next epoch's takes its place.
import { useState } from "react";
import { keyOf, type SignedIn } from "../../shared/kept";

export type Seen = {
  epoch: string;
  /** The instant of the last standing that was dismissed. */
  at: number;
  /** Notices that were. */
  notices: number[];
};

/** More than stand at a time, so that none comes back while it stands. */
const notices_kept_max = 100;

export function useSeen(hello: SignedIn): [Seen, (change: Partial<Omit<Seen, "epoch">>) => void] {
  const key = keyOf("seen", hello);
  const epoch = hello?.epoch ?? "";
  const [kept, setKept] = useState(() => read(key));
  const seen = kept.epoch === epoch ? kept : { epoch, at: 0, notices: [] };
  return [
    seen,
    (change) => {
      // Another part of the screen may have written since.
      const stored = read(key);
      const latest = stored.epoch === epoch ? stored : seen;
      const next = { ...latest, ...change, epoch };
      next.notices = next.notices.slice(-notices_kept_max);
      setKept(next);
      write(key, next);
    },
  ];
}

function read(key: string): Seen {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Seen>;
    return { epoch: kept.epoch ?? "", at: kept.at ?? 0, notices: Array.isArray(kept.notices) ? kept.notices : [] };
  } catch {
    return { epoch: "", at: 0, notices: [] };
  }
}

function write(key: string, seen: Seen): void {
  try {
    localStorage.setItem(key, JSON.stringify(seen));
  } catch {
    // Without storage it shows again after a reload.
  }
}
