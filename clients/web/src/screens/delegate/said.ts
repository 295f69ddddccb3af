// What a delegation hears of its place while it waits: once when it is fifth, next but one, and next; and the expected time again
// where that has moved much, but not more than once a minute. Pure.

/** The place as it is called: 1 is next. */
export type Standing = { entry: number; place: number; from: number | undefined; to: number | undefined };

/** What was said last, and when. */
export type Said = Standing & { at: number };

const places_said = new Set([5, 2, 1]);
const moved_ms = 120_000;
const again_ms = 60_000;

/** What is said from now on: the same object where there is nothing new. */
export function saidNext(before: Said | undefined, now: Standing | undefined, at: number): Said | undefined {
  if (!now) return undefined;
  const new_place = places_said.has(now.place) && (before?.entry !== now.entry || before.place !== now.place);
  if (new_place) return { ...now, at };
  if (before?.entry !== now.entry) return undefined;
  // Between the places that are said, the last one said is not the place any more.
  if (before.place !== now.place) return before;
  return moved(before, now) && at - before.at >= again_ms ? { ...now, at } : before;
}

function moved(before: Standing, now: Standing): boolean {
  if (now.from === undefined || now.to === undefined) return false;
  if (before.from === undefined || before.to === undefined) return true;
  return Math.abs(now.from - before.from) >= moved_ms || Math.abs(now.to - before.to) >= moved_ms;
}
