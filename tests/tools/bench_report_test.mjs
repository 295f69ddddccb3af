// What tools/bench reads from its programs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { goalsOf } from "../../tools/bench-report.mjs";

test("a goal has a name, a figure with its unit, and a verdict", () => {
  const output = "160 waiting\ngoal decide_160: 12.5 us (goal <= 50): met\ngoal rate: 900 acts/s (goal >= 1000): not met\n";
  assert.deepEqual(goalsOf(output), [
    { name: "decide_160", figure: 12.5, unit: "us", relation: "<=", goal: 50, met: true },
    { name: "rate", figure: 900, unit: "acts/s", relation: ">=", goal: 1000, met: false },
  ]);
});

test("a verdict that its figures contradict is an error", () => {
  assert.throws(() => goalsOf("goal decide_160: 62.5 us (goal <= 50): met\n"), /opposite/);
});

test("a goal that cannot be read is an error", () => {
  assert.throws(() => goalsOf("goal decide_160: fast\n"), /not a goal/);
});

test("a benchmark without a goal is an error", () => {
  assert.throws(() => goalsOf("160 waiting\n"), /states no goal/);
});
