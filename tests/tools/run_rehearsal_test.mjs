// tools/run --rehearse starts the server and then the robots, and ends them in order. In a checkout of its own, whose
// programs only write down that they were started and ended.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";

const tools = fileURLToPath(new URL("../../tools", import.meta.url));

/** Says that it has started, with its arguments, and ends at SIGTERM or when the file "end-NAME" is there, or the checkout is gone. */
const stub = (name, before, status) => `#!/usr/bin/env bash
log=${"$"}(dirname "$0")/../../../log
[ -e "$log" ] || log=${"$"}(dirname "$0")/../../../../../log
trap 'echo "${name} ended" >>"$log"; exit ${status}' TERM
${before}
echo "${name} started $*" >>"$log"
while [ -e "$log" ] && [ ! -e "${"$"}(dirname "$log")/end-${name}" ]; do sleep 0.05; done
echo "${name} ended by itself" >>"$log"
exit 1
`;

const writesSignIns = `while [ $# -gt 0 ]; do
  case $1 in --sign-in-json) echo '[]' >"$2" ;; --data) echo "data in $2" >>"$log" ;; --clock) echo "clock $2" >>"$log" ;; esac
  shift
done`;

let checkout;
let running;

function put(path, text) {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
  chmodSync(join(checkout, path), 0o755);
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "rostrum-checkout-"));
  put("log", "");
  put("tmp/.keep", "");
  put("deploy/programmes/council-2005.yaml", "");
  for (const program of ["run", "rehearsal.mjs", "processes.mjs"]) {
    put(`tools/${program}`, "");
    copyFileSync(join(tools, program), join(checkout, "tools", program));
  }
  put(
    "tools/lib",
    `root=${"$"}(cd "$(dirname "${"$"}{BASH_SOURCE[0]}")/.." && pwd)
packages_to_run=()
say() { printf -- '-- %s\\n' "$*"; }
lock_setup() { :; }
unlock_setup() { :; }
need_packages() { :; }
need_node() { :; }
build_web() { :; }
build_cpp() { echo "built $*" >>"$root/log"; }
`,
  );
  put("build/release/server/rostrum", stub("server", writesSignIns, 0));
  put("build/release/clients/cpp/robots/rostrum_rehearse", stub("robots", "", 0));
});

afterEach(async () => {
  running?.kill("SIGTERM");
  await running?.ended;
  rmSync(checkout, { recursive: true, force: true });
});

function start(...args) {
  running = spawn(join(checkout, "tools/run"), args, { env: { ...process.env, TMPDIR: join(checkout, "tmp") }, stdio: ["ignore", "pipe", "inherit"] });
  running.output = "";
  running.stdout.on("data", (text) => {
    running.output += text;
  });
  running.ended = new Promise((resolve) => running.on("close", resolve));
}

const log = () => readFileSync(join(checkout, "log"), "utf8");

async function until(pattern) {
  while (!pattern.test(log())) {
    if (running.exitCode !== null) assert.fail(`tools/run has ended: ${running.output}\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("the server starts with a clock of that speed and data of its own, then the robots with its sign-ins", async () => {
  start("--rehearse", "7.5", "--host", "0.0.0.0", "--port", "8123", "--roles", "delegates,desk");
  await until(/robots started/);
  assert.match(log(), /built release rostrum rostrumctl rostrum_rehearse/);
  assert.match(log(), /clock 2005-11-29T14:55\+01:00,7\.5\n/);
  const data = log().match(/data in (.*)/)[1];
  assert.ok(data.startsWith(join(checkout, "tmp", "rostrum-rehearsal-")), data);
  assert.ok(running.output.includes(`its data are in ${data}`), running.output);
  assert.match(log(), /robots started --server http:\/\/127\.0\.0\.1:8123 --sign-in-json .*sign-ins\.json --roles delegates,desk\n/);
  assert.ok(log().indexOf("server started") < log().indexOf("robots started"));
  assert.ok(!existsSync(join(checkout, "data")), "the session's own data are left alone");
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  test(`${signal} ends the robots, then the server, and the folder goes`, async () => {
    start("--rehearse");
    await until(/robots started/);
    const folder = dirname(log().match(/data in (.*)/)[1]);
    running.kill(signal);
    assert.equal(await running.ended, 0);
    assert.match(log(), /robots ended\nserver ended\n$/);
    assert.ok(!existsSync(folder));
  });
}

test("a further signal goes to what is being ended, first the robots and then the server", async () => {
  const patient = (name) => stub(name, "", 0).replace(/^trap .*$/m, `heard=0
trap 'heard=$((heard + 1)); echo "${name} heard $heard" >>"$log"; [ $heard -lt 2 ] || exit ${name === "server" ? 1 : 0}' TERM`);
  put("build/release/server/rostrum", patient("server").replace("\n\necho", `\n${writesSignIns}\necho`));
  put("build/release/clients/cpp/robots/rostrum_rehearse", patient("robots"));
  start("--rehearse");
  await until(/robots started/);
  for (const heard of ["robots heard 1", "robots heard 2\nserver heard 1"]) {
    running.kill("SIGINT");
    await until(new RegExp(heard));
  }
  running.kill("SIGTERM");
  assert.equal(await running.ended, 1);
  assert.match(log(), /server heard 2\n$/);
});

test("a server that ends before it is ready ends the rehearsal, with its status and without robots", async () => {
  put("build/release/server/rostrum", "#!/bin/sh\nexit 3\n");
  start("--rehearse");
  assert.equal(await running.ended, 3);
  assert.doesNotMatch(log(), /robots started/);
  assert.deepEqual(readdirSync(join(checkout, "tmp")), [".keep"]);
});

test("a signal before the server is ready ends it, and no robots start", async () => {
  put("build/release/server/rostrum", stub("server", "", 0));
  start("--rehearse");
  await until(/server started/);
  running.kill("SIGHUP");
  assert.equal(await running.ended, 0);
  assert.match(log(), /server ended\n$/);
  assert.doesNotMatch(log(), /robots started/);
});

test("sign-ins that cannot be put where they are wanted end the rehearsal", async () => {
  const links = join(checkout, "links.json");
  put("build/release/server/rostrum", stub("server", `mkdir "${links}"\n${writesSignIns}`, 0));
  start("--rehearse", "--sign-in-json", links);
  assert.equal(await running.ended, 1);
  assert.match(log(), /server ended\n$/);
  assert.deepEqual(readdirSync(join(checkout, "tmp")), [".keep"]);
});

test("where the server ends by itself, so do the robots, with its status", async () => {
  start("--rehearse");
  await until(/robots started/);
  put("end-server", "");
  assert.equal(await running.ended, 1);
  assert.match(log(), /server ended by itself\nrobots ended\n$/);
});

test("where the robots end by themselves, the server goes on until it is stopped", async () => {
  start("--rehearse=2");
  await until(/robots started/);
  put("end-robots", "");
  await until(/robots ended by itself/);
  assert.equal(running.exitCode, null);
  running.kill("SIGINT");
  assert.equal(await running.ended, 0);
  assert.match(log(), /robots ended by itself\nserver ended\n$/);
});

test("data and sign-ins go where they are told to, and stay", async () => {
  start("--rehearse", "--data", join(checkout, "kept"), "--sign-in-json", join(checkout, "links.json"));
  await until(/robots started/);
  assert.ok(log().includes(`data in ${join(checkout, "kept")}\n`));
  running.kill("SIGTERM");
  await running.ended;
  assert.ok(existsSync(join(checkout, "kept")));
  assert.equal(statSync(join(checkout, "links.json")).mode & 0o777, 0o600);
});

test("without a rehearsal no robot is built or started", async () => {
  start();
  await until(/server started/);
  running.kill("SIGTERM");
  assert.equal(await running.ended, 0);
  assert.doesNotMatch(log(), /robots|rehearse/);
});
