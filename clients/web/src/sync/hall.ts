// The session as a screen sees it: what stands, what time it is, how the line is, and a way to act.
//
// `version` rises with every change and `subscribe` tells of it, once for all that came together. A line
// is live once the view is whole: greeted and resumed, or after the snapshot.
import {
  type Act,
  type Asked,
  type ClientItem,
  type Command,
  type Entity,
  type Expects,
  type Hello,
  LedgerIs,
  type LedgerStanding,
  type Log,
  Role,
  type ServerItem,
  type SignInSheet,
} from "../wire";
import { againMs } from "./backoff";
import { Clock } from "./clock";
import { Connection, type ConnectionOptions, type Refused } from "./connection";
import { isRecent, type Last } from "./last";
import { asCommand, type Keep, type Late, type Outcome, Pending, type Unanswered } from "./pending";
import { Store } from "./store";

export type { Late, Outcome, Unanswered } from "./pending";
export type Status = "connecting" | "live" | "reconnecting" | "refused";

/** A line that stands but has not answered a command for so long gets it again, if anything was heard over it since. */
export const ask_again_ms = 5_000;

/** A clock that is set by less, on the device's, is not told of: what shows the time shows it at its next tick. */
export const unseen_ms = 100;

/** The answer to a question that is not an act: the log, the sign-in sheet. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; details: Record<string, string> };
export type LogWanted = { panel?: string; before?: number };
export type SheetWanted = { language: string; seat?: string };

export type Away = { last: Last | undefined };

/** What screens use of a hall; the galleries and the tests of screens stand in with another. */
export interface HallView {
  readonly status: Status;
  readonly refusal: Refused | undefined;
  /** Why the server sent the line away last time, while it is not back. */
  readonly turnedAway?: Refused | undefined;
  /** That the server could not be reached since the page was loaded, with what was known before that. */
  readonly away?: Away | undefined;
  readonly hello: Hello | undefined;
  /** How the ledger stands; undefined where it stands well and there is nothing to tell of it, and without a line. */
  readonly ledger: LedgerStanding | undefined;
  readonly store: Store;
  readonly clock: Clock;
  readonly version: number;
  /** Commands without an answer yet, in the order in which they were made. */
  readonly unanswered: Unanswered[];
  /** Answers to commands of before a reload, until dismissed; and, once the sign-in is over, what had none. */
  readonly late: Late[];
  dismissLate(id: string): void;
  /** Devices connected by seat, those without any left out: the desk's audience only. Replaced at every change. */
  readonly presence: ReadonlyMap<string, number>;
  subscribe(listener: () => void): () => void;
  act(act: Act, expects?: Expects): Promise<Outcome>;
  /** Of what was not sent yet, nothing will be: its act is answered `called_off`. Anything else is left as it is. */
  callOff(id: string): void;
  /** The log of acts, the latest first. A question is not kept: without a line it is answered not_connected. */
  askLog(wanted?: LogWanted): Promise<Answer<Log>>;
  askSheet(wanted: SheetWanted): Promise<Answer<SignInSheet>>;
  /** What chair and desk ask about what stands (wire/question.ts). */
  askAbout(asked: Asked): Promise<Answer<Uint8Array>>;
}

export type HallOptions = {
  url: string;
  code: string;
  keep?: Keep;
  /** What all tabs of the device share. */
  device?: Keep;
  clock?: Clock;
  newId?: () => string;
  /** What was known before the page was loaded, and what was seen, where that is shown again: asked for where it is wanted. */
  recall?: ((code: string) => { last: Last | undefined; view: Entity[] }) | undefined;
} & Pick<ConnectionOptions, "open" | "random">;

type Answered = Log | SignInSheet | Uint8Array;

type Question = {
  item: ClientItem;
  answer: (answer: Answer<Answered>) => void;
};

export class Hall implements HallView {
  status: Status = "connecting";
  refusal: Refused | undefined;
  turnedAway: Refused | undefined;
  away: Away | undefined;
  hello: Hello | undefined;
  ledger: LedgerStanding | undefined;
  readonly store = new Store();
  readonly clock: Clock;
  version = 0;
  late: Late[] = [];
  presence: ReadonlyMap<string, number> = new Map();

  private readonly pending: Pending;
  private readonly questions = new Map<string, Question>();
  private asked = 0;
  private readonly connection: Connection;
  private readonly listeners = new Set<() => void>();
  private askAgain: ReturnType<typeof setInterval> | undefined;
  private confirming: ReturnType<typeof setTimeout> | undefined;
  /** How often what is unconfirmed was sent again. */
  private tries = 0;
  private readonly random: () => number;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private gaps = 0;

  constructor(private readonly options: HallOptions) {
    this.clock = options.clock ?? new Clock();
    this.random = options.random ?? Math.random;
    this.pending = new Pending(options.code, options.keep, options.newId, options.device);
    this.connection = new Connection({
      url: options.url,
      code: options.code,
      position: () => this.store.position,
      localNow: () => this.clock.localNow(),
      onItems: (items) => this.take(items),
      onLost: () => this.lost(),
      onMoved: () => this.moved(),
      onRefused: (refusal) => this.refused(refusal),
      onTurnedAway: (refusal) => {
        this.turnedAway = refusal;
        this.changed();
      },
      onVain: () => this.recall(),
      ...(options.open ? { open: options.open } : {}),
      ...(options.random ? { random: options.random } : {}),
    });
  }

  /** Once more is no more. */
  start(): void {
    if (this.askAgain !== undefined) return;
    this.connection.start();
    this.askAgain = setInterval(() => this.tend(), ask_again_ms);
  }

  stop(): void {
    clearInterval(this.askAgain);
    this.askAgain = undefined;
    this.leaveLine();
    this.connection.stop();
  }

  get unanswered(): Unanswered[] {
    return this.pending.all();
  }

  get role(): Role {
    return this.hello?.role ?? Role.UNSPECIFIED;
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
    if (this.status === "refused") return Promise.resolve({ ok: false, code: "not_connected", details: {} });
    const { command, outcome } = this.pending.add(act, expects, this.clock.now(), this.clock.speed);
    this.send(command);
    this.changed();
    return outcome;
  }

  callOff(id: string): void {
    if (this.pending.callOff(id, this.clock.now())) this.changed();
  }

  askLog({ panel = "", before = 0 }: LogWanted = {}): Promise<Answer<Log>> {
    return this.ask<Log>((id) => ({ case: "logRequest", value: { id, panel, before } }));
  }

  askSheet({ language, seat = "" }: SheetWanted): Promise<Answer<SignInSheet>> {
    return this.ask<SignInSheet>((id) => ({ case: "sheetRequest", value: { id, language, seat } }));
  }

  askAbout(question: Asked): Promise<Answer<Uint8Array>> {
    return this.ask<Uint8Array>((id) => ({ case: "question", value: { id, question } }));
  }

  private ask<T extends Answered>(question: (id: string) => ClientItem): Promise<Answer<T>> {
    const id = `ask-${++this.asked}`;
    const item = question(id);
    if (this.status !== "live" || !this.connection.send([item])) return Promise.resolve(notConnected);
    return new Promise((resolve) => {
      this.questions.set(id, { item, answer: resolve as Question["answer"] });
    });
  }

  private answered(id: string, answer: Answer<Answered>): boolean {
    const question = this.questions.get(id);
    this.questions.delete(id);
    question?.answer(answer);
    return question !== undefined;
  }

  private take(items: ServerItem[]): void {
    this.pending.heard();
    let seen = false;
    for (const item of items) {
      const applied = this.store.apply(item);
      if (applied === "gap") {
        this.resync();
        return;
      }
      seen = this.follow(item) || seen;
    }
    if (seen) this.changed();
  }

  /** Whether there may be something to be seen of it. */
  private follow({ item }: ServerItem): boolean {
    switch (item.case) {
      case "hello":
        this.hello = item.value;
        // Told after the greeting where there is something to tell.
        this.ledger = undefined;
        this.clock.greet(item.value.serverAt, item.value.clockSpeed);
        if (item.value.resumed) this.live();
        break;
      case "snapshot":
        this.live();
        break;
      case "patch":
        this.gaps = 0;
        break;
      case "timeReply":
        return this.clock.reply(item.value.clientAt, item.value.serverAt) >= unseen_ms * this.clock.speed;
      case "ack": {
        const { commandId, seq, index, inverse } = item.value;
        this.settle(commandId, { ok: true, seq, index, inverse: knownActs(inverse) });
        break;
      }
      case "rejection": {
        const { commandId, code, details } = item.value;
        if (this.answered(commandId, { ok: false, code, details })) break;
        if (this.pending.leavesOpen(commandId, code)) this.confirm();
        else this.settle(commandId, { ok: false, code, details });
        break;
      }
      case "log":
      case "signInSheet":
        this.answered(item.value.id, { ok: true, value: item.value });
        break;
      case "answer":
        if (item.value.answer.value) this.answered(item.value.id, { ok: true, value: item.value.answer.value });
        break;
      case "presence": {
        const devices = new Map(item.value.whole ? [] : this.presence);
        for (const { seat, devices: count } of item.value.seats) {
          if (count > 0) devices.set(seat, count);
          else devices.delete(seat);
        }
        this.presence = devices;
        break;
      }
      case "standing":
        this.ledger = tellsMore(item.value) ? item.value : undefined;
        // Out of touch with the others, this place keeps what is shown until another one goes on from there.
        if (item.value.is === LedgerIs.OUT_OF_TOUCH) this.connection.seek();
        else this.connection.stay();
        break;
    }
    return true;
  }

  /** Also after a snapshot in the middle: whatever answers were dropped before it come again when asked again. */
  private live(): void {
    this.status = "live";
    this.turnedAway = undefined;
    this.away = undefined;
    // What was never sent and is too late is not sent now: that it was not done is certain.
    this.pending.followOtherTabs();
    this.expire();
    for (const command of this.pending.all()) this.send(command, true);
    this.confirm();
    for (const { item } of this.questions.values()) this.connection.send([item]);
  }

  /** One wait for all that is unconfirmed, so that it is sent again in the order in which it was made. */
  private confirm(): void {
    if (this.confirming !== undefined || this.status !== "live") return;
    if (!this.pending.all().some((command) => command.unconfirmed)) {
      this.tries = 0;
      return;
    }
    const wait_ms = againMs(this.tries++, this.random());
    this.confirming = setTimeout(() => {
      this.confirming = undefined;
      if (this.expire()) this.changed();
      for (const command of this.pending.toSendAgain()) this.send(command);
      this.confirm();
    }, wait_ms);
  }

  private resync(): void {
    this.gaps += 1;
    // A place that leads into the same gap twice is worth nothing.
    if (this.gaps > 1) this.store.forgetPosition();
    this.connection.resync();
  }

  private send(command: Unanswered, waited = false): void {
    if (this.status !== "live") return;
    const sent = this.connection.send([{ case: "command", value: asCommand(command) }]);
    if (sent) this.pending.markSent(command.id, this.clock.now(), waited);
  }

  private settle(id: string, outcome: Outcome): void {
    const late = this.pending.answer(id, outcome, this.clock.now());
    if (late) this.late = [...this.late, late];
  }

  private tend(): void {
    const followed = this.pending.followOtherTabs();
    if (this.expire() || followed) this.changed();
    this.giveUpOld();
    for (const command of this.pending.toAskAgain()) this.send(command, true);
  }

  /** Only by the server's clock: the session's may stand in another year than the device's. */
  private expire(): boolean {
    if (!this.clock.heard) return false;
    const { settled, late } = this.pending.expire(this.clock.now(), this.clock.speed);
    this.late = [...this.late, ...late];
    return settled;
  }

  private lost(): void {
    if (this.status === "live") this.status = "reconnecting";
    this.leaveLine();
    this.changed();
  }

  /** Nothing has come since the page was loaded: what was there before stands meanwhile. */
  private recall(): void {
    if (this.status !== "connecting" || this.away) return;
    const { last, view = [] } = this.options.recall?.(this.options.code) ?? {};
    this.away = { last };
    if (last) {
      const since = this.clock.localNow() - last.deviceAt;
      this.clock.recall(last.serverAt + since * last.speed, last.speed);
      this.store.recall(view);
      this.giveUpOld();
    }
    this.changed();
  }

  /** What stood before is shown while it may still be so. */
  private giveUpOld(): void {
    const last = this.away?.last;
    if (!last || !this.store.filled || isRecent(last, this.clock.localNow())) return;
    this.store.recall([]);
    this.changed();
  }

  /** Another line has taken the place of the one before: commands and questions go over it once its view is whole. */
  private moved(): void {
    clearTimeout(this.confirming);
    this.confirming = undefined;
    this.pending.leaveLine();
  }

  private refused(refusal: Refused): void {
    this.status = "refused";
    this.refusal = refusal;
    clearInterval(this.askAgain);
    this.leaveLine();
    this.late = [...this.late, ...this.pending.abandon("not_connected")];
    this.changed();
  }

  /** What waits for an answer over this line waits in vain: questions are not kept, commands go over the next one. */
  private leaveLine(): void {
    clearTimeout(this.confirming);
    this.confirming = undefined;
    this.ledger = undefined;
    this.pending.leaveLine();
    for (const id of [...this.questions.keys()]) this.answered(id, notConnected);
  }

  /** What comes while a screen is being drawn is drawn together next: a list that fills at once is not drawn row by row. */
  private changed(): void {
    this.version += 1;
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      for (const listener of this.listeners) listener();
    }, 0);
  }
}

/** That it stands well, and nothing besides, needs no word; nor does a state that this client does not know. */
function tellsMore({ is, why, away }: LedgerStanding): boolean {
  if (is === LedgerIs.WELL) return why !== "" || away.length > 0;
  return is === LedgerIs.HELD || is === LedgerIs.OUT_OF_TOUCH;
}

/** None where this client does not know all of them: half an inverse would be wrong. */
function knownActs(commands: readonly Command[]): readonly Act[] {
  const acts = commands.map(({ act }) => act);
  return acts.every((act) => act.case !== undefined) ? acts : [];
}

const notConnected = { ok: false, code: "not_connected", details: {} } as const;

/** The address of the line of the page's own server. */
export function lineAddress(page: Location): string {
  return `${page.protocol === "https:" ? "wss:" : "ws:"}//${page.host}/ws`;
}
