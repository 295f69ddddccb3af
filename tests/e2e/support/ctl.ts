// The session's record as rostrumctl tells it.
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type RostrumServer, binary } from "./server.ts";

const run = promisify(execFile);
export const rostrumctl = process.env["ROSTRUMCTL"] ?? join(dirname(dirname(binary)), "clients/cpp/rostrumctl/rostrumctl");

export interface LoggedAct {
  /** Commit, dot, place in the commit. */
  name: string;
  at_ms: number;
  actor: string;
  act: string;
  sentences: string[];
}

/** Fails where the chain is broken; otherwise what it says of it. */
export async function verified(server: RostrumServer): Promise<string> {
  return (await run(rostrumctl, ["verify", "--data", server.data])).stdout;
}

export async function logOf(server: RostrumServer): Promise<LoggedAct[]> {
  const { stdout } = await run(rostrumctl, ["log", "--json", "--data", server.data], { maxBuffer: 32_000_000 });
  return JSON.parse(stdout) as LoggedAct[];
}
