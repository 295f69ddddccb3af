// One line to the server, kept up: signs in first, comes back by itself, and tells a dead line from a quiet one.
//
// Whoever owns it gives the code and the position at each sign-in, takes the items, and is told when the line is open
// and when it is lost. A refusal that says not to come back ends it.
import { type ClientItem, decodeFrame, encodeItems, type Position, type ServerItem, subprotocol } from "../wire";
import { waitMs } from "./backoff";

/** No greeting by then: the attempt is given up. */
export const greeting_ms_max = 10_000;
/** No answer to a probe by then: the line is dead. */
export const answer_ms_max = 10_000;
/** After the device woke, a line that does not answer by then is dead. */
export const wake_answer_ms_max = 3_000;
export const probe_every_ms = 5_000;
/** The first probes, after the greeting, come close together to settle the clock. */
export const first_probes_ms = [0, 150, 400, 900, 1_800];
/** A line that held this long starts counting its attempts anew. */
export const steady_ms = 10_000;

export type Socket = Pick<WebSocket, "send" | "close" | "readyState" | "binaryType"> & {
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
};

export type Refused = { code: string };

export type ConnectionOptions = {
  url: string;
  code: string;
  position: () => Position | undefined;
  localNow: () => number;
  onItems: (items: ServerItem[]) => void;
  onLost: () => void;
  onRefused: (refusal: Refused) => void;
  /** Sent away for now, with a reason; the line comes back by itself. */
  onTurnedAway: (refusal: Refused) => void;
  open?: (url: string, protocol: string) => Socket;
  random?: () => number;
};

type Timer = ReturnType<typeof setTimeout>;

export class Connection {
  private socket: Socket | undefined;
  private greeted = false;
  private attempt = 0;
  private ended = false;
  private retry: Timer | undefined;
  private deadline: Timer | undefined;
  private steady: Timer | undefined;
  private probes: Timer[] = [];

  constructor(private readonly options: ConnectionOptions) {}

  start(): void {
    this.ended = false;
    if (typeof window !== "undefined") {
      window.addEventListener("online", this.wake);
      document.addEventListener("visibilitychange", this.wake);
    }
    this.connect();
  }

  stop(): void {
    this.ended = true;
    if (typeof window !== "undefined") {
      window.removeEventListener("online", this.wake);
      document.removeEventListener("visibilitychange", this.wake);
    }
    clearTimeout(this.retry);
    this.drop();
  }

  /** Whether items can be sent: the greeting has come and the line stands. */
  get open(): boolean {
    return this.greeted && this.socket?.readyState === 1;
  }

  /** False where the line is not open: nothing is queued here. */
  send(items: ClientItem[]): boolean {
    if (!this.open || !this.socket) return false;
    this.socket.send(encodeItems(items) as Uint8Array<ArrayBuffer>);
    return true;
  }

  /** Leaves this line and signs in again at once, from the position as it is then. */
  resync(): void {
    if (this.ended) return;
    this.lose(0);
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    if (this.ended) return;
    const make = this.options.open ?? ((url, protocol) => new WebSocket(url, protocol) as unknown as Socket);
    let socket: Socket;
    try {
      socket = make(this.options.url, subprotocol);
    } catch {
      this.lose();
      return;
    }
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      const position = this.options.position();
      const value = position ? { code: this.options.code, position } : { code: this.options.code };
      socket.send(encodeItems([{ case: "signIn", value }]) as Uint8Array<ArrayBuffer>);
    };
    socket.onmessage = (event) => this.receive(event.data);
    socket.onclose = () => this.lose();
    socket.onerror = () => {};
    this.expect(greeting_ms_max);
  }

  private receive(data: unknown): void {
    let items: ServerItem[];
    try {
      items = decodeFrame(new Uint8Array(data as ArrayBuffer));
    } catch {
      this.lose();
      return;
    }
    this.heard();
    const socket = this.socket;
    for (const { item } of items) {
      if (item.case === "hello") this.greet();
      if (item.case === "refusal") {
        if (item.value.reconnect) {
          this.options.onTurnedAway({ code: item.value.code });
          continue;
        }
        this.stop();
        this.options.onRefused({ code: item.value.code });
        return;
      }
    }
    if (this.socket === socket) this.options.onItems(items);
  }

  private greet(): void {
    this.greeted = true;
    this.heard();
    this.steady = setTimeout(() => {
      this.attempt = 0;
    }, steady_ms);
    for (const at of first_probes_ms) this.probes.push(setTimeout(() => this.probe(), at));
    this.probes.push(setTimeout(() => this.probeOn(), probe_every_ms));
  }

  private probeOn(): void {
    this.probe();
    this.probes.push(setTimeout(() => this.probeOn(), probe_every_ms));
    if (this.probes.length > 16) this.probes.splice(0, 8);
  }

  private probe(within_ms = answer_ms_max): void {
    if (this.send([{ case: "timeProbe", value: { clientAt: this.options.localNow() } }])) {
      if (this.deadline === undefined) this.expect(within_ms);
    }
  }

  private expect(within_ms: number): void {
    clearTimeout(this.deadline);
    this.deadline = setTimeout(() => this.lose(), within_ms);
  }

  /** Anything heard shows that the line lives; before the greeting, only the greeting counts. */
  private heard(): void {
    if (!this.greeted) return;
    clearTimeout(this.deadline);
    this.deadline = undefined;
  }

  private lose(wait_ms?: number): void {
    this.drop();
    if (this.ended) return;
    this.options.onLost();
    const wait = wait_ms ?? waitMs(this.attempt, (this.options.random ?? Math.random)());
    this.attempt += 1;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), wait);
  }

  /** The socket is let go at once: a dead one may take minutes to say that it has closed. */
  private drop(): void {
    clearTimeout(this.deadline);
    clearTimeout(this.steady);
    for (const timer of this.probes) clearTimeout(timer);
    this.probes = [];
    this.deadline = undefined;
    this.greeted = false;
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = null;
    socket.onclose = null;
    socket.onerror = null;
    socket.onmessage = null;
    socket.close();
  }

  /** The network is back, or somebody looks at the screen again: do not wait. */
  private readonly wake = (): void => {
    if (this.ended || (typeof document !== "undefined" && document.visibilityState === "hidden")) return;
    if (this.retry !== undefined) this.connect();
    else if (this.open) {
      this.probe();
      this.expect(wake_answer_ms_max);
    }
  };
}
