// A made-up sitting for tests and for looking at the screen. Never part of the build.
import type { Store } from "../../sync/store";
import { StagedHall, type Staging } from "../../testing/staged";
import { statement, statementText } from "../../testing/views";
import {
  AtLimit,
  Audience,
  Category,
  type Delegation,
  type Draw,
  type Entity,
  type Entry,
  type Floor,
  type Help,
  HelpStatus,
  type Holding,
  Kind,
  LimitOf,
  ListStatus,
  type Meeting,
  MeetingStatus,
  type Motion,
  MotionKind,
  MotionSide,
  type Notice,
  OrderPolicy,
  type Panel,
  type Panellist,
  PanelStatus,
  PauseCause,
  type PointOfOrder,
  type Queue,
  Rank,
  Reason,
  Role,
  type Session,
  type Signal,
  SignalKind,
  type Statement,
} from "../../wire";

export const NOW = Date.parse("2005-11-29T15:42:10+01:00");
export const MINUTE = 60_000;
const at = (text: string) => Date.parse(`2005-11-${text}:00+01:00`);

type Value = Exclude<Entity["entity"], { case: undefined }>;

const ISO = [
  ..."CL MA PH CH EC BD KE BR FR ES MX EG NG SN ML BF CI CM CD CG GN GW TN DZ LY SD UG TZ ZM ZW ZA AO MZ MG".split(" "),
  ..."VC KN AG TT LA KP KR GB US DE IT PT GR TR UA RU IR PK AF LK NP KH VN TH ID AU NZ JP CA AR UY PY BO PE CO VE".split(
    " ",
  ),
  ..."PA CR NI HN SV GT BZ JM HT DO CU AM GE AZ KZ KG TJ UZ MD BY LT LV EE PL CZ SK HU RO BG MK BA HR SI AL RS".split(
    " ",
  ),
];

// Made once: each takes longer than all the names it gives.
const namers = ["en", "fr", "es"].map(
  (locale) => [locale, new Intl.DisplayNames([locale], { type: "region" })] as const,
);

export function nameOf(code: string): Record<string, string> {
  return Object.fromEntries(namers.map(([locale, names]) => [locale, names.of(code) ?? code]));
}

export function delegationOf(code: string, category = Category.MEMBER): Delegation {
  return { id: code, category, groups: [], name: nameOf(code), flag: code.toLowerCase() };
}

const ORGANISATIONS: Delegation[] = [
  {
    id: "UNHCR",
    category: Category.IGO,
    groups: [],
    name: {
      en: "Office of the United Nations High Commissioner for Refugees",
      fr: "Haut-Commissariat des Nations Unies pour les réfugiés",
      es: "Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados",
    },
    flag: "",
  },
  {
    id: "ICMC",
    category: Category.NGO,
    groups: [],
    name: {
      en: "International Catholic Migration Commission",
      fr: "Commission internationale catholique pour les migrations",
      es: "Comisión Católica Internacional de Migración",
    },
    flag: "",
  },
];

const TITLES: Record<string, [string, string]> = {
  en: ["Ambassador", "Permanent Representative"],
  fr: ["Ambassadrice", "Ministre déléguée chargée des Sénégalais de l’extérieur et de la coopération décentralisée"],
  es: ["Embajador", "Viceministro de Relaciones Exteriores, Comercio e Integración"],
};

export function entryOf(id: number, delegation: string, over: Partial<Entry> = {}): Entry {
  const language = ["es", "fr", "en"][id % 3] ?? "en";
  return {
    id,
    panel: "high-level",
    delegation,
    kind: id % 9 === 4 ? Kind.QUESTION : id % 11 === 7 ? Kind.GROUP_STATEMENT : Kind.STATEMENT,
    language,
    speaker: {
      name: id % 4 === 0 ? "Adama Exemple (fictional)" : "",
      title: TITLES[language]?.[id % 5 === 0 ? 1 : 0] ?? "",
    },
    onBehalfOf: id % 11 === 7 ? "the African Group" : "",
    addressedTo: "",
    requestedAt: at("29T15:06") + id * 17_000,
    limitMs: 3 * MINUTE,
    moved: false,
    skipped: false,
    body: "",
    statementsBefore: id % 3 === 1 ? 1 : id % 16 === 2 ? 2 : 0,
    rank: Rank.UNSPECIFIED,
    reason: Reason.CATEGORY,
    spokenBeforeS: 0,
    ...over,
  };
}

/** Kenya's speech, or what is made of it. */
export function holdingOf(over: Partial<Holding> = {}): Holding {
  return {
    speech: 7,
    entry: 900,
    panellist: "",
    delegation: "KE",
    kind: Kind.GROUP_STATEMENT,
    language: "en",
    speaker: { name: "", title: "Permanent Representative" },
    onBehalfOf: "the African Group",
    limitMs: 5 * MINUTE,
    startedAt: NOW - 166_000,
    pausedMs: 0,
    pausedAt: 0,
    pauseCause: PauseCause.UNSPECIFIED,
    amberMs: 30_000,
    cutAfterMs: undefined,
    limitOf: LimitOf.GROUP_STATEMENT,
    paragraph: 0,
    body: "",
    motion: 0,
    side: MotionSide.UNSPECIFIED,
    ...over,
  };
}

export function floorOf(over: Partial<Holding> = {}): Floor {
  return { panel: "high-level", lastSpeakerReturnable: true, holdings: [holdingOf(over)] };
}

export const freeFloor = (over: Partial<Floor> = {}): Floor => ({
  panel: "high-level",
  lastSpeakerReturnable: false,
  holdings: [],
  ...over,
});

/** Makes something of the speech that has the floor, if one has. */
export function changeSpeech(of: Sitting, over: (speech: Holding) => Partial<Holding>): void {
  const [top, ...below] = of.floor.holdings;
  if (top) of.floor = { ...of.floor, holdings: [{ ...top, ...over(top) }, ...below] };
}

export function meetingOf(id: string, title: Record<string, string>, over: Partial<Meeting> = {}): Meeting {
  return {
    id,
    title,
    plannedStartAt: at("29T15:00"),
    plannedEndAt: at("29T18:00"),
    status: MeetingStatus.PLANNED,
    openedAt: 0,
    suspendedUntil: 0,
    closedAt: 0,
    ...over,
  };
}

export function panelOf(id: string, meeting: string, title: Record<string, string>, over: Partial<Panel> = {}): Panel {
  const limit = (of: LimitOf, minutes: number) => ({ of, limitMs: minutes * MINUTE });
  return {
    id,
    meeting,
    title,
    draft: false,
    subtitle: {},
    documents: [],
    themes: [],
    panellists: [],
    status: PanelStatus.PLANNED,
    listStatus: ListStatus.NOT_OPEN,
    listOpensAt: 0,
    listClosesAt: 0,
    orderPolicy: OrderPolicy.CATEGORY,
    limits: [
      limit(LimitOf.MEMBER, 3),
      limit(LimitOf.OBSERVER_STATE, 2),
      limit(LimitOf.IGO, 2),
      limit(LimitOf.NGO, 2),
      limit(LimitOf.SECRETARIAT, 3),
      limit(LimitOf.GROUP_STATEMENT, 5),
      limit(LimitOf.QUESTION, 1.5),
      limit(LimitOf.PANELLIST, 8),
      limit(LimitOf.POINT_OF_ORDER, 1),
    ],
    atLimit: AtLimit.SIGNAL,
    graceMs: 15_000,
    openedAt: 0,
    spokenMs: 0,
    speeches: 0,
    severalEntries: false,
    presentOnly: false,
    reserveMs: 15 * MINUTE,
    membersShare: 60,
    ...over,
  };
}

export interface Sitting {
  session: Session;
  meetings: Meeting[];
  panels: Panel[];
  delegations: Delegation[];
  panellists: Panellist[];
  entries: Entry[];
  queue: Queue;
  floor: Floor;
  noShows: Record<number, number>;
  /** When it answered that it is on its way. */
  onTheWay: Record<number, number>;
  points: PointOfOrder[];
  motions: Motion[];
  statements: Statement[];
  signals: Signal[];
  notices: Notice[];
  helps: Help[];
  draws: Draw[];
}

/** A point of order of Brazil, raised twelve seconds ago. */
export function pointOf(over: Partial<PointOfOrder> = {}): PointOfOrder {
  return {
    entry: 950,
    panel: "high-level",
    delegation: "BR",
    note: "time limit of the speaker",
    raisedAt: NOW - 12_000,
    recognised: false,
    ...over,
  };
}

/** A motion of Egypt to adjourn the debate, moved twenty seconds ago. */
export function motionOf(over: Partial<Motion> = {}): Motion {
  return {
    entry: 970,
    panel: "high-level",
    delegation: "EG",
    motion: MotionKind.ADJOURN_DEBATE,
    movedAt: NOW - 20_000,
    takenUp: false,
    speakersFor: 2,
    speakersAgainst: 2,
    spoken: [],
    asks: [],
    objectionsAskedAt: 0,
    ...over,
  };
}

/** Egypt's motion is before the chair and has been explained; the speech that was under way stands. */
export function motionStands(of: Sitting, over: Partial<Motion> = {}): void {
  const [speech] = of.floor.holdings;
  of.motions = [...of.motions.filter(({ entry }) => entry !== 970), motionOf({ takenUp: true, ...over })];
  const mover = holdingOf({
    ...no_speech,
    entry: 970,
    delegation: over.delegation ?? "EG",
    kind: Kind.MOTION,
    speaker: undefined,
    onBehalfOf: "",
  });
  const interrupted = speech && { ...speech, pausedAt: NOW - 30_000, pauseCause: PauseCause.MOTION };
  of.floor = freeFloor({ holdings: [mover, ...(interrupted ? [interrupted] : [])] });
}

const no_speech = { speech: 0, limitMs: 0, limitOf: LimitOf.UNSPECIFIED, amberMs: 0 };

export function signalOf(over: Partial<Signal> = {}): Signal {
  return {
    id: 1,
    kind: SignalKind.SPEAK_SLOWLY,
    seat: "booth-fr",
    language: "fr",
    raisedAt: NOW - 8_000,
    seenAt: 0,
    speech: 7,
    ...over,
  };
}

export function helpOf(over: Partial<Help> = {}): Help {
  return {
    id: 1,
    delegation: "MA",
    note: "",
    requestedAt: NOW - MINUTE,
    status: HelpStatus.REQUESTED,
    takenBy: "",
    ...over,
  };
}

/** Brazil's point has the floor since twelve seconds and interrupts the speech that was under way. */
export function pointSpeaks(of: Sitting): void {
  const [speech] = of.floor.holdings;
  const recognisedAt = NOW - 12_000;
  of.points = [
    ...of.points.filter(({ entry }) => entry !== 950),
    pointOf({ raisedAt: NOW - 30_000, recognised: true }),
  ];
  const point = holdingOf({
    speech: (speech?.speech ?? 0) + 1,
    entry: 950,
    delegation: "BR",
    kind: Kind.POINT_OF_ORDER,
    language: "",
    speaker: undefined,
    onBehalfOf: "",
    limitMs: MINUTE,
    startedAt: recognisedAt,
    amberMs: 15_000,
    limitOf: LimitOf.POINT_OF_ORDER,
  });
  const interrupted = speech && {
    ...speech,
    pausedMs: 0,
    pausedAt: recognisedAt,
    pauseCause: PauseCause.POINT_OF_ORDER,
  };
  of.floor = freeFloor({ holdings: [point, ...(interrupted ? [interrupted] : [])] });
}

/** It has been heard; the ruling is still to come. */
export function pointHeard(of: Sitting): void {
  pointSpeaks(of);
  changeSpeech(of, () => no_speech);
}

export const textOf = (entry: number, delegation: string, language: string, over: Partial<Statement> = {}) =>
  statement(entry, delegation, [statementText(language, ["One.", "Two.", "Three."])], over);

/** A guest with a body in the place of the entry. */
export function guestOf(entry: Entry): Entry {
  return {
    ...entry,
    delegation: "",
    kind: Kind.STATEMENT,
    speaker: { name: "Ines Sample (fictional)", title: "Director" },
    onBehalfOf: "",
    body: "Institute for Mobility Studies",
    limitMs: 2 * MINUTE,
  };
}

const panellist = (id: string, flag: string, en: string, fr: string, es: string, spoken_ms: number): Panellist => ({
  id,
  panel: "high-level",
  name: { en, fr, es },
  title: {},
  flag,
  speeches: spoken_ms ? 1 : 0,
  spokenMs: spoken_ms,
  limitMs: 8 * MINUTE,
});

const session: Session = {
  id: "council-2005",
  title: { en: "Council 2005", fr: "Conseil 2005", es: "Consejo 2005" },
  theme: {
    en: "Toward Policy Coherence on Migration",
    fr: "Vers des politiques migratoires cohérentes",
    es: "Hacia unas políticas migratorias coherentes",
  },
  timezone: "Europe/Zurich",
  languages: ["en", "fr", "es"],
  meetings: ["d1-am", "d1-pm", "d2-am", "d2-pm"],
  panels: ["special", "high-level", "review", "development"],
  mocionDeOrden: false,
};

const meetings: Meeting[] = [
  meetingOf(
    "d1-am",
    { en: "Day 1, morning", fr: "1er jour, matin", es: "Día 1, mañana" },
    {
      plannedStartAt: at("29T10:00"),
      plannedEndAt: at("29T13:00"),
      status: MeetingStatus.CLOSED,
      openedAt: at("29T10:04"),
      closedAt: at("29T12:40"),
    },
  ),
  meetingOf(
    "d1-pm",
    { en: "Day 1, afternoon", fr: "1er jour, après-midi", es: "Día 1, tarde" },
    { status: MeetingStatus.OPEN, openedAt: at("29T15:02") },
  ),
  meetingOf(
    "d2-am",
    { en: "Day 2, morning", fr: "2e jour, matin", es: "Día 2, mañana" },
    { plannedStartAt: at("30T10:00"), plannedEndAt: at("30T13:00") },
  ),
  meetingOf(
    "d2-pm",
    { en: "Day 2, afternoon", fr: "2e jour, après-midi", es: "Día 2, tarde" },
    { plannedStartAt: at("30T15:00"), plannedEndAt: at("30T18:00") },
  ),
];

const panels: Panel[] = [
  panelOf(
    "special",
    "d1-am",
    { en: "Special Event", fr: "Manifestation spéciale", es: "Acto especial" },
    { draft: true },
  ),
  panelOf(
    "high-level",
    "d1-pm",
    { en: "High-level Plenary Panel", fr: "Débat plénier de haut niveau", es: "Panel plenario de alto nivel" },
    {
      status: PanelStatus.OPEN,
      listStatus: ListStatus.CLOSING,
      listClosesAt: at("29T16:10"),
      openedAt: at("29T15:02"),
      panellists: ["indonesia", "italy", "academic"],
      spokenMs: 32 * MINUTE,
      speeches: 5,
    },
  ),
  panelOf("review", "d2-am", { en: "The Year in Review", fr: "Bilan de l’année", es: "Balance del año" }),
  panelOf("development", "d2-pm", {
    en: "Migration and Development",
    fr: "Migration et développement",
    es: "Migración y desarrollo",
  }),
];

const panellists: Panellist[] = [
  panellist(
    "indonesia",
    "id",
    "Panellist from Indonesia",
    "Intervenant de l’Indonésie",
    "Panelista de Indonesia",
    8.5 * MINUTE,
  ),
  panellist("italy", "it", "Panellist from Italy", "Intervenant de l’Italie", "Panelista de Italia", 7.2 * MINUTE),
  panellist("academic", "", "Academic panellist", "Intervenant universitaire", "Panelista académico", 0),
];

const delegations: Delegation[] = [...ISO.map((code) => delegationOf(code)), ...ORGANISATIONS];
const others = delegations.filter(({ id }) => id !== "KE");

/** The afternoon of the high-level panel with so many waiting; `change` makes of it what a test needs. */
export function sitting(waiting = 23, change: (of: Sitting) => void = () => {}): Sitting {
  const entries = Array.from({ length: waiting }, (_, index) =>
    entryOf(index + 1, others[index % others.length]?.id ?? "CL"),
  );
  const of = structuredClone<Sitting>({
    session,
    meetings,
    panels,
    delegations,
    panellists,
    entries,
    queue: queueOf(entries.map(({ id }) => id)),
    floor: floorOf(),
    noShows: waiting > 3 ? { 3: 1 } : {},
    onTheWay: {},
    points: [],
    motions: [],
    statements: entries
      .filter(({ id }) => id % 3 !== 0)
      .map(({ id, delegation, language }) => textOf(id, delegation, language)),
    signals: [],
    notices: [],
    helps: [],
    draws: [],
  });
  change(of);
  return of;
}

export function queueOf(entries: number[]): Queue {
  return {
    panel: "high-level",
    entries,
    meanS: entries.map((_, place) => 15 + place * 205),
    variance: entries.map((_, place) => 37 * place ** 2),
    finishMeanS: entries.length * 205,
    finishVariance: 37 * entries.length ** 2,
    speechMeanS: 300,
    speechVariance: 0,
    next: entries[0] ?? 0,
    regions: [],
  };
}

export function entitiesOf(of: Sitting): Entity[] {
  const entity = (key: string, value: Value): Entity => ({ key, entity: value });
  return [
    entity("session", { case: "session", value: of.session }),
    ...of.meetings.map((value) => entity(`meeting/${value.id}`, { case: "meeting", value })),
    ...of.panels.map((value) => entity(`panel/${value.id}`, { case: "panel", value })),
    ...of.delegations.map((value) => entity(`delegation/${value.id}`, { case: "delegation", value })),
    ...of.panellists.map((value) => entity(`panellist/${value.panel}/${value.id}`, { case: "panellist", value })),
    ...of.entries.map((value) => entity(`entry/${value.id}`, { case: "entry", value })),
    ...of.entries.map(({ id: entry }) => {
      const value = { entry, noShows: of.noShows[entry] ?? 0, requestedBy: "", onTheWayAt: of.onTheWay[entry] ?? 0 };
      return entity(`desk/${entry}`, { case: "deskNote", value });
    }),
    ...of.points.map((value) => entity(`point/${value.entry}`, { case: "pointOfOrder", value })),
    ...of.motions.map((value) => entity(`motion/${value.entry}`, { case: "motion", value })),
    ...of.statements.map((value) => entity(`statement/${value.entry}`, { case: "statement", value })),
    ...of.signals.map((value) => entity(`signal/${value.id}`, { case: "signal", value })),
    ...of.notices.map((value) => entity(`notice/${value.id}`, { case: "notice", value })),
    ...of.helps.map((value) => entity(`help/${value.id}`, { case: "help", value })),
    ...of.draws.map((value) => entity(`draw/${value.panel}`, { case: "draw", value })),
    entity(`queue/${of.queue.panel}`, { case: "queue", value: of.queue }),
    entity(`floor/${of.floor.panel}`, { case: "floor", value: of.floor }),
  ];
}

export function storeOf(of: Sitting): Store {
  return new StagedHall(staged(of)).store;
}

/** What the hall stands like for the chair. */
export function staged(of: Sitting, more: Partial<Staging> = {}): Staging {
  const hello = { role: Role.CHAIR, audience: Audience.DESK, seat: "chair", delegation: "" };
  return { entities: entitiesOf(of), now: NOW, hello, ...more };
}
