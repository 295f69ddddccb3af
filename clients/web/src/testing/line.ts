// A line that a test holds at the server's end.

import type { Socket } from "../sync/line";
import type { ServerItem } from "../wire";
import { decodeClientFrame, encodeServerItems, type SentItem } from "../wire/server";

type ValueOf<Case> = Extract<SentItem, { case: Case }>["value"];
type ItemValues = {
  signIn: ValueOf<"signIn">;
  command: ValueOf<"command">;
  timeProbe: ValueOf<"timeProbe">;
  logRequest: ValueOf<"logRequest">;
  sheetRequest: ValueOf<"sheetRequest">;
};

export class StagedSocket implements Socket {
  binaryType: BinaryType = "blob";
  readyState: 0 | 1 | 2 | 3 = 0;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  /** What the client sent, in order. */
  readonly sent: SentItem[] = [];
  closed = false;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {}

  send(data: unknown): void {
    if (this.readyState !== 1) throw new Error("sent on a socket that is not open");
    this.sent.push(...decodeClientFrame(data as Uint8Array));
  }

  close(): void {
    this.closed = true;
    this.readyState = 3;
  }

  /** The handshake succeeds. */
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** The server says this, in one frame. */
  say(...items: ServerItem["item"][]): void {
    this.sayBytes(encodeServerItems(items));
  }

  sayBytes(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer });
  }

  /** The network or the server ends it. */
  drop(): void {
    this.readyState = 3;
    this.onclose?.();
  }

  /** What the client sent of one kind. */
  of<Case extends keyof ItemValues>(wanted: Case): ItemValues[Case][] {
    return this.sent.flatMap((item) => (item.case === wanted ? [item.value as ItemValues[Case]] : []));
  }
}

/** All the sockets that were opened; the last one is the one in use. */
export class StagedNetwork {
  readonly sockets: StagedSocket[] = [];
  readonly open = (url: string, protocol: string): StagedSocket => {
    const socket = new StagedSocket(url, protocol);
    this.sockets.push(socket);
    return socket;
  };
  get last(): StagedSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("no socket was opened");
    return socket;
  }
}
