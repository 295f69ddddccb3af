// The chair's acts, one object each: what it is called, its key, when it is offered, the command it sends. `available`
// only says whether to offer the act; the server decides. An act that can be taken back names its inverse, which is
// offered for ten seconds after the Ack.
import type { MessageId } from "../../i18n";
import type { Sent } from "../../shared/hall";
import { meetingOf, sittingMeetingOf, takesPoints } from "../../shared/situation";
import {
  type AtLimit,
  type Floor,
  type LimitOf,
  ListStatus,
  type Meeting,
  MeetingStatus,
  type OrderPolicy,
  type Panel,
  PanelStatus,
  Ruling,
} from "../../wire";
import { anotherWaits, hasSpeech, openPanelOf, placeBeside, type View } from "./model";

/** What the chair has before its eyes when it acts. */
export interface ChairContext {
  view: View;
  panel: Panel | undefined;
  meeting: Meeting | undefined;
  floor: Floor | undefined;
  /** Entry numbers from the head on. */
  order: readonly number[];
  /** Who is called next: the head, or the first that is not passed over; 0 where nobody waits. */
  next: number;
}

/** What a press or key offers; a form may stand between it and what is sent. */
export interface Offer<Input = void> {
  id: string;
  label: MessageId;
  /** The same in full, for the sheet of keys, where the button says it by its place. */
  told?: MessageId;
  /** A single key, as KeyboardEvent.key gives it, in upper case where it is a letter. */
  shortcut?: string;
  available(context: ChairContext, input: Input): boolean;
}

export interface Action<Input = void> extends Offer<Input> {
  command(context: ChairContext, input: Input): Sent;
  /**
   * What takes it back; `done` says what was done. The acts are sent in order, each when the one before was accepted;
   * `context` is what was seen when it was done, `now` is when it is taken back.
   */
  inverse?: {
    done: MessageId;
    label: MessageId;
    commands(context: ChairContext, input: Input, now: number): readonly Sent[];
  };
}

function action<Input = void>(of: Action<Input>): Action<Input> {
  return of;
}

const panelId = ({ panel }: ChairContext) => panel?.id ?? "";
const meetingId = ({ meeting }: ChairContext) => meeting?.id ?? "";
const speechOf = ({ floor }: ChairContext) => (hasSpeech(floor) ? floor.speech : 0);
const sits = ({ panel }: ChairContext) => panel?.status === PanelStatus.OPEN;
const meetingSits = ({ meeting }: ChairContext) => meeting?.status === MeetingStatus.OPEN;
const waits = (context: ChairContext, entry: number) => context.order.includes(entry);
const speaks = (context: ChairContext) => sits(context) && speechOf(context) !== 0;
/** Until the ruling the floor is the point of order's, also when nobody speaks any more. */
const pointStands = ({ floor }: ChairContext) => Boolean(floor?.point);
const givesFloor = (context: ChairContext) => sits(context) && meetingSits(context) && !pointStands(context);

function listStatus({ panel }: ChairContext): ListStatus {
  return panel?.listStatus ?? ListStatus.UNSPECIFIED;
}

function listTakes(context: ChairContext): boolean {
  return listStatus(context) === ListStatus.OPEN || listStatus(context) === ListStatus.CLOSING;
}

function panelCanChange({ panel }: ChairContext): boolean {
  return panel !== undefined && panel.status !== PanelStatus.CLOSED;
}

// ---------------------------------------------------------------- the floor

export const giveFloorToNext = action({
  id: "give_floor_to_next",
  label: "chair.act.give_floor_to_next",
  told: "chair.keys.next",
  shortcut: " ",
  available: (context) => givesFloor(context) && context.next !== 0,
  command: (context) => giveFloor.command(context, context.next),
});

export const giveFloor = action<number>({
  id: "give_floor",
  label: "chair.act.give_floor_now",
  available: (context, entry) => givesFloor(context) && waits(context, entry),
  command: (context, entry) => ({
    act: { case: "giveFloor", value: { panel: panelId(context), to: { case: "entry", value: entry } } },
    expects: { speech: speechOf(context) },
  }),
});

export const giveFloorToPanellist = action<string>({
  id: "give_floor_to_panellist",
  label: "chair.act.give_floor",
  available: (context, panellist) =>
    givesFloor(context) && !(hasSpeech(context.floor) && context.floor.panellist === panellist),
  command: (context, panellist) => ({
    act: { case: "giveFloor", value: { panel: panelId(context), to: { case: "panellist", value: panellist } } },
    expects: { speech: speechOf(context) },
  }),
});

export const pauseSpeech = action({
  id: "pause_speech",
  label: "chair.act.pause",
  told: "chair.keys.pause",
  shortcut: "S",
  available: (context) => speaks(context) && !context.floor?.pausedAt,
  command: (context) => ({ act: { case: "pauseSpeech", value: { speech: speechOf(context) } } }),
});

export const resumeSpeech = action({
  id: "resume_speech",
  label: "chair.act.resume",
  shortcut: "S",
  available: (context) => speaks(context) && meetingSits(context) && Boolean(context.floor?.pausedAt),
  command: (context) => ({ act: { case: "resumeSpeech", value: { speech: speechOf(context) } } }),
});

export const addTime = action<number>({
  id: "add_time",
  label: "chair.act.add_time",
  told: "chair.add_time.title",
  shortcut: "T",
  available: speaks,
  command: (context, added_ms) => ({
    act: { case: "addTime", value: { speech: speechOf(context), addedMs: added_ms } },
  }),
});

export const HALF_MINUTE_MS = 30_000;
export const WHOLE_MINUTE_MS = 60_000;

export const addHalfMinute = action({
  id: "add_half_minute",
  label: "chair.act.add_30_s",
  shortcut: "3",
  available: speaks,
  command: (context) => addTime.command(context, HALF_MINUTE_MS),
});

export const addMinute = action({
  id: "add_minute",
  label: "chair.act.add_1_min",
  shortcut: "1",
  available: speaks,
  command: (context) => addTime.command(context, WHOLE_MINUTE_MS),
});

export const setSpeechLimit = action<number>({
  id: "set_speech_limit",
  label: "chair.act.speech_limit",
  told: "chair.speech_limit.title",
  shortcut: "L",
  available: speaks,
  command: (context, limit_ms) => ({
    act: { case: "setSpeechLimit", value: { speech: speechOf(context), limitMs: limit_ms } },
  }),
});

export const endSpeech = action({
  id: "end_speech",
  label: "chair.act.end_speech",
  told: "chair.keys.end",
  shortcut: "E",
  available: speaks,
  command: (context) => ({ act: { case: "endSpeech", value: { speech: speechOf(context) } } }),
});

export const returnSpeaker = action({
  id: "return_speaker",
  label: "chair.act.return_speaker",
  told: "chair.keys.return",
  shortcut: "R",
  available: (context) => sits(context) && !pointStands(context) && Boolean(context.floor?.lastSpeakerReturnable),
  command: (context) => ({
    act: { case: "returnSpeaker", value: { panel: panelId(context) } },
    expects: { speech: speechOf(context) },
  }),
});

// ---------------------------------------------------------------- points of order

/** Of the panel that it was raised on, whichever is shown. */
export const recognisePoint = action<number>({
  id: "recognise_point",
  label: "chair.act.recognise",
  told: "chair.keys.recognise",
  shortcut: "P",
  available: ({ view }, entry) => {
    const panel = openPanelOf(view);
    const point = panel && view.points(panel.id).find((each) => each.entry === entry);
    if (!panel || !point || point.recognised) return false;
    return meetingOf(view, panel)?.status === MeetingStatus.OPEN && !view.floorState(panel.id)?.point;
  },
  command: (_, entry) => ({ act: { case: "recognisePointOfOrder", value: { entry } } }),
});

export const refusePoint = action<number>({
  id: "refuse_point",
  label: "chair.act.not_taken_up",
  available: ({ view }, entry) =>
    view.panels().some(({ id }) => view.points(id).some((point) => point.entry === entry && !point.recognised)),
  command: (_, entry) => ({ act: { case: "removeEntry", value: { entry } } }),
  inverse: {
    done: "chair.done.not_taken_up",
    label: "chair.inverse.remove",
    commands: (_, entry) => [{ act: { case: "restoreEntry", value: { entry } } }],
  },
});

function ruling(id: string, label: MessageId, told: MessageId, shortcut: string, of: Ruling): Action {
  return action({
    id,
    label,
    told,
    shortcut,
    available: (context) => sits(context) && meetingSits(context) && pointStands(context),
    command: ({ floor }) => ({
      act: { case: "rulePointOfOrder", value: { entry: floor?.point?.entry ?? 0, ruling: of } },
    }),
  });
}

// Digits: the same keys in every language of the console.
export const ruleUpheld = ruling("rule_upheld", "ruling.upheld", "chair.keys.rule_upheld", "7", Ruling.UPHELD);
export const ruleOverruled = ruling(
  "rule_overruled",
  "ruling.overruled",
  "chair.keys.rule_overruled",
  "8",
  Ruling.OVERRULED,
);
export const ruleNoted = ruling("rule_noted", "ruling.noted", "chair.keys.rule_noted", "9", Ruling.NOTED);
export const RULINGS: readonly Action[] = [ruleUpheld, ruleOverruled, ruleNoted];

// ---------------------------------------------------------------- the booths

export const markSignalSeen = action<number>({
  id: "mark_signal_seen",
  label: "chair.act.signal_seen",
  told: "chair.keys.signal_seen",
  shortcut: "B",
  available: ({ view }, signal) => view.signals().some(({ id, seenAt }) => id === signal && !seenAt),
  command: (_, signal) => ({ act: { case: "markSignalSeen", value: { signal } } }),
});

export const endSignal = action<number>({
  id: "end_signal",
  label: "chair.act.signal_ended",
  available: ({ view }, signal) => view.signals().some(({ id }) => id === signal),
  command: (_, signal) => ({ act: { case: "endSignal", value: { signal } } }),
});

// ---------------------------------------------------------------- entries

/** Opens the form, for a delegation whose sign is up in the hall. */
export const raisePointFor: Offer = {
  id: "raise_point_for",
  label: "chair.keys.raise_point",
  shortcut: "D",
  available: ({ view, panel }) => takesPoints(view, panel),
};

/** Opens the form. */
export const inscribe: Offer = {
  id: "inscribe",
  label: "chair.act.add_entry",
  told: "inscribe.title",
  shortcut: "A",
  available: panelCanChange,
};

export const removeEntry = action<number>({
  id: "remove_entry",
  label: "chair.act.remove",
  available: waits,
  command: (_, entry) => ({ act: { case: "removeEntry", value: { entry } } }),
  inverse: {
    done: "chair.done.removed",
    label: "chair.inverse.remove",
    commands: (_, entry) => [{ act: { case: "restoreEntry", value: { entry } } }],
  },
});

export const recordNoShow = action<number>({
  id: "record_no_show",
  label: "chair.act.no_show",
  available: waits,
  command: (_, entry) => ({ act: { case: "recordNoShow", value: { entry } } }),
  inverse: {
    done: "chair.done.no_show",
    label: "chair.inverse.no_show",
    commands: (_, entry) => [{ act: { case: "clearNoShow", value: { entry } } }],
  },
});

/** Only the one who is next can be passed over, and only for another one. */
export const skipEntry = action<number>({
  id: "skip_entry",
  label: "chair.act.pass_over",
  told: "chair.keys.pass_over",
  shortcut: "K",
  available: (context, entry) =>
    entry !== 0 && entry === context.next && anotherWaits(context.view, context.order, entry),
  command: (_, entry) => ({ act: { case: "skipEntry", value: { entry } } }),
  inverse: {
    done: "chair.done.passed_over",
    label: "chair.inverse.no_show",
    commands: (_, entry) => [{ act: { case: "clearSkip", value: { entry } } }],
  },
});

/** Places count from 1, as the list shows them. */
export const moveEntry = action<{ entry: number; place: number }>({
  id: "move_entry",
  label: "chair.act.move_to_place",
  available: (context, { entry, place }) => placeBeside(context.order, entry, place) !== undefined,
  command: (context, { entry, place }) => {
    const beside = placeBeside(context.order, entry, place);
    return { act: { case: "moveEntry", value: { entry, place: beside ?? { case: "before", value: entry } } } };
  },
});

// ---------------------------------------------------------------- the list

export const openList = action({
  id: "open_list",
  label: "chair.act.open_list",
  shortcut: "O",
  available: (context) =>
    panelCanChange(context) &&
    (listStatus(context) === ListStatus.NOT_OPEN || listStatus(context) === ListStatus.CLOSED),
  command: (context) => ({ act: { case: "openList", value: { panel: panelId(context) } } }),
});

export const callOffClosing = action({
  id: "call_off_closing",
  label: "chair.act.call_off_closing",
  available: (context) => panelCanChange(context) && listStatus(context) === ListStatus.CLOSING,
  command: openList.command,
});

export const planListOpening = action<number>({
  id: "plan_list_opening",
  label: "chair.act.plan_list_opening",
  available: (context) => panelCanChange(context) && listStatus(context) === ListStatus.NOT_OPEN,
  command: (context, at) => ({
    act: { case: "planListOpening", value: { panel: panelId(context), opensAt: at } },
  }),
});

export const announceListClosing = action<number>({
  id: "announce_list_closing",
  label: "chair.act.announce_list_closing",
  told: "chair.closing.title",
  shortcut: "N",
  available: (context) => panelCanChange(context) && listTakes(context),
  command: (context, at) => ({
    act: { case: "announceListClosing", value: { panel: panelId(context), closesAt: at } },
  }),
});

export const closeList = action({
  id: "close_list",
  label: "chair.act.close_list",
  shortcut: "C",
  available: (context) => panelCanChange(context) && listTakes(context),
  command: (context) => ({ act: { case: "closeList", value: { panel: panelId(context) } } }),
  inverse: {
    done: "chair.done.list_closed",
    label: "chair.inverse.close",
    commands: (context, _, now) => listAsItWas(context, now),
  },
});

/** Opens the list again where it was open, and announces its closing again where that is still to come. */
function listAsItWas(context: ChairContext, now: number): readonly Sent[] {
  if (!listTakes(context)) return [];
  const closesAt = context.panel?.listClosesAt ?? 0;
  const announced = listStatus(context) === ListStatus.CLOSING && closesAt > now;
  return [openList.command(context), ...(announced ? [announceListClosing.command(context, closesAt)] : [])];
}

export const setOrderPolicy = action<OrderPolicy>({
  id: "set_order_policy",
  label: "chair.act.order_policy",
  available: (context, policy) => panelCanChange(context) && context.panel?.orderPolicy !== policy,
  command: (context, policy) => ({
    act: { case: "setOrderPolicy", value: { panel: panelId(context), policy } },
  }),
});

// ---------------------------------------------------------------- limits

export const setLimit = action<{ of: LimitOf; limit_ms: number; alsoUnderWay: boolean }>({
  id: "set_limit",
  label: "chair.act.limits",
  available: panelCanChange,
  command: (context, { of, limit_ms, alsoUnderWay }) => ({
    act: { case: "setLimit", value: { panel: panelId(context), of, limitMs: limit_ms, alsoUnderWay } },
  }),
});

export const setAtLimit = action<{ atLimit: AtLimit; grace_ms: number }>({
  id: "set_at_limit",
  label: "chair.act.at_limit",
  available: panelCanChange,
  command: (context, { atLimit, grace_ms }) => ({
    act: { case: "setAtLimit", value: { panel: panelId(context), atLimit, graceMs: grace_ms } },
  }),
});

// ---------------------------------------------------------------- panels and meetings

export const openPanel = action({
  id: "open_panel",
  label: "chair.act.open_panel",
  available: (context) =>
    sittingMeetingOf(context.view)?.status === MeetingStatus.OPEN &&
    context.panel !== undefined &&
    !context.panel.draft &&
    !sits(context) &&
    openPanelOf(context.view) === undefined,
  command: (context) => ({ act: { case: "openPanel", value: { panel: panelId(context) } } }),
});

export const closePanel = action({
  id: "close_panel",
  label: "chair.act.close_panel",
  available: sits,
  command: (context) => ({ act: { case: "closePanel", value: { panel: panelId(context) } } }),
  inverse: {
    done: "chair.done.panel_closed",
    label: "chair.inverse.close",
    // Closing the panel closes its list too.
    commands: (context, _, now) => [openPanel.command(context), ...listAsItWas(context, now)],
  },
});

export const setPanelTitle = action<{ [language: string]: string }>({
  id: "set_panel_title",
  label: "chair.act.title_panel",
  available: (context) => context.panel !== undefined,
  command: (context, title) => ({ act: { case: "setPanelTitle", value: { panel: panelId(context), title } } }),
});

export const openMeeting = action({
  id: "open_meeting",
  label: "chair.act.open_meeting",
  available: (context) =>
    (context.meeting?.status === MeetingStatus.PLANNED || context.meeting?.status === MeetingStatus.CLOSED) &&
    sittingMeetingOf(context.view) === undefined,
  command: (context) => ({ act: { case: "openMeeting", value: { meeting: meetingId(context) } } }),
});

/**
 * Until an instant; 0 is until further notice. A closing of a list that would fall within the suspension is moved to
 * `listClosesAt` in the same act; 0 leaves it.
 */
export const suspendMeeting = action<{ until: number; listClosesAt: number }>({
  id: "suspend_meeting",
  label: "chair.act.suspend_meeting",
  available: meetingSits,
  command: (context, { until, listClosesAt }) => ({
    act: { case: "suspendMeeting", value: { meeting: meetingId(context), until, listClosesAt } },
  }),
});

export const resumeMeeting = action({
  id: "resume_meeting",
  label: "chair.act.resume_meeting",
  available: (context) => context.meeting?.status === MeetingStatus.SUSPENDED,
  command: (context) => ({ act: { case: "resumeMeeting", value: { meeting: meetingId(context) } } }),
});

export const closeMeeting = action({
  id: "close_meeting",
  label: "chair.act.close_meeting",
  available: (context) => meetingSits(context) || context.meeting?.status === MeetingStatus.SUSPENDED,
  command: (context) => ({ act: { case: "closeMeeting", value: { meeting: meetingId(context) } } }),
  inverse: {
    done: "chair.done.meeting_closed",
    label: "chair.inverse.close",
    commands: (context) => [openMeeting.command(context)],
  },
});

/** Whether a new limit would reach the speech under way. */
export function underLimit({ floor }: ChairContext, of: LimitOf): boolean {
  return hasSpeech(floor) && floor.limitOf === of;
}

/** The acts with a key of their own, in the order of the sheet. */
export const ACTS_WITH_KEYS: readonly Offer<never>[] = [
  giveFloorToNext,
  pauseSpeech,
  addHalfMinute,
  addMinute,
  addTime,
  setSpeechLimit,
  endSpeech,
  returnSpeaker,
  recognisePoint,
  ruleUpheld,
  ruleOverruled,
  ruleNoted,
  markSignalSeen,
  skipEntry,
  inscribe,
  raisePointFor,
  openList,
  announceListClosing,
  closeList,
];
