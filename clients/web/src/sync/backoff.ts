// How long to wait before the next attempt: full jitter, so that a hall of tablets that drops at once does not come back
// at once.

export const first_wait_ms_max = 500;
export const wait_ms_max = 5_000;

/** Beside a line that stands: soon at first, and then so that a hall that seeks in vain is no burden. */
export const first_seek_ms_max = 50;
export const seek_ms_max = 10_000;

export const first_again_ms = 1_000;
export const again_ms_max = 5_000;

/** `attempt` counts from 0; `random` is in [0, 1). */
export function waitMs(attempt: number, random: number): number {
  return random * doubled(attempt, first_wait_ms_max, wait_ms_max);
}

/** Before another place is tried beside the line that is used. */
export function seekMs(attempt: number, random: number): number {
  return random * doubled(attempt, first_seek_ms_max, seek_ms_max);
}

/**
 * Before what is not known to be done is sent again: at least half of it is waited for, so that a server which is busy
 * finding out is not asked at once.
 */
export function againMs(attempt: number, random: number): number {
  return (doubled(attempt, first_again_ms, again_ms_max) * (1 + random)) / 2;
}

/** The wait doubles with each attempt up to its bound, however many there are. */
function doubled(attempt: number, first_ms: number, ms_max: number): number {
  return Math.min(ms_max, first_ms * 2 ** attempt);
}

/** What a screen cannot do without: asked for again until it comes. */
export async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await load();
    } catch {
      const wait_ms = waitMs(attempt, Math.random());
      await new Promise((resolve) => setTimeout(resolve, wait_ms));
    }
  }
}
