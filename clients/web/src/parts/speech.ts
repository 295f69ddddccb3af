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

/** What the clock reads, in whole seconds of time left, so that every screen turns at the same instant. */
export function shownLeftMs(speech: Running, now: number): number {
  return Math.ceil(leftMs(speech, now) / 1000) * 1000;
}

/** The same of a speech that was interrupted: its clock stands, on every screen at the same second. */
export function stoodLeftMs(speech: Running): number {
  return shownLeftMs(speech, speech.pausedAt);
}
