// The hall that tests and the gallery set up by hand. See hall.tsx.
import { Clock } from "../sync/clock";
import type { Answer, Away, HallView, Late, LogWanted, Outcome, SheetWanted, Status, Unanswered } from "../sync/hall";
import { Store } from "../sync/store";
import {
  type Act,
  type Asked,
  Audience,
  type Entity,
  type Expects,
  type Hello,
  type LedgerStanding,
  type Log,
  type SignInSheet,
} from "../wire";
import { afternoon, hello as helloOf, noon_of_tests } from "./views";

/** An act without an answer. */
type Without = "unsent" | "sent" | "unconfirmed";

export type Staging = {
  /** Public and private entities; the afternoon of views.ts where left out. */
  entities?: Entity[];
  hello?: Partial<Hello>;
  status?: Status;
  refusal?: string;
  turnedAway?: string;
  /** The server could not be reached since the page was loaded. */
  away?: Away;
  /** How the ledger stands; well where left out. */
  ledger?: LedgerStanding;
  now?: number;
  unanswered?: Unanswered[];
  late?: Late[];
  /** Lets the clock run from `now` on instead of standing still. */
  running?: boolean;
  /**
   * The answer to an act, which may come when the test says, and change the hall; an Ack where left out. What is not sent yet,
   * sent or unconfirmed waits for `confirm`, or is called off.
   */
  answer?: (act: Act, expects: Expects | undefined, hall: StagedHall) => Outcome | Without | Promise<Outcome>;
  /** Devices connected, by seat. */
  presence?: Record<string, number>;
  /** The answer to a question for the log; an empty log where left out. */
  log?: (wanted: LogWanted) => Answer<Log> | Promise<Answer<Log>>;
  /** The answer to a question for the sign-in sheet; an empty page where left out. */
  about?: (asked: Asked) => Answer<Uint8Array> | Promise<Answer<Uint8Array>>;
  sheet?: (wanted: SheetWanted) => Answer<SignInSheet> | Promise<Answer<SignInSheet>>;
};

/** With what takes the act back, if anything does. */
export const accepted = (...inverse: Act[]): Outcome => ({ ok: true, seq: 2, index: 0, inverse });

const inverses: { readonly [Case in Act["case"]]?: Act["case"] } = {
  removeEntry: "restoreEntry",
  fileInWriting: "restoreEntry",
  recordNoShow: "clearNoShow",
  skipEntry: "clearSkip",
  closeList: "openList",
};

/** As the server answers the acts whose inverse names the same entry or panel. */
export function acceptedWithInverse(act: Act): Outcome {
  const inverse = inverses[act.case];
  return inverse ? accepted({ case: inverse, value: act.value } as Act) : accepted();
}

export const refusedWith = (code: string, details: Record<string, string> = {}): Outcome => ({
  ok: false,
  code,
  details,
});

export class StagedHall implements HallView {
  status: Status;
  refusal: { code: string } | undefined;
  turnedAway: { code: string } | undefined;
  away: Away | undefined;
  hello: Hello;
  ledger: LedgerStanding | undefined;
  readonly store = new Store();
  readonly clock: Clock;
  version = 0;
  unanswered: Unanswered[];
  late: Late[];
  presence: ReadonlyMap<string, number>;
  /** Every question asked, in order. */
  readonly asked: ({ log: LogWanted } | { sheet: SheetWanted } | { about: Asked })[] = [];
  /** Every act made, in order. */
  readonly acts: { act: Act; expects: Expects | undefined }[] = [];

  private readonly waiting = new Map<string, (outcome: Outcome) => void>();
  private now: number;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly staging: Staging = {}) {
    this.now = staging.now ?? noon_of_tests;
    const began = performance.now();
    this.clock = new Clock(() => this.now + (staging.running ? performance.now() - began : 0));
    this.hello = helloOf(staging.hello);
    this.status = staging.status ?? "live";
    this.refusal = staging.refusal ? { code: staging.refusal } : undefined;
    this.turnedAway = staging.turnedAway ? { code: staging.turnedAway } : undefined;
    this.away = staging.away;
    this.ledger = staging.ledger;
    this.unanswered = staging.unanswered ?? [];
    this.late = staging.late ?? [];
    this.presence = new Map(Object.entries(staging.presence ?? {}));
    this.fill(staging.entities ?? afternoon());
  }

  /** The whole view, as a snapshot of the server does. */
  replace(entities: Entity[]): void {
    this.fill(entities);
    this.changed();
  }

  /** As a patch of the server does. */
  put(...upserts: Entity[]): void {
    this.patch(upserts, []);
  }

  remove(...removals: string[]): void {
    this.patch([], removals);
  }

  stage(change: Partial<Pick<StagedHall, "status" | "ledger" | "unanswered" | "late" | "presence">>): void {
    Object.assign(this, change);
    this.changed();
  }

  moveTime(by_ms: number): void {
    this.now += by_ms;
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

  async act(act: Act, expects?: Expects): Promise<Outcome> {
    this.acts.push({ act, expects });
    const answer = this.staging.answer?.(act, expects, this) ?? accepted();
    return typeof answer === "string" ? this.wait(act, answer) : answer;
  }

  callOff(id: string): void {
    const command = this.unanswered.find((each) => each.id === id);
    if (!command || command.sent) return;
    this.stage({ unanswered: this.unanswered.filter((each) => each !== command) });
    this.waiting.get(id)?.(refusedWith("called_off"));
    this.waiting.delete(id);
  }

  /** The answer at last, to all that had none. */
  confirm(outcome: Outcome = accepted()): void {
    this.stage({ unanswered: [] });
    for (const answer of this.waiting.values()) answer(outcome);
    this.waiting.clear();
  }

  private wait(act: Act, without: Without): Promise<Outcome> {
    const id = `c${this.acts.length}`;
    const command: Unanswered = { id, act, expiresAt: this.now + 60_000, sent: without !== "unsent" };
    if (without === "unconfirmed") command.unconfirmed = true;
    this.stage({ unanswered: [...this.unanswered, command] });
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  async askLog(wanted: LogWanted = {}): Promise<Answer<Log>> {
    this.asked.push({ log: wanted });
    return this.staging.log?.(wanted) ?? { ok: true, value: { id: "", lines: [], nextBefore: 0 } };
  }

  async askSheet(wanted: SheetWanted): Promise<Answer<SignInSheet>> {
    this.asked.push({ sheet: wanted });
    return this.staging.sheet?.(wanted) ?? { ok: true, value: { id: "", html: "" } };
  }

  async askAbout(about: Asked): Promise<Answer<Uint8Array>> {
    this.asked.push({ about });
    return this.staging.about?.(about) ?? { ok: false, code: "not_connected", details: {} };
  }

  private fill(entities: Entity[]): void {
    const position = { session: "council-2005", epoch: "e1", audience: Audience.DELEGATE, delegation: "", seq: 1 };
    const shared = entities.filter(({ key }) => !isPrivate(key));
    const own = entities.filter(({ key }) => isPrivate(key));
    this.store.apply({ item: { case: "snapshot", value: { position, entities: shared } } });
    this.store.apply({ item: { case: "privateSnapshot", value: { entities: own } } });
  }

  private patch(upserts: Entity[], removals: string[]): void {
    const seq = (this.store.position?.seq ?? 0) + 1;
    const shared = {
      upserts: upserts.filter(({ key }) => !isPrivate(key)),
      removals: removals.filter((key) => !isPrivate(key)),
    };
    const own = {
      upserts: upserts.filter(({ key }) => isPrivate(key)),
      removals: removals.filter((key) => isPrivate(key)),
    };
    this.store.apply({ item: { case: "patch", value: { seq, ...shared } } });
    this.store.apply({ item: { case: "privatePatch", value: own } });
    this.changed();
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

/** What the server tells one delegation only comes apart from what an audience sees. */
function isPrivate(key: string): boolean {
  return key.startsWith("own/") || key.startsWith("standing/");
}
