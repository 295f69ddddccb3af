// The example client in Node, as a stranger runs it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../../clients/examples/follow.mjs", import.meta.url));
const patience_ms = 60_000;

export class Example {
  /** All that it has printed. */
  output = "";
  #process: ChildProcess | undefined;
  readonly #watchers = new Set<() => void>();

  start(...args: string[]): void {
    const started = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (bytes) => {
        this.output += String(bytes);
        this.#tell();
      });
    }
    started.on("close", () => this.#tell());
  }

  /** Waits until it has printed something like this. */
  says(pattern: RegExp): Promise<void> {
    return this.#until(() => pattern.test(this.output), String(pattern));
  }

  /** Waits until it has ended by itself. */
  ended(): Promise<void> {
    return this.#until(() => !this.#runs(), "its end");
  }

  async end(): Promise<void> {
    const running = this.#process;
    if (!running || !this.#runs()) return;
    const exit = once(running, "exit");
    running.kill("SIGTERM");
    await exit;
  }

  #runs(): boolean {
    return this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(overdue);
        this.#watchers.delete(look);
        end();
      };
      const look = () => {
        if (holds()) settle(resolve);
        else if (!this.#runs()) settle(() => reject(new Error(`the example ended before ${what}:\n${this.output}`)));
      };
      const overdue = setTimeout(() => {
        settle(() => reject(new Error(`waited in vain for ${what}:\n${this.output}`)));
      }, patience_ms);
      this.#watchers.add(look);
    });
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
