// One line to the server at one address: it signs in first, tells a dead line from a quiet one, and ends once. It does not come
// back: whoever owns it opens another. Times are the device's, in milliseconds.
import { type ClientItem, decodeFrame, encodeItems, type Position, type ServerItem, subprotocol } from "../wire";

/** No answer to a probe by then: the line is dead, however slow it is. */
export const answer_ms_max = 10_000;
/** The same on a line that is known to answer at once: with `probe_every_ms` before, its silence is known within five seconds. */
export const quick_answer_ms_max = 3_000;
/** So many times the slowest of its last answers a line is waited for, between the two. */
export const patience_in_answers = 4;
/** The next answer may come behind so much that is sent: whatever the line, it is waited for as long as on a slow one, once. */
export const long_bytes = 8_192;
/** After the device woke, a line that does not answer by then is dead, unless it is waited for longer anyway. */
export const wake_answer_ms_max = 3_000;
/** A device that was itself held up for longer has not read yet what came meanwhile. */
export const held_up_ms = 500;
/** A device that was held up for longer slept, and what it asked before may have gone astray: it asks anew. */
export const slept_ms = 5_000;
export const probe_every_ms = 2_000;
/** How much of a slow answer is remembered at the next one. */
const remembered = 0.8;
/** The first probes, once the line is used, come close together to settle the clock. */
export const first_probes_ms = [0, 150, 400, 900, 1_800];

export type Socket = Pick<WebSocket, "send" | "close" | "readyState" | "binaryType"> & {
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
};

export type LineOptions = {
  url: string;
  code: string;
  /** Where to go on from, asked once the line opens. */
  position: () => Position | undefined;
  localNow: () => number;
  /** No greeting by then, or no view from which to go on: it is given up. */
  within_ms: number;
  /** So long an answer is waited for at least, however quick the line is. */
  bound_ms: () => number;
  onItems: (items: ServerItem[]) => void;
  /** Not after `leave`. */
  onEnd: () => void;
  open?: ((url: string, protocol: string) => Socket) | undefined;
};

type Timer = ReturnType<typeof setTimeout>;

export class Line {
  greeted = false;
  /** How far what was told over it goes; undefined before there is a view to go on with. */
  reached: Position | undefined;
  /** What it was asked to go on from. */
  from: Position | undefined;
  /** It ended because no probe was answered. */
  silent = false;
  private socket: Socket | undefined;
  private used = false;
  /** Of the last answers, the longer ago the less; a line that has answered none may be slow. */
  private slowest_ms = answer_ms_max;
  private answered = false;
  private deadline: Timer | undefined;
  private due = 0;
  /** When the first of the probes without an answer went. */
  private asked_at = 0;
  /** Since the last word it was waited for anew once: a line is not kept by who looks again and again. */
  private anew = false;
  private probes: Timer[] = [];

  constructor(private readonly options: LineOptions) {}

  get url(): string {
    return this.options.url;
  }

  /** The least that it is waited for now. Of a view nothing is heard before it is whole: on a slow line that takes its time. */
  get bound_ms(): number {
    const bound_ms = this.options.bound_ms();
    return this.reached ? Math.min(bound_ms, answer_ms_max) : Math.max(bound_ms, answer_ms_max);
  }

  /** Ends at once, with `onEnd`, where no socket can be made. */
  start(): void {
    const make = this.options.open ?? ((url, protocol) => new WebSocket(url, protocol) as unknown as Socket);
    let socket: Socket;
    try {
      socket = make(this.options.url, subprotocol);
    } catch {
      this.end();
      return;
    }
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.signIn(socket);
    socket.onmessage = (event) => this.receive(event.data);
    socket.onclose = () => this.end();
    socket.onerror = () => {};
    this.expect(this.options.within_ms);
  }

  /** From now on it is asked whether it lives, and tells the time. Once, after the greeting. */
  use(): void {
    this.used = true;
    this.heard();
    for (const at of first_probes_ms) this.probes.push(setTimeout(() => this.probe(), at));
    this.probes.push(setTimeout(() => this.probeOn(), probe_every_ms));
  }

  /** Whether items can be sent. */
  get open(): boolean {
    return this.used && this.socket?.readyState === 1;
  }

  /** False where the line is not open: nothing is queued here. */
  send(items: ClientItem[]): boolean {
    if (!this.open || !this.socket) return false;
    const bytes = encodeItems(items) as Uint8Array<ArrayBuffer>;
    this.socket.send(bytes);
    if (bytes.length >= long_bytes) this.waitLong();
    return true;
  }

  /** The device woke: whether the line lives is soon known. */
  wake(): void {
    if (this.open && !this.anew) this.askAnew();
  }

  /** The socket is let go at once: a dead one may take minutes to say that it has closed. */
  leave(): void {
    clearTimeout(this.deadline);
    for (const timer of this.probes) clearTimeout(timer);
    this.probes = [];
    this.deadline = undefined;
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = null;
    socket.onclose = null;
    socket.onerror = null;
    socket.onmessage = null;
    socket.close();
  }

  private end(): void {
    this.leave();
    this.options.onEnd();
  }

  private signIn(socket: Socket): void {
    const { code, position } = this.options;
    this.from = position();
    const value = this.from ? { code, position: this.from } : { code };
    socket.send(encodeItems([{ case: "signIn", value }]) as Uint8Array<ArrayBuffer>);
  }

  private receive(data: unknown): void {
    let items: ServerItem[];
    try {
      items = decodeFrame(new Uint8Array(data as ArrayBuffer));
    } catch {
      this.end();
      return;
    }
    for (const item of items) this.follow(item);
    this.heard();
    this.options.onItems(items);
  }

  private follow({ item }: ServerItem): void {
    if (item.case === "hello") {
      this.greeted = true;
      if (item.value.resumed) this.reached = this.from;
    }
    if (item.case === "snapshot") this.reached = item.value.position;
    if (item.case === "patch" && this.reached) this.reached = { ...this.reached, seq: item.value.seq };
    if (item.case === "timeReply") this.timed(this.options.localNow() - item.value.clientAt);
  }

  private timed(took_ms: number): void {
    this.slowest_ms = this.answered ? Math.max(took_ms, this.slowest_ms * remembered) : took_ms;
    this.answered = true;
  }

  /** Counted from the first question: what is sent again and again would keep a dead line. */
  private waitLong(): void {
    this.slowest_ms = Math.max(this.slowest_ms, answer_ms_max / patience_in_answers);
    if (this.deadline !== undefined) this.expectBy(Math.max(this.due, this.asked_at + answer_ms_max));
  }

  private get patience_ms(): number {
    return Math.max(this.bound_ms, Math.min(this.slowest_ms * patience_in_answers, answer_ms_max));
  }

  private probeOn(): void {
    this.probe();
    this.probes.push(setTimeout(() => this.probeOn(), probe_every_ms));
    if (this.probes.length > 16) this.probes.splice(0, 8);
  }

  private probe(): void {
    const now = this.options.localNow();
    if (!this.send([{ case: "timeProbe", value: { clientAt: now } }]) || this.deadline !== undefined) return;
    this.asked_at = now;
    this.expect(this.patience_ms);
  }

  private askAnew(): void {
    this.anew = true;
    this.probe();
    this.asked_at = this.options.localNow();
    this.expectBy(Math.max(this.due, this.asked_at + Math.max(wake_answer_ms_max, this.patience_ms)));
  }

  private expect(within_ms: number): void {
    this.expectBy(this.options.localNow() + within_ms);
  }

  private expectBy(due: number): void {
    clearTimeout(this.deadline);
    this.due = due;
    this.deadline = setTimeout(() => this.overdue(), due - this.options.localNow());
  }

  private overdue(): void {
    const late_ms = this.options.localNow() - this.due;
    if (late_ms <= held_up_ms) this.endInSilence();
    else if (late_ms > slept_ms && this.open && !this.anew) this.askAnew();
    else this.deadline = setTimeout(() => this.endInSilence(), held_up_ms);
  }

  private endInSilence(): void {
    this.silent = true;
    this.end();
  }

  /** Anything heard shows that the line lives; before it is used, only what it is to be used for counts. */
  private heard(): void {
    if (!this.used) return;
    clearTimeout(this.deadline);
    this.deadline = undefined;
    this.anew = false;
  }
}
