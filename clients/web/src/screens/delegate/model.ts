// What the session holds for one delegation: its entries, its speech, and what it may ask for. Pure; the server decides.
import type { Running } from "../../parts/speech";
import { type Held, interruptedOn, listSpeechOn, pointBeforeChair, speakingOn } from "../../shared/floor";
import { inscribed_kinds, kindOf } from "../../shared/kinds";
import { meetingOf, takesRequests, type Waiting, waitingOn } from "../../shared/situation";
import type { Unanswered } from "../../sync/hall";
import type { Store } from "../../sync/store";
import {
  Category,
  type Delegation,
  type Kind,
  LimitOf,
  MeetingStatus,
  Outcome,
  type Panel,
  PanelStatus,
} from "../../wire";

/** The delegation's own entries on a panel's list, from the head on. */
export function ownWaiting(store: Store, panel: Panel, delegation: string, now: number): Waiting[] {
  return waitingOn(store, panel, now).filter(({ entry }) => entry.delegation === delegation);
}

/** The speech of the delegation that is under way, on whichever panel. */
export function ownSpeech(store: Store, delegation: string): Held | undefined {
  for (const panel of store.panels()) {
    const speech = speakingOn(store.floor(panel.id));
    if (speech && speech.panellist === "" && speech.delegation === delegation) return speech;
  }
  return undefined;
}

/** The own speech that a point of order interrupted, with that point. */
export function ownInterrupted(store: Store, delegation: string): Interruption | undefined {
  for (const panel of store.panels()) {
    const floor = store.floor(panel.id);
    const interrupted = interruptedOn(floor);
    if (interrupted && interrupted.panellist === "" && interrupted.delegation === delegation) {
      return { point: pointBeforeChair(floor), interrupted };
    }
  }
  return undefined;
}

export type Interruption = { point: Held | undefined; interrupted: Held };

/** A speech that was interrupted, for a clock: it stands and does not warn of its end. */
export function standing(interrupted: Held): Running {
  return { ...interrupted, amberMs: 0 };
}

/** The own entry that is called next on the panel under way: the head, or the first that was not passed over. */
export function nextOwn(store: Store, panel: Panel, own: Waiting[]): Waiting | undefined {
  if (panel.status !== PanelStatus.OPEN || meetingOf(store, panel)?.status !== MeetingStatus.OPEN) return undefined;
  const next = store.queue(panel.id)?.next;
  return own.find(({ entry }) => entry.id === next);
}

/** What the delegation can hand in a text for: its entries on every panel, that wait or have the floor. */
export type Occasion = {
  entry: number;
  panel: Panel;
  kind: Kind;
  language: string;
  onBehalfOf: string;
  limitMs: number;
  /** On the list; undefined while it has the floor, or would but for a point of order. */
  place: number | undefined;
  /** When it was filed in writing; undefined while it waits or has the floor. */
  filedAt?: number;
};

export function occasionsOf(store: Store, delegation: string): Occasion[] {
  const filed = filedOf(store, delegation);
  const others = store.panels().flatMap((panel): Occasion[] => {
    const waiting = store
      .entries(panel.id)
      .flatMap((entry, index): Occasion[] =>
        entry.delegation === delegation ? [{ ...entry, entry: entry.id, panel, place: index + 1 }] : [],
      );
    const speaking = speakingOf(store, panel, delegation);
    return speaking ? [speaking, ...waiting] : waiting;
  });
  return filed ? [...others, filed] : others;
}

/** What was last filed in writing: until its meeting is closed its text can be handed in. */
function filedOf(store: Store, delegation: string): Occasion | undefined {
  const { outcome, panel: id, kind, at, entry } = store.standing(delegation) ?? {};
  const panel = id === undefined ? undefined : store.panel(id);
  if (outcome !== Outcome.IN_WRITING || !panel || !kind || !entry) return undefined;
  if (meetingOf(store, panel)?.status === MeetingStatus.CLOSED) return undefined;
  const language = store.statement(entry)?.texts[0]?.language ?? store.session()?.languages[0] ?? "";
  const limitMs = limitFor(panel, kind, store.delegation(delegation)) ?? 0;
  return { entry, panel, kind, language, onBehalfOf: "", limitMs, place: undefined, filedAt: at };
}

function speakingOf(store: Store, panel: Panel, delegation: string): Occasion | undefined {
  const speech = listSpeechOn(store.floor(panel.id));
  if (!speech?.entry || speech.delegation !== delegation) return undefined;
  return { ...speech, panel, place: undefined };
}

/** Whether an act of this kind has no answer yet. */
export function underWay(unanswered: Unanswered[], kind: Unanswered["act"]["case"]): boolean {
  return unanswered.some(({ act }) => act.case === kind);
}

/** The kinds that the delegation can still ask for on this list. */
export function kindsLeft(panel: Panel, own: Waiting[]): Kind[] {
  if (!takesRequests(panel)) return [];
  if (panel.severalEntries) return [...inscribed_kinds];
  return inscribed_kinds.filter((kind) => own.every(({ entry }) => entry.kind !== kind));
}

/** The limit that a speech of this kind has on the panel; undefined where the panel names none. */
export function limitFor(panel: Panel, kind: Kind, delegation: Delegation | undefined): number | undefined {
  const of = kindOf(kind)?.limit ?? limitOf(delegation?.category ?? Category.MEMBER);
  return panel.limits.find((limit) => limit.of === of)?.limitMs;
}

function limitOf(category: Category): LimitOf {
  switch (category) {
    case Category.OBSERVER_STATE:
      return LimitOf.OBSERVER_STATE;
    case Category.IGO:
      return LimitOf.IGO;
    case Category.NGO:
      return LimitOf.NGO;
    case Category.SECRETARIAT:
      return LimitOf.SECRETARIAT;
    default:
      return LimitOf.MEMBER;
  }
}

/** Requests for the floor of a panel that have no answer yet. */
export function asking(unanswered: Unanswered[], panel: Panel): Unanswered[] {
  return unanswered.filter(({ act }) => act.case === "requestFloor" && act.value.panel === panel.id);
}

/** Whether it is told to stand by: one of the first in line of the panel under way. */
export function onStandBy(panel: Panel, { entry, place }: Waiting): boolean {
  return panel.status === PanelStatus.OPEN && entry.panel === panel.id && place <= stand_by_places;
}

const stand_by_places = 5;

/** Whether a filing of the entry in writing has no answer yet. */
export function filing(unanswered: Unanswered[], entry: number): boolean {
  return unanswered.some(({ act }) => act.case === "fileInWriting" && act.value.entry === entry);
}

/** Whether a withdrawal of the entry has no answer yet. */
export function withdrawing(unanswered: Unanswered[], entry: number): boolean {
  return unanswered.some(({ act }) => act.case === "withdrawEntry" && act.value.entry === entry);
}
