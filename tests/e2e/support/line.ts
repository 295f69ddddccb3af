// A network line between a browser and the server that a test can cut: bytes pass over a port of its own.
import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";

type State = "up" | "cut" | "dead";

export class Line {
  readonly port: number;
  #state: State = "up";
  #listener: Server;
  readonly #targetPort: number;
  readonly #pairs = new Set<[Socket, Socket]>();

  private constructor(listener: Server, targetPort: number) {
    this.#listener = listener;
    this.#targetPort = targetPort;
    this.port = (listener.address() as AddressInfo).port;
    listener.on("connection", (socket) => this.#take(socket));
  }

  static async to(targetPort: number): Promise<Line> {
    return new Line(await listening(0), targetPort);
  }

  /** An address of the server, as it is reached over this line. */
  through(url: string): string {
    const address = new URL(url);
    address.host = `127.0.0.1:${this.port}`;
    return address.href;
  }

  /** Closes every connection and refuses new ones, as a switch that is pulled out and says so. */
  async cut(): Promise<void> {
    if (this.#state === "cut") return;
    this.#state = "cut";
    const closed = once(this.#listener, "close");
    this.#listener.close();
    this.#drop();
    await closed;
  }

  /** Lets nothing pass either way and closes nothing, as a tablet that has walked out of reach. */
  die(): void {
    if (this.#state !== "up") return;
    this.#state = "dead";
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** Passes bytes again: those held back by `die`, and new connections. */
  async mend(): Promise<void> {
    const before = this.#state;
    this.#state = "up";
    if (before === "dead") for (const pair of this.#pairs) for (const socket of pair) socket.resume();
    if (before === "cut") {
      this.#listener = await listening(this.port);
      this.#listener.on("connection", (socket) => this.#take(socket));
    }
  }

  async close(): Promise<void> {
    await this.cut();
  }

  #take(near: Socket): void {
    const far = connect(this.#targetPort, "127.0.0.1");
    const pair: [Socket, Socket] = [near, far];
    this.#pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.setNoDelay(true);
      from.on("data", (bytes) => {
        if (to.writableEnded || to.write(bytes)) return;
        from.pause();
        to.once("drain", () => this.#state === "up" && from.resume());
      });
      from.on("end", () => to.end());
      from.on("error", () => to.destroy());
      from.on("close", () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
    }
    if (this.#state === "dead") for (const socket of pair) socket.pause();
  }

  #drop(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.resetAndDestroy();
    this.#pairs.clear();
  }
}

async function listening(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
