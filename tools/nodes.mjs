#!/usr/bin/env node
// Several nodes of one session, the Redis servers that hold its log and haproxy at the one address that people use: what
// tools/run starts with --nodes. It takes most of a server's options, and is ended like one.
//
// The data folder has a folder for each node and each Redis server, and what they share: the session's secret, the nodes'
// password for the servers, and in "servers" the ports of the servers, once the log is begun on them. Before that nobody
// has been served, and what an interrupted start has left is removed.
//
// A first SIGINT, SIGTERM or SIGHUP ends the nodes, then haproxy, then the Redis servers; each further one goes to those
// that are being ended. One that ends by itself is told, and the others go on, but for haproxy, the last node, and whatever
// ends before all are ready: then all are ended. The status is 0 after a stop in order.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { copied, say, start } from "./processes.mjs";

const text = { type: "string" };
const { values: given } = parseArgs({
  options: Object.fromEntries(
    ["server", "rostrumctl", "nodes", "redis", "listen", "data", "web", "programme", "clock", "url", "sign-in-json"].map((name) => [name, text]),
  ),
});

const deploy = fileURLToPath(new URL("../deploy", import.meta.url));
const [, host, port] = given.listen.match(/^(.*):(\d+)$/);
const everywhere = ["0.0.0.0", "[::]"].includes(host);
const address = given.url ?? `http://${everywhere ? hostname() : host}:${port}`;
const here = `http://${everywhere ? "localhost" : host}:${port}`;
const inData = (name) => join(given.data, name);

/** What there is to do at once, in this order, is ended in this order. */
const running = { nodes: [], balancers: [], servers: [] };
let ending; // of those in `running`, which are being ended
let ready = false;

// ---- processes

/** Each line of a stream, with the name of whoever said it. */
function lines(stream, take) {
  createInterface({ input: stream }).on("line", take);
}

/** Starts one of `kind`; told is what it says on standard output, a line at a time. */
function begin(kind, name, words, told) {
  if (ending) throw new Error("it was stopped");
  const child = start(words, ["ignore", "pipe", "pipe"]);
  Object.assign(child, { kind, name, runs: true });
  lines(child.stderr, (line) => console.error(`${name}: ${line}`));
  lines(child.stdout, told);
  running[kind].push(child);
  child.ended.then((status) => hasEnded(child, status));
  return child;
}

function hasEnded(child, status) {
  child.runs = false;
  if (ending) return say(`${child.name} has ended`);
  say(`${child.name} has ended by itself, with status ${status}`);
  if (!ready && child.last) console.error(child.last.join("\n"));
  const needed = !ready || child.kind === "balancers" || !running.nodes.some(({ runs }) => runs);
  if (needed) end(1);
  else if (child.kind === "nodes") tellWriter();
}

async function end(status) {
  if (ending) return;
  process.exitCode = status;
  for (const children of Object.values(running)) {
    ending = children;
    signalEnding();
    await Promise.all(children.map((child) => child.ended));
  }
}
function signalEnding() {
  for (const child of ending) if (child.runs) child.kill("SIGTERM");
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => (ending ? signalEnding() : end(0)));

/** Asks again and again, until the answer is something. */
async function until(ask) {
  for (;;) {
    if (ending) throw new Error("it was stopped");
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A page; nothing where there is none. */
async function page(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

// ---- the Redis servers

/** A port that the system does not hand out by itself, so that it is free when the servers are started again. */
async function freePort(taken) {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const free = await new Promise((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (free && !taken.includes(port)) return port;
  }
}

async function freePorts(count) {
  const ports = [];
  while (ports.length < count) ports.push(await freePort(ports));
  return ports;
}

/** The ports of the servers on which the log is begun; nothing where it is not. */
function keptPorts() {
  if (!existsSync(inData("servers"))) return undefined;
  const ports = JSON.parse(readFileSync(inData("servers"), "utf8"));
  if (given.redis && Number(given.redis) !== ports.length) {
    throw new Error(`the session in ${given.data} is on ${ports.length} Redis: give --redis ${ports.length}, or another --data`);
  }
  return ports;
}

/** The password of the nodes, in a file for them, and its digest in one for the servers. */
function makePassword() {
  const password = randomBytes(24).toString("hex");
  const digest = createHash("sha256").update(password).digest("hex");
  const users = readFileSync(join(deploy, "redis/users.acl"), "utf8").replace("#SHA-256-OF-THE-PASSWORD", `#${digest}`);
  writeFileSync(inData("credentials"), `user: rostrum\npassword: ${password}\n`, { mode: 0o600 });
  writeFileSync(inData("users.acl"), users, { mode: 0o600 });
}

function startServer(port, number) {
  const name = `redis-${number + 1}`;
  mkdirSync(inData(name), { recursive: true, mode: 0o700 });
  const own = ["--bind", "127.0.0.1", "--port", String(port), "--dir", inData(name), "--aclfile", inData("users.acl")];
  return new Promise((resolve) => {
    const last = []; // of what it says: shown where it ends by itself
    const server = begin("servers", name, ["redis-server", join(deploy, "redis/redis.conf"), ...own], (line) => {
      last.push(line);
      if (last.length > 10) last.shift();
      if (/ready to accept connections/i.test(line)) resolve();
    });
    Object.assign(server, { port, last });
    server.ended.then(resolve);
  });
}

/** Begins the log on servers that have never been used. */
async function beginLog(servers) {
  const clock = given.clock ? ["--clock", given.clock] : [];
  const words = ["journal", "begin", ...servers, "--secret", inData("secret"), "--programme", given.programme, ...clock];
  const beginning = start([given.rostrumctl, ...words], ["ignore", "ignore", "inherit"]);
  const stop = () => beginning.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  if ((await beginning.ended) !== 0) throw new Error("the log is not begun");
}

/** Starts them, with the log on them; what the nodes and rostrumctl are told of them. */
async function startServers() {
  const kept = keptPorts();
  const ports = kept ?? (await freePorts(Number(given.redis ?? 3)));
  if (!kept) {
    for (const number of [1, 2, 3]) rmSync(inData(`redis-${number}`), { recursive: true, force: true });
    makePassword();
  }
  await Promise.all(ports.map(startServer));
  const list = `redis://${ports.map((port) => `127.0.0.1:${port}`).join(",")}`;
  const credentials = ["--redis-credentials", inData("credentials")];
  if (kept) {
    if (given.clock) say("the session has begun: its clock goes on from where it was set");
  } else {
    await beginLog(["--servers", list, ...credentials]);
    writeFileSync(inData("servers.new"), JSON.stringify(ports));
    renameSync(inData("servers.new"), inData("servers"));
  }
  return ["--journal", list, ...credentials];
}

// ---- the nodes

/** Starts a node, and waits until it is ready or has ended. What the first says of the sign-ins is kept. */
function startNode(name, servers) {
  const own = ["--listen", "127.0.0.1:0", "--data", inData(name), "--node", name, "--secret", inData("secret")];
  const hall = ["--programme", given.programme, "--web", given.web, "--url", address, "--trust-forwarded"];
  const links = name === "a" ? ["--sign-in-json", inData("sign-ins.json")] : [];
  return new Promise((resolve) => {
    const said = [];
    const node = begin("nodes", `node ${name}`, [given.server, ...servers, ...own, ...hall, ...links], (line) => {
      const at = line.match(/^Rostrum is ready at http:\/\/(127\.0\.0\.1:\d+)$/)?.[1];
      if (at) resolve(Object.assign(node, { at, id: name }));
      else said.push(line);
    });
    node.said = said;
    node.ended.then(resolve);
  });
}

/** The node that decides: asked of all until there is one. */
const writer = () =>
  until(async () => {
    for (const node of running.nodes)
      if (node.runs && /^rostrum_node_writes 1$/m.test((await page(`http://${node.at}/metrics`)) ?? "")) return node;
  });

function tellWriter() {
  writer().then(
    ({ name }) => say(`${name} writes now`),
    () => undefined, // stopped meanwhile
  );
}

// ---- the one address

/** deploy/haproxy/haproxy.cfg for these nodes and this address, by whoever starts it. */
function balancing(configuration) {
  const servers = running.nodes.map(({ id, at }) => `  server ${id} ${at}\n`).join("");
  return configuration
    .replace(/^ {2}(user|group) .*\n/gm, "")
    .replace(/^ {2}bind .*$/m, `  bind ${host}:${port}`)
    .replace(/(^ {2}server .*\n)+/gm, servers);
}

async function startBalancer() {
  writeFileSync(inData("haproxy.cfg"), balancing(readFileSync(join(deploy, "haproxy/haproxy.cfg"), "utf8")));
  process.env.PATH += ":/usr/sbin"; // where Debian has it, and not everybody looks
  const log = () => undefined; // what it says on standard error is the same
  begin("balancers", "haproxy", ["haproxy", "-db", "-f", inData("haproxy.cfg")], log);
  await until(() => page(`${here}/readyz`));
}

// ---- all of it

function tell(writing) {
  console.log(`Rostrum is ready at ${here}`);
  for (const node of running.nodes) {
    console.log(`  ${node.name}   http://${node.at}, process ${node.pid}${node === writing ? ", writes" : ""}`);
  }
  for (const { name, port, pid } of running.servers) console.log(`  ${name}  127.0.0.1:${port}, process ${pid}`);
  for (const { name, pid } of running.balancers) console.log(`  ${name}  ${given.listen}, process ${pid}`);
  console.log(running.nodes[0].said.join("\n"));
}

async function startAll() {
  mkdirSync(given.data, { recursive: true, mode: 0o700 });
  const servers = await startServers();
  const names = Array.from("abcdefghi").slice(0, Number(given.nodes));
  await Promise.all(names.map((name) => startNode(name, servers)));
  for (const { at } of running.nodes) await until(() => page(`http://${at}/readyz`));
  await startBalancer();
  const writing = await writer();
  const wanted = given["sign-in-json"];
  if (wanted && !copied(inData("sign-ins.json"), wanted)) return end(1);
  ready = true;
  tell(writing);
}

try {
  await startAll();
} catch (error) {
  if (!ending) console.error(`tools/run: ${error.message}`);
  await end(1);
}
