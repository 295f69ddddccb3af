// What the session holds for one delegation: its entries, its speech, and what it may ask for. Pure; the server decides.
import type { Waiting as Sent } from "../../sync/hall";
import type { Store } from "../../sync/store";
import {
  Category,
  type Delegation,
  type Floor,
  Kind,
  LimitOf,
  MeetingStatus,
  type Panel,
  PanelStatus,
} from "../../wire";
import { meetingOf, takesRequests, type Waiting, waitingOn } from "../situation";

export const kinds = [Kind.STATEMENT, Kind.GROUP_STATEMENT, Kind.QUESTION] as const;

/** The delegation's own entries on a panel's list, from the head on. */
export function ownWaiting(store: Store, panel: Panel, delegation: string, now: number): Waiting[] {
  return waitingOn(store, panel, now).filter(({ entry }) => entry.delegation === delegation);
}

/** The speech of the delegation that is under way, on whichever panel. */
export function ownSpeech(store: Store, delegation: string): Floor | undefined {
  for (const panel of store.panels()) {
    const floor = store.floor(panel.id);
    if (floor && floor.panellist === "" && floor.delegation === delegation) return floor;
  }
  return undefined;
}

/** The head of the list of the panel under way is called next. */
export function isNext(store: Store, panel: Panel, own: Waiting[]): boolean {
  return (
    own[0]?.place === 1 && panel.status === PanelStatus.OPEN && meetingOf(store, panel)?.status === MeetingStatus.OPEN
  );
}

/** The kinds that the delegation can still ask for on this list. */
export function kindsLeft(panel: Panel, own: Waiting[]): Kind[] {
  if (!takesRequests(panel)) return [];
  if (panel.severalEntries) return [...kinds];
  return kinds.filter((kind) => own.every(({ entry }) => entry.kind !== kind));
}

/** The limit that a speech of this kind has on the panel; undefined where the panel names none. */
export function limitFor(panel: Panel, kind: Kind, delegation: Delegation | undefined): number | undefined {
  const of = limitOf(kind, delegation?.category ?? Category.MEMBER);
  return panel.limits.find((limit) => limit.of === of)?.limitMs;
}

function limitOf(kind: Kind, category: Category): LimitOf {
  if (kind === Kind.GROUP_STATEMENT) return LimitOf.GROUP_STATEMENT;
  if (kind === Kind.QUESTION) return LimitOf.QUESTION;
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
export function asking(waiting: Sent[], panel: Panel): Sent[] {
  return waiting.filter(({ act }) => act.case === "requestFloor" && act.value.panel === panel.id);
}

/** Whether a withdrawal of the entry has no answer yet. */
export function withdrawing(waiting: Sent[], entry: number): boolean {
  return waiting.some(({ act }) => act.case === "withdrawEntry" && act.value.entry === entry);
}
