// The states of the delegate's tablet, for looking at.
import type { Gallery } from "../../testing/gallery";
import {
  afternoon,
  as,
  at,
  entries,
  entry,
  freeFloor,
  meetings,
  noon_of_tests,
  panels,
  queue,
  speech,
  standing,
} from "../../testing/views";
import { Kind, ListStatus, MeetingStatus, Outcome, type Panel, PanelStatus } from "../../wire";
import Delegate from "./index";

const element = <Delegate />;
const order = (...numbers: number[]) => as.queue(queue("high-level", numbers));
const others = entries.map(({ id }) => id).filter((id) => id !== 15);
const live = (over: Partial<Panel>) => as.panel({ ...(panels[1] as Panel), ...over });
const meeting = (status: MeetingStatus, suspendedUntil = 0) =>
  as.meeting({ ...(meetings[1] as (typeof meetings)[number]), status, suspendedUntil });
const own = (elapsed_ms: number, over = {}) =>
  as.floor(speech("EC", elapsed_ms, { language: "es", limitMs: 180_000, ...over }));
const ask = { case: "requestFloor", value: { panel: "high-level", kind: Kind.STATEMENT } } as const;

export const gallery: Gallery = {
  waiting: () => ({ element }),
  several: () => ({
    element,
    staging: {
      entities: afternoon(
        as.entry(entry(30, "EC", { kind: Kind.QUESTION, language: "es", addressedTo: "italy", limitMs: 90_000 })),
        order(11, 12, 13, 14, 15, 16, 30, 17),
      ),
    },
  }),
  next: () => ({ element, staging: { entities: afternoon(order(15, ...others)) } }),
  nextFree: () => ({ element, staging: { entities: afternoon(order(15, ...others), as.floor(freeFloor())) } }),
  ask: () => ({ element, staging: { entities: afternoon(order(...others)) } }),
  asking: () => ({
    element,
    staging: {
      entities: afternoon(order(...others)),
      status: "reconnecting",
      waiting: [{ id: "c1", act: ask, expiresAt: noon_of_tests + 60_000, sent: false }],
    },
  }),
  late: () => ({
    element,
    staging: {
      entities: afternoon(order(...others), live({ listStatus: ListStatus.CLOSED })),
      late: [
        { id: "c1", act: ask, outcome: { ok: false, code: "list_closed_at", details: { at: String(noon_of_tests) } } },
      ],
    },
  }),
  removed: () => ({
    element,
    staging: {
      entities: [...afternoon(order(...others)), as.standing(standing("EC", { outcome: Outcome.REMOVED }))],
    },
  }),
  reconnecting: () => ({ element, staging: { status: "reconnecting" } }),
  speaking: () => ({ element, staging: { entities: afternoon(own(46_000), order(...others)), running: true } }),
  speakingAmber: () => ({ element, staging: { entities: afternoon(own(158_000), order(...others)) } }),
  speakingOver: () => ({ element, staging: { entities: afternoon(own(192_000), order(...others)) } }),
  speakingPaused: () => ({
    element,
    staging: { entities: afternoon(own(60_000, { pausedAt: noon_of_tests - 9_000, pauseCause: 1 }), order(...others)) },
  }),
  notOpen: () => ({
    element,
    staging: {
      entities: afternoon(
        meeting(MeetingStatus.PLANNED),
        live({
          status: PanelStatus.PLANNED,
          listStatus: ListStatus.NOT_OPEN,
          listOpensAt: at("2005-11-29T14:30+01:00"),
          listClosesAt: 0,
        }),
        as.floor(freeFloor()),
        order(),
      ),
    },
  }),
  suspended: () => ({
    element,
    staging: {
      entities: afternoon(meeting(MeetingStatus.SUSPENDED, at("2005-11-29T16:00+01:00")), as.floor(freeFloor())),
    },
  }),
  closed: () => ({
    element,
    staging: { entities: afternoon(live({ listStatus: ListStatus.CLOSED, listClosesAt: 0 }), order(...others)) },
  }),
  programme: () => ({ element: <Delegate tab="programme" /> }),
};
