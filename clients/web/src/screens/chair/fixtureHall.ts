// A hall without a server, over a made-up sitting: it answers acts when it is told to, or at once, by doing the simplest of
// them to its own entities. Never part of the build.
import { Clock } from "../../sync/clock";
import type { Answer, HallView, Late, Outcome, Status, Unanswered } from "../../sync/hall";
import { Store } from "../../sync/store";
import { type Act, type Expects, ListStatus, type Log, PanelStatus, type SignInSheet } from "../../wire";
import { changeSpeech, fill, floorOf, freeFloor, NOW, pointOf, pointSpeaks, queueOf, type Sitting } from "./fixture";

/** What was asked of the hall, and a way to answer it. */
export interface Asked {
  act: Act;
  expects: Expects | undefined;
  answer(outcome: Outcome): void;
}

export const ACCEPTED: Outcome = { ok: true, seq: 2, index: 0 };
export const refusedWith = (code: string, details: Record<string, string> = {}): Outcome => ({
  ok: false,
  code,
  details,
});

/** A hall without a server. By default acts wait for `answer`; with `answers: "at once"` they are done. */
export class FixtureHall implements HallView {
  status: Status = "live";
  refusal = undefined;
  hello = undefined;
  readonly store = new Store();
  readonly clock: Clock;
  version = 1;
  unanswered: Unanswered[] = [];
  late: Late[] = [];
  presence: ReadonlyMap<string, number> = new Map();
  readonly asked: Asked[] = [];
  /** What acts that are done at once are answered; undefined does them. */
  answer: (act: Act) => Outcome | undefined = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private of: Sitting,
    private readonly answers: "at once" | "when told" = "when told",
    local: () => number = () => 0,
  ) {
    this.clock = new Clock(local);
    this.clock.greet(NOW, 1);
    fill(this.store, of);
  }

  /** The view changes as by a patch of the server. */
  change(change: (of: Sitting) => void): void {
    this.of = structuredClone(this.of);
    change(this.of);
    fill(this.store, this.of);
    this.changed();
  }

  become(status: Status): void {
    this.status = status;
    this.changed();
  }

  dismissLate(id: string): void {
    this.late = this.late.filter((late) => late.id !== id);
    this.changed();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  act(act: Act, expects?: Expects): Promise<Outcome> {
    return new Promise((resolve) => {
      this.asked.push({ act, expects, answer: resolve });
      if (this.answers === "when told") return;
      const outcome = this.answer(act) ?? ACCEPTED;
      if (outcome.ok) this.change((of) => perform(of, act, this.clock.now()));
      resolve(outcome);
    });
  }

  async askLog(): Promise<Answer<Log>> {
    return { ok: true, value: { id: "", lines: [], nextBefore: 0 } };
  }

  async askSheet(): Promise<Answer<SignInSheet>> {
    return { ok: true, value: { id: "", html: "" } };
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

/** Enough of the acts to try the screen by hand; rules are the server's. */
function perform(of: Sitting, act: Act, now: number): void {
  const order = (entries: number[]) => {
    of.queue = queueOf(entries);
  };
  const without = (entry: number | undefined) => of.queue.entries.filter((id) => id !== entry);
  const panel = of.panels.find(({ status }) => status === PanelStatus.OPEN);
  switch (act.case) {
    case "moveEntry": {
      const { entry = 0, place } = act.value;
      const others = without(entry);
      const beside = others.indexOf(Number(place?.value));
      others.splice(place?.case === "after" ? beside + 1 : beside, 0, entry);
      order(others);
      const moved = of.entries.find(({ id }) => id === entry);
      if (moved) moved.moved = true;
      break;
    }
    case "skipEntry":
    case "clearSkip": {
      const { entry } = act.value;
      const skipped = act.case === "skipEntry";
      of.entries = of.entries.map((each) => (each.id === entry ? { ...each, skipped } : each));
      const called = of.queue.entries.find((id) => !of.entries.find((each) => each.id === id)?.skipped);
      of.queue = { ...of.queue, next: called ?? 0 };
      break;
    }
    case "recognisePointOfOrder":
      pointSpeaks(of);
      break;
    case "rulePointOfOrder":
      of.points = of.points.filter(({ entry }) => entry !== act.value.entry);
      of.floor = { ...of.floor, holdings: of.floor.holdings.slice(1) };
      changeSpeech(of, ({ pausedMs, pausedAt }) => ({ pausedMs: pausedMs + now - pausedAt, pausedAt: 0 }));
      break;
    case "markSignalSeen":
      of.signals = of.signals.map((each) => (each.id === act.value.signal ? { ...each, seenAt: now } : each));
      break;
    case "endSignal":
      of.signals = of.signals.filter(({ id }) => id !== act.value.signal);
      break;
    case "removeEntry":
      of.points = of.points.filter(({ entry }) => entry !== act.value.entry);
      order(without(act.value.entry));
      break;
    case "restoreEntry":
      if (act.value.entry === 950) of.points = [pointOf()];
      else order([Number(act.value.entry), ...of.queue.entries]);
      break;
    case "recordNoShow":
      order([...without(act.value.entry), Number(act.value.entry)]);
      of.noShows[Number(act.value.entry)] = 1;
      break;
    case "giveFloor": {
      const to = act.value.to;
      const entry = to?.case === "entry" ? of.entries.find(({ id }) => id === to.value) : undefined;
      const speech = (of.floor.holdings[0]?.speech ?? 0) + 1;
      of.floor = entry
        ? floorOf({ ...entry, entry: entry.id, speech, startedAt: now, limitMs: entry.limitMs })
        : floorOf({ entry: 0, panellist: String(to?.value), delegation: "", speech, startedAt: now, onBehalfOf: "" });
      order(without(entry?.id));
      break;
    }
    case "endSpeech":
      of.floor = freeFloor({ lastSpeakerReturnable: true });
      break;
    case "pauseSpeech":
      changeSpeech(of, () => ({ pausedAt: now }));
      break;
    case "resumeSpeech":
      changeSpeech(of, ({ pausedMs, pausedAt }) => ({ pausedMs: pausedMs + now - pausedAt, pausedAt: 0 }));
      break;
    case "addTime":
      changeSpeech(of, ({ limitMs }) => ({ limitMs: limitMs + Number(act.value.addedMs) }));
      break;
    case "setSpeechLimit":
      changeSpeech(of, () => ({ limitMs: Number(act.value.limitMs) }));
      break;
    case "closeList":
      if (panel) panel.listStatus = ListStatus.CLOSED;
      break;
    case "openList":
      if (panel) panel.listStatus = ListStatus.OPEN;
      break;
    default:
      break;
  }
}
