// The connection to the session, kept up: one line is used, and where there is none, or the one that is used is to be left,
// another one is tried, at one place after the other (places.ts).
//
// A line is used from its greeting on. While one is used it stays so until another one has greeted and has been told as much
// as is held here; then that one takes its place, and what is shown never goes back and never goes away. A refusal that says
// not to come back ends the connection.
//
// Whoever owns it gives the code and the position at each sign-in, takes the items, and is told when there is no line any
// more, and when another one has taken the place of the one before.
import type { ClientItem, Hello, Position, ServerItem } from "../wire";
import { seekMs, waitMs } from "./backoff";
import { answer_ms_max, Line, type LineOptions, quick_answer_ms_max, type Socket } from "./line";
import { Places } from "./places";

/** No greeting by then: the attempt is given up. */
export const greeting_ms_max = 10_000;
/** Where there are other places to try, at first; twice as long in each further round. A node that is behind takes 2 s. */
export const first_greeting_ms_max = 3_000;
/** A line that held this long starts counting its attempts anew. */
export const steady_ms = 10_000;
/** A line that held this long is as quick as it seems: what is long and kept the one before silent is over. */
export const calm_ms = 60_000;
/** However often lines were left for their silence, the next one is not waited for longer. */
export const bound_ms_max = 30_000;

export type Refused = { code: string };

export type ConnectionOptions = Pick<LineOptions, "code" | "position" | "localNow" | "onItems"> & {
  /** Of the page's own server. */
  url: string;
  onLost: () => void;
  /** Another line has taken the place of the one before: what it was told follows. */
  onMoved: () => void;
  onRefused: (refusal: Refused) => void;
  /** Sent away for now, with a reason, from the only line there was; the connection comes back by itself. */
  onTurnedAway: (refusal: Refused) => void;
  /** There is no line, and another attempt is to be made. */
  onVain: () => void;
  open?: (url: string, protocol: string) => Socket;
  random?: () => number;
};

/** About the sign-in itself, whoever says it. */
const of_the_grant: ReadonlySet<string> = new Set(["revoked", "expired_code"]);

type Timer = ReturnType<typeof setTimeout>;

export class Connection {
  /** In use. */
  private line: Line | undefined;
  /** On its way to be used. */
  private tried: Line | undefined;
  /** What the one that is tried was told while the other one is used. */
  private told: ServerItem[] = [];
  private readonly places: Places;
  /** How often there was no line, or an attempt was in vain, since a line held. */
  private attempts = 0;
  /** How often another place was tried in vain beside the line that is used. */
  private sought = 0;
  private seeking = false;
  private ended = false;
  private retry: Timer | undefined;
  private steady: Timer | undefined;
  private calm: Timer | undefined;
  /** So long an answer is waited for at least. What comes is told once it is whole: a line that lives may have been left for it. */
  private bound_ms = quick_answer_ms_max;
  private readonly random: () => number;

  constructor(private readonly options: ConnectionOptions) {
    this.random = options.random ?? Math.random;
    this.places = new Places(options.url, this.random);
  }

  start(): void {
    this.ended = false;
    if (typeof window !== "undefined") {
      window.addEventListener("online", this.wake);
      document.addEventListener("visibilitychange", this.wake);
    }
    this.places.begin(false);
    this.attempt();
  }

  stop(): void {
    this.ended = true;
    if (typeof window !== "undefined") {
      window.removeEventListener("online", this.wake);
      document.removeEventListener("visibilitychange", this.wake);
    }
    this.leaveAll();
  }

  /** Whether items can be sent: the greeting has come and the line stands. */
  get open(): boolean {
    return this.line?.open ?? false;
  }

  /** False where there is no line: nothing is queued here. */
  send(items: ClientItem[]): boolean {
    return this.line?.send(items) ?? false;
  }

  /** Leaves this line and signs in again at once, from the position as it is then. */
  resync(): void {
    if (this.ended) return;
    this.leaveAll();
    this.options.onLost();
    this.places.begin(false);
    this.attempts += 1;
    this.attemptIn(0);
  }

  /** Looks for another place, beside the line that is used. */
  seek(): void {
    if (this.seeking || this.ended || !this.line) return;
    this.seeking = true;
    this.sought = 0;
    this.places.begin(true);
    this.attemptIn(seekMs(this.sought, this.random()));
  }

  /** The line that is used is as good as any. */
  stay(): void {
    if (this.seeking && this.line) this.giveUpTrying();
    this.seeking = false;
  }

  private attemptIn(wait_ms: number): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.attempt(), wait_ms);
  }

  private attempt(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    if (this.ended) return;
    const { code, position, localNow, open } = this.options;
    const line: Line = new Line({
      url: this.places.next(),
      code,
      position,
      localNow,
      open,
      within_ms: this.patience(),
      bound_ms: () => this.bound_ms,
      onItems: (items) => this.hear(line, items),
      onEnd: () => this.lose(line),
    });
    this.tried = line;
    this.told = [];
    line.start();
  }

  private patience(): number {
    if (this.places.all.length < 2) return greeting_ms_max;
    return Math.min(greeting_ms_max, first_greeting_ms_max * 2 ** this.rounds);
  }

  /** Over all places, in vain. */
  private get rounds(): number {
    return Math.floor(this.attempts / this.places.all.length);
  }

  private hear(line: Line, items: ServerItem[]): void {
    for (const { item } of items) {
      if (item.case === "refusal" && this.refuse(line, item.value)) return;
    }
    if (line === this.line) this.options.onItems(items);
    else if (line === this.tried) this.look(line, items);
  }

  /** Whether the line has been left for it. */
  private refuse(line: Line, { code, reconnect }: { code: string; reconnect: boolean }): boolean {
    if (reconnect) {
      if (line === this.line || !this.line) this.options.onTurnedAway({ code });
      if (line === this.line) this.places.begin(true);
      return false;
    }
    if (line !== this.line && line.url !== this.options.url && !of_the_grant.has(code)) {
      this.places.strike(line.url);
      line.leave();
      this.lose(line);
      return true;
    }
    this.stop();
    this.options.onRefused({ code });
    return true;
  }

  private look(line: Line, items: ServerItem[]): void {
    this.told.push(...items);
    if (line.greeted && (!this.line || isAsFar(line.reached, this.options.position()))) this.take(line);
  }

  private take(line: Line): void {
    const before = this.line;
    const told = before ? withoutWhatIsHeld(this.told, this.options.position()) : this.told;
    this.tried = undefined;
    this.told = [];
    this.leaveAll();
    this.line = line;
    this.seeking = false;
    const hello = told.find(({ item }) => item.case === "hello")?.item.value as Hello;
    this.places.arrived(line.url, hello.elsewhere);
    this.places.begin(false);
    this.steady = setTimeout(() => {
      this.attempts = 0;
    }, steady_ms);
    this.calm = setTimeout(() => {
      this.bound_ms = quick_answer_ms_max;
    }, calm_ms);
    line.use();
    if (before) this.options.onMoved();
    this.options.onItems(told);
  }

  private lose(line: Line): void {
    if (line === this.line) {
      this.line = undefined;
      this.seeking = false;
      this.stopCounting();
      if (line.silent) this.bound_ms = boundAfter(line.bound_ms);
      this.options.onLost();
      // One that had greeted and was behind, or that goes on from less than is held by now: asked again from there.
      if (this.tried && (this.tried.greeted || goesOnFromLess(this.tried, this.options.position())))
        this.giveUpTrying();
      if (this.tried || this.retry !== undefined || this.ended) return;
    } else if (line === this.tried) this.tried = undefined;
    else return;
    this.again();
  }

  private again(): void {
    if (this.line) {
      this.sought += 1;
      this.attemptIn(seekMs(this.sought, this.random()));
      return;
    }
    this.attemptIn(waitMs(this.rounds, this.random()));
    this.attempts += 1;
    this.options.onVain();
  }

  private giveUpTrying(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.tried?.leave();
    this.tried = undefined;
    this.told = [];
  }

  private leaveAll(): void {
    this.giveUpTrying();
    this.stopCounting();
    this.line?.leave();
    this.line = undefined;
    this.seeking = false;
  }

  private stopCounting(): void {
    clearTimeout(this.steady);
    clearTimeout(this.calm);
  }

  /** The network is back, or somebody looks at the screen again: do not wait. */
  private readonly wake = (): void => {
    if (this.ended || (typeof document !== "undefined" && document.visibilityState === "hidden")) return;
    if (this.retry !== undefined) this.attempt();
    this.line?.wake();
  };
}

/** Twice as long, and at once as long as on a slow line: what has just kept a line silent comes again over the next one. */
function boundAfter(bound_ms: number): number {
  return Math.min(Math.max(2 * bound_ms, answer_ms_max), bound_ms_max);
}

/** Whether nothing is held that was not told there. Another epoch is another session: there, nothing is. */
function isAsFar(reached: Position | undefined, held: Position | undefined): boolean {
  if (!reached) return false;
  return !held || reached.epoch !== held.epoch || reached.session !== held.session || reached.seq >= held.seq;
}

/** It was asked to go on before more was told over the line that was used. */
function goesOnFromLess({ from }: Line, held: Position | undefined): boolean {
  return from !== undefined && held !== undefined && from.epoch === held.epoch && from.seq < held.seq;
}

/** Patches are the same wherever they come from. */
function withoutWhatIsHeld(told: readonly ServerItem[], held: Position | undefined): ServerItem[] {
  const whole = told.some(({ item }) => item.case === "snapshot");
  if (whole || !held) return [...told];
  return told.filter(({ item }) => item.case !== "patch" || item.value.seq > held.seq);
}
