// Runs the checks over every file that git tracks or would track. A check is an object:
//   name, says         what it holds the tree to
//   find(files)        its findings in a list of { path, text }: [{ path, line, says }]
//   clean, planted     for the self-test: files without a finding, and files of which each has one or more
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { actsInPlace, counts } from "./counts.mjs";
import { docsArePrinted } from "./docs.mjs";
import { format, formatInPlace } from "./format.mjs";
import { functionLength } from "./functions.mjs";
import { domainIsPure, headersSayWhatTheyAre, protobufStaysInWire, roomsInOrder } from "./rooms.mjs";
import { catalogueTest, leftOvers, length, links, locks, rulesAreWritten, sleeps, switchedOff, workplace } from "./text.mjs";
import { webRoomsInOrder } from "./web.mjs";

const checks = [
  roomsInOrder,
  domainIsPure,
  protobufStaysInWire,
  headersSayWhatTheyAre,
  webRoomsInOrder,
  format,
  length,
  functionLength,
  leftOvers,
  workplace,
  locks,
  switchedOff,
  sleeps,
  catalogueTest,
  links,
  rulesAreWritten,
  actsInPlace,
  docsArePrinted,
];

const binary = /\.(png|jpg|ico|woff2?|pdf|db|sqlite|bin|pb)$/;

function filesOf(root) {
  const git = ["-c", `safe.directory=${root}`, "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const paths = execFileSync("git", git, { encoding: "utf8", maxBuffer: 2 ** 26 }).split("\0");
  return [...new Set(paths)]
    .filter((path) => path && !binary.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** What a check gets wrong about its own planted and clean files. */
function selfTest(check, root) {
  const wrong = [];
  const clean = check.find(check.clean, root);
  for (const { path, line } of clean) wrong.push({ path, line, says: "finds something in a clean file of its self-test" });
  for (const file of check.planted) {
    const found = check.find(check.needsAll ? [file] : [...check.clean, file], root);
    if (found.length === 0) wrong.push({ path: file.path, line: 1, says: `misses a planted violation: ${file.text.slice(0, 60)}` });
  }
  return wrong;
}

const [root, ...options] = process.argv.slice(2);
const reportAt = options.indexOf("--report");
const report = reportAt >= 0 ? options.splice(reportAt, 2)[1] : undefined;
const unknown = options.filter((option) => !["--self-test", "--fix", "--counts"].includes(option));
if (unknown.length > 0) {
  console.error(`tools/tidy: unknown argument: ${unknown[0]}`);
  process.exit(2);
}

const files = filesOf(root);
if (options.includes("--counts")) {
  const row = (...cells) => console.log(cells.map((cell, column) => (column < 3 ? String(cell).padStart(6) : ` ${cell}`)).join(""));
  row("now", "was", "goal", "");
  for (const { says, was, goal = "", of } of counts) row(of(files, root), was, goal, says);
  process.exit(0);
}
if (options.includes("--fix")) formatInPlace(files, root);
const lines = [];
let passed = 0;
let failed = 0;
const take = (name, findings) => {
  for (const { path, line, says } of findings) lines.push(`${path}:${line}: ${says} (${name})`);
  if (findings.length === 0) passed += 1;
  else failed += 1;
};
for (const check of checks) {
  if (options.includes("--self-test")) take(`${check.name}, self-test`, selfTest(check, root));
  take(check.name, check.find(files, root));
}
lines.push(`${passed} passed, ${failed} failed`);
const output = `${lines.join("\n")}\n`;
process.stdout.write(output);
if (report) writeFileSync(report, output);
process.exitCode = failed === 0 ? 0 : 1;
