// Where the session stands, for screens that follow it: which meeting, which panel, who speaks, and what the list says.
import { elapsedMs, leftMs } from "../parts/speech";
import { type Moments, plus, type Range, rangeOf, restOf, speechOf, untilFinish, untilPlace } from "../sync/expected";
import type { Store } from "../sync/store";
import {
  type Delegation,
  type Entry,
  type Floor,
  Kind,
  ListStatus,
  type Meeting,
  MeetingStatus,
  type Panel,
  PanelStatus,
  type Queue,
  type Speaker,
  type Texts,
} from "../wire";
import { type Held, interruptedOn, listSpeechOn, motionBeforeChair, pointBeforeChair, speakingOn } from "./floor";

const minute_ms = 60_000;

/**
 * none: no programme. planned, suspended, closed: the meeting is. panel_planned, panel_closed: the meeting is open, its
 * panel is not. open: the panel is under way.
 */
export type Stage = "none" | "planned" | "suspended" | "closed" | "panel_planned" | "panel_closed" | "open";

/**
 * `floor` is there while someone speaks. `point` is there from the recognition of a point of order until its ruling, also
 * when nobody speaks meanwhile, and so is `motion` until it is decided; `interrupted` is the speech that goes on after it.
 */
export type Situation = {
  stage: Stage;
  meeting?: Meeting;
  panel?: Panel;
  floor?: Held;
  point?: Held;
  motion?: Held;
  interrupted?: Held;
};

/** The meeting that sits or is suspended: at most one. */
export function sittingMeetingOf(store: Pick<Store, "meetings">): Meeting | undefined {
  return store.meetings().find(({ status }) => status === MeetingStatus.OPEN || status === MeetingStatus.SUSPENDED);
}

/** Whether a point of order can be raised: on a panel that is under way, while a meeting sits or is suspended. */
export function takesPoints(store: Pick<Store, "meetings">, panel: Panel | undefined): boolean {
  return panel?.status === PanelStatus.OPEN && sittingMeetingOf(store) !== undefined;
}

/** The meeting a panel is held in: an open panel goes on in whichever one sits, any other is of the one it is planned for. */
export function meetingOf(store: Pick<Store, "meeting" | "meetings">, panel: Panel): Meeting | undefined {
  const sitting = panel.status === PanelStatus.OPEN ? sittingMeetingOf(store) : undefined;
  return sitting ?? store.meeting(panel.meeting);
}

export function situationOf(store: Store): Situation {
  const sitting = sittingMeetingOf(store);
  const panel = panelNow(store, sitting);
  const meeting = sitting ?? (panel && store.meeting(panel.meeting));
  if (!meeting) return panel ? { stage: "planned", panel } : { stage: "none" };
  const state = panel && store.floor(panel.id);
  const floor = speakingOn(state);
  const point = pointBeforeChair(state);
  const motion = motionBeforeChair(state);
  const interrupted = interruptedOn(state);
  return {
    stage: stageOf(meeting, panel),
    meeting,
    ...(panel ? { panel } : {}),
    ...(floor ? { floor } : {}),
    ...(point ? { point } : {}),
    ...(motion ? { motion } : {}),
    ...(interrupted ? { interrupted } : {}),
  };
}

/** While a meeting sits whose panels are over, the last of them; not yet one of a later meeting. */
function panelNow(store: Store, sitting: Meeting | undefined): Panel | undefined {
  const panel = store.livePanel();
  if (!sitting || !panel || panel.status === PanelStatus.OPEN || panel.meeting === sitting.id) return panel;
  return (
    store.panels().findLast(({ meeting, status }) => meeting === sitting.id && status === PanelStatus.CLOSED) ?? panel
  );
}

function stageOf(meeting: Meeting, panel: Panel | undefined): Stage {
  switch (meeting.status) {
    case MeetingStatus.SUSPENDED:
      return "suspended";
    case MeetingStatus.CLOSED:
      return "closed";
    case MeetingStatus.OPEN:
      if (panel?.status === PanelStatus.OPEN) return "open";
      return panel?.status === PanelStatus.CLOSED ? "panel_closed" : "panel_planned";
    default:
      return "planned";
  }
}

export type Waiting = {
  entry: Entry;
  place: number;
  from: number | undefined;
  to: number | undefined;
  /** The planned end of the meeting, where the time expected may lie beyond it. */
  beyond: number | undefined;
};

/** Those that wait on a panel's list, with place (from 1) and expected time; without a time where none can be told. */
export function waitingOn(store: Store, panel: Panel, now: number): Waiting[] {
  const queue = store.queue(panel.id);
  if (!queue) return [];
  const expected = panel.status === PanelStatus.OPEN ? expectedOn(store, panel, now) : undefined;
  const end = meetingOf(store, panel)?.plannedEndAt ?? 0;
  return queue.entries.flatMap((number, index) => {
    const entry = store.entry(number);
    if (!entry) return [];
    const range = expected?.place(index);
    const from = expected && range && expected.from + range.earliest * 1_000;
    const to = expected && range && expected.from + range.latest * 1_000;
    const beyond = end > 0 && to !== undefined && to > end ? end : undefined;
    return [{ entry, place: index + 1, from, to, beyond }];
  });
}

/** When those on a list may speak: seconds from an instant. */
export type Expected = {
  from: number;
  /** Until the entry at this place (from 0) has the floor. */
  place: (index: number) => Range | undefined;
  finish: Range;
};

/** Undefined where nobody can say. */
export function expectedOn(
  store: Pick<Store, "queue" | "floor" | "meeting" | "meetings">,
  panel: Panel,
  now: number,
): Expected | undefined {
  const queue = store.queue(panel.id);
  const from = expectedFrom(meetingOf(store, panel), now);
  if (!queue || from === undefined) return undefined;
  const rest = restOfFloor(queue, store.floor(panel.id), now);
  return {
    from,
    place: (index) => {
      const until = untilPlace(queue, index);
      return until && rangeOf(plus(rest, until));
    },
    finish: rangeOf(plus(rest, untilFinish(queue))),
  };
}

/**
 * The instant that expected times count from: now, the planned start where the meeting is still to be opened, the end of a
 * suspension where it is known. Undefined where nobody can say: suspended until further notice, closed.
 */
export function expectedFrom(meeting: Meeting | undefined, now: number): number | undefined {
  switch (meeting?.status) {
    case MeetingStatus.CLOSED:
      return undefined;
    case MeetingStatus.PLANNED:
      return Math.max(now, meeting.plannedStartAt);
    case MeetingStatus.SUSPENDED:
      return meeting.suspendedUntil ? Math.max(now, meeting.suspendedUntil) : undefined;
    default:
      return now;
  }
}

/** What is left of the speech under way, and of a point of order and the speech that it interrupts. */
export function restOfFloor(queue: Queue, floor: Floor | undefined, now: number): Moments {
  const speech = listSpeechOn(floor);
  const rest = speech ? restOf(speechOf(queue), elapsedMs(speech, now) / 1_000) : { mean: 0, variance: 0 };
  const point = speakingOn(floor);
  if (!point || point.kind !== Kind.POINT_OF_ORDER) return rest;
  return plus(rest, { mean: Math.max(0, leftMs(point, now)) / 1_000, variance: 0 });
}

/** When all that wait are expected to have spoken: nine times in ten between two instants, `at` in the middle of them. */
export type Finish = { earliestAt: number; latestAt: number; at: number; margin_ms: number };

/** Undefined where nobody can say, and on a panel that is over. */
export function finishOf(
  store: Pick<Store, "queue" | "floor" | "meeting" | "meetings">,
  panel: Panel,
  now: number,
): Finish | undefined {
  const expected = panel.status === PanelStatus.CLOSED ? undefined : expectedOn(store, panel, now);
  if (!expected) return undefined;
  const { earliest, middle, latest } = expected.finish;
  const at = (after_s: number) => expected.from + after_s * 1_000;
  return {
    earliestAt: at(earliest),
    latestAt: at(latest),
    at: at(middle),
    margin_ms: ((latest - earliest) * 1_000) / 2,
  };
}

/** How far over or under in whole minutes; within half a minute of the end it is on time. */
export function againstEnd(over_ms: number): { word: "over" | "left" | "on_time"; minutes: number } {
  const minutes = Math.round(Math.abs(over_ms) / minute_ms);
  if (minutes === 0) return { word: "on_time", minutes: 0 };
  return { word: over_ms > 0 ? "over" : "left", minutes };
}

export function takesRequests(panel: Panel): boolean {
  return panel.listStatus === ListStatus.OPEN || panel.listStatus === ListStatus.CLOSING;
}

/** Who speaks or waits: of a delegation, a panellist, or a guest, who has neither. A holding of the floor and an entry are both one. */
export type Holder = {
  panel: string;
  panellist?: string;
  delegation: string;
  body: string;
  speaker?: Speaker | undefined;
};

/** The code of a delegation's flag, or its own where it has none. */
export function flagOf(delegation: Pick<Delegation, "flag" | "id"> | undefined): string {
  return delegation?.flag || (delegation?.id ?? "");
}

/** `flag` is the code of one, or of a delegation that has none its own. */
export type Shown = { name: Texts; flag: string; fallback: string; guest: boolean };

/** Who has the floor or waits, for showing. A guest goes by the body that it speaks for, else by its own name. */
export function holderOf(store: Pick<Store, "delegation" | "panellist">, of: Holder): Shown {
  if (isGuest(of)) return { name: {}, flag: "", fallback: of.body || (of.speaker?.name ?? ""), guest: true };
  if (of.panellist) {
    const panellist = store.panellist(of.panel, of.panellist);
    return { name: panellist?.name ?? {}, flag: panellist?.flag ?? "", fallback: of.panellist, guest: false };
  }
  const delegation = store.delegation(of.delegation);
  return { name: delegation?.name ?? {}, flag: flagOf(delegation), fallback: of.delegation, guest: false };
}

export function isGuest(of: Pick<Holder, "panellist" | "delegation">): boolean {
  return !of.panellist && !of.delegation;
}
