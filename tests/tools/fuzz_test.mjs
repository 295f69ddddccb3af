// What tools/fuzz takes for passed and failed, with programs that behave as a fuzz target does.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { commandOf } from "../../tools/fuzz-run.mjs";
import { helpNames, refuses } from "./arguments.mjs";

const runner = fileURLToPath(new URL("../../tools/fuzz-run.mjs", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

const seeded = 'echo "INFO: seed corpus: files: 3 min: 1b max: 9b total: 15b rss: 30Mb"\n';
const ran = 'echo "#2 INITED cov: 7 ft: 9"\necho "stat::number_of_executed_units: 1200"\necho "stat::average_exec_per_sec: 120"\n';

/** Runs a tree of fuzz targets, each the shell script of its name. */
function outcome(t, scripts) {
  const tree = mkdtempSync(join(tmpdir(), "rostrum-fuzz-"));
  t.after(() => rmSync(tree, { recursive: true }));
  const folder = join(tree, "build/fuzz/tests/fuzz");
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    if (script) writeFileSync(join(folder, `fuzz_${name}`), `#!/bin/sh\n${script}`, { mode: 0o755 });
  }
  const report = join(tree, "report");
  const { status, stdout } = spawnSync("node", [runner, tree, "1", report, ...Object.keys(scripts)], { encoding: "utf8" });
  const lines = readFileSync(report, "utf8").trim().split("\n");
  return { status, stdout, last: `${lines.pop()}\n`, why: lines.toSorted(), tree };
}

test("a target that ran from its seeds and ended well has passed", (t) => {
  const { status, stdout, last } = outcome(t, { one: seeded + ran, two: seeded + ran, three: seeded + ran });
  assert.equal(last, "3 passed, 0 failed\n");
  assert.ok(stdout.endsWith(last));
  assert.match(stdout, /^one: 1200 inputs, 120 a second, 7 places reached$/m);
  assert.equal(status, 0);
});

test("a target that finds something has failed, and it is said how to see it again", (t) => {
  const crash = `${seeded}for a in "$@"; do case $a in -artifact_prefix=*) echo x >"\${a#*=}crash-1" ;; esac; done\necho "ERROR: planted"\nexit 77\n`;
  const { status, stdout, last, tree } = outcome(t, { one: crash, two: seeded + ran });
  assert.equal(last, "1 passed, 1 failed\n");
  assert.match(stdout, /ERROR: planted[\s\S]*FAILED: one ended with status 77\n.*fuzz_one .*finds\/one\/crash-1$/m);
  assert.deepEqual(readdirSync(join(tree, "build/fuzz/finds/one")), ["crash-1"]);
  assert.equal(status, 1);
});

test("a target that ran nothing, has no seeds, was killed or is not there has failed", (t) => {
  const { last, stdout, why } = outcome(t, { idle: seeded, bare: ran, dead: `${seeded}${ran}kill -9 $$\n`, gone: undefined });
  assert.equal(last, "0 passed, 4 failed\n");
  assert.match(stdout, /FAILED: idle ran nothing/);
  assert.match(stdout, /FAILED: bare has no seeds/);
  assert.match(stdout, /FAILED: dead ended with status SIGKILL/);
  assert.equal(why.length, 4, "the report says why of each");
  for (const line of why) assert.ok(stdout.includes(`${line}\n`), line);
});

/** A tree whose build has made the seeds and words of what clients send, as write_client_seeds does. */
function built(t) {
  const tree = mkdtempSync(join(tmpdir(), "rostrum-fuzz-"));
  t.after(() => rmSync(tree, { recursive: true }));
  const made = join(tree, "build/fuzz/tests/fuzz");
  mkdirSync(join(made, "seeds/client_frames"), { recursive: true });
  writeFileSync(join(made, "seeds/client_frames/open_panel.bin"), "0");
  writeFileSync(join(made, "client_frames.dict"), '"panel"');
  return tree;
}

test("what clients send begins from the seeds and the words that the build has made", (t) => {
  const tree = built(t);
  const words = commandOf(tree, "client_frames", 10).arguments;
  assert.ok(words.includes(join(tree, "build/fuzz/tests/fuzz/seeds/client_frames")));
  assert.ok(words.includes(`-dict=${join(tree, "build/fuzz/tests/fuzz/client_frames.dict")}`));
  assert.ok(!commandOf(tree, "http", 10).arguments.some((word) => word.startsWith("-dict=")));
});

test("every other target has kept seeds in the tree, and every one is bounded in time, memory and size", (t) => {
  const targets = readdirSync(join(root, "tests/fuzz")).flatMap((name) => name.match(/^fuzz_(\w+)\.cpp$/)?.[1] ?? []);
  assert.deepEqual(targets.sort(), ["client_frames", "http", "programme", "stored"]);
  for (const target of targets) {
    const words = commandOf(target === "client_frames" ? built(t) : root, target, 10).arguments;
    for (const bound of [/^-max_total_time=10$/, /^-timeout=\d+$/, /^-rss_limit_mb=\d+$/, /^-max_len=\d+$/]) {
      assert.ok(words.some((word) => bound.test(word)), `${target} ${bound}`);
    }
    const kept = words.slice(words.findIndex((word) => !word.startsWith("-")) + 1);
    assert.ok(kept.length > 0 && kept.every((folder) => existsSync(folder) && readdirSync(folder).length > 0), target);
  }
});

refuses("fuzz", [
  ["a target that is not there", ["wire"], /there is no target "wire"; there are: .*stored/],
  ["seconds that are no number", ["--seconds", "ten"], /--seconds wants a whole number from 1 to 999999/],
  ["no second at all", ["--seconds=0"], /--seconds wants a whole number from 1 to 999999/],
  ["an option without its value", ["--seconds"], /--seconds wants a value/],
  ["an unknown option", ["--second", "1"], /unknown argument: --second/],
]);

helpNames("fuzz", ["client_frames", "http", "programme", "stored", "--seconds", "--write-seeds"]);
