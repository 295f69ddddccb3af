// The states of the desk's screen, for looking at.

import { two_away } from "../../testing/away";
import type { Gallery } from "../../testing/gallery";
import {
  afternoon,
  as,
  freeFloor,
  kenyaSpeaks,
  ledgerStanding,
  meetings,
  panels,
  pointHeard,
  queue,
} from "../../testing/views";
import { LedgerIs, type Meeting, MeetingStatus, Role } from "../../wire";
import { busy, calm, recognised, staged } from "./fixture";
import DeskScreen from "./index";
import type { Part } from "./Rail";

const shown = (staging = staged(), tab: Part = "overview") => {
  return () => ({ staging: { running: true, ...staging }, element: <DeskScreen tab={tab} /> });
};
const afternoonMeeting = meetings[1] as Meeting;

export const gallery: Gallery = {
  overview: shown(),
  roster: shown(staged(), "roster"),
  calm: shown(staged(calm)),
  recognised: shown(staged(recognised)),
  heard: shown(staged([...recognised, as.floor(pointHeard("CD", kenyaSpeaks))])),
  list: shown(staged(), "list"),
  emptyList: shown(staged([...calm, as.queue(queue("high-level", [])), as.floor(freeFloor())]), "list"),
  statements: shown(staged(), "statements"),
  noStatements: shown(staged([]), "statements"),
  notices: shown(staged(), "notices"),
  noNotices: shown(staged([]), "notices"),
  log: shown(staged(), "log"),
  loadingLog: shown(staged(busy, { log: () => new Promise(() => {}) }), "log"),
  refusedLog: shown(staged(busy, { log: () => ({ ok: false, code: "unauthorized", details: {} }) }), "log"),
  sheet: shown(staged(), "sheet"),
  reconnecting: shown(staged(busy, { status: "reconnecting" })),
  refusing: shown(
    staged(busy, { answer: () => ({ ok: false, code: "point_of_order_under_way", details: { entry: "3" } }) }),
  ),
  serverAway: shown(
    staged(busy, { ledger: ledgerStanding({ is: LedgerIs.WELL, since: 0, away: two_away.slice(0, 1) }) }),
  ),
  held: shown(staged(busy, { ledger: ledgerStanding({ why: "no node writes", away: two_away }) })),
  outOfTouch: shown(
    staged(busy, {
      ledger: ledgerStanding({
        is: LedgerIs.OUT_OF_TOUCH,
        why: "most servers, or the node that writes, are not in reach",
        away: two_away,
      }),
    }),
  ),
  unconfirmed: shown(staged(busy, { answer: () => "unconfirmed" })),
  suspended: shown(
    staged([...calm, as.meeting({ ...afternoonMeeting, status: MeetingStatus.SUSPENDED, suspendedUntil: 0 })]),
  ),
  noRights: shown(staged(busy, { hello: { role: Role.DELEGATE } })),
  noProgramme: shown({ ...staged(), entities: afternoon().slice(0, 1) }),
  planned: shown(staged([...calm, ...panels.map((panel) => as.panel({ ...panel, status: 1 })), as.floor(freeFloor())])),
};
