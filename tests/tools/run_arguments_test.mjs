// tools/run looks at its arguments before it installs, builds or starts anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { helpNames, refuses, tool } from "./arguments.mjs";

const run = tool("run");
const licence = fileURLToPath(new URL("../../LICENSE", import.meta.url));

refuses("run", [
  ["a port that is no number", ["--port", "http"], /--port wants a number from 1 to 65535/],
  ["port 0", ["--port=0"], /--port wants a number from 1 to 65535/],
  ["a port above 65535", ["--port", "65536"], /--port wants a number from 1 to 65535/],
  ["an option without its value", ["--port"], /--port wants a value/],
  ["an empty value", ["--data", ""], /--data wants a value/],
  ["a host that is no address", ["--host", "a/b"], /--host wants an address/],
  ["an unknown option", ["--prot", "8080"], /unknown argument: --prot/],
  ["a word that is no option", ["8080"], /unknown argument: 8080/],
  ["a clock without a speed", ["--clock", "2005-11-29T14:55+01:00"], /--clock wants START,SPEED/],
  ["a clock without an offset", ["--clock", "2005-11-29T14:55,1"], /--clock wants START,SPEED/],
  ["an instant that is not", ["--clock", "2005-11-31T14:55+01:00,1"], /there is no instant 2005-11-31T14:55/],
  ["a clock that stands still", ["--clock", "2005-11-29T14:55+01:00,0"], /would stand still/],
  ["a rehearsal that stands still", ["--rehearse", "0"], /--rehearse wants a speed/],
  ["a rehearsal whose speed is no number", ["--rehearse=fast"], /--rehearse wants a speed/],
  ["a rehearsal without its speed", ["--rehearse="], /--rehearse= wants a speed/],
  ["a rehearsal with two clocks", ["--rehearse", "--clock", "2005-11-29T14:55+01:00,1"], /give one of them/],
  ["a rehearsal by TLS", ["--rehearse", "--tls-certificate", licence, "--tls-key", licence], /--rehearse goes without TLS/],
  ["roles without a rehearsal", ["--roles", "delegates"], /--roles .* goes with --rehearse/],
  ["a role that is none", ["--rehearse", "--roles", "delegates,chairs"], /--roles wants some of delegates,chair,/],
  ["a programme that is not there", ["--programme", "/nowhere.yaml"], /no readable file \/nowhere\.yaml/],
  ["one of several programmes that is not there", ["--programme", licence, "--programme=/nowhere.yaml"], /no readable file \/nowhere\.yaml/],
  ["a certificate without its key", ["--tls-certificate", licence], /--tls-certificate wants --tls-key/],
  ["a key without its certificate", ["--tls-key", licence], /--tls-key wants --tls-certificate/],
  ["a certificate that is not there", ["--tls-certificate", "/nowhere.pem", "--tls-key", licence], /--tls-certificate: there is no readable file \/nowhere\.pem/],
  ["a key that is not there", ["--tls-certificate", licence, "--tls-key", "/nowhere.pem"], /--tls-key: there is no readable file \/nowhere\.pem/],
  ["no nodes at all", ["--nodes", "0"], /--nodes wants a number from 1 to 9/],
  ["two Redis servers", ["--nodes", "2", "--redis", "2"], /--redis wants 1 or 3/],
  ["Redis servers without nodes", ["--redis", "3"], /--redis .* goes with --nodes/],
  ["nodes by TLS", ["--nodes", "2", "--tls-certificate", licence, "--tls-key", licence], /--nodes goes without TLS/],
  ["nodes of two sessions", ["--nodes=2", "--programme", licence, "--programme", licence], /--nodes serve one session/],
  ["data in a file", ["--programme", licence, "--data", licence], /--data: .* is not a directory/],
]);

test("nodes do not go on in the folder of a session that one server serves", () => {
  const data = mkdtempSync(join(tmpdir(), "rostrum-run-"));
  try {
    writeFileSync(join(data, "journal.sqlite"), "");
    const { status, stderr } = spawnSync(run, ["--nodes", "2", "--data", data], { encoding: "utf8" });
    assert.match(stderr, /--data: .* is of a session that one server serves/);
    assert.equal(status, 2);
  } finally {
    rmSync(data, { recursive: true });
  }
});

test("a sign-in file in a folder that is not there is refused", () => {
  const data = mkdtempSync(join(tmpdir(), "rostrum-run-"));
  try {
    const args = ["--programme", licence, "--data", data, "--sign-in-json", join(data, "no", "codes.json")];
    const { status, stderr } = spawnSync(run, args, { encoding: "utf8" });
    assert.match(stderr, /--sign-in-json: cannot write/);
    assert.equal(status, 2);
  } finally {
    rmSync(data, { recursive: true });
  }
});

helpNames("run", ["--port", "--host", "--data", "--programme", "--sign-in-json", "--clock", "--rehearse", "--roles", "--nodes", "--redis", "--tls-certificate", "--tls-key"]);

// A checkout in which nothing is installed or built, and whose server says with what it was started.
function startedWith(args, program = "build/release/server/rostrum") {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "rostrum-run-")));
  try {
    for (const folder of ["tools", "build/release/server", "deploy/programmes"]) mkdirSync(join(root, folder), { recursive: true });
    cpSync(run, join(root, "tools/run"));
    const steps = ["lock_setup", "need_packages", "need_node", "build_cpp", "build_web", "unlock_setup"];
    writeFileSync(join(root, "tools/lib"), `root=${root}\npackages_to_run=(one)\npackages_for_nodes=(two)\n${steps.map((step) => `${step}() { :; }`).join("\n")}\n`);
    writeFileSync(join(root, program), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    chmodSync(join(root, program), 0o755);
    for (const name of ["deploy/programmes/council-2005.yaml", "first.yaml", "second one.yaml"]) writeFileSync(join(root, name), "");
    const { status, stdout, stderr } = spawnSync(join(root, "tools/run"), args, { encoding: "utf8", cwd: root });
    assert.equal(status, 0, stderr);
    const words = stdout.trimEnd().split("\n").map((word) => word.replace(`${root}/`, ""));
    return (option) => words.filter((_, at) => words[at - 1] === option);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("each programme is passed on, in its order, and the clock is then the machine's", () => {
  const of = startedWith(["--programme", "second one.yaml", "--programme=first.yaml"]);
  assert.deepEqual(of("--programme"), ["second one.yaml", "first.yaml"]);
  assert.deepEqual(of("--clock"), []);
});

test("without a programme it is the Council's, with its clock", () => {
  const of = startedWith([]);
  assert.deepEqual(of("--programme"), ["deploy/programmes/council-2005.yaml"]);
  assert.deepEqual(of("--clock"), ["2005-11-29T14:55+01:00,1"]);
  assert.deepEqual(of("--listen"), ["127.0.0.1:8080"]);
});

test("several nodes are told how many they are, and all that a server is told", () => {
  const of = startedWith(["--nodes", "3", "--redis=1", "--host", "0.0.0.0", "--url", "https://hall.example"], "tools/nodes.mjs");
  assert.deepEqual(of("--nodes"), ["3"]);
  assert.deepEqual(of("--redis"), ["1"]);
  assert.deepEqual(of("--listen"), ["0.0.0.0:8080"]);
  assert.deepEqual(of("--url"), ["https://hall.example"]);
  assert.deepEqual(of("--data"), ["data/nodes"]);
  assert.deepEqual(of("--clock"), ["2005-11-29T14:55+01:00,1"]);
  assert.deepEqual(of("--server"), ["build/release/server/rostrum"]);
  assert.deepEqual(of("--rostrumctl"), ["build/release/clients/cpp/rostrumctl/rostrumctl"]);
});
