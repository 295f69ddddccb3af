// tools/test looks at its arguments before it installs, builds or runs anything.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { helpNames, lineOf, refuses } from "./arguments.mjs";

const presets = fileURLToPath(new URL("../../CMakePresets.json", import.meta.url));

refuses(
  "test",
  [["--sanitizer"], ["--sanitizer", "unit"], ["--sanitizer="], ["--sanitizer=msan", "unit"]].map((args) => [
    args.join(" "),
    args,
    /--sanitizer wants asan or tsan/,
  ]),
);

helpNames("test", [
  ...["tidy", "tools", "unit", "property", "integration", "fuzz", "web", "examples", "e2e"].map(lineOf),
  ...["asan", "tsan"],
]);

test("each sanitizer is a preset that builds in it", () => {
  const { configurePresets, buildPresets } = JSON.parse(readFileSync(presets, "utf8"));
  for (const [name, flag] of [["asan", "address,undefined"], ["tsan", "thread"], ["fuzz", "fuzzer-no-link,address,undefined"]]) {
    const preset = configurePresets.find((one) => one.name === name);
    assert.ok(preset.cacheVariables.CMAKE_CXX_FLAGS.split(" ").includes(`-fsanitize=${flag}`), name);
    assert.ok(buildPresets.some((one) => one.configurePreset === name), name);
  }
});
