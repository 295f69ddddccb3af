// The states of the delegate's tablet, for looking at.
import { Entrance } from "../../shared/gate";
import type { Gallery } from "../../testing/gallery";
import { refusedWith } from "../../testing/staged";
import {
  afternoon,
  as,
  at,
  deskNote,
  entries,
  entry,
  freeFloor,
  guestEntry,
  help,
  kenyaSpeaks,
  ledgerStanding,
  meetings,
  noon_of_tests,
  notice,
  panels,
  pointHeard,
  pointOfOrder,
  pointSpeaks,
  queue,
  signal,
  speech,
  standing,
  statement,
  statementText,
  texts,
} from "../../testing/views";
import {
  HelpStatus,
  Kind,
  LedgerIs,
  ListStatus,
  MeetingStatus,
  Outcome,
  type Panel,
  PanelStatus,
  SignalKind,
  TextFormat,
} from "../../wire";
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

const english = [
  "Chair, the Group thanks the Administration for the discussion note and for the time that the programme leaves to Member States.",
  "Coherence begins at home. In many of our countries the ministries of the interior, labour, health and foreign affairs each hold a part of migration policy; few hold the whole.",
  "Our diasporas are partners, not only senders of remittances. Trust has to be earned by those who ask for it, and institutions that listen are the first condition.",
  "We therefore propose three practices for the register, each of which has been tried by at least two members of the Group over the past five years.",
  "The first is a council of ministries that meets every month and publishes what it decides.",
  "The second is a single window for those who return, open in every province and in the languages that they speak.",
  "The third is a fund to which diasporas and the State contribute alike, and which both govern.",
  "We thank the panellists, and look forward to the discussion.",
];
const spanish = [
  "Presidencia, mi delegación agradece a la Administración la nota para la deliberación.",
  "La coherencia empieza en casa. En muchos de nuestros países los ministerios del interior, de trabajo, de salud y de relaciones exteriores tienen cada uno una parte de la política migratoria; pocos la tienen entera.",
  "Nuestras diásporas son socias, no solo remitentes de remesas. La confianza debe ganársela quien la pide.",
  "Proponemos por ello tres prácticas para el registro.",
  "Agradecemos a los panelistas y esperamos con interés el debate.",
];
const kenyaText = (over = {}) =>
  as.statement(statement(90, "KE", [statementText("en", english)], { releasedAt: noon_of_tests - 150_000, ...over }));
const ownText = (over = {}) =>
  as.ownStatement(
    statement(15, "EC", [statementText("es", spanish, { version: 2 }), statementText("en", english)], over),
  );
const textOf = (entry: number, over = {}) =>
  as.ownStatement(statement(entry, "EC", [statementText("es", spanish)], over));
const reading = { ...kenyaSpeaks, paragraph: 2 };
const speakingFromText = [
  ...afternoon(own(46_000, { paragraph: 2 }), order(...others)),
  textOf(90, { releasedAt: noon_of_tests - 30_000 }),
  as.ownSignal("EC", signal(1)),
];
const guest = as.entry(guestEntry(31));
const ourPoint = pointSpeaks("EC", kenyaSpeaks, 14_000);
const interruptsUs = pointSpeaks(
  "CL",
  speech("EC", 60_000, { language: "es", limitMs: 180_000, paragraph: 2 }),
  12_000,
  60_000,
);

export const gallery: Gallery = {
  signedOut: () => ({
    element: (
      <Entrance screen="delegate" code="ABCD2345" go={() => {}}>
        {null}
      </Entrance>
    ),
    staging: {
      status: "refused",
      refusal: "revoked",
      late: [{ id: "c1", act: ask, outcome: refusedWith("outcome_unknown") }],
    },
  }),
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
  onTheWay: () => ({
    element,
    staging: {
      entities: afternoon(order(11, 15, 12, 13), {
        ...as.deskNote(deskNote(15, { onTheWayAt: noon_of_tests - 60_000 })),
        key: "own/desk/EC/15",
      }),
    },
  }),
  filed: () => ({
    element,
    staging: {
      entities: [
        ...afternoon(order(...others)),
        as.standing(standing("EC", { outcome: Outcome.IN_WRITING, entry: 15 })),
      ],
    },
  }),
  nextFree: () => ({ element, staging: { entities: afternoon(order(15, ...others), as.floor(freeFloor())) } }),
  ask: () => ({ element, staging: { entities: afternoon(order(...others)) } }),
  asking: () => ({
    element,
    staging: {
      entities: afternoon(order(...others)),
      status: "reconnecting",
      unanswered: [{ id: "c1", act: ask, expiresAt: noon_of_tests + 60_000, sent: false }],
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
  held: () => ({ element, staging: { ledger: ledgerStanding(), answer: () => "unconfirmed" } }),
  heldAsking: () => ({
    element,
    staging: {
      entities: afternoon(order(...others)),
      ledger: ledgerStanding(),
      unanswered: [{ id: "c1", act: ask, expiresAt: noon_of_tests + 60_000, sent: true, unconfirmed: true }],
    },
  }),
  heldSpeaking: () => ({
    element,
    staging: { entities: speakingFromText, ledger: ledgerStanding(), answer: () => "unconfirmed" },
  }),
  outOfTouch: () => ({ element, staging: { ledger: ledgerStanding({ is: LedgerIs.OUT_OF_TOUCH }) } }),
  unconfirmed: () => ({ element, staging: { answer: () => "unconfirmed" } }),
  unconfirmedAsk: () => ({
    element,
    staging: { entities: afternoon(order(...others)), answer: () => "unconfirmed" },
  }),
  unconfirmedSpeaking: () => ({
    element,
    staging: { entities: speakingFromText, answer: () => "unconfirmed" },
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
  pointWaits: () => ({
    element,
    staging: {
      entities: [...afternoon(), as.ownPoint(pointOfOrder(95, "EC", { note: "The interpretation has stopped" }))],
    },
  }),
  pointHeard: () => ({
    element,
    staging: {
      entities: [
        ...afternoon(as.floor(pointHeard("EC", kenyaSpeaks))),
        as.ownPoint(pointOfOrder(95, "EC", { recognised: true })),
      ],
    },
  }),
  pointSpeaking: () => ({ element, staging: { entities: afternoon(as.floor(ourPoint)) } }),
  pointOfAnother: () => ({ element, staging: { entities: afternoon(as.floor(pointSpeaks("CL", kenyaSpeaks))) } }),
  ruled: () => ({
    element,
    staging: {
      entities: [...afternoon(), as.standing(standing("EC", { outcome: Outcome.UPHELD, kind: Kind.POINT_OF_ORDER }))],
    },
  }),
  interrupted: () => ({
    element,
    staging: { entities: [...afternoon(as.floor(interruptsUs), order(...others)), textOf(90)] },
  }),
  signalled: () => ({
    element,
    staging: {
      entities: [
        ...afternoon(own(46_000), order(...others)),
        as.ownSignal("EC", signal(1)),
        as.ownSignal("EC", signal(2, { kind: SignalKind.MICROPHONE, seenAt: noon_of_tests })),
      ],
    },
  }),
  speakingText: () => ({ element, staging: { entities: speakingFromText, running: true } }),
  speakingNotice: () => ({
    element,
    staging: {
      entities: [
        ...speakingFromText,
        as.ownSignal("EC", signal(1, { seenAt: noon_of_tests })),
        as.ownNotice(
          "EC",
          notice(
            2,
            texts(
              "Please send us your text in English too, before the next meeting.",
              "Veuillez nous envoyer aussi votre texte en anglais, avant la prochaine séance.",
              "Por favor, envíenos también su texto en inglés, antes de la próxima sesión.",
            ),
            { to: { to: { case: "delegation", value: "EC" } }, sentAt: noon_of_tests - 60_000 },
          ),
        ),
      ].filter(({ key }) => key !== "own/signal/EC/1"),
    },
  }),
  speakingEmbargo: () => ({
    element,
    staging: { entities: [...afternoon(own(4_000), order(...others)), textOf(90)] },
  }),
  notices: () => ({
    element,
    staging: {
      entities: [
        ...afternoon(),
        as.notice(
          notice(
            1,
            texts(
              "The meeting goes on until 18:30. Interpretation is provided until then.",
              "La séance se poursuit jusqu’à 18:30. L’interprétation est assurée jusque-là.",
              "La sesión continúa hasta las 18:30. Habrá interpretación hasta entonces.",
            ),
          ),
        ),
        as.ownNotice(
          "EC",
          notice(
            2,
            texts(
              "Please send us your text in English too.",
              "Veuillez nous envoyer aussi votre texte en anglais.",
              "Por favor, envíenos también su texto en inglés.",
            ),
            { to: { to: { case: "delegation", value: "EC" } }, sentAt: noon_of_tests - 60_000 },
          ),
        ),
        as.notice(notice(3, texts("Coffee is served.", "Le café est servi.", "Se sirve café."), { sentAt: 1 })),
        as.ownHelp(help(4, "EC", { status: HelpStatus.TAKEN, note: "The microphone does not light up" })),
      ],
    },
  }),
  guestsAndSkip: () => ({
    element,
    staging: {
      entities: afternoon(
        guest,
        as.entry(entry(11, "CL", { language: "es", skipped: true })),
        as.queue(queue("high-level", [11, 31, 12, 15, 13], { next: 31 })),
      ),
    },
  }),
  statementEmpty: () => ({
    element: <Delegate tab="statement" />,
    staging: { entities: afternoon(order(...others)) },
  }),
  statementNew: () => ({ element: <Delegate tab="statement" /> }),
  statement: () => ({ element: <Delegate tab="statement" />, staging: { entities: [...afternoon(), ownText()] } }),
  statementPlanned: () => ({
    element: <Delegate tab="statement" />,
    staging: {
      entities: [
        ...afternoon(
          as.entry(entry(30, "EC", { kind: Kind.QUESTION, language: "es", addressedTo: "italy", limitMs: 20_000 })),
          order(11, 12, 13, 14, 15, 16, 30, 17),
        ),
        ownText({ releasesAt: at("2005-11-29T16:30+01:00") }),
      ],
    },
  }),
  statementReleased: () => ({
    element: <Delegate tab="statement" />,
    staging: { entities: [...afternoon(), ownText({ releasedAt: noon_of_tests - 60_000 })] },
  }),
  live: () => ({
    element: <Delegate tab="live" />,
    staging: { entities: [...afternoon(as.floor(reading)), kenyaText()] },
  }),
  liveMarkdown: () => ({
    element: <Delegate tab="live" />,
    staging: {
      entities: [
        ...afternoon(as.floor({ ...reading, paragraph: 4 })),
        kenyaText({
          texts: [
            statementText(
              "en",
              ["# Coherence", english[0] ?? "", "* **Trust**\n* Institutions\n* _Time_", ...english],
              {
                format: TextFormat.MARKDOWN,
              },
            ),
            statementText("fr", [
              "Madame la Présidente, le Groupe remercie l’Administration.",
              "La cohérence commence chez soi.",
            ]),
          ],
        }),
      ],
    },
  }),
  liveInterrupted: () => ({
    element: <Delegate tab="live" />,
    staging: { entities: [...afternoon(as.floor(pointSpeaks("CL", reading))), kenyaText()] },
  }),
  liveNone: () => ({ element: <Delegate tab="live" /> }),
  liveNobody: () => ({
    element: <Delegate tab="live" />,
    staging: { entities: afternoon(as.floor(freeFloor())) },
  }),
};
