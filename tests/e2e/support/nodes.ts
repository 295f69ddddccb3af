// Several real nodes of one session, over real Redis servers on which rostrumctl has begun its log. A Redis server can stand
// still, be killed, and let nobody of a node in: that node alone is then out of touch with the others.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { rostrumctl } from "./ctl.ts";
import { RostrumServer, freePort } from "./server.ts";

const programme = fileURLToPath(new URL("../../../deploy/programmes/council-2005.yaml", import.meta.url));
const clock = "2005-11-29T14:55+01:00,1";
const again_ms = 50;

class Redis {
  readonly socket: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, socket: string) {
    this.#process = process;
    this.socket = socket;
  }

  static async start(folder: string): Promise<Redis> {
    const socket = join(folder, "socket");
    const keeps = ["--appendonly", "yes", "--appendfsync", "always", "--save", "", "--dir", folder];
    const started = spawn("redis-server", ["--port", "0", "--unixsocket", socket, ...keeps], { stdio: ["ignore", "pipe", "pipe"] });
    runningNow.add(started);
    started.once("close", () => runningNow.delete(started));
    let said = "";
    await new Promise<void>((resolve, reject) => {
      for (const stream of [started.stdout, started.stderr])
        stream.on("data", (bytes: Buffer) => {
          said = (said + bytes.toString()).slice(-10_000);
          if (/ready to accept connections/i.test(said)) resolve();
        });
      started.once("error", (error) => reject(new Error(`redis-server cannot be started (${error.message})`)));
      started.once("close", () => reject(new Error(`redis-server has ended:\n${said}`)));
    });
    return new Redis(started, socket);
  }

  freeze(): void {
    this.#process.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process.kill("SIGCONT");
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill("SIGKILL");
    await once(this.#process, "exit");
  }

  /** One command without an answer that matters; a refusal of the server is an error. */
  async tell(command: string): Promise<void> {
    const line = connect(this.socket);
    line.write(`${command}\r\n`);
    const [answer] = (await once(line, "data")) as [Buffer];
    line.destroy();
    if (answer.toString().startsWith("-")) throw new Error(`Redis refused "${command}": ${answer.toString()}`);
  }
}

export interface NodesOptions {
  nodes: number;
  servers: number;
  /** Whether each node names the others as where else to go. */
  elsewhere?: boolean;
}

export class Nodes {
  readonly all: RostrumServer[] = [];
  readonly redis: Redis[] = [];
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(options: NodesOptions): Promise<Nodes> {
    const nodes = new Nodes(await mkdtemp(join(tmpdir(), "rostrum-nodes-")));
    try {
      await nodes.#start(options);
    } catch (error) {
      await nodes.end();
      throw error;
    }
    return nodes;
  }

  at(number: number): RostrumServer {
    const node = this.all[number];
    if (!node) throw new Error(`there is no node ${number}`);
    return node;
  }

  /** Whichever node decides: asked of all that run until there is one. */
  async writer(): Promise<RostrumServer> {
    for (;;) {
      for (const node of this.all) if (node.runs && (await writes(node))) return node;
      await new Promise((resolve) => setTimeout(resolve, again_ms));
    }
  }

  /** The servers let a node in no more, and none of its lines stands; its process goes on. */
  async cutOff(node: RostrumServer): Promise<void> {
    const user = this.#nameOf(node);
    for (const server of this.redis) {
      await server.tell(`ACL SETUSER ${user} off`);
      await server.tell(`CLIENT KILL USER ${user}`);
    }
  }

  async letIn(node: RostrumServer): Promise<void> {
    for (const server of this.redis) await server.tell(`ACL SETUSER ${this.#nameOf(node)} on`);
  }

  /** Ends all; nodes that run stop in order, one after the other. */
  async end(): Promise<void> {
    for (const server of this.redis) server.thaw();
    try {
      for (const node of this.all) await node.stop();
    } finally {
      for (const server of this.redis) await server.kill();
      await rm(this.#folder, { recursive: true, force: true });
    }
  }

  /** What all have written, for a test that failed. */
  get output(): string {
    return this.all.map((node) => `---- node ${this.#nameOf(node)}\n${node.output}`).join("\n");
  }

  #nameOf(node: RostrumServer): string {
    return "abcdefghi"[this.all.indexOf(node)] ?? "";
  }

  async #start({ nodes, servers, elsewhere = false }: NodesOptions): Promise<void> {
    for (let number = 0; number < servers; number += 1) this.redis.push(await Redis.start(await mkdtemp(join(this.#folder, "redis-"))));
    const list = this.redis.map(({ socket }) => `redis+unix://${socket}`).join(",");
    const secret = join(this.#folder, "secret");
    const run = promisify(execFile);
    await run(rostrumctl, ["journal", "begin", "--servers", list, "--secret", secret, "--programme", programme, "--clock", clock]);
    const ports: number[] = [];
    while (ports.length < nodes) {
      const port = await freePort();
      if (!ports.includes(port)) ports.push(port);
    }
    for (const [number, port] of ports.entries()) {
      const others = elsewhere ? ports.filter((other) => other !== port) : [];
      const name = "abcdefghi"[number] ?? "";
      const more = ["--journal", list, "--redis-credentials", await this.#userFor(name), "--node", name, "--secret", secret];
      for (const other of others) more.push("--elsewhere", `http://127.0.0.1:${other}`);
      this.all.push(await RostrumServer.start({ clock: "", port, more }));
    }
  }

  /** A user for each node, so that one can be kept out. */
  async #userFor(name: string): Promise<string> {
    const password = randomBytes(12).toString("hex");
    for (const server of this.redis) await server.tell(`ACL SETUSER ${name} on >${password} ~* &* +@all`);
    const file = join(this.#folder, `credentials-${name}`);
    await writeFile(file, `user: ${name}\npassword: ${password}\n`, { mode: 0o600 });
    return file;
  }
}

async function writes(node: RostrumServer): Promise<boolean> {
  try {
    return /^rostrum_node_writes 1$/m.test(await (await fetch(`${node.url}/metrics`)).text());
  } catch {
    return false;
  }
}

// Servers do not outlive the program that started them, however it ends.
const runningNow = new Set<ChildProcess>();
process.on("exit", () => {
  for (const one of runningNow) one.kill("SIGKILL");
});
