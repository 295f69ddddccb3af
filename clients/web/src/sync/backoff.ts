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

/** So many attempts in vain are a loss of the network; after them it may be what the browser or an old page has kept. */
export const attempts_before_cure = 4;

/** What a screen cannot do without: asked for again until it comes. `cure` is tried before each attempt after the first few. */
export async function untilItComes<T>(load: () => Promise<T>, cure?: () => Promise<void>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await load();
    } catch {
      const wait_ms = waitMs(attempt, Math.random());
      await new Promise((resolve) => setTimeout(resolve, wait_ms));
      if (attempt + 1 >= attempts_before_cure) await cure?.();
    }
  }
}

/**
 * A browser may keep for ever that a file could not be had, and a server of another version has no file of that name: a page that
 * shows nothing yet is loaded again, once the server answers for it. Without a server there would be nothing to show instead.
 */
export async function loadAgainOnceServed(page: Pick<Location, "href" | "reload"> = window.location): Promise<void> {
  const answer = await fetch(page.href, { cache: "no-store" }).catch(() => undefined);
  if (answer?.ok) page.reload();
}
