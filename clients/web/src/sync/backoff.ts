// How long to wait before the next attempt: full jitter, so that a hall of tablets that drops at once does not come back
// at once.

export const first_wait_ms_max = 500;
export const wait_ms_max = 5_000;

/** `attempt` counts from 0; `random` is in [0, 1). */
export function waitMs(attempt: number, random: number): number {
  return random * Math.min(wait_ms_max, first_wait_ms_max * 2 ** Math.min(attempt, 16));
}
