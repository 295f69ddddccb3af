// Who is called next on a list, where the chair has passed someone over.
import type { Waiting } from "./situation";

/**
 * Those that wait, in the order in which they would be called: the one that is next comes first, also past those who were
 * passed over; these keep their places and so come straight after.
 */
export function asCalled(waiting: Waiting[], next: number): Waiting[] {
  const first = waiting.find(({ entry }) => entry.id === next);
  return first ? [first, ...waiting.filter((one) => one !== first)] : waiting;
}
