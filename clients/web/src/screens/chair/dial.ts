// What a chair turns on the dial of time, and what is sent of it. Pure.
import type { Sight } from "../../shared/acts/sight";
import { closeList } from "../../shared/acts/table/list";
import { announceLimits, setMeetingEnd, setReserve } from "../../shared/acts/table/panels";
import type { Sent } from "../../shared/hall";
import { type Limit, LimitOf } from "../../wire";
import type { TimeAnswer, TimeWanted } from "../../wire/question";

export type Turned = "limit" | "end" | "reserve" | "closes";

/** From whom on a higher limit holds; a lower one never reaches the next two. */
export type Applies = "third" | "next" | "once";

/** What was turned away from how it is; undefined: as it is. */
export interface Dial {
  limit_ms?: number | undefined;
  endsAt?: number | undefined;
  reserve_ms?: number | undefined;
  closes?: boolean | undefined;
}

export interface Scale {
  least: number;
  most: number;
  step: number;
  value: number;
}

const MINUTE_MS = 60_000;
const end_most_ms = 3 * 60 * MINUTE_MS;
const reserve_most_ms = 60 * MINUTE_MS;

export const memberLimit = (limits: readonly Limit[]): number =>
  limits.find(({ of }) => of === LimitOf.MEMBER)?.limitMs ?? 0;

/** How far a dial can be turned, and where it stands. */
export function scaleOf(turned: Exclude<Turned, "closes">, dial: Dial, answer: TimeAnswer, seen: Sight): Scale {
  switch (turned) {
    case "limit": {
      const step = (answer.bars[1]?.limitMs ?? 0) - (answer.bars[0]?.limitMs ?? 0) || 5_000;
      return {
        least: answer.bars[0]?.limitMs ?? 0,
        most: answer.bars.at(-1)?.limitMs ?? 0,
        step,
        value: dial.limit_ms ?? memberLimit(answer.now?.limits ?? []),
      };
    }
    case "end": {
      const planned = seen.meeting?.plannedEndAt ?? answer.endsAt;
      const step = 5 * MINUTE_MS;
      const least = Math.ceil((answer.at + MINUTE_MS) / step) * step;
      return {
        least,
        most: Math.max(least, planned) + end_most_ms,
        step,
        value: dial.endsAt ?? Math.max(least, planned),
      };
    }
    case "reserve":
      return {
        least: 0,
        most: reserve_most_ms,
        step: MINUTE_MS,
        value: dial.reserve_ms ?? seen.panel?.reserveMs ?? 0,
      };
  }
}

export function wantedOf(panel: string, { limit_ms = 0, endsAt = 0, reserve_ms, closes = false }: Dial): TimeWanted {
  return {
    panel,
    limitMs: limit_ms,
    endsAt,
    listClosed: closes,
    ...(reserve_ms === undefined ? {} : { reserveMs: reserve_ms }),
  };
}

/** The limits that would change: what is turned by hand and scaled alike. */
export function changedLimits({ limit_ms }: Dial, answer: TimeAnswer, seen: Sight): Limit[] {
  if (limit_ms === undefined) return [];
  const stands = new Map((seen.panel?.limits ?? []).map(({ of, limitMs }) => [of, limitMs]));
  return (answer.then?.limits ?? []).filter(({ of, limitMs }) => stands.get(of) !== limitMs);
}

export function isRaise(dial: Dial, answer: TimeAnswer): boolean {
  return dial.limit_ms !== undefined && dial.limit_ms > memberLimit(answer.now?.limits ?? []);
}

/** What announces all that was turned, one act after the other; nothing where all is as it was. */
export function announcementOf(dial: Dial, applies: Applies, answer: TimeAnswer, seen: Sight): Sent[] {
  const sent: Sent[] = [];
  if (dial.endsAt !== undefined && dial.endsAt !== seen.meeting?.plannedEndAt)
    sent.push(setMeetingEnd.command(seen, dial.endsAt));
  if (dial.reserve_ms !== undefined && dial.reserve_ms !== seen.panel?.reserveMs)
    sent.push(setReserve.command(seen, dial.reserve_ms));
  if (dial.closes && closeList.available(seen)) sent.push(closeList.command(seen));
  const limits = changedLimits(dial, answer, seen);
  if (limits.length > 0)
    sent.push(
      announceLimits.command(seen, { limits, fromNext: applies !== "third", alsoUnderWay: applies === "once" }),
    );
  return sent;
}
