// Several nodes as tools/run --nodes starts them: real ones, over real Redis servers, behind a real haproxy.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const server = process.env.ROSTRUM_SERVER ?? join(root, "build/dev/server/rostrum");
const rostrumctl = join(server, "../../clients/cpp/rostrumctl/rostrumctl");

let around; // the data, the screens and the sign-ins
let running;

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), "rostrum-nodes-"));
  mkdirSync(join(around, "web"));
  writeFileSync(join(around, "web/index.html"), "<!doctype html><title>Rostrum</title>");
});

afterEach(async () => {
  running?.kill("SIGTERM");
  await running?.ended;
  rmSync(around, { recursive: true, force: true });
});

function freePort() {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts them; `port` is that of the one address. */
async function start(nodes, redis, program = server) {
  const port = await freePort();
  const words = ["--server", program, "--rostrumctl", rostrumctl, "--nodes", String(nodes), "--redis", String(redis)];
  const hall = ["--programme", join(root, "deploy/programmes/council-2005.yaml"), "--clock", "2005-11-29T14:55+01:00,1"];
  const own = ["--listen", `127.0.0.1:${port}`, "--data", join(around, "data"), "--web", join(around, "web")];
  running = spawn(join(root, "tools/nodes.mjs"), [...words, ...hall, ...own, "--sign-in-json", join(around, "links.json")], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  Object.assign(running, { output: "", port });
  for (const stream of [running.stdout, running.stderr]) {
    stream.on("data", (text) => {
      running.output += text;
    });
  }
  running.ended = new Promise((resolve) => running.on("close", resolve));
}

/** Waits until what they have said matches. */
async function says(pattern) {
  for (;;) {
    const match = running.output.match(pattern);
    if (match) return match;
    if (running.exitCode !== null) assert.fail(`it has ended: ${running.output}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The process of what is so named, once that is said. */
const processOf = async (name) => Number((await says(new RegExp(`^  ${name} .* process (\\d+)`, "m")))[1]);

/** Whether such a process runs: one that has ended is there until its parent, or who has taken its place, looks. */
function runs(pid) {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** A conversation as the chair at the one address, until `wanted` of an item is something; undefined where it broke. */
function chair(command, wanted) {
  const { code } = JSON.parse(readFileSync(join(around, "links.json"), "utf8")).find(({ role }) => role === "chair");
  const socket = new WebSocket(`ws://127.0.0.1:${running.port}/ws`, "rostrum.v1.json");
  const send = (item) => socket.send(JSON.stringify({ items: [item] }));
  return new Promise((resolve) => {
    socket.onopen = () => send({ signIn: { code } });
    socket.onclose = () => resolve(undefined);
    socket.onerror = () => resolve(undefined);
    socket.onmessage = ({ data }) => {
      for (const item of JSON.parse(data).items ?? []) {
        if (item.hello && command) send({ command });
        if (item.rejection && item.rejection.code !== "unconfirmed") resolve(item);
        if (item.rejection) socket.close();
        if (wanted(item)) resolve(wanted(item));
      }
    };
  }).finally(() => socket.close());
}

/** The same, again on another line where one breaks, as a client does: a command has its id. */
async function chairInTheEnd(command, wanted) {
  for (;;) {
    const answer = await chair(command, wanted);
    if (answer) return answer;
    if (running.exitCode !== null) assert.fail(`it has ended: ${running.output}`);
  }
}

const acked = ({ ack }) => ack?.seq;
const meetings = ({ snapshot }) => snapshot?.entities.filter(({ meeting }) => meeting).map(({ meeting }) => meeting.status);

test("three nodes over three Redis servers: the writer is killed and the hall goes on, and all ends and starts again", async () => {
  await start(3, 3);
  const [, writing] = await says(/^ {2}(node [abc]) .*, writes$/m);
  await says(/chair .*http:\/\/127\.0\.0\.1:\d+\/join#/);
  assert.ok(running.output.includes(`Rostrum is ready at http://127.0.0.1:${running.port}\n`), running.output);
  assert.ok(running.output.includes(`http://127.0.0.1:${running.port}/join#`));
  const names = ["node a", "node b", "node c", "redis-1", "redis-2", "redis-3", "haproxy"];
  const processes = await Promise.all(names.map(processOf));

  process.kill(await processOf(writing), "SIGKILL");
  await says(new RegExp(`${writing} has ended by itself, with status 137`));
  await says(/node [abc] writes now/);
  assert.ok(Number(await chairInTheEnd({ id: "opens", openMeeting: { meeting: "day-1-morning" } }, acked)) > 1);

  running.kill("SIGINT");
  assert.equal(await running.ended, 0, running.output);
  const ended = [...running.output.matchAll(/-- (node|haproxy|redis).* has ended$/gm)].map(([, name]) => name);
  assert.deepEqual(ended, ["node", "node", "haproxy", "redis", "redis", "redis"]);
  assert.deepEqual(processes.filter(runs), []);

  await start(2, 3);
  await says(/^Rostrum is ready/m);
  await says(/the session has begun: its clock goes on/);
  assert.ok((await chairInTheEnd(undefined, meetings)).includes("MEETING_STATUS_OPEN"));
});

test("the only Redis server ends by itself and is told; another number of them than the session has is refused", async () => {
  await start(1, 1);
  await says(/^Rostrum is ready/m);
  process.kill(await processOf("redis-1"), "SIGKILL");
  await says(/redis-1 has ended by itself, with status 137/);
  running.kill("SIGTERM");
  assert.equal(await running.ended, 0, running.output);

  await start(1, 3);
  assert.equal(await running.ended, 1);
  assert.match(running.output, /is on 1 Redis: give --redis 1/);
});

test("where a node ends before all is ready, all is ended, and may be started again", async () => {
  await start(1, 1, "/bin/false");
  assert.equal(await running.ended, 1);
  assert.match(running.output, /node a has ended by itself, with status 1/);
  assert.match(running.output, /redis-1 has ended/);
  await start(1, 1);
  await says(/^Rostrum is ready/m);
});

test("a stop while it starts ends all that has been started", async () => {
  await start(1, 1, "/bin/false");
  running.kill("SIGINT");
  await running.ended;
  assert.doesNotMatch(running.output, /Rostrum is ready/);
});

test("where it is killed, all that it has started ends", async () => {
  await start(1, 1);
  await says(/^Rostrum is ready/m);
  const processes = await Promise.all(["node a", "redis-1", "haproxy"].map(processOf));
  assert.ok(processes.every(runs));
  running.kill("SIGKILL");
  await running.ended;
  while (processes.some(runs)) await new Promise((resolve) => setTimeout(resolve, 20));
});
