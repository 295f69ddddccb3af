// The clock of a speech. Each has its own: no shared countdown, and a pause loses nothing. Milliseconds throughout.

export type Running = { startedAt: number; pausedMs: number; pausedAt: number; limitMs: number; amberMs: number };
export type LightName = "green" | "amber" | "red";

export function elapsedMs(speech: Running, now: number): number {
  return Math.max(0, (speech.pausedAt || now) - speech.startedAt - speech.pausedMs);
}

/** Negative in overtime. */
export function leftMs(speech: Running, now: number): number {
  return speech.limitMs - elapsedMs(speech, now);
}

export function lightOf(speech: Running, now: number): LightName {
  const left = leftMs(speech, now);
  if (left <= 0) return "red";
  return left <= speech.amberMs ? "amber" : "green";
}

/**
 * The instant from which the expected times of those who wait are counted: the end of the speech under way, and after
 * it what is left of those that it has interrupted.
 */
export function expectedBase(speech: Running | undefined, now: number, interrupted: readonly Running[] = []): number {
  const held_ms = interrupted.reduce((sum, held) => sum + Math.max(0, leftMs(held, now)), 0);
  if (!speech) return now + held_ms;
  const running_pause = speech.pausedAt ? Math.max(0, now - speech.pausedAt) : 0;
  return Math.max(now, speech.startedAt + speech.pausedMs + running_pause + speech.limitMs) + held_ms;
}

/** What the clock reads, in whole seconds of time left, so that every screen turns at the same instant. */
export function shownLeftMs(speech: Running, now: number): number {
  return Math.ceil(leftMs(speech, now) / 1000) * 1000;
}

/** The same of a speech that was interrupted: its clock stands, on every screen at the same second. */
export function stoodLeftMs(speech: Running): number {
  return shownLeftMs(speech, speech.pausedAt);
}
