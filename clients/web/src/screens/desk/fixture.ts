// A made-up afternoon as the desk sees it: all delegations with their sign-ins, texts, signals, requests for help. The
// people in it are fictional. For tests and the gallery, never part of the build.
import type { Answer, LogWanted, Outcome } from "../../sync/hall";
import { accepted, acceptedWithInverse, type StagedHall, type Staging } from "../../testing/staged";
import {
  afternoon,
  as,
  at,
  delegation,
  delegations,
  entries,
  guestEntry,
  help,
  kenyaSpeaks,
  noon_of_tests,
  notice,
  pointOfOrder,
  pointSpeaks,
  queue,
  seat,
  signal,
  statement,
  statementText,
  texts,
} from "../../testing/views";
import {
  type Act,
  Audience,
  Category,
  type Delegation,
  Delivery,
  type Entity,
  HelpStatus,
  type Log,
  type LogLine,
  Role,
  SignalKind,
  TextFormat,
} from "../../wire";

const MINUTE = 60_000;
const codes =
  "AF AL AM AO AR AT AU AZ BE BF BG BI BJ BO BS BY BZ CA CG CI CM CN CO CR CU CY CZ DE DJ DK DO DZ EE EG ES ET FI FR GA GB GE GH GM GN GR GT GW HN HR HT HU ID IE IL IN IR IT JM JO JP KG KH KR KZ LA LK LR LT LU LV LY MD ME MG ML MN MR MT MX MZ NE NG NI NL NO NP NZ PA PE PK PL PT PY RO RW SD SE SI SK SL SN SO SV TG TH TN TR TZ UA UG US UY VE VN YE ZA ZM ZW";

// Made once: each takes longer than all the names it gives.
const namers = ["en", "fr", "es"].map((locale) => new Intl.DisplayNames([locale], { type: "region" }));
const inAll = (code: string) => texts(...(namers.map((names) => names.of(code) ?? code) as [string, string, string]));

export const others: Delegation[] = [
  ...codes.split(" ").map((code) => delegation(code, inAll(code))),
  delegation("VA", inAll("VA"), { category: Category.OBSERVER_STATE }),
  delegation(
    "ICMC",
    texts(
      "International Catholic Migration Commission",
      "Commission internationale catholique pour les migrations",
      "Comisión Católica Internacional de Migración",
    ),
    { category: Category.NGO, flag: "" },
  ),
  delegation("SEC", texts("Secretariat", "Secrétariat", "Secretaría"), { category: Category.SECRETARIAT, flag: "" }),
];

const longest = delegations.map(({ id }) => id);
const everybody = [...longest, ...others.map(({ id }) => id)];

export const seats = [
  seat("chair", { role: Role.CHAIR, person: { name: "Amina Exemple (fictional)", title: "President of the Council" } }),
  seat("desk", { role: Role.DESK }),
  seat("desk-2", { role: Role.DESK, person: { name: "Paul Muster (fictional)", title: "Conference officer" } }),
  seat("booth-en", { role: Role.INTERPRETER, language: "en" }),
  seat("booth-fr", { role: Role.INTERPRETER, language: "fr", generation: 2 }),
  seat("booth-es", { role: Role.INTERPRETER, language: "es" }),
  seat("captions", { role: Role.CAPTIONER, language: "en" }),
  seat("hall", { role: Role.DISPLAY }),
  ...everybody.map((id) => seat(id.toLowerCase(), { delegation: id, expiresAt: at("2005-12-29T10:00+01:00") })),
  seat("ec-2", {
    delegation: "EC",
    person: { name: "Lucía Ejemplo (fictional)", title: "Minister Counsellor" },
    generation: 3,
    revoked: true,
  }),
];

export const presence: Record<string, number> = {
  chair: 1,
  desk: 1,
  "booth-fr": 1,
  "booth-es": 2,
  hall: 3,
  ...Object.fromEntries(everybody.filter((_, index) => index % 7 !== 3).map((id) => [id.toLowerCase(), 1])),
  ke: 2,
  ec: 2,
};

export const paragraphs = {
  es: [
    "Señora Presidenta:",
    "Mi delegación agradece al Consejo la oportunidad de exponer la experiencia de mi país en materia de coherencia de las políticas de migración.",
    "La migración no es un asunto de un solo ministerio. Hemos creado un consejo nacional en el que se reúnen quienes se ocupan del trabajo, de la salud, de la educación y de los derechos de las personas.",
    "Proponemos que las prácticas que hoy se presentan queden en un registro abierto a todos los Estados.",
    "Muchas gracias.",
  ],
  en: [
    "Madam President,",
    "My delegation thanks the Council for the opportunity to set out my country’s experience with coherent migration policies.",
    "Migration is not the business of one ministry. We have set up a national council where those in charge of labour, health, education and rights sit together.",
    "We propose that the practices presented today be kept in a register open to all States.",
    "Thank you.",
  ],
};

const received = [
  statement(15, "EC", [statementText("es", paragraphs.es, { version: 2 }), statementText("en", paragraphs.en)], {
    delivery: Delivery.CHECK_AGAINST_DELIVERY,
  }),
  statement(12, "MA", [statementText("fr", ["Madame la Présidente,", "…"], { words: 412, version: 3 })], {
    delivery: Delivery.VERBATIM,
    releasesAt: at("2005-11-29T16:00+01:00"),
  }),
  statement(
    90,
    "KE",
    [
      statementText("en", ["## On behalf of the African Group", ...paragraphs.en.slice(1)], {
        format: TextFormat.MARKDOWN,
      }),
    ],
    { delivery: Delivery.VERBATIM, releasedAt: noon_of_tests - 156_000 },
  ),
  statement(18, "CD", [statementText("fr", ["Madame la Présidente,", "…"], { words: 240 })]),
];

export const notices = [
  notice(
    2,
    texts(
      "The shuttle to the reception leaves at 18:30 from door 6.",
      "La navette pour la réception part à 18 h 30 de la porte 6.",
      "El autobús a la recepción sale a las 18.30 de la puerta 6.",
    ),
  ),
  notice(
    1,
    { en: "Please hand in your text at the desk before you speak." },
    {
      to: { to: { case: "audience", value: Audience.DELEGATE } },
      sentAt: noon_of_tests - 40 * MINUTE,
    },
  ),
  notice(
    3,
    { es: "Su distintivo está en la secretaría." },
    {
      to: { to: { case: "delegation", value: "EC" } },
      sentAt: noon_of_tests - 12 * MINUTE,
    },
  ),
];

export const calm: Entity[] = [
  ...others.map(as.delegation),
  ...seats.map(as.seat),
  as.entry(guestEntry(21)),
  as.queue(queue("high-level", [...entries.map(({ id }) => id), 21])),
  ...received.map(as.statement),
  ...notices.map(as.notice),
];

export const busy: Entity[] = [
  ...calm,
  as.point(
    pointOfOrder(31, "CD", {
      note: "The speaker addresses a matter that is not before this panel.",
      raisedAt: noon_of_tests - 21_000,
    }),
  ),
  as.signal(signal(4, { kind: SignalKind.SPEAK_SLOWLY })),
  as.signal(
    signal(5, {
      kind: SignalKind.NO_SOUND,
      seat: "booth-es",
      language: "es",
      seenAt: noon_of_tests - 30_000,
      raisedAt: noon_of_tests - 65_000,
    }),
  ),
  as.help(help(7, "OHCHR", { note: "Our microphone does not light up.", requestedAt: noon_of_tests - 6 * MINUTE })),
  as.help(help(8, "EC", { status: HelpStatus.TAKEN, takenBy: "desk-2" })),
];

export const recognised: Entity[] = [
  ...calm,
  as.floor(pointSpeaks("CD", kenyaSpeaks)),
  as.point(pointOfOrder(95, "CD", { note: "The speaker addresses another matter.", recognised: true })),
  as.point(pointOfOrder(32, "CH", { raisedAt: noon_of_tests - 9_000 })),
];

const line = (
  seq: number,
  before_s: number,
  actor: string,
  event: string,
  details: Record<string, string>,
): LogLine => ({
  seq,
  index: 0,
  at: noon_of_tests - before_s * 1_000,
  actor,
  event,
  details,
});

const here = { panel: "high-level" };
export const lines: LogLine[] = [
  line(61, 5, "booth-fr", "signal_raised", { signal: "speak_slowly", language: "fr", seat: "booth-fr" }),
  line(60, 21, "cd", "point_of_order_raised", { ...here, entry: "31", who: "CD", text: "Another matter" }),
  line(58, 156, "system", "statement_released", { ...here, entry: "90", who: "KE", cause: "speech" }),
  line(57, 166, "chair", "floor_given", { ...here, entry: "90", who: "KE", limit_ms: "300000" }),
  line(56, 166, "chair", "speech_ended", { ...here, who: "Panellist from Italy", cause: "next" }),
  line(55, 200, "desk", "floor_requested", {
    ...here,
    entry: "21",
    who: "Ines Sample (fictional) (Institute for Mobility Studies)",
    kind: "statement",
    place: "11",
  }),
  line(54, 420, "ec", "statement_submitted", {
    ...here,
    entry: "15",
    who: "EC",
    language: "es",
    version: "2",
    words: "97",
  }),
  line(53, 500, "desk", "notice_sent", { to: "delegate", text: "Please hand in your text at the desk." }),
  line(52, 560, "chair", "limit_set", { ...here, of: "member", limit_ms: "180000" }),
  line(51, 700, "chair", "entry_moved", { ...here, entry: "14", who: "CH", place: "4" }),
  line(50, 900, "desk", "grant_revoked", { seat: "ec-2", cause: "revoked" }),
  line(49, 2400, "chair", "panel_opened", here),
  line(48, 2410, "chair", "meeting_opened", { meeting: "d1-pm" }),
];

export const log = (wanted: LogWanted): Answer<Log> => ({
  ok: true,
  value: {
    id: "",
    lines: lines.filter(
      ({ seq, details }) =>
        seq < (wanted.before || Number.POSITIVE_INFINITY) && (!wanted.panel || details.panel === wanted.panel),
    ),
    nextBefore: wanted.before ? 0 : 48,
  },
});

export const card = `<!doctype html><html><head><style>
body { font: 15px/1.4 sans-serif; padding: 16px; color: #14202e } li { display: inline-block; width: 300px; margin: 8px;
padding: 16px; border: 1px solid #dde3ea; border-radius: 12px } h3 { margin: 0 } .code { font: 600 28px monospace }
</style></head><body><h1>Sign-in sheet</h1><ul>${["Ecuador", "Kenya", "Chile"]
  .map((name) => `<li><h3>${name}</h3><p class="code">K7QM-3XPA</p></li>`)
  .join("")}</ul></body></html>`;

/** As the server answers, with what takes back what the desk does. */
function answer(act: Act, _: unknown, { store }: StagedHall): Outcome {
  if (act.case !== "withdrawNotice") return acceptedWithInverse(act);
  const notice = store.notices().find(({ id }) => id === act.value.notice);
  return accepted({ case: "sendNotice", value: { to: notice?.to, text: notice?.text } } as Act);
}

/** What the hall stands like for the desk. */
export function staged(over: Entity[] = busy, more: Partial<Staging> = {}): Staging {
  return {
    entities: afternoon(...over),
    hello: { role: Role.DESK, audience: Audience.DESK, seat: "desk", delegation: "" },
    answer,
    presence,
    log,
    sheet: () => ({ ok: true, value: { id: "", html: card } }),
    ...more,
  };
}
