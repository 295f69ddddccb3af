// Panels and meetings: opened, suspended, resumed and closed; a panel's title and limits.
import { type AtLimit, type Limit, type LimitOf, MeetingStatus } from "../../../wire";
import { speakingOn } from "../../floor";
import { sittingMeetingOf } from "../../situation";
import { action, offer } from "../act";
import { openPanelOf, type Sight } from "../sight";
import { meetingId, meetingSits, panelCanChange, panelId, sits } from "../when";

export const openPanel = action({
  id: "open_panel",
  on: { chair: { label: "chair.act.open_panel", place: "programme" } },
  available: (seen) =>
    sittingMeetingOf(seen.view)?.status === MeetingStatus.OPEN &&
    seen.panel !== undefined &&
    !seen.panel.draft &&
    !sits(seen) &&
    openPanelOf(seen.view) === undefined,
  command: (seen) => ({ act: { case: "openPanel", value: { panel: panelId(seen) } } }),
});

export const closePanel = action({
  id: "close_panel",
  on: {
    chair: {
      label: "chair.act.close_panel",
      place: "programme",
      done: { words: "chair.done.panel_closed", undo: "chair.undo.label", at: "programme" },
    },
  },
  available: sits,
  command: (seen) => ({ act: { case: "closePanel", value: { panel: panelId(seen) } } }),
});

export const setPanelTitle = action<{ [language: string]: string }>({
  id: "set_panel_title",
  on: { chair: { label: "chair.act.title_panel", place: "programme" } },
  available: (seen) => seen.panel !== undefined,
  command: (seen, title) => ({ act: { case: "setPanelTitle", value: { panel: panelId(seen), title } } }),
});

/** For a panel that has none yet. */
export const askTitle = offer({
  id: "ask_title",
  on: { chair: { label: "chair.act.title_panel" } },
  available: ({ panel }) => panel?.draft === true,
  opens: () => ({ kind: "title" }),
});

export const setLimit = action<{ of: LimitOf; limit_ms: number; alsoUnderWay: boolean }>({
  id: "set_limit",
  on: {
    chair: {
      label: "chair.act.limits",
      done: { words: "chair.done.limits", undo: "chair.undo.label", at: "list" },
    },
  },
  available: panelCanChange,
  command: (seen, { of, limit_ms, alsoUnderWay }) => ({
    act: { case: "setLimit", value: { panel: panelId(seen), of, limitMs: limit_ms, alsoUnderWay } },
  }),
});

export const setAtLimit = action<{ atLimit: AtLimit; grace_ms: number }>({
  id: "set_at_limit",
  on: { chair: { label: "chair.act.at_limit" } },
  available: panelCanChange,
  command: (seen, { atLimit, grace_ms }) => ({
    act: { case: "setAtLimit", value: { panel: panelId(seen), atLimit, graceMs: grace_ms } },
  }),
});

/** Several at once, as the hall reads them: `fromNext` and `alsoUnderWay` are for raises. */
export const announceLimits = action<{ limits: Limit[]; alsoUnderWay: boolean; fromNext: boolean }>({
  id: "announce_limits",
  on: {
    chair: {
      label: "chair.act.announce_limits",
      done: { words: "chair.done.limits", undo: "chair.undo.label", at: "list" },
    },
  },
  available: panelCanChange,
  command: (seen, of) => ({ act: { case: "announceLimits", value: { panel: panelId(seen), ...of } } }),
});

export const setReserve = action<number>({
  id: "set_reserve",
  on: { chair: { label: "chair.act.set_reserve" } },
  available: panelCanChange,
  command: (seen, reserveMs) => ({ act: { case: "setReserve", value: { panel: panelId(seen), reserveMs } } }),
});

export const setMeetingEnd = action<number>({
  id: "set_meeting_end",
  on: { chair: { label: "chair.act.set_meeting_end" } },
  available: ({ meeting }) => meeting !== undefined && meeting.status !== MeetingStatus.CLOSED,
  command: (seen, endsAt) => ({ act: { case: "setMeetingEnd", value: { meeting: meetingId(seen), endsAt } } }),
});

export const askLimits = offer({
  id: "ask_limits",
  on: { chair: { label: "chair.act.limits" } },
  available: panelCanChange,
  opens: () => ({ kind: "limits" }),
});

export const openMeeting = action({
  id: "open_meeting",
  on: { chair: { label: "chair.act.open_meeting", place: "programme" } },
  available: ({ view, meeting }) =>
    (meeting?.status === MeetingStatus.PLANNED || meeting?.status === MeetingStatus.CLOSED) &&
    sittingMeetingOf(view) === undefined,
  command: (seen) => ({ act: { case: "openMeeting", value: { meeting: meetingId(seen) } } }),
});

/**
 * Until an instant; 0 is until further notice. A closing of a list that would fall within the suspension is moved to
 * `listClosesAt` in the same act; 0 leaves it.
 */
export const suspendMeeting = action<{ until: number; listClosesAt: number }>({
  id: "suspend_meeting",
  on: { chair: { label: "chair.act.suspend_meeting", place: "programme" } },
  available: meetingSits,
  command: (seen, { until, listClosesAt }) => ({
    act: { case: "suspendMeeting", value: { meeting: meetingId(seen), until, listClosesAt } },
  }),
});

export const askSuspension = offer({
  id: "ask_suspension",
  on: { chair: { label: "chair.act.suspend_meeting" } },
  available: meetingSits,
  opens: () => ({ kind: "suspend" }),
});

export const resumeMeeting = action({
  id: "resume_meeting",
  on: { chair: { label: "chair.act.resume_meeting", place: "programme" } },
  available: (seen) => seen.meeting?.status === MeetingStatus.SUSPENDED,
  command: (seen) => ({ act: { case: "resumeMeeting", value: { meeting: meetingId(seen) } } }),
});

export const closeMeeting = action({
  id: "close_meeting",
  on: {
    chair: {
      label: "chair.act.close_meeting",
      place: "programme",
      done: { words: "chair.done.meeting_closed", undo: "chair.undo.label", at: "programme" },
    },
  },
  available: (seen) => meetingSits(seen) || seen.meeting?.status === MeetingStatus.SUSPENDED,
  command: (seen) => ({ act: { case: "closeMeeting", value: { meeting: meetingId(seen) } } }),
});

/** Whether a new limit would reach the speech under way. */
export function underLimit({ floor }: Sight, of: LimitOf): boolean {
  return speakingOn(floor)?.limitOf === of;
}
