// The states of the chair's console, for looking at and trying: acts are done at once on the made-up view.
import type { Gallery } from "../../testing/gallery";
import type { Staging } from "../../testing/staged";
import { ledgerStanding } from "../../testing/views";
import { LedgerIs, ListStatus, type Meeting, MeetingStatus, type Panel, PanelStatus, SignalKind } from "../../wire";
import {
  changeSpeech,
  floorOf,
  freeFloor,
  guestOf,
  helpOf,
  MINUTE,
  NOW,
  pointHeard,
  pointOf,
  pointSpeaks,
  type Sitting,
  signalOf,
  sitting,
  staged,
  textOf,
} from "./fixture";
import { performing, type Refuses } from "./fixtureActs";
import Chair from "./index";

type More = Partial<Staging> & { refuses?: Refuses };

function shown(waiting: number, change?: (of: Sitting) => void, { refuses, ...more }: More = {}) {
  return () => {
    const of = sitting(waiting, change);
    return { staging: staged(of, { running: true, answer: performing(of, refuses), ...more }), element: <Chair /> };
  };
}

/** Does of the acts what is told of as done, and refuses the others. */
const refuses: Refuses = (act) => {
  if (act.case === "removeEntry" || act.case === "closeList") return undefined;
  return act.case === "moveEntry" ? "not_waiting" : "changed_meanwhile";
};

const panel = (id: string, over: Partial<Panel>) => (of: Sitting) => {
  of.panels = of.panels.map((each) => (each.id === id ? { ...each, ...over } : each));
};
const meeting = (id: string, over: Partial<Meeting>) => (of: Sitting) => {
  of.meetings = of.meetings.map((each) => (each.id === id ? { ...each, ...over } : each));
};
const all =
  (...changes: ((of: Sitting) => void)[]) =>
  (of: Sitting) => {
    for (const change of changes) change(of);
  };
const floor = (over: Parameters<typeof floorOf>[0]) => (of: Sitting) => {
  of.floor = floorOf(over);
};
const free = (of: Sitting) => {
  of.floor = freeFloor();
};

/** The longest names first: those that a row and the large button have to bear. */
const longest = (of: Sitting) => {
  const length = (id: string) => {
    const name = of.delegations.find((each) => each.id === id)?.name ?? {};
    return Math.max(...Object.values(name).map((words) => words.length));
  };
  const order = of.entries.map(({ delegation }) => delegation).sort((left, right) => length(right) - length(left));
  of.entries = of.entries.map((entry, index) => ({ ...entry, delegation: order[index] ?? entry.delegation }));
  const [first, second] = of.entries;
  if (first) first.delegation = "UNHCR";
  if (second) second.delegation = "ICMC";
};

/** Every one with a speaker, whose name is made up, and a group. */
const spoken = (of: Sitting) => {
  const names = [
    "Célestin Mbuyi-Kasa",
    "Rosario Quilodrán",
    "Amihan Salonga-Reyes",
    "Urs Aebischer-Roth",
    "Golnar Shirvani",
  ];
  of.entries = of.entries.map((entry, index) => ({
    ...entry,
    speaker: { name: `${names[index % names.length]} (fictional)`, title: entry.speaker?.title ?? "" },
    moved: index === 0,
  }));
  const groups = ["AG", "APG", "EEG", "GRULAC", "WEOG"];
  of.delegations = of.delegations.map((each, index) => ({ ...each, groups: [groups[index % groups.length] ?? ""] }));
};

const arabicName = "معالي السفير عبد الرحمن بن محمد آل نهيان الحسيني";
const arabic = (of: Sitting) => {
  of.entries = of.entries.map((entry, index) => ({
    ...entry,
    speaker: { name: arabicName, title: index % 2 ? "المستشار" : "Ambassador" },
    onBehalfOf: index === 3 ? "the Group of 77 and China" : "",
  }));
};

const pointsRaised = (of: Sitting) => {
  of.points = [
    pointOf(),
    pointOf({ entry: 951, delegation: "VC", note: "", raisedAt: NOW - 4_000 }),
    pointOf({ entry: 952, delegation: "EC", note: "interpretation", raisedAt: NOW - 1_000 }),
  ];
};
const signalled = (of: Sitting) => {
  of.signals = [
    signalOf({ seenAt: NOW - 2_000 }),
    signalOf({ id: 2, kind: SignalKind.MICROPHONE, seat: "booth-es", language: "es" }),
  ];
};
const told = (of: Sitting) => {
  of.helps = [helpOf(), helpOf({ id: 2, delegation: "CH" })];
  of.notices = [
    {
      id: 1,
      to: { to: { case: "all", value: true } },
      text: {
        en: "The documents of the panel are at the back of the room.",
        fr: "Les documents du débat sont au fond de la salle.",
        es: "Los documentos del panel están al fondo de la sala.",
      },
      sentAt: NOW - MINUTE,
    },
  ];
};
const delivering = (of: Sitting) => {
  changeSpeech(of, () => ({ paragraph: 2 }));
  of.statements = [...of.statements, textOf(900, "KE", "en", { releasedAt: NOW - MINUTE })];
};
const guests = (of: Sitting) => {
  of.entries = of.entries.map((entry) => (entry.id % 3 === 1 ? guestOf(entry) : entry));
  of.floor = floorOf({ ...guestOf(of.entries[0] as Sitting["entries"][number]), entry: 900, startedAt: NOW - 30_000 });
};
const skipped = (of: Sitting) => {
  of.entries = of.entries.map((entry) => (entry.id === 1 ? { ...entry, skipped: true } : entry));
  of.queue.next = 2;
};

export const gallery: Gallery = {
  held: shown(12, undefined, { ledger: ledgerStanding() }),
  heldPressed: shown(12, undefined, { ledger: ledgerStanding(), answer: () => "unconfirmed" }),
  outOfTouch: shown(12, undefined, { ledger: ledgerStanding({ is: LedgerIs.OUT_OF_TOUCH }) }),
  onTheWay: shown(23, (of) => {
    of.onTheWay = { 1: NOW, 3: NOW };
  }),
  unconfirmed: shown(12, undefined, { answer: () => "unconfirmed" }),
  unconfirmedPoints: shown(12, pointsRaised, { answer: () => "unconfirmed" }),
  pointRaised: shown(23, all(delivering, pointsRaised, signalled, told)),
  pointSpeaks: shown(23, all(pointSpeaks, signalled)),
  pointHeard: shown(23, pointHeard),
  pointSixty: shown(
    60,
    all(
      longest,
      floor({ delegation: "VC", onBehalfOf: "le Groupe des États d’Amérique latine et des Caraïbes" }),
      pointSpeaks,
      pointsRaised,
      signalled,
      told,
    ),
  ),
  guests: shown(9, guests),
  skipped: shown(9, skipped),
  closesInSuspension: shown(
    9,
    all(
      meeting("d1-pm", { status: MeetingStatus.SUSPENDED, suspendedUntil: NOW + 40 * MINUTE }),
      floor({ pausedAt: NOW - 30_000 }),
    ),
  ),
  afternoon: shown(23),
  few: shown(6),
  sixty: shown(
    60,
    all(longest, floor({ delegation: "VC", onBehalfOf: "le Groupe des États d’Amérique latine et des Caraïbes" })),
  ),
  many: shown(160),
  hall: shown(99, all(spoken, signalled)),
  hallPoints: shown(99, all(spoken, pointsRaised, signalled)),
  hallLongest: shown(99, all(spoken, longest)),
  free: shown(9, free),
  amber: shown(9, floor({ startedAt: NOW - 278_000 })),
  over: shown(9, floor({ startedAt: NOW - 322_000 })),
  paused: shown(9, floor({ startedAt: NOW - 166_000, pausedAt: NOW - 20_000 })),
  panellist: shown(4, floor({ entry: 0, panellist: "academic", delegation: "", onBehalfOf: "", limitMs: 8 * MINUTE })),
  nobody: shown(0, all(free, panel("high-level", { listStatus: ListStatus.OPEN }))),
  listNotOpen: shown(0, all(free, panel("high-level", { listStatus: ListStatus.NOT_OPEN, listClosesAt: 0 }))),
  listClosed: shown(9, panel("high-level", { listStatus: ListStatus.CLOSED })),
  panelPlanned: shown(5, all(free, panel("high-level", { status: PanelStatus.PLANNED, spokenMs: 0 }))),
  panelClosed: shown(0, all(free, panel("high-level", { status: PanelStatus.CLOSED, listStatus: ListStatus.CLOSED }))),
  draft: shown(
    0,
    all(
      free,
      meeting("d1-pm", { status: MeetingStatus.CLOSED }),
      meeting("d1-am", { status: MeetingStatus.OPEN }),
      panel("high-level", { status: PanelStatus.PLANNED }),
    ),
  ),
  meetingPlanned: shown(
    3,
    all(
      free,
      meeting("d1-pm", { status: MeetingStatus.PLANNED }),
      panel("high-level", { status: PanelStatus.PLANNED }),
    ),
  ),
  suspended: shown(
    9,
    all(
      meeting("d1-pm", { status: MeetingStatus.SUSPENDED, suspendedUntil: NOW + 18 * MINUTE }),
      floor({ pausedAt: NOW - 30_000 }),
    ),
  ),
  suspended_tomorrow: shown(
    9,
    all(meeting("d1-pm", { status: MeetingStatus.SUSPENDED, suspendedUntil: NOW + 18 * 60 * MINUTE }), free),
  ),
  arabic: shown(9, all(arabic, floor({ speaker: { name: arabicName, title: "المستشار" } }))),
  reconnecting: shown(9, undefined, { status: "reconnecting" }),
  refusing: shown(12, undefined, { refuses }),
};
