// The example client in Node, as a stranger runs it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../../clients/examples/follow.mjs", import.meta.url));

export class Example {
  /** All that it has printed. */
  output = "";
  #process: ChildProcess | undefined;

  start(...args: string[]): void {
    const started = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = started;
    for (const stream of [started.stdout, started.stderr]) stream?.on("data", (bytes) => (this.output += String(bytes)));
  }

  async end(): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exit = once(running, "exit");
    running.kill("SIGTERM");
    await exit;
  }
}
