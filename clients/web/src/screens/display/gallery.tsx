// The states of the hall display, for looking at.
import type { Gallery } from "../../testing/gallery";
import {
  afternoon,
  as,
  at,
  freeFloor,
  guestEntry,
  kenyaSpeaks,
  ledgerStanding,
  meetings,
  noon_of_tests,
  notice,
  panels,
  pointHeard,
  pointSpeaks,
  queue,
  speech,
  texts,
} from "../../testing/views";
import { Kind, LedgerIs, LimitOf, ListStatus, MeetingStatus, type Panel, PanelStatus } from "../../wire";
import Display from "./index";

const element = <Display />;
const live = (over: Partial<Panel>) => as.panel({ ...(panels[1] as Panel), ...over });
const meeting = (index: number, status: MeetingStatus, suspendedUntil = 0) =>
  as.meeting({ ...(meetings[index] as (typeof meetings)[number]), status, suspendedUntil });

const short = as.notice(
  notice(
    1,
    texts(
      "A reception follows the meeting, in the restaurant on the eighth floor.",
      "Une réception suivra la séance, au restaurant du huitième étage.",
      "Después de la sesión habrá una recepción en el restaurante del octavo piso.",
    ),
  ),
);
const long = as.notice(
  notice(
    2,
    texts(
      "The afternoon meeting goes on until 18:30. Delegations that are still on the list are asked to keep to their limits and to hand in their texts at the conference desk or from their tablets, so that the interpreters have them before they take the floor. Thank you for your help in this.",
      "La séance de l’après-midi se poursuit jusqu’à 18 h 30. Les délégations encore inscrites sont priées de respecter leur temps de parole et de remettre leur texte au secrétariat ou depuis leur tablette, afin que les interprètes en disposent à temps. Merci de votre coopération.",
      "La sesión de la tarde continúa hasta las 18.30 horas. Se ruega a las delegaciones que siguen en la lista que respeten su tiempo y entreguen sus textos a la secretaría o desde sus tabletas, para que los intérpretes dispongan de ellos antes. Gracias por su colaboración.",
    ),
    { sentAt: noon_of_tests - 60_000 },
  ),
);
const guest = { name: "Ines Sample (fictional)", title: "Director" };

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
  point: () => ({
    element,
    staging: { running: true, entities: afternoon(as.floor(pointSpeaks("BR", kenyaSpeaks))) },
  }),
  pointLongest: () => ({
    element,
    staging: { entities: afternoon(as.floor(pointSpeaks("CD", speech("OHCHR", 60_000))), long) },
  }),
  ruling: () => ({ element, staging: { entities: afternoon(as.floor(pointHeard("BR", kenyaSpeaks))) } }),
  notice: () => ({ element, staging: { entities: afternoon(short) } }),
  noticeLong: () => ({ element, staging: { entities: afternoon(long, as.floor(speech("CD", 90_000))) } }),
  notices: () => ({ element, staging: { running: true, entities: afternoon(short, long) } }),
  guest: () => ({
    element,
    staging: {
      entities: afternoon(
        as.floor(speech("", 30_000, { body: "Institute for Mobility Studies", speaker: guest, limitMs: 120_000 })),
        as.entry(guestEntry(31)),
        as.queue(queue("high-level", [31, 11, 12, 13], { next: 11 })),
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
  held: () => ({ element, staging: { ledger: ledgerStanding() } }),
  heldLongest: () => ({
    element,
    staging: { ledger: ledgerStanding(), entities: afternoon(as.floor(speech("OHCHR", 60_000)), long) },
  }),
  outOfTouch: () => ({ element, staging: { ledger: ledgerStanding({ is: LedgerIs.OUT_OF_TOUCH }) } }),
  reconnecting: () => ({ element, staging: { status: "reconnecting", running: true } }),
  welcome: () => ({
    element,
    staging: {
      now: at("2005-11-29T14:40+01:00"),
      entities: afternoon(
        short,
        meeting(1, MeetingStatus.PLANNED),
        live({ status: PanelStatus.PLANNED, listStatus: ListStatus.NOT_OPEN }),
        as.floor(freeFloor()),
      ),
    },
  }),
};
