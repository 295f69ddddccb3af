// What the programs behind tools/run that start others have in common.
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";

export const say = (text) => console.log(process.stdout.isTTY ? `\x1b[2m-- ${text}\x1b[0m` : `-- ${text}`);

/**
 * Starts a program; `ended` is its status. In a session of its own, so that Ctrl+C reaches whoever starts it alone; where that
 * one is killed, the system ends the program by SIGTERM.
 */
export function start(words, stdio = ["ignore", "inherit", "inherit"]) {
  const child = spawn("setpriv", ["--pdeathsig", "TERM", "--", ...words], { detached: true, stdio });
  child.ended = new Promise((resolve) => {
    child.on("exit", (status, signal) => resolve(status ?? 128 + constants.signals[signal]));
    child.on("error", (error) => {
      console.error(`tools/run: ${error.message}`);
      resolve(127);
    });
  });
  return child;
}

/** Puts the sign-ins where whoever started it wants them, for that person's eyes alone; whether it could. */
export function copied(from, to) {
  try {
    rmSync(to, { force: true });
    writeFileSync(to, readFileSync(from), { mode: 0o600 });
    return true;
  } catch (error) {
    console.error(`tools/run: --sign-in-json: ${error.message}`);
    return false;
  }
}
