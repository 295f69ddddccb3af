// Where the session stands, for screens that follow it: which meeting, which panel, who speaks, and what the list says.
import { expectedBase } from "../parts/speech";
import type { Store } from "../sync/store";
import {
  type Delegation,
  type Entry,
  type Floor,
  ListStatus,
  type Meeting,
  MeetingStatus,
  type Panel,
  PanelStatus,
  type Speaker,
  type Texts,
} from "../wire";
import { type Held, interruptedOn, pausedOn, pointBeforeChair, speakingOn } from "./floor";

const minute_ms = 60_000;

/**
 * none: no programme. planned, suspended, closed: the meeting is. panel_planned, panel_closed: the meeting is open, its
 * panel is not. open: the panel is under way.
 */
export type Stage = "none" | "planned" | "suspended" | "closed" | "panel_planned" | "panel_closed" | "open";

/**
 * `floor` is there while someone speaks. `point` is there from the recognition of a point of order until its ruling, also
 * when nobody speaks meanwhile; `interrupted` is the speech that goes on after it.
 */
export type Situation = {
  stage: Stage;
  meeting?: Meeting;
  panel?: Panel;
  floor?: Held;
  point?: Held;
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
  const interrupted = interruptedOn(state);
  return {
    stage: stageOf(meeting, panel),
    meeting,
    ...(panel ? { panel } : {}),
    ...(floor ? { floor } : {}),
    ...(point ? { point } : {}),
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
  const base = baseOf(store, panel, now);
  const end = meetingOf(store, panel)?.plannedEndAt ?? 0;
  return queue.entries.flatMap((number, index) => {
    const entry = store.entry(number);
    if (!entry) return [];
    const earliest = queue.earliestS[index];
    const latest = queue.latestS[index];
    const known = base !== undefined && earliest !== undefined && latest !== undefined;
    const from = known ? base + earliest * 1_000 : undefined;
    const to = known ? base + latest * 1_000 : undefined;
    const beyond = end > 0 && to !== undefined && to > end ? end : undefined;
    return [{ entry, place: index + 1, from, to, beyond }];
  });
}

/** A list that is not being worked through, or is suspended until further notice, has no times. */
function baseOf(store: Store, panel: Panel, now: number): number | undefined {
  if (panel.status !== PanelStatus.OPEN) return undefined;
  return expectedFrom(store.floor(panel.id), meetingOf(store, panel), now);
}

/**
 * The instant that a queue's expected times count from: the end of the speech under way (and of the one that a point of
 * order interrupted, which goes on after it), now where the floor is free, the planned start where the meeting is still to
 * be opened, the end of a suspension where it is known. Undefined where nobody can say: suspended until further notice,
 * closed.
 */
export function expectedFrom(floor: Floor | undefined, meeting: Meeting | undefined, now: number): number | undefined {
  if (meeting?.status === MeetingStatus.CLOSED) return undefined;
  if (meeting?.status === MeetingStatus.PLANNED) return Math.max(now, meeting.plannedStartAt);
  let wait_ms = 0;
  if (meeting?.status === MeetingStatus.SUSPENDED) {
    if (!meeting.suspendedUntil) return undefined;
    wait_ms = Math.max(0, meeting.suspendedUntil - now);
  }
  return expectedBase(speakingOn(floor), now, pausedOn(floor)) + wait_ms;
}

/** When all that wait are expected to have spoken: between two instants, `at` in the middle of them. */
export type Finish = { earliestAt: number; latestAt: number; at: number; margin_ms: number };

/** Undefined where nobody can say, and on a panel that is over. */
export function finishOf(
  store: Pick<Store, "queue" | "floor" | "meeting" | "meetings">,
  panel: Panel,
  now: number,
): Finish | undefined {
  const queue = store.queue(panel.id);
  if (!queue || panel.status === PanelStatus.CLOSED) return undefined;
  const from = expectedFrom(store.floor(panel.id), meetingOf(store, panel), now);
  if (from === undefined) return undefined;
  const earliestAt = from + queue.finishEarliestS * 1_000;
  const latestAt = Math.max(earliestAt, from + queue.finishLatestS * 1_000);
  return { earliestAt, latestAt, at: (earliestAt + latestAt) / 2, margin_ms: (latestAt - earliestAt) / 2 };
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
