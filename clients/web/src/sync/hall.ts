// The session as a screen sees it: what stands, what time it is, how the line is, and a way to act.
//
// `version` rises with every change and `subscribe` tells of it, once for all that came together. A line
// is live once the view is whole: greeted and resumed, or after the snapshot.
import { type Act, type Expects, type Hello, Role, type ServerItem } from "../wire";
import { Clock } from "./clock";
import { Connection, type ConnectionOptions, type Refused } from "./connection";
import { asCommand, type Keep, type Late, type Outcome, Pending, type Waiting } from "./pending";
import { Store } from "./store";

export type { Late, Outcome, Waiting } from "./pending";
export type Status = "connecting" | "live" | "reconnecting" | "refused";

/** A line that stands but has not answered a command for so long gets it again. */
export const ask_again_ms = 5_000;

/** What screens use of a hall; the galleries and the tests of screens stand in with another. */
export interface HallView {
  readonly status: Status;
  readonly refusal: Refused | undefined;
  /** Why the server sent the line away last time, while it is not back. */
  readonly turnedAway?: Refused | undefined;
  readonly hello: Hello | undefined;
  readonly store: Store;
  readonly clock: Clock;
  readonly version: number;
  /** Commands without an answer yet, in the order in which they were made. */
  readonly waiting: Waiting[];
  /** Answers to commands of before a reload, until dismissed. */
  readonly late: Late[];
  dismissLate(id: string): void;
  subscribe(listener: () => void): () => void;
  act(act: Act, expects?: Expects): Promise<Outcome>;
}

export type HallOptions = {
  url: string;
  code: string;
  keep?: Keep;
  clock?: Clock;
  newId?: () => string;
} & Pick<ConnectionOptions, "open" | "random">;

export class Hall implements HallView {
  status: Status = "connecting";
  refusal: Refused | undefined;
  turnedAway: Refused | undefined;
  hello: Hello | undefined;
  readonly store = new Store();
  readonly clock: Clock;
  version = 0;
  late: Late[] = [];

  private readonly pending: Pending;
  private readonly connection: Connection;
  private readonly listeners = new Set<() => void>();
  private askAgain: ReturnType<typeof setInterval> | undefined;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private gaps = 0;

  constructor(options: HallOptions) {
    this.clock = options.clock ?? new Clock();
    this.pending = new Pending(options.code, options.keep, options.newId);
    this.connection = new Connection({
      url: options.url,
      code: options.code,
      position: () => this.store.position,
      localNow: () => this.clock.localNow(),
      onItems: (items) => this.take(items),
      onLost: () => this.lost(),
      onRefused: (refusal) => this.refused(refusal),
      onTurnedAway: (refusal) => {
        this.turnedAway = refusal;
        this.changed();
      },
      ...(options.open ? { open: options.open } : {}),
      ...(options.random ? { random: options.random } : {}),
    });
  }

  start(): void {
    this.connection.start();
    this.askAgain = setInterval(() => this.tend(), ask_again_ms);
  }

  stop(): void {
    clearInterval(this.askAgain);
    this.connection.stop();
  }

  get waiting(): Waiting[] {
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

  private take(items: ServerItem[]): void {
    for (const item of items) {
      const applied = this.store.apply(item);
      if (applied === "gap") {
        this.resync();
        return;
      }
      this.follow(item);
    }
    this.changed();
  }

  private follow({ item }: ServerItem): void {
    switch (item.case) {
      case "hello":
        this.hello = item.value;
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
        this.clock.reply(item.value.clientAt, item.value.serverAt);
        break;
      case "ack":
        this.settle(item.value.commandId, { ok: true, seq: item.value.seq, index: item.value.index });
        break;
      case "rejection":
        this.settle(item.value.commandId, { ok: false, code: item.value.code, details: item.value.details });
        break;
    }
  }

  /** Also after a snapshot in the middle: whatever answers were dropped before it come again when asked again. */
  private live(): void {
    this.status = "live";
    this.turnedAway = undefined;
    // What was never sent and is too late is not sent now: that it was not done is certain.
    this.expire();
    for (const command of this.pending.all()) this.send(command);
  }

  private resync(): void {
    this.gaps += 1;
    // A place that leads into the same gap twice is worth nothing.
    if (this.gaps > 1) this.store.forgetPosition();
    this.connection.resync();
  }

  private send(command: Waiting): void {
    if (this.status !== "live") return;
    if (this.connection.send([{ case: "command", value: asCommand(command) }])) this.pending.markSent(command.id);
  }

  private settle(id: string, outcome: Outcome): void {
    const late = this.pending.answer(id, outcome, this.clock.now());
    if (late) this.late = [...this.late, late];
  }

  private tend(): void {
    if (this.status === "live") for (const command of this.pending.all()) this.send(command);
    else if (this.expire()) this.changed();
  }

  /** Only by the server's clock: the session's may stand in another year than the device's. */
  private expire(): boolean {
    const expired = this.clock.heard ? this.pending.expire(this.clock.now()) : [];
    this.late = [...this.late, ...expired];
    return expired.length > 0;
  }

  private lost(): void {
    if (this.status === "live") this.status = "reconnecting";
    this.changed();
  }

  private refused(refusal: Refused): void {
    this.status = "refused";
    this.refusal = refusal;
    clearInterval(this.askAgain);
    this.pending.abandon("not_connected");
    this.changed();
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

/** The address of the line of the page's own server. */
export function lineAddress(page: Location): string {
  return `${page.protocol === "https:" ? "wss:" : "ws:"}//${page.host}/ws`;
}
