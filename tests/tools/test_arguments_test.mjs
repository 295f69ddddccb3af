// tools/test looks at its arguments before it installs, builds or runs anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../tools/test", import.meta.url));
const presets = fileURLToPath(new URL("../../CMakePresets.json", import.meta.url));

for (const args of [["--sanitizer"], ["--sanitizer", "unit"], ["--sanitizer="], ["--sanitizer=msan", "unit"]]) {
  test(`${args.join(" ")} is refused with a sentence and status 2`, () => {
    const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
    assert.match(stderr, /--sanitizer wants asan or tsan/);
    assert.equal(status, 2);
  });
}

test("help names every part and both sanitizers, and runs nothing", () => {
  const { status, stdout } = spawnSync(program, ["--help"], { encoding: "utf8" });
  assert.equal(status, 0);
  for (const word of ["tidy", "tools", "unit", "property", "integration", "fuzz", "web", "examples", "e2e", "asan", "tsan"]) {
    assert.match(stdout, new RegExp(`\\b${word}\\b`));
  }
});

test("each sanitizer is a preset that builds in it", () => {
  const { configurePresets, buildPresets } = JSON.parse(readFileSync(presets, "utf8"));
  for (const [name, flag] of [["asan", "address,undefined"], ["tsan", "thread"], ["fuzz", "fuzzer-no-link,address,undefined"]]) {
    const preset = configurePresets.find((one) => one.name === name);
    assert.ok(preset.cacheVariables.CMAKE_CXX_FLAGS.split(" ").includes(`-fsanitize=${flag}`), name);
    assert.ok(buildPresets.some((one) => one.configurePreset === name), name);
  }
});
