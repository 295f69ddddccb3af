// The states of the hall display, for looking at.
import type { Gallery } from "../../testing/gallery";
import { afternoon, as, at, freeFloor, meetings, noon_of_tests, panels, queue, speech } from "../../testing/views";
import { Kind, LimitOf, ListStatus, MeetingStatus, type Panel, PanelStatus } from "../../wire";
import Display from "./index";

const element = <Display />;
const live = (over: Partial<Panel>) => as.panel({ ...(panels[1] as Panel), ...over });
const meeting = (index: number, status: MeetingStatus, suspendedUntil = 0) =>
  as.meeting({ ...(meetings[index] as (typeof meetings)[number]), status, suspendedUntil });

export const gallery: Gallery = {
  speaking: () => ({ element, staging: { running: true } }),
  amber: () => ({ element, staging: { entities: afternoon(as.floor(speech("BA", 281_000))) } }),
  over: () => ({ element, staging: { entities: afternoon(as.floor(speech("CD", 312_000, { kind: Kind.QUESTION }))) } }),
  longest: () => ({
    element,
    staging: { entities: afternoon(as.floor(speech("OHCHR", 60_000, { limitMs: 120_000 }))) },
  }),
  paused: () => ({
    element,
    staging: { entities: afternoon(as.floor(speech("KE", 100_000, { pausedAt: noon_of_tests - 5_000 }))) },
  }),
  panellist: () => ({
    element,
    staging: {
      entities: afternoon(
        as.floor(
          speech("", 100_000, { entry: 0, panellist: "italy", limitMs: 480_000, limitOf: LimitOf.PANELLIST, kind: 0 }),
        ),
      ),
    },
  }),
  free: () => ({ element, staging: { entities: afternoon(as.floor(freeFloor())) } }),
  empty: () => ({
    element,
    staging: {
      entities: afternoon(
        as.floor(freeFloor()),
        as.queue(queue("high-level", [])),
        live({ listStatus: ListStatus.OPEN }),
      ),
    },
  }),
  suspended: () => ({
    element,
    staging: { entities: afternoon(meeting(1, MeetingStatus.SUSPENDED, at("2005-11-29T16:00+01:00"))) },
  }),
  reconnecting: () => ({ element, staging: { status: "reconnecting", running: true } }),
  welcome: () => ({
    element,
    staging: {
      now: at("2005-11-29T14:40+01:00"),
      entities: afternoon(
        meeting(1, MeetingStatus.PLANNED),
        live({ status: PanelStatus.PLANNED, listStatus: ListStatus.NOT_OPEN }),
        as.floor(freeFloor()),
      ),
    },
  }),
};
