// What the benchmarks in a browser make of what they measured.
import assert from "node:assert/strict";
import { test } from "node:test";
import { goalsOf } from "../../tools/bench-report.mjs";
import { goalLine, quantile } from "../bench/browser/support/figures.mjs";
import { blocked, longestIn, mainTasks } from "../bench/browser/support/tasks.mjs";

test("a quantile is one of the values: the least that so many do not exceed", () => {
  const values = [5, 1, 4, 2, 3];
  assert.deepEqual([0, 0.5, 0.8, 0.95, 1].map((of) => quantile(values, of)), [1, 3, 4, 5, 5]);
  assert.throws(() => quantile([], 0.5), /nothing was measured/);
});

test("a goal line is one that tools/bench reads, also where the figure is rounded to the goal", () => {
  const lines = [goalLine("a", 12.345, "ms", 16), goalLine("b", 954.04, "ms", 50), goalLine("c", 50.04, "ms", 50), goalLine("d", 0, "ms", 100)];
  assert.deepEqual(
    goalsOf(lines.join("\n")).map(({ name, figure, met }) => [name, figure, met]),
    [["a", 12.3, true], ["b", 954, false], ["c", 50, false], ["d", 0, true]],
  );
});

test("the tasks of the page at work are told, each once: what runs inside one is its own", () => {
  const thread = (pid, tid, name) => ({ name: "thread_name", ph: "M", pid, tid, args: { name } });
  const task = (pid, tid, at_ms, ms, name = "RunTask") => ({ name, ph: "X", pid, tid, ts: at_ms * 1e3, dur: ms * 1e3, tdur: ms * 500 });
  const written = {
    traceEvents: [
      thread(1, 1, "CrRendererMain"), thread(1, 2, "Compositor"), thread(2, 1, "CrRendererMain"),
      task(1, 1, 100, 60), task(1, 1, 110, 20), task(1, 1, 200, 5), task(1, 2, 100, 90), task(2, 1, 100, 3), task(1, 1, 300, 80, "Paint"),
    ],
  };
  const tasks = mainTasks(written);
  assert.deepEqual(tasks, [{ from: 100, ms: 60, cpu_ms: 30 }, { from: 200, ms: 5, cpu_ms: 2.5 }]);
  assert.equal(longestIn(tasks, 150, 250).ms, 5);
  assert.equal(longestIn(tasks, 250, 260).ms, 0);
  assert.equal(blocked(tasks), 10);
  assert.throws(() => mainTasks({ traceEvents: [] }), /noted no task/);
});
