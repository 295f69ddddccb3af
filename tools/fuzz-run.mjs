// Runs fuzz targets, one a core at a time: node fuzz-run.mjs ROOT SECONDS REPORT TARGET ... (REPORT may be empty).
//
// Each runs from its kept corpora and from what earlier runs have learnt. A target passes if it went on for its time and
// ended well; it fails on an input that breaks a property, takes too long or too much memory, or leaks, and where it
// could not be run. Prints a line for each, and "N passed, N failed".

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const at_once = availableParallelism();
const input_bytes_max = 16_384;
const input_timeout_s = 60; // of one input, which takes a millisecond: only what hangs is meant
const memory_mb_max = 2_048;
const patience_s = 120; // beyond its time, for reading the corpora

/** Corpora that lie elsewhere in the tree, or are made by the build. */
const elsewhere = { stored: ["protocol/golden"], client_frames: ["build/fuzz/tests/fuzz/seeds/client_frames"] };

/** The program, its arguments and the folder of its finds. */
export function commandOf(root, target, seconds) {
  const learnt = join(root, "build/fuzz/corpus", target);
  const finds = join(root, "build/fuzz/finds", target);
  const kept = [join("tests/fuzz/corpus", target), ...(elsewhere[target] ?? [])].map((path) => join(root, path));
  const words = ["tests/fuzz", "build/fuzz/tests/fuzz"].map((folder) => join(root, folder, `${target}.dict`));
  return {
    program: join(root, "build/fuzz/tests/fuzz", `fuzz_${target}`),
    learnt,
    finds,
    arguments: [
      `-max_total_time=${seconds}`,
      `-max_len=${input_bytes_max}`,
      `-timeout=${input_timeout_s}`,
      `-rss_limit_mb=${memory_mb_max}`,
      `-artifact_prefix=${finds}/`,
      "-print_final_stats=1",
      ...words.filter((path) => existsSync(path)).map((path) => `-dict=${path}`),
      learnt, // the first: what is learnt goes there
      ...kept.filter((path) => existsSync(path)),
    ],
  };
}

/** What a run amounts to, from its status and what it said. */
export function outcomeOf(status, output) {
  const stat = (name) => Number(output.match(new RegExp(`^stat::${name}: +(\\d+)$`, "m"))?.[1] ?? 0);
  const runs = stat("number_of_executed_units");
  const perSecond = stat("average_exec_per_sec");
  const coverage = Number([...output.matchAll(/\bcov: (\d+)/g)].at(-1)?.[1] ?? 0);
  const seeds = Number(output.match(/seed corpus: files: (\d+)/)?.[1] ?? 0);
  const why =
    status !== 0 ? `ended with status ${status}` : runs === 0 ? "ran nothing" : seeds === 0 ? "has no seeds" : undefined;
  return { passed: why === undefined, why, runs, perSecond, coverage };
}

const env = {
  ...process.env,
  // Short stacks and little kept of what was freed: most of a run's time would go there.
  ASAN_OPTIONS: "external_symbolizer_path=/usr/bin/llvm-symbolizer-19:malloc_context_size=8:quarantine_size_mb=16",
  UBSAN_OPTIONS: "print_stacktrace=1",
};

function run(command, seconds) {
  return new Promise((resolve) => {
    const child = spawn(command.program, command.arguments, { stdio: ["ignore", "pipe", "pipe"], env });
    let output = "";
    const take = (bytes) => {
      output += bytes;
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const hangs = setTimeout(() => child.kill("SIGKILL"), (seconds + patience_s) * 1_000);
    child.on("error", (error) => take(`${error.message}\n`));
    child.on("close", (status, signal) => {
      clearTimeout(hangs);
      resolve({ status: signal ?? status, output });
    });
  });
}

async function fuzz(root, seconds, target) {
  const command = commandOf(root, target, seconds);
  for (const folder of [command.learnt, command.finds]) mkdirSync(folder, { recursive: true });
  const before = new Set(readdirSync(command.finds));
  const { status, output } = await run(command, seconds);
  const outcome = outcomeOf(status, output);
  const found = readdirSync(command.finds).filter((name) => !before.has(name));
  const lines = [];
  if (outcome.passed) {
    const { runs, perSecond, coverage } = outcome;
    lines.push(`${target}: ${runs} inputs, ${perSecond} a second, ${coverage} places reached`);
  } else {
    lines.push(output, `FAILED: ${target} ${outcome.why}`);
    for (const name of found) lines.push(`  run it again with: ${command.program} ${join(command.finds, name)}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  return outcome.why;
}

/** Runs them; tells how many passed and failed, and in `report` why those that failed did. */
export async function fuzzAll(root, seconds, targets) {
  const waiting = [...targets];
  const reports = [];
  const worker = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const why = await fuzz(root, seconds, target);
      if (why !== undefined) reports.push(`FAILED: ${target} ${why}\n`);
    }
  };
  await Promise.all(Array.from({ length: at_once }, worker));
  return { passed: targets.length - reports.length, failed: reports.length, report: reports.join("") };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [root, seconds, reportFile, ...targets] = process.argv.slice(2);
  const { passed, failed, report } = await fuzzAll(root, Number(seconds), targets);
  const line = `${passed} passed, ${failed} failed\n`;
  process.stdout.write(line);
  if (reportFile) writeFileSync(reportFile, report + line);
  process.exitCode = failed === 0 ? 0 : 1;
}
