// The states of the booth, for looking at.

import { frenchBooth, kenya, longText, texts_of_booth } from "../../testing/booth";
import type { Gallery } from "../../testing/gallery";
import type { Staging } from "../../testing/staged";
import {
  afternoon,
  as,
  at,
  freeFloor,
  guestEntry,
  ledgerStanding,
  meetings,
  noon_of_tests,
  notice,
  panels,
  pointHeard,
  pointSpeaks,
  queue,
  signal,
  speech,
  texts,
} from "../../testing/views";
import { type Entity, LedgerIs, MeetingStatus, type Panel, PanelStatus, SignalKind } from "../../wire";
import Booth from "./index";

const shown = (over: Entity[] = [], staging: Staging = {}) => ({
  element: <Booth />,
  staging: { hello: frenchBooth, entities: afternoon(...texts_of_booth, ...over), ...staging },
});
const meeting = (status: MeetingStatus, suspendedUntil = 0) =>
  as.meeting({ ...(meetings[1] as (typeof meetings)[number]), status, suspendedUntil });
const words = texts(
  "The meeting goes on until 18:30. Interpretation in all languages is assured until then.",
  "La séance se poursuit jusqu’à 18 h 30. L’interprétation est assurée dans toutes les langues jusqu’à cette heure.",
  "La sesión continúa hasta las 18.30 horas. Hasta entonces hay interpretación en todos los idiomas.",
);

export const gallery: Gallery = {
  reading: () => shown([], { running: true }),
  raised: () =>
    shown([
      as.signal(signal(1)),
      as.signal(signal(2, { kind: SignalKind.NO_SOUND, seenAt: noon_of_tests - 2_000 })),
      as.signal(signal(3, { kind: SignalKind.NO_SOUND, seat: "booth-es", language: "es" })),
      as.signal(signal(4, { kind: SignalKind.NO_SOUND, seat: "booth-ar", language: "ar" })),
    ]),
  held: () => shown([], { ledger: ledgerStanding() }),
  outOfTouch: () => shown([], { ledger: ledgerStanding({ is: LedgerIs.OUT_OF_TOUCH }) }),
  unconfirmed: () => shown([], { answer: () => "unconfirmed" }),
  refused: () => shown([as.floor(freeFloor())], { answer: () => ({ ok: false, code: "nobody_speaks", details: {} }) }),
  point: () => shown([as.floor(pointSpeaks("BR", kenya))], { running: true }),
  ruling: () => shown([as.floor(pointHeard("BR", kenya))]),
  noText: () => shown([as.floor(speech("BA", 40_000, { entry: 91 }))]),
  over: () => shown([as.floor({ ...kenya, startedAt: noon_of_tests - 312_000, paragraph: 4 })]),
  longest: () => shown([as.floor(speech("OHCHR", 60_000)), as.queue(queue("high-level", [20, 18, 17, 19, 14, 11]))]),
  guest: () =>
    shown([
      as.floor(
        speech("", 30_000, {
          entry: 92,
          body: "Institute for Mobility Studies",
          speaker: { name: "Ines Sample (fictional)", title: "Director" },
        }),
      ),
      as.entry(guestEntry(31)),
      as.queue(queue("high-level", [31, 11, 12], { next: 11 })),
    ]),
  sixty: () => shown([as.statement(longText), as.floor({ ...kenya, paragraph: 31 })]),
  notices: () =>
    shown([
      as.notice(notice(1, words)),
      as.notice(
        notice(
          2,
          texts(
            "Relief of the booths at 16:30.",
            "Relève des cabines à 16 h 30.",
            "Relevo de las cabinas a las 16.30.",
          ),
          { sentAt: noon_of_tests - 30_000 },
        ),
      ),
    ]),
  free: () => shown([as.floor(freeFloor())]),
  nobody: () => shown([as.floor(freeFloor()), as.queue(queue("high-level", []))]),
  suspended: () =>
    shown([
      meeting(MeetingStatus.SUSPENDED, at("2005-11-29T16:00+01:00")),
      as.floor({ ...kenya, pausedAt: noon_of_tests - 9_000 }),
    ]),
  closed: () =>
    shown([
      meeting(MeetingStatus.CLOSED),
      as.panel({ ...(panels[1] as Panel), status: PanelStatus.CLOSED }),
      as.floor(freeFloor()),
    ]),
  reconnecting: () => shown([], { status: "reconnecting", running: true }),
};
