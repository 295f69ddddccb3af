// What the chair's screen shows, derived from the view's entities: the programme, the rows of the list, the next act,
// where a panel stands against its time. Pure: the instant is an argument, words are looked up by the caller's
// `localize`. The server decides; nothing here repeats a rule of it beyond what an act needs to be offered.
import { elapsedMs } from "../../parts/speech";
import type { Place } from "../../shared/acts/act";
import { nextOf, openPanelOf, type View } from "../../shared/acts/sight";
import { waitingPoints } from "../../shared/acts/waiting";
import { listSpeechOn, motionBeforeChair, pointBeforeChair } from "../../shared/floor";
import {
  type Expected,
  expectedOn,
  type Finish,
  finishOf,
  holderOf,
  meetingOf,
  sittingMeetingOf,
} from "../../shared/situation";
import { followedText } from "../../shared/statement";
import {
  Category,
  type Entry,
  HelpStatus,
  type Kind,
  ListStatus,
  type Meeting,
  MeetingStatus,
  type Panel,
  PanelStatus,
  type PointOfOrder,
  type Rank,
  type Texts,
} from "../../wire";

const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;

export type Localize = (words: Texts | undefined) => string;

// ---------------------------------------------------------------- the programme

export interface MeetingPart {
  meeting: Meeting;
  panels: Panel[];
}

/** Meetings in the order of the programme, each with its panels. */
export function programmeOf(view: View): MeetingPart[] {
  const panels = view.panels();
  return view
    .meetings()
    .map((meeting) => ({ meeting, panels: panels.filter((panel) => panel.meeting === meeting.id) }));
}

/** The panel to show before the chair has chosen one: the open one, else one of the meeting that sits, else the next. */
export function panelToShow(view: View): string | undefined {
  const open = openPanelOf(view);
  if (open) return open.id;
  const panels = view.panels();
  const sitting = sittingMeetingOf(view);
  const planned = panels.filter((panel) => panel.status === PanelStatus.PLANNED);
  const next =
    planned.find((panel) => panel.meeting === sitting?.id) ??
    panels.findLast((panel) => panel.meeting === sitting?.id) ??
    planned.find((panel) => !panel.draft) ??
    planned[0] ??
    panels.at(-1);
  return next?.id;
}

// ---------------------------------------------------------------- the floor

/** The panel with a point of order before the chair, where that is not the one shown. */
export function pointElsewhere(view: View, shown: string): Panel | undefined {
  return view.panels().find(({ id }) => id !== shown && pointBeforeChair(view.floor(id)));
}

export function openHelps(view: View): number {
  return view.helps().filter(({ status }) => status === HelpStatus.REQUESTED).length;
}

/** Where a statement's delivery stands; undefined where the entry has no text. */
export function deliveryOf(
  view: View,
  { entry, language, paragraph }: { entry: number; language: string; paragraph: number },
): { released: boolean; paragraph: number; of: number } | undefined {
  const statement = entry ? view.statement(entry) : undefined;
  const followed = statement && followedText(statement, language);
  if (!statement || !followed) return undefined;
  return { released: statement.releasedAt !== 0, paragraph, of: followed.paragraphs.length };
}

// ---------------------------------------------------------------- the list

/** Closings announced for an instant before the meeting goes on (`until`; 0: until further notice), the earliest first. */
export function closingsWithin(view: View, now: number, until: number): Panel[] {
  return view
    .panels()
    .filter(
      ({ listStatus, listClosesAt }) =>
        listStatus === ListStatus.CLOSING && listClosesAt > now && (until === 0 || listClosesAt <= until),
    )
    .sort((a, b) => a.listClosesAt - b.listClosesAt);
}

/** As long after the resumption as it would have been after now, on a whole minute. */
export function movedClosing(closesAt: number, now: number, until: number): number {
  return Math.ceil((until + Math.max(0, closesAt - now)) / MINUTE_MS) * MINUTE_MS;
}

/** Whether the announced closing falls within the suspension that is on. */
export function closesWhileSuspended(panel: Panel, meeting: Meeting | undefined): boolean {
  if (meeting?.status !== MeetingStatus.SUSPENDED || panel.listStatus !== ListStatus.CLOSING) return false;
  return meeting.suspendedUntil === 0 || panel.listClosesAt <= meeting.suspendedUntil;
}

/** One row of the list of speakers. Primitives only, so that equal rows can be told and need no new rendering. */
export interface Row {
  entry: number;
  place: number;
  delegation: string;
  name: string;
  flag: string;
  /** A speaker without a delegation; the name is that of the body. */
  guest: boolean;
  category: Category;
  kind: Kind;
  speaker: string;
  speakerTitle: string;
  rank: Rank;
  language: string;
  onBehalfOf: string;
  addressedTo: string;
  requestedAt: number;
  limit_ms: number;
  moved: boolean;
  noShows: number;
  /** What it has answered, as one of the first in line; empty for who is further back. */
  standBy: "" | "on_the_way" | "no_answer";
  skipped: boolean;
  /** Who is called next: not the first where that is passed over. */
  next: boolean;
  /** The texts handed in, as "fr 2, en 1": language and version. Empty where there is none. */
  texts: string;
  /** How many statements of its own its delegation has made in the session; undefined for a guest. */
  before: number | undefined;
  /** The groups of its delegation. */
  groups: string;
  /** Whole minutes, as they are shown: the same where the range is short; undefined where nobody can say. */
  expectedFrom: number | undefined;
  expectedTo: number | undefined;
  /** Expected when the meeting is over. */
  late: boolean;
  /** Why it stands where it does, in words. */
  why: string;
}

/** Of the row that this is at. */
export function entryOf(place: Place): number | undefined {
  return place.startsWith("entry/") ? Number(place.slice(6)) : undefined;
}

/** A range that is shorter than this is told as one time. */
const told_apart_s = 210;

/** `why`: the reason of an entry in words. */
export function listRows(
  view: View,
  panelId: string,
  now: number,
  localize: Localize,
  why: (entry: Entry) => string = () => "",
): Row[] {
  const queue = view.queue(panelId);
  const panel = view.panel(panelId);
  if (!queue || !panel) return [];
  const meeting = meetingOf(view, panel);
  const expected = expectedOn(view, panel, now);
  return queue.entries.flatMap((id, index) => {
    const entry = view.entry(id);
    if (!entry) return [];
    const delegation = view.delegation(entry.delegation);
    const holder = holderOf(view, entry);
    const panellist = entry.addressedTo ? view.panellist(panelId, entry.addressedTo) : undefined;
    return [
      {
        entry: id,
        place: index + 1,
        delegation: entry.delegation,
        name: localize(holder.name) || holder.fallback,
        flag: holder.flag,
        guest: holder.guest,
        category: delegation?.category ?? Category.UNSPECIFIED,
        kind: entry.kind,
        speaker: entry.speaker?.name ?? "",
        speakerTitle: entry.speaker?.title ?? "",
        rank: entry.rank,
        language: entry.language,
        onBehalfOf: entry.onBehalfOf,
        addressedTo: localize(panellist?.name),
        requestedAt: entry.requestedAt,
        limit_ms: entry.limitMs,
        moved: entry.moved,
        noShows: view.deskNote(id)?.noShows ?? 0,
        standBy: standByOf(view, panel, id, index),
        skipped: entry.skipped,
        next: id === nextOf(queue),
        texts: textsOf(view, id),
        before: holder.guest ? undefined : entry.statementsBefore,
        groups: delegation?.groups.join(" ") ?? "",
        why: why(entry),
        ...expectedOf(expected, index, meeting?.plannedEndAt),
      },
    ];
  });
}

/** So many from the head of the list of the panel under way on are told to stand by. */
const stand_by_places = 5;

function standByOf(view: View, panel: Panel, entry: number, index: number): Row["standBy"] {
  if (panel.status !== PanelStatus.OPEN || index >= stand_by_places) return "";
  return view.deskNote(entry)?.onTheWayAt ? "on_the_way" : "no_answer";
}

function textsOf(view: View, entry: number): string {
  return (view.statement(entry)?.texts ?? []).map(({ language, version }) => `${language} ${version}`).join(", ");
}

function expectedOf(
  expected: Expected | undefined,
  index: number,
  end: number | undefined,
): Pick<Row, "expectedFrom" | "expectedTo" | "late"> {
  const range = expected?.place(index);
  if (!expected || !range) return { expectedFrom: undefined, expectedTo: undefined, late: false };
  const { earliest, middle, latest } = range;
  const late = end !== undefined && expected.from + middle * SECOND_MS >= end;
  const apart = latest - earliest >= told_apart_s;
  return {
    expectedFrom: wholeMinute(expected.from, apart ? earliest : middle),
    expectedTo: wholeMinute(expected.from, apart ? latest : middle),
    late,
  };
}

function wholeMinute(from: number, after_s: number): number {
  return Math.floor((from + after_s * SECOND_MS) / MINUTE_MS) * MINUTE_MS;
}

/** Where the meeting's end falls in the list: before which row, and who would speak later. Undefined where all fit. */
export interface EndLine {
  /** The entry before which it stands. */
  before: number;
  at: number;
  /** The last who fits, if anybody does. */
  place: number;
  name: string;
  later: number;
}

export function endLineOf(view: View, panelId: string, rows: readonly Row[]): EndLine | undefined {
  const panel = view.panel(panelId);
  const meeting = panel && meetingOf(view, panel);
  const first = rows.findIndex(({ late }) => late);
  const row = rows[first];
  if (!meeting || !row) return undefined;
  const last = rows[first - 1];
  return {
    before: row.entry,
    at: meeting.plannedEndAt,
    place: last?.place ?? 0,
    name: last?.name ?? "",
    later: rows.length - first,
  };
}

/** The rows of before where nothing in them has changed, so that a memoized row is not rendered again. */
export function keepEqualRows(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.entry, row]));
  let same = before.length === after.length;
  const rows = after.map((row, index) => {
    const old = known.get(row.entry);
    const kept = old && equalRows(old, row) ? old : row;
    if (kept !== before[index]) same = false;
    return kept;
  });
  return same ? before : rows;
}

function equalRows(a: Row, b: Row): boolean {
  return (Object.keys(b) as (keyof Row)[]).every((field) => a[field] === b[field]);
}

/** The place (from 1) that a row dropped before or after another one takes. */
export function placeWhenDropped(
  order: readonly number[],
  entry: number,
  target: number,
  position: "before" | "after",
): number {
  const others = order.filter((other) => other !== entry);
  const at = others.indexOf(target);
  if (at < 0) return order.indexOf(entry) + 1;
  return at + (position === "after" ? 2 : 1);
}

// ---------------------------------------------------------------- what comes next

export type Next =
  | { what: "recognise_point"; point: PointOfOrder }
  | { what: "give_floor"; entry: number }
  | { what: "open_meeting" }
  | { what: "resume_meeting" }
  | { what: "title_panel" }
  | { what: "open_panel" }
  | { what: "open_list" }
  | { what: "nothing"; why: "nobody_waiting" | "meeting_closed" | "panel_closed" | "point_of_order" | "motion" }
  | { what: "nothing"; why: "other_panel_open"; panel: string }
  | { what: "nothing"; why: "other_meeting_open"; meeting: string };

/** The one large act that the screen offers for a panel. */
export function nextAct(view: View, panelId: string): Next {
  const panel = view.panel(panelId);
  const meeting = panel && meetingOf(view, panel);
  if (!panel || !meeting) return { what: "nothing", why: "nobody_waiting" };
  const sitting = sittingMeetingOf(view);
  if (panel.status === PanelStatus.CLOSED) return { what: "nothing", why: "panel_closed" };
  if (meeting.status === MeetingStatus.SUSPENDED) return { what: "resume_meeting" };
  if (sitting && sitting.id !== meeting.id) {
    return { what: "nothing", why: "other_meeting_open", meeting: sitting.id };
  }
  if (meeting.status === MeetingStatus.CLOSED) return { what: "nothing", why: "meeting_closed" };
  if (meeting.status === MeetingStatus.PLANNED) return { what: "open_meeting" };
  if (panel.status === PanelStatus.PLANNED) {
    const open = openPanelOf(view);
    if (open) return { what: "nothing", why: "other_panel_open", panel: open.id };
    return panel.draft ? { what: "title_panel" } : { what: "open_panel" };
  }
  if (pointBeforeChair(view.floor(panelId))) return { what: "nothing", why: "point_of_order" };
  const point = waitingPoints(view).find((each) => each.panel === panelId);
  if (point) return { what: "recognise_point", point };
  if (motionBeforeChair(view.floor(panelId))) return { what: "nothing", why: "motion" };
  const next = nextOf(view.queue(panelId));
  if (next) return { what: "give_floor", entry: next };
  if (panel.listStatus === ListStatus.NOT_OPEN) return { what: "open_list" };
  return { what: "nothing", why: "nobody_waiting" };
}

// ---------------------------------------------------------------- time

export interface PanelTime {
  plannedStartAt: number;
  plannedEndAt: number;
  /** Panellists' speeches, the one under way included. */
  panellists_ms: number;
  /** Speeches from the floor, the one under way included. */
  spoken_ms: number;
  /** Gone since the planned start without a speech: a late start, hand-overs, pauses. */
  between_ms: number;
  /** Still to come until the expected finish: the rest of the speech under way and those waiting. */
  toCome_ms: number;
  finish: Finish | undefined;
  /** The expected finish against the meeting's planned end: positive is over. */
  over_ms: number | undefined;
}

export function panelTime(view: View, panelId: string, now: number): PanelTime | undefined {
  const panel = view.panel(panelId);
  const meeting = panel && meetingOf(view, panel);
  if (!panel || !meeting) return undefined;
  const floor = view.floor(panelId);
  // A point of order takes no speaking time; the speech that it interrupted stands where it was.
  const speech = listSpeechOn(floor);
  const underWay_ms = speech ? elapsedMs(speech, now) : 0;
  const byPanellist = speech?.entry === 0;
  const panellistsEnded_ms = panel.panellists.reduce(
    (sum, id) => sum + (view.panellist(panelId, id)?.spokenMs ?? 0),
    0,
  );
  const panellists_ms = panellistsEnded_ms + (byPanellist ? underWay_ms : 0);
  const spoken_ms = Math.max(0, panel.spokenMs - panellistsEnded_ms) + (byPanellist ? 0 : underWay_ms);

  const plannedStartAt = meeting.plannedStartAt;
  const plannedEndAt = meeting.plannedEndAt;
  const sits = panel.status === PanelStatus.OPEN;
  // What was spoken in an earlier meeting is not told apart: nothing can be said of this one's gaps.
  const gone_ms = sits && meeting.id === panel.meeting ? Math.max(0, now - plannedStartAt) : 0;
  const finish = finishOf(view, panel, now);
  return {
    plannedStartAt,
    plannedEndAt,
    panellists_ms,
    spoken_ms,
    between_ms: Math.max(0, gone_ms - panellists_ms - spoken_ms),
    toCome_ms: finish ? Math.max(0, finish.at - (sits ? now : Math.max(now, plannedStartAt))) : 0,
    finish,
    over_ms: finish ? finish.at - plannedEndAt : undefined,
  };
}
