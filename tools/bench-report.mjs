// Reads the goals from what benchmarks printed: node bench-report.mjs FOLDER JSON_FILE_OR_EMPTY NAME ...
//
// A benchmark that states no goal is an error: its figures could not be compared with anything.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const line = /^goal (\S+): ([0-9.]+(?:e[+-]?\d+)?) (\S+) \(goal (<=|>=) ([0-9.]+)\): (met|not met)$/;

/** The goals that a benchmark's output states; throws where a line that begins like one is none. */
export function goalsOf(output) {
  const goals = [];
  for (const text of output.split("\n").filter((one) => one.startsWith("goal "))) {
    const match = text.match(line);
    if (!match) throw new Error(`not a goal: ${text}`);
    const [, name, figure, unit, relation, goal, verdict] = match;
    const kept = relation === "<=" ? Number(figure) <= Number(goal) : Number(figure) >= Number(goal);
    const met = verdict === "met";
    // At the goal itself the figure has been rounded, so the benchmark knows better.
    if (kept !== met && Number(figure) !== Number(goal)) throw new Error(`says the opposite of its figures: ${text}`);
    goals.push({ name, figure: Number(figure), unit, relation, goal: Number(goal), met });
  }
  if (goals.length === 0) throw new Error("states no goal");
  return goals;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, json, ...names] = process.argv.slice(2);
  const benchmarks = [];
  for (const name of names) {
    try {
      benchmarks.push({ name, goals: goalsOf(readFileSync(join(folder, name), "utf8")) });
    } catch (error) {
      console.error(`tools/bench: ${name}: ${error.message}`);
      process.exitCode = 1;
    }
  }
  const machine = { processors: availableParallelism(), model: cpus()[0]?.model ?? "", memory_bytes: totalmem() };
  if (json) writeFileSync(json, `${JSON.stringify({ build: "release", machine, benchmarks }, null, 2)}\n`);
}
