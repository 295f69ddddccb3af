// A real server for a test: its own port, its own folder for the journal, and its own end.
//
// Knows nothing of browsers, so that the tests of the example clients use it too.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
export const binary = process.env["ROSTRUM_SERVER"] ?? join(root, "build/dev/server/rostrum");
export const screens = process.env["ROSTRUM_WEB"] ?? join(root, "clients/web/dist");

const ready_limit_ms = 60_000;
const stop_limit_ms = 30_000;
const output_bytes_max = 1_000_000;

export interface ServerOptions {
  /** Default: the Council programme of 2005. */
  programme?: string;
  /** Programmes of further sessions on the same server. */
  also?: string[];
  /** START,SPEED; default: five minutes before the High-level Plenary Panel, as fast as time. "" for the machine's clock. */
  clock?: string;
  /** What the programme says instead; the lists beside it are as they were. */
  change?: (programme: string) => string;
  /** More of the command line. */
  more?: string[];
  /** Default: one that is free. */
  port?: number;
  /** The folder of the screens; default: that of the build. */
  web?: string;
}

export interface SignIn {
  role: string;
  delegation: string;
  name: string;
  code: string;
  url: string;
  session: string;
}

// A port that the system does not hand out by itself, so that a server which is started again finds it free.
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error("no free port between 20000 and 32000");
}

export class RostrumServer {
  readonly port: number;
  readonly folder: string;
  signIns: SignIn[] = [];
  /** What all its processes have written, the latest last. */
  output = "";
  readonly #options: ServerOptions;
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string, options: ServerOptions) {
    this.port = port;
    this.folder = folder;
    this.#options = options;
  }

  static async start(options: ServerOptions = {}): Promise<RostrumServer> {
    const folder = await mkdtemp(join(tmpdir(), "rostrum-test-"));
    const server = new RostrumServer(options.port ?? (await freePort()), folder, options);
    try {
      await server.#spawn();
    } catch (error) {
      await server.stop().catch(() => undefined);
      throw error;
    }
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The folder of the journal. */
  get data(): string {
    return join(this.folder, "data");
  }

  get runs(): boolean {
    return this.#process !== undefined;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /**
   * The sign-in of a role, and of a delegation or with a name where the role has several; of the first session, where the
   * server has several and none is named.
   */
  signIn(role: string, delegation?: string, name?: string, session?: string): SignIn {
    const found = this.signIns.find(
      (one) =>
        one.role === role &&
        (session === undefined || one.session === session) &&
        (delegation === undefined || one.delegation === delegation) &&
        (name === undefined || one.name === name),
    );
    if (!found) throw new Error(`no sign-in for ${role} ${delegation ?? ""} ${name ?? ""}`);
    return found;
  }

  /** Ends the process as a power cut does: nothing is flushed, nobody is told. */
  async kill9(): Promise<void> {
    const running = this.#process;
    if (!running) throw new Error("the server is not running");
    this.#process = undefined;
    running.kill("SIGKILL");
    await ended(running);
  }

  /** Starts it again on the same port with the same journal; one that still runs is asked to stop first. */
  async restart(): Promise<void> {
    await this.#end();
    await this.#spawn();
  }

  /** Asks it to stop and removes its folder; a server that does not stop in order fails the test. */
  async stop(): Promise<void> {
    try {
      await this.#end();
    } finally {
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  async #end(): Promise<void> {
    const running = this.#process;
    if (!running) return;
    this.#process = undefined;
    if (running.exitCode !== null || running.signalCode !== null) {
      throw new Error(`the server had ended by itself (${running.exitCode ?? running.signalCode}):\n${this.output}`);
    }
    const exit = ended(running);
    running.kill("SIGTERM");
    const overdue = setTimeout(() => running.kill("SIGKILL"), stop_limit_ms);
    await exit;
    clearTimeout(overdue);
    if (running.exitCode !== 0) {
      throw new Error(
        `asked to stop, the server ended with ${running.exitCode ?? running.signalCode}:\n${this.output}`,
      );
    }
  }

  async #spawn(): Promise<void> {
    const signInFile = join(this.folder, "sign-in.json");
    const { programme = join(root, "deploy/programmes/council-2005.yaml"), clock = "2005-11-29T14:55+01:00,1" } =
      this.#options;
    const { change, more = [], web = screens } = this.#options;
    const said = change ? await this.#changed(programme, change) : programme;
    const args = ["--listen", `127.0.0.1:${this.port}`, "--data", this.data, "--programme", said];
    for (const one of this.#options.also ?? []) args.push("--programme", one);
    args.push("--web", web, "--sign-in-json", signInFile, ...more);
    if (clock) args.push("--clock", clock);
    const started = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = started;
    runningNow.add(started);
    started.once("close", () => runningNow.delete(started));
    await this.#ready(started);
    this.signIns = JSON.parse(await readFile(signInFile, "utf8")) as SignIn[];
  }

  /** A copy of the programme with its lists, changed. */
  async #changed(programme: string, change: (programme: string) => string): Promise<string> {
    const folder = join(this.folder, "programme");
    await cp(dirname(programme), folder, { recursive: true });
    const copy = join(folder, basename(programme));
    await writeFile(copy, change(await readFile(programme, "utf8")));
    return copy;
  }

  #ready(started: ChildProcess): Promise<void> {
    const sentence = `Rostrum is ready at ${this.url}`;
    const from = this.output.length;
    return new Promise((resolve, reject) => {
      const why = (what: string) => reject(new Error(`${what}:\n${this.output.slice(from)}`));
      const overdue = setTimeout(() => why(`not ready after ${ready_limit_ms} ms`), ready_limit_ms);
      let said = "";
      const take = (bytes: Buffer) => {
        this.output = (this.output + bytes.toString()).slice(-output_bytes_max);
        said += bytes.toString();
        if (!said.includes(sentence)) return;
        said = "";
        clearTimeout(overdue);
        resolve();
      };
      started.stdout?.on("data", take);
      started.stderr?.on("data", take);
      started.once("error", (error) => why(`${binary} cannot be started (${error.message})`));
      started.once("close", (code, signal) => {
        clearTimeout(overdue);
        why(`the server ended with ${code ?? signal} before it was ready`);
      });
    });
  }
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) await once(process, "exit");
}

// Servers do not outlive the program that started them, however it ends.
const runningNow = new Set<ChildProcess>();
process.on("exit", () => {
  for (const one of runningNow) one.kill("SIGKILL");
});
