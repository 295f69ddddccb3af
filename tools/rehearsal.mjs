// A server and the robots that play a hall on it: node rehearsal.mjs SERVER ARGUMENT ... -- ROBOTS ARGUMENT ...
//
// The robots start when the server has written the sign-ins: to the file that {} stands for in their arguments. A first
// SIGINT, SIGTERM or SIGHUP ends the robots and then the server, in order; each further one goes to whichever of them is
// being ended. Where the server ends by itself the robots are ended; where they do, it goes on. The status is the
// server's. What belongs to the rehearsal alone stands in a temporary folder, which goes when it ends: the sign-ins, and
// the data where the server's arguments name none.
import { mkdtempSync, rmSync, statSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copied, say, start } from "./processes.mjs";

/** Whether something is written to `name` in `folder`; false once it is not waited for any more. */
function written(folder, name, signal) {
  return new Promise((resolve) => {
    const is = () => statSync(join(folder, name), { throwIfNoEntry: false })?.size > 0;
    const watcher = watch(folder, () => is() && settle(true));
    const settle = (answer) => {
      watcher.close();
      resolve(answer);
    };
    signal.addEventListener("abort", () => settle(is()));
    if (is()) settle(true);
  });
}

const words = process.argv.slice(2);
const between = words.indexOf("--");
const [serverWords, robotsWords] = [words.slice(0, between), words.slice(between + 1)];

const folder = mkdtempSync(join(tmpdir(), "rostrum-rehearsal-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const signIns = join(folder, "sign-ins.json");

const data = serverWords.indexOf("--data");
if (data < 0) serverWords.push("--data", join(folder, "data"));
if (data < 0) say(`its data are in ${join(folder, "data")} and go when it ends; --data DIR keeps them`);
else say(`its data are kept in ${serverWords[data + 1]}`);

const wanted = serverWords.indexOf("--sign-in-json");
const copy = wanted < 0 ? undefined : serverWords.splice(wanted, 2)[1];

let stopping = false;
let robots;
const waiting = new AbortController(); // for the sign-ins

function stop() {
  stopping = true;
  waiting.abort();
  (robots ?? server).kill("SIGTERM");
}

const server = start([...serverWords, "--sign-in-json", signIns]);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
server.ended.then(() => waiting.abort());

const ready = await written(folder, "sign-ins.json", waiting.signal);
if (ready && copy && !copied(signIns, copy)) {
  process.exitCode = 1;
  stop();
}
if (ready && !stopping) {
  robots = start(robotsWords.map((word) => (word === "{}" ? signIns : word)));
  server.ended.then(() => stopping || stop());
  await robots.ended;
  robots = undefined;
  if (stopping) stop();
}
const status = await server.ended;
process.exitCode ||= status;
