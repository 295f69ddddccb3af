// Made-up views for the tests of screens and for the gallery: a session of four panels on 29 and 30 November 2005, with
// whatever a case needs on top. The people in it are fictional.
import type { Held } from "../shared/floor";
import {
  AtLimit,
  Audience,
  Category,
  type Delegation,
  Delivery,
  type DeskNote,
  type Draw,
  type Entity,
  type Entry,
  type Floor,
  type Hello,
  type Help,
  HelpStatus,
  Kind,
  LedgerIs,
  type LedgerStanding,
  LimitOf,
  ListStatus,
  type Meeting,
  MeetingStatus,
  type Motion,
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
  type Seat,
  type Session,
  type Signal,
  SignalKind,
  type Standing,
  type Statement,
  type StatementText,
  TextFormat,
  type Texts,
} from "../wire";

export const at = (text: string): number => Date.parse(text);
/** 29 November 2005, 15:42:10 in Geneva: the instant of the galleries. */
export const noon_of_tests = at("2005-11-29T15:42:10+01:00");

export const texts = (en: string, fr = en, es = en): Texts => ({ en, fr, es });

export const limits = [
  { of: LimitOf.MEMBER, limitMs: 180_000 },
  { of: LimitOf.OBSERVER_STATE, limitMs: 120_000 },
  { of: LimitOf.IGO, limitMs: 120_000 },
  { of: LimitOf.NGO, limitMs: 120_000 },
  { of: LimitOf.SECRETARIAT, limitMs: 120_000 },
  { of: LimitOf.GROUP_STATEMENT, limitMs: 300_000 },
  { of: LimitOf.QUESTION, limitMs: 90_000 },
  { of: LimitOf.PANELLIST, limitMs: 480_000 },
  { of: LimitOf.POINT_OF_ORDER, limitMs: 60_000 },
];

export function session(over: Partial<Session> = {}): Session {
  return {
    id: "council-2005",
    title: texts("Council 2005", "Conseil 2005", "Consejo 2005"),
    theme: texts(
      "Toward Policy Coherence on Migration",
      "Vers la cohérence des politiques en matière de migration",
      "Hacia la coherencia de las políticas de migración",
    ),
    timezone: "Europe/Zurich",
    languages: ["en", "fr", "es"],
    meetings: ["d1-am", "d1-pm", "d2-am", "d2-pm"],
    panels: ["special", "high-level", "year", "development"],
    mocionDeOrden: false,
    ...over,
  };
}

export function meeting(id: string, from: string, to: string, over: Partial<Meeting> = {}): Meeting {
  return {
    id,
    title: texts(
      id.endsWith("am") ? `Day ${id[1]}, morning` : `Day ${id[1]}, afternoon`,
      id.endsWith("am") ? `Jour ${id[1]}, matin` : `Jour ${id[1]}, après-midi`,
      id.endsWith("am") ? `Día ${id[1]}, mañana` : `Día ${id[1]}, tarde`,
    ),
    plannedStartAt: at(from),
    plannedEndAt: at(to),
    status: MeetingStatus.PLANNED,
    openedAt: 0,
    suspendedUntil: 0,
    closedAt: 0,
    ...over,
  };
}

export function panel(id: string, over: Partial<Panel> = {}): Panel {
  return {
    id,
    meeting: "d1-pm",
    title: texts(id),
    draft: false,
    subtitle: {},
    documents: [],
    themes: [],
    panellists: [],
    status: PanelStatus.PLANNED,
    listStatus: ListStatus.NOT_OPEN,
    listOpensAt: 0,
    listClosesAt: 0,
    orderPolicy: OrderPolicy.INSCRIPTION_TIME,
    limits,
    atLimit: AtLimit.SIGNAL,
    graceMs: 15_000,
    openedAt: 0,
    spokenMs: 0,
    speeches: 0,
    severalEntries: false,
    presentOnly: false,
    reserveMs: 900_000,
    membersShare: 60,
    ...over,
  };
}

export function delegation(id: string, name: Texts, over: Partial<Delegation> = {}): Delegation {
  return { id, category: Category.MEMBER, groups: [], name, flag: id.length === 2 ? id.toLowerCase() : "", ...over };
}

export function panellist(id: string, over: Partial<Panellist> = {}): Panellist {
  return {
    id,
    panel: "high-level",
    name: texts(id),
    title: {},
    flag: "",
    speeches: 0,
    spokenMs: 0,
    limitMs: 480_000,
    ...over,
  };
}

export function entry(id: number, of: string, over: Partial<Entry> = {}): Entry {
  return {
    id,
    panel: "high-level",
    delegation: of,
    kind: Kind.STATEMENT,
    language: "en",
    speaker: { name: "", title: "" },
    onBehalfOf: "",
    addressedTo: "",
    requestedAt: noon_of_tests - 30 * 60_000 + id * 17_000,
    limitMs: 180_000,
    moved: false,
    skipped: false,
    body: "",
    statementsBefore: 0,
    rank: Rank.UNSPECIFIED,
    reason: Reason.TIME,
    spokenBeforeS: 0,
    ...over,
  };
}

/** A speaker with a name and a body but no delegation. */
export function guestEntry(id: number, over: Partial<Entry> = {}): Entry {
  return entry(id, "", {
    speaker: { name: "Ines Sample (fictional)", title: "Director" },
    body: "Institute for Mobility Studies",
    limitMs: 120_000,
    ...over,
  });
}

/** Each waiting speaker takes about three and a half minutes; the range grows with the place. The speech under way is sure to take its five. */
export function queue(of: string, entries: number[], over: Partial<Queue> = {}): Queue {
  return {
    panel: of,
    entries,
    meanS: entries.map((_, place) => 15 + place * 207),
    variance: entries.map((_, place) => 113 * place ** 2),
    finishMeanS: entries.length * 207,
    finishVariance: 113 * entries.length ** 2,
    speechMeanS: 300,
    speechVariance: 0,
    next: entries[0] ?? 0,
    regions: [],
    ...over,
  };
}

export function freeFloor(of = "high-level"): Floor {
  return { panel: of, lastSpeakerReturnable: false, holdings: [] };
}

/** A delegation speaking since `elapsed_ms` before the instant of the tests: a floor with this alone is `as.floor` of it. */
export function speech(of: string, elapsed_ms: number, over: Partial<Held> = {}): Held {
  return {
    panel: "high-level",
    speech: 7,
    entry: 90,
    panellist: "",
    delegation: of,
    kind: Kind.STATEMENT,
    language: "en",
    speaker: { name: "", title: "Permanent Representative" },
    onBehalfOf: "",
    body: "",
    limitMs: 300_000,
    limitOf: LimitOf.MEMBER,
    startedAt: noon_of_tests - elapsed_ms,
    pausedMs: 0,
    pausedAt: 0,
    pauseCause: PauseCause.UNSPECIFIED,
    amberMs: 30_000,
    cutAfterMs: undefined,
    paragraph: 0,
    motion: 0,
    side: MotionSide.UNSPECIFIED,
    ...over,
  };
}

/** Who may speak now comes first, then what that has interrupted. */
export function floorOf({ panel, ...top }: Held, ...interrupted: Held[]): Floor {
  const holdings = [top, ...interrupted.map(({ panel: _, ...holding }) => holding)];
  return { ...freeFloor(panel), holdings };
}

/** A point of order of `by` has the floor since `elapsed_ms`, and interrupts that speech after `spoken_ms`. */
export function pointSpeaks(by: string, interrupted: Held, elapsed_ms = 12_000, spoken_ms = 166_000): Floor {
  const recognised_at = noon_of_tests - elapsed_ms;
  const point = speech(by, elapsed_ms, {
    panel: interrupted.panel,
    speech: interrupted.speech + 1,
    entry: 95,
    kind: Kind.POINT_OF_ORDER,
    limitMs: 60_000,
    amberMs: 15_000,
    limitOf: LimitOf.POINT_OF_ORDER,
    speaker: undefined,
  });
  return floorOf(point, {
    ...interrupted,
    startedAt: recognised_at - spoken_ms - interrupted.pausedMs,
    pausedAt: recognised_at,
    pauseCause: PauseCause.POINT_OF_ORDER,
  });
}

export const no_speech = { speech: 0, limitMs: 0, limitOf: LimitOf.UNSPECIFIED, amberMs: 0 };

/** The point has been heard and waits for the ruling; nobody speaks meanwhile. */
export function pointHeard(by: string, interrupted: Held): Floor {
  const { holdings, ...floor } = pointSpeaks(by, interrupted);
  return { ...floor, holdings: holdings.map((holding, at) => (at === 0 ? { ...holding, ...no_speech } : holding)) };
}

export function pointOfOrder(id: number, of: string, over: Partial<PointOfOrder> = {}): PointOfOrder {
  return {
    entry: id,
    panel: "high-level",
    delegation: of,
    note: "",
    raisedAt: noon_of_tests - 20_000,
    recognised: false,
    ...over,
  };
}

export function statementText(
  language: string,
  paragraphs: string[],
  over: Partial<StatementText> = {},
): StatementText {
  return {
    language,
    version: 1,
    format: TextFormat.PLAIN,
    paragraphs,
    words: paragraphs.join(" ").split(/\s+/).filter(Boolean).length,
    submittedAt: noon_of_tests - 20 * 60_000,
    ...over,
  };
}

export function statement(of: number, by: string, texts: StatementText[], over: Partial<Statement> = {}): Statement {
  return {
    entry: of,
    panel: "high-level",
    delegation: by,
    delivery: Delivery.CHECK_AGAINST_DELIVERY,
    texts,
    releasedAt: 0,
    releasesAt: 0,
    filedAt: 0,
    ...over,
  };
}

export function signal(id: number, over: Partial<Signal> = {}): Signal {
  return {
    id,
    kind: SignalKind.SPEAK_SLOWLY,
    seat: "booth-fr",
    language: "fr",
    raisedAt: noon_of_tests - 8_000,
    seenAt: 0,
    speech: 7,
    ...over,
  };
}

export function notice(id: number, words: Texts, over: Partial<Notice> = {}): Notice {
  return { id, to: { to: { case: "all", value: true } }, text: words, sentAt: noon_of_tests - 5 * 60_000, ...over };
}

export function help(id: number, of: string, over: Partial<Help> = {}): Help {
  return {
    id,
    delegation: of,
    note: "",
    requestedAt: noon_of_tests - 3 * 60_000,
    status: HelpStatus.REQUESTED,
    takenBy: "",
    ...over,
  };
}

export function seat(id: string, over: Partial<Seat> = {}): Seat {
  return {
    id,
    role: Role.DELEGATE,
    delegation: "",
    person: undefined,
    language: "",
    generation: 1,
    revoked: false,
    expiresAt: 0,
    ...over,
  };
}

export function standing(of: string, over: Partial<Standing> = {}): Standing {
  return {
    delegation: of,
    outcome: 0,
    panel: "high-level",
    kind: Kind.STATEMENT,
    at: noon_of_tests - 60_000,
    entry: 0,
    ...over,
  };
}

export function deskNote(id: number, over: Partial<DeskNote> = {}): DeskNote {
  return { entry: id, noShows: 0, requestedBy: "", onTheWayAt: 0, ...over };
}

export function hello(over: Partial<Hello> = {}): Hello {
  return {
    session: "council-2005",
    epoch: "e1",
    role: Role.DELEGATE,
    audience: Audience.DELEGATE,
    seat: "ec",
    delegation: "EC",
    person: undefined,
    serverAt: noon_of_tests,
    clockSpeed: 1,
    language: "",
    version: "0.1.0",
    resumed: false,
    elsewhere: [],
    ...over,
  };
}

/** Whatever it is, under its key. */
export const as = {
  session: (value: Session): Entity => ({ key: "session", entity: { case: "session", value } }),
  meeting: (value: Meeting): Entity => ({ key: `meeting/${value.id}`, entity: { case: "meeting", value } }),
  panel: (value: Panel): Entity => ({ key: `panel/${value.id}`, entity: { case: "panel", value } }),
  delegation: (value: Delegation): Entity => ({
    key: `delegation/${value.id}`,
    entity: { case: "delegation", value },
  }),
  panellist: (value: Panellist): Entity => ({
    key: `panellist/${value.panel}/${value.id}`,
    entity: { case: "panellist", value },
  }),
  queue: (value: Queue): Entity => ({ key: `queue/${value.panel}`, entity: { case: "queue", value } }),
  entry: (value: Entry): Entity => ({ key: `entry/${value.id}`, entity: { case: "entry", value } }),
  floor: (of: Floor | Held): Entity => {
    const value = "holdings" in of ? of : floorOf(of);
    return { key: `floor/${value.panel}`, entity: { case: "floor", value } };
  },
  draw: (value: Draw): Entity => ({ key: `draw/${value.panel}`, entity: { case: "draw", value } }),
  deskNote: (value: DeskNote): Entity => ({ key: `desk/${value.entry}`, entity: { case: "deskNote", value } }),
  standing: (value: Standing): Entity => ({
    key: `standing/${value.delegation}`,
    entity: { case: "standing", value },
  }),
  point: (value: PointOfOrder): Entity => ({
    key: `point/${value.entry}`,
    entity: { case: "pointOfOrder", value },
  }),
  ownPoint: (value: PointOfOrder): Entity => ({
    key: `own/point/${value.delegation}/${value.entry}`,
    entity: { case: "pointOfOrder", value },
  }),
  motion: (value: Motion): Entity => ({ key: `motion/${value.entry}`, entity: { case: "motion", value } }),
  ownMotion: (of: string, value: Motion): Entity => ({
    key: `own/motion/${of}/${value.entry}`,
    entity: { case: "motion", value },
  }),
  statement: (value: Statement): Entity => ({
    key: `statement/${value.entry}`,
    entity: { case: "statement", value },
  }),
  ownStatement: (value: Statement): Entity => ({
    key: `own/statement/${value.delegation}/${value.entry}`,
    entity: { case: "statement", value },
  }),
  signal: (value: Signal): Entity => ({ key: `signal/${value.id}`, entity: { case: "signal", value } }),
  /** As the delegation that speaks sees it: without the booth. */
  ownSignal: (delegation: string, value: Signal): Entity => ({
    key: `own/signal/${delegation}/${value.id}`,
    entity: { case: "signal", value: { ...value, seat: "", language: "" } },
  }),
  notice: (value: Notice): Entity => ({ key: `notice/${value.id}`, entity: { case: "notice", value } }),
  ownNotice: (delegation: string, value: Notice): Entity => ({
    key: `own/notice/${delegation}/${value.id}`,
    entity: { case: "notice", value },
  }),
  help: (value: Help): Entity => ({ key: `help/${value.id}`, entity: { case: "help", value } }),
  ownHelp: (value: Help): Entity => ({
    key: `own/help/${value.delegation}/${value.id}`,
    entity: { case: "help", value },
  }),
  seat: (value: Seat): Entity => ({ key: `seat/${value.id}`, entity: { case: "seat", value } }),
};

export const delegations: Delegation[] = [
  delegation("KE", texts("Kenya", "Kenya", "Kenya")),
  delegation("CL", texts("Chile", "Chili", "Chile")),
  delegation("MA", texts("Morocco", "Maroc", "Marruecos")),
  delegation("PH", texts("Philippines", "Philippines", "Filipinas")),
  delegation("CH", texts("Switzerland", "Suisse", "Suiza")),
  delegation("EC", texts("Ecuador", "Équateur", "Ecuador")),
  delegation("BD", texts("Bangladesh", "Bangladesh", "Bangladesh")),
  delegation("BR", texts("Brazil", "Brésil", "Brasil")),
  delegation("BA", texts("Bosnia and Herzegovina", "Bosnie-Herzégovine", "Bosnia y Herzegovina")),
  delegation(
    "CD",
    texts("Democratic Republic of the Congo", "République démocratique du Congo", "República Democrática del Congo"),
  ),
  delegation("CS", texts("Serbia and Montenegro", "Serbie-et-Monténégro", "Serbia y Montenegro"), { flag: "" }),
  delegation(
    "OHCHR",
    texts(
      "Office of the United Nations High Commissioner for Human Rights",
      "Haut-Commissariat des Nations Unies aux droits de l’homme",
      "Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos",
    ),
    { category: Category.IGO, flag: "" },
  ),
];

export const meetings: Meeting[] = [
  meeting("d1-am", "2005-11-29T10:00+01:00", "2005-11-29T13:00+01:00", {
    status: MeetingStatus.CLOSED,
    openedAt: at("2005-11-29T10:04+01:00"),
    closedAt: at("2005-11-29T12:58+01:00"),
  }),
  meeting("d1-pm", "2005-11-29T15:00+01:00", "2005-11-29T18:00+01:00", {
    status: MeetingStatus.OPEN,
    openedAt: at("2005-11-29T15:02+01:00"),
  }),
  meeting("d2-am", "2005-11-30T10:00+01:00", "2005-11-30T13:00+01:00"),
  meeting("d2-pm", "2005-11-30T15:00+01:00", "2005-11-30T18:00+01:00"),
];

export const panels: Panel[] = [
  panel("special", {
    meeting: "d1-am",
    draft: true,
    title: texts("Special Event", "Manifestation spéciale", "Evento especial"),
  }),
  panel("high-level", {
    title: texts("High-level Plenary Panel", "Débat plénier de haut niveau", "Panel plenario de alto nivel"),
    subtitle: texts(
      "Toward Policy Coherence on Migration",
      "Vers la cohérence des politiques en matière de migration",
      "Hacia la coherencia de las políticas de migración",
    ),
    panellists: ["indonesia", "italy", "academic"],
    status: PanelStatus.OPEN,
    listStatus: ListStatus.CLOSING,
    listClosesAt: at("2005-11-29T16:10+01:00"),
    openedAt: at("2005-11-29T15:02+01:00"),
    spokenMs: 1_920_000,
    speeches: 9,
  }),
  panel("year", {
    meeting: "d2-am",
    title: texts("The Year in Review", "Bilan de l’année", "Balance del año"),
    listStatus: ListStatus.OPEN,
  }),
  panel("development", {
    meeting: "d2-pm",
    title: texts("Migration and Development", "Migration et développement", "Migración y desarrollo"),
    documents: [
      {
        symbol: "",
        title: texts(
          "Report of the February 2005 workshop on Migration and Development",
          "Rapport de l’atelier de février 2005 sur la migration et le développement",
          "Informe del taller de febrero de 2005 sobre migración y desarrollo",
        ),
      },
      {
        symbol: "IC/2005/3",
        title: texts("Discussion note", "Note de synthèse", "Nota para la deliberación"),
      },
    ],
    themes: [
      { title: texts("Lack of trust", "Manque de confiance", "Falta de confianza") },
      { title: texts("Diversity of diaspora groups", "Diversité des diasporas", "Diversidad de las diásporas") },
    ],
  }),
];

export const panellists: Panellist[] = [
  panellist("indonesia", {
    name: texts("Panellist from Indonesia", "Intervenant de l’Indonésie", "Panelista de Indonesia"),
    flag: "id",
    speeches: 1,
    spokenMs: 462_000,
  }),
  panellist("italy", {
    name: texts("Panellist from Italy", "Intervenant de l’Italie", "Panelista de Italia"),
    flag: "it",
    speeches: 1,
    spokenMs: 480_000,
  }),
  panellist("academic", { name: texts("Academic panellist", "Intervenant universitaire", "Panelista académico") }),
];

export const entries: Entry[] = [
  entry(11, "CL", { language: "es", speaker: { name: "", title: "Ambassador" } }),
  entry(12, "MA", { language: "fr", speaker: { name: "", title: "Minister" } }),
  entry(13, "PH", { speaker: { name: "", title: "Under-Secretary" } }),
  entry(14, "CH", { kind: Kind.QUESTION, language: "fr", addressedTo: "italy", limitMs: 90_000 }),
  entry(15, "EC", { language: "es", speaker: { name: "", title: "Minister" } }),
  entry(16, "BD", { speaker: { name: "", title: "Ambassador" } }),
  entry(17, "BA"),
  entry(18, "CD", { language: "fr" }),
  entry(19, "CS"),
  entry(20, "OHCHR", { limitMs: 120_000 }),
];

export const kenyaSpeaks: Held = speech("KE", 166_000, {
  kind: Kind.GROUP_STATEMENT,
  onBehalfOf: "the African Group",
  limitOf: LimitOf.GROUP_STATEMENT,
});

/** The afternoon of the pictures: Kenya speaks, ten wait, the list closes at 16:10. Later entities win over these. */
export function afternoon(...over: Entity[]): Entity[] {
  const base = [
    as.session(session()),
    ...meetings.map(as.meeting),
    ...panels.map(as.panel),
    ...delegations.map(as.delegation),
    ...panellists.map(as.panellist),
    ...entries.map(as.entry),
    ...panels.map(({ id }) => as.queue(queue(id, id === "high-level" ? entries.map((one) => one.id) : []))),
    ...panels.map(({ id }) => as.floor(id === "high-level" ? kenyaSpeaks : freeFloor(id))),
  ];
  const byKey = new Map(base.map((entity) => [entity.key, entity]));
  for (const entity of over) byKey.set(entity.key, entity);
  return [...byKey.values()];
}

/** How the ledger stands: held since ten minutes ago, unless said otherwise. */
export function ledgerStanding(over: Partial<LedgerStanding> = {}): LedgerStanding {
  return { is: LedgerIs.HELD, since: noon_of_tests - 600_000, why: "", away: [], ...over };
}
