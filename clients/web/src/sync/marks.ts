// What became, on this device, of acts that waited for a line. A tab that is duplicated takes along what waits in it, and each of
// the two would send it: what is called off in one is not sent by the other, and what one has sent the other does not call off.
import type { Keep } from "./pending";

export type Mark = "off" | "sent";

const storage_key = "rostrum.waited";

/** By the id of the act, with the instant from which nobody sends it any more. */
type Marked = Record<string, [mark: Mark, until: number]>;

export class Marks {
  constructor(private readonly device: Keep | undefined) {}

  of(id: string): Mark | undefined {
    const marked = this.read();
    return Object.hasOwn(marked, id) ? marked[id]?.[0] : undefined;
  }

  set(id: string, mark: Mark, until: number, now: number): void {
    const standing = Object.entries(this.read()).filter(([, [, over]]) => over > now);
    try {
      this.device?.setItem(storage_key, JSON.stringify({ ...Object.fromEntries(standing), [id]: [mark, until] }));
    } catch {
      // A full or forbidden storage: each tab knows of its own.
    }
  }

  private read(): Marked {
    try {
      return (JSON.parse(this.device?.getItem(storage_key) ?? "{}") as Marked | null) ?? {};
    } catch {
      return {};
    }
  }
}
