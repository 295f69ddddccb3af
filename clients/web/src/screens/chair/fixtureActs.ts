// Enough of the acts, done at once to the made-up sitting, to try the screen by hand; the rules are the server's. Never part
// of the build.
import type { ActValue } from "../../shared/acts/act";
import { acceptedWithInverse, refusedWith, type Staging } from "../../testing/staged";
import { type Act, ListStatus, PanelStatus } from "../../wire";
import {
  changeSpeech,
  entitiesOf,
  floorOf,
  freeFloor,
  motionStands,
  pointOf,
  pointSpeaks,
  queueOf,
  type Sitting,
} from "./fixture";

type Does = { readonly [Case in Act["case"]]?: (of: Sitting, value: ActValue<Case>, now: number) => void };

/** The code with which an act is refused. */
export type Refuses = (act: Act) => string | undefined;

/** Answers for a staged hall that shows this sitting. */
export function performing(of: Sitting, refuses: Refuses = () => undefined): NonNullable<Staging["answer"]> {
  let stands = of;
  return (act, _, hall) => {
    const code = refuses(act);
    if (code) return refusedWith(code);
    stands = structuredClone(stands);
    const does = acts[act.case] as ((of: Sitting, value: unknown, now: number) => void) | undefined;
    does?.(stands, act.value, hall.clock.now());
    hall.replace(entitiesOf(stands));
    return acceptedWithInverse(act);
  };
}

const without = (of: Sitting, entry: number | undefined) => of.queue.entries.filter((id) => id !== entry);

function skip(of: Sitting, entry: number | undefined, skipped: boolean): void {
  of.entries = of.entries.map((each) => (each.id === entry ? { ...each, skipped } : each));
  const called = of.queue.entries.find((id) => !of.entries.find((each) => each.id === id)?.skipped);
  of.queue = { ...of.queue, next: called ?? 0 };
}

function setList(of: Sitting, listStatus: ListStatus): void {
  of.panels = of.panels.map((each) => (each.status === PanelStatus.OPEN ? { ...each, listStatus } : each));
}

function resume(of: Sitting, now: number): void {
  changeSpeech(of, ({ pausedMs, pausedAt }) => ({ pausedMs: pausedMs + now - pausedAt, pausedAt: 0 }));
}

const acts: Does = {
  moveEntry: (of, { entry = 0, place }) => {
    const others = without(of, entry);
    const beside = others.indexOf(Number(place?.value));
    others.splice(place?.case === "after" ? beside + 1 : beside, 0, entry);
    of.queue = queueOf(others);
    of.entries = of.entries.map((each) => (each.id === entry ? { ...each, moved: true } : each));
  },
  skipEntry: (of, { entry }) => skip(of, entry, true),
  clearSkip: (of, { entry }) => skip(of, entry, false),
  removeEntry: (of, { entry }) => {
    of.points = of.points.filter((point) => point.entry !== entry);
    of.motions = of.motions.filter((motion) => motion.entry !== entry);
    of.queue = queueOf(without(of, entry));
  },
  fileInWriting: (of, { entry }) => {
    of.queue = queueOf(without(of, entry));
  },
  restoreEntry: (of, { entry = 0 }) => {
    if (entry === pointOf().entry) of.points = [pointOf()];
    else of.queue = queueOf([entry, ...of.queue.entries]);
  },
  recordNoShow: (of, { entry = 0 }) => {
    of.queue = queueOf([...without(of, entry), entry]);
    of.noShows[entry] = 1;
  },
  clearNoShow: (of, { entry = 0 }) => {
    of.queue = queueOf([entry, ...without(of, entry)]);
    delete of.noShows[entry];
  },
  closeList: (of) => setList(of, ListStatus.CLOSED),
  openList: (of) => setList(of, ListStatus.OPEN),
  giveFloor: (of, { to }, now) => {
    const entry = to?.case === "entry" ? of.entries.find(({ id }) => id === to.value) : undefined;
    const speech = (of.floor.holdings[0]?.speech ?? 0) + 1;
    of.floor = entry
      ? floorOf({ ...entry, entry: entry.id, speech, startedAt: now, limitMs: entry.limitMs })
      : floorOf({ entry: 0, panellist: String(to?.value), delegation: "", speech, startedAt: now, onBehalfOf: "" });
    of.queue = queueOf(without(of, entry?.id));
  },
  endSpeech: (of) => {
    of.floor = freeFloor({ lastSpeakerReturnable: true });
  },
  pauseSpeech: (of, _, now) => changeSpeech(of, () => ({ pausedAt: now })),
  resumeSpeech: (of, _, now) => resume(of, now),
  addTime: (of, { addedMs }) => changeSpeech(of, ({ limitMs }) => ({ limitMs: limitMs + Number(addedMs) })),
  setSpeechLimit: (of, { limitMs }) => changeSpeech(of, () => ({ limitMs: Number(limitMs) })),
  recognisePointOfOrder: (of) => pointSpeaks(of),
  rulePointOfOrder: (of, { entry }, now) => {
    of.points = of.points.filter((point) => point.entry !== entry);
    of.floor = { ...of.floor, holdings: of.floor.holdings.slice(1) };
    resume(of, now);
  },
  takeUpMotion: (of) => motionStands(of),
  askForObjections: (of, { entry }, now) => {
    of.motions = of.motions.map((each) => (each.entry === entry ? { ...each, objectionsAskedAt: now } : each));
  },
  decideMotion: (of, { entry }, now) => {
    of.motions = of.motions.filter((motion) => motion.entry !== entry);
    of.floor = { ...of.floor, holdings: of.floor.holdings.filter((holding) => holding.entry !== entry) };
    resume(of, now);
  },
  markSignalSeen: (of, { signal }, now) => {
    of.signals = of.signals.map((each) => (each.id === signal ? { ...each, seenAt: now } : each));
  },
  endSignal: (of, { signal }) => {
    of.signals = of.signals.filter(({ id }) => id !== signal);
  },
};
