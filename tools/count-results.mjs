// Counts what a part's runner reported: node count-results.mjs RESULTS PART EXIT_STATUS.
//
// Reads RESULTS/PART.report and writes RESULTS/PART.count, "PASSED FAILED", and RESULTS/PART.failed, a line for each that
// failed. A case that was skipped, that did not end, or that a crash took with it is a failure, and so is a runner that ran
// nothing or ended badly without saying why.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { pathToFileURL } from "node:url";

const why_length_max = 200;

/**
 * A report is counted as { passed, failures, notes }: failures are { name, why } for the list of all that failed, notes are
 * for the reader of the part's own output, where the runner has not shown it there.
 */
const empty = () => ({ passed: 0, failures: [], notes: [] });

/** A failure that the runner itself has not shown. */
function fail(count, name, why, note = `FAILED: ${name}\n  ${why}`) {
  count.failures.push({ name, why });
  count.notes.push(note);
}

/** Where a report counts more failures than it names. */
function nameless(count, failed) {
  while (count.failures.length < failed) count.failures.push({ name: "one that its report does not name", why: "" });
}

/** The failures of a part, each in one line. */
export function failureLines(part, failures) {
  return failures.map(({ name, why }) => {
    const words = stripVTControlCharacters(why).replace(/\s+/g, " ").trim();
    const short = words.length > why_length_max ? `${words.slice(0, why_length_max)}…` : words;
    return `failed: ${part}  ${name.replace(/\s+/g, " ").trim()}${short && `: ${short}`}`;
  });
}

const entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescape = (text) =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });

/** The tags and texts of an XML document in order; enough for reports, which a crash may have cut short anywhere. */
export function* xmlTokens(xml) {
  const pattern = /<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
  for (const [, cdata, close, name, attributes, selfClosing, text] of xml.matchAll(pattern)) {
    if (cdata !== undefined) yield { text: cdata };
    else if (text !== undefined) yield { text: unescape(text) };
    else if (name && close) yield { close: name };
    else if (name) {
      const values = {};
      for (const [, key, value] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) values[key] = unescape(value);
      yield { open: name, attributes: values };
      if (selfClosing) yield { close: name };
    }
  }
}

/** Catch2 2.13, reporter xml. `hidden` is its list of cases that a run without names leaves out. */
export function countCatch2(xml, hidden = "") {
  const count = empty();
  let test = null;
  let open = [];
  let ended = false;
  const end = (passed) => {
    if (passed) count.passed += 1;
    else {
      if (test.lines.length === 0) test.lines.push("  asserts nothing");
      const note = [`FAILED: ${test.name}`, `  ${test.place}`, ...test.lines].join("\n");
      fail(count, test.name, test.lines.join(" "), note);
    }
    test = null;
  };
  for (const token of xmlTokens(xml)) {
    if (token.open === "TestCase") {
      test = { name: token.attributes.name, place: `${token.attributes.filename}:${token.attributes.line}`, lines: [] };
      open = [];
    } else if (test && token.open === "OverallResult") {
      end(token.attributes.success === "true");
    } else if (test && token.open) {
      open.push(token.open);
      const { filename, line, type, name } = token.attributes;
      if (token.open === "Section") test.lines.push(`  in: ${name}`);
      else if (filename) test.lines.push(`  ${token.open} ${type ?? ""} at ${filename}:${line}`);
    } else if (test && token.close) {
      open.pop();
    } else if (token.close === "Catch") {
      ended = true;
    } else if (test && token.text?.trim() && open.length > 0) {
      test.lines.push(`    ${open.at(-1)}: ${token.text.trim()}`);
    }
  }
  if (test) {
    test.lines.push("  did not end: the run stopped here");
    end(false);
  } else if (!ended) {
    fail(count, "the run", "stopped between two cases");
  }
  for (const name of hidden.split("\n").map((line) => line.trim()).filter(Boolean)) {
    fail(count, name, "is hidden, so it was not run");
  }
  return count;
}

/** vitest, reporter json; its own report shows what failed. */
export function countVitest(json) {
  const count = empty();
  for (const file of JSON.parse(json).testResults) {
    const results = file.assertionResults;
    const place = basename(file.name);
    for (const { status, fullName, failureMessages } of results) {
      const name = `${place} > ${fullName}`;
      if (status === "passed") count.passed += 1;
      else if (status === "failed") count.failures.push({ name, why: firstLine(failureMessages?.[0]) });
      else fail(count, name, `was not run (${status})`);
    }
    if (file.status !== "passed" && results.every(({ status }) => status === "passed"))
      fail(count, place, firstLine(file.message) || "could not be run", `FAILED: ${file.name}\n  ${file.message || "could not be run"}`);
  }
  return count;
}

/** Playwright, reporter json; its list shows what failed. */
export function countPlaywright(json) {
  const { stats, errors, suites = [] } = JSON.parse(json);
  const count = { ...empty(), passed: stats.expected };
  for (const { name, test } of playwrightTests(suites)) {
    if (test.status === "flaky") fail(count, name, "passed only when it was repeated");
    else if (test.status === "skipped") fail(count, name, "was skipped");
    else if (test.status !== "expected") count.failures.push({ name, why: whyOf(test.results) });
  }
  nameless(count, stats.unexpected + stats.flaky + stats.skipped);
  for (const error of errors) fail(count, "outside the tests", error.message ?? "", `FAILED: ${error.message}`);
  return count;
}

/** Every test of a tree of suites, under the names of those that it stands in. */
function* playwrightTests(suites, above = []) {
  for (const { title, specs = [], suites: inner = [] } of suites) {
    const here = title ? [...above, title] : above;
    for (const spec of specs)
      for (const test of spec.tests) yield { name: [...here, spec.title].join(" > "), test };
    yield* playwrightTests(inner, here);
  }
}

/** The errors of a test's last run, each with its place: its words alone, such as "Test timeout", may not tell what was looked for. */
function whyOf(results) {
  const { status, errors = [] } = results.at(-1) ?? { status: "was not run" };
  if (errors.length === 0) return status;
  return errors
    .map(({ message = "", location }) => {
      const said = stripVTControlCharacters(message).split(/\n\s*\n?Call log:|\n\s*\d+ \|/)[0];
      return location ? `${basename(location.file)}:${location.line}: ${said}` : said;
    })
    .join("; ");
}

const firstLine = (text) => (text ?? "").trim().split("\n")[0];

/** node --test, reporter junit: the innermost cases. */
export function countJunit(xml) {
  const count = empty();
  let test = null;
  for (const token of xmlTokens(xml)) {
    if (token.open === "testcase") test = { name: token.attributes.name, why: undefined };
    else if (test && ["failure", "error", "skipped"].includes(token.open))
      test.why ??= firstLine(token.attributes.message) || (token.open === "skipped" ? "was skipped" : token.open);
    else if (test && token.close === "testcase") {
      if (test.why === undefined) count.passed += 1;
      else count.failures.push(test);
      test = null;
    }
  }
  return count;
}

/** What the sanitizers of a part's processes reported: each report ends with its summary, unless it was cut short. */
export function countSanitizer(text) {
  const count = empty();
  if (text.trim() === "") return count;
  const summaries = text.match(/^SUMMARY: .*/gm) ?? ["cut short"];
  for (const summary of summaries) count.failures.push({ name: "a report of a sanitizer", why: summary });
  count.notes.push(`FAILED: ${summaries.length} reports of a sanitizer`, text);
  return count;
}

/** A program of ours that ends with "N passed, N failed"; each line that `named` understands is a failure's [name, why]. */
function countLine(text, named) {
  const lines = text.trim().split("\n");
  const [, passed, failed] = lines.at(-1).match(/^(\d+) passed, (\d+) failed$/);
  const count = { ...empty(), passed: Number(passed) };
  const failures = new Map();
  for (const line of lines) {
    const [name, why] = named(line) ?? [];
    if (name !== undefined && !failures.has(name)) failures.set(name, why);
  }
  count.failures = [...failures].map(([name, why]) => ({ name, why })).slice(0, Number(failed));
  nameless(count, Number(failed));
  return count;
}

/** tools/tidy: "path:line: what is wrong (check)"; a check counts once, by its first finding. */
export function countTidy(text) {
  return countLine(text, (line) => line.match(/^(.*) \(([^()]+)\)$/)?.slice(1).reverse());
}

/** tools/fuzz: "FAILED: target why". */
export function countFuzz(text) {
  return countLine(text, (line) => line.match(/^FAILED: (\S+) (.*)$/)?.slice(1));
}

const readers = {
  tidy: countTidy,
  tools: countJunit,
  unit: countCatch2,
  property: countCatch2,
  integration: countCatch2,
  fuzz: countFuzz,
  web: countVitest,
  examples: countJunit,
  e2e: countPlaywright,
};

/** What a part amounts to, { passed, failed, failures, notes }; `files(name)` gives a file's text, or undefined. */
export function countPart(part, status, files) {
  const report = files(`${part}.report`);
  let count = empty();
  if (report !== undefined && report.trim() !== "") {
    try {
      count = readers[part](report, files(`${part}.hidden`));
    } catch (error) {
      fail(count, "its report", `cannot be read: ${error.message}`, `the report of ${part} cannot be read: ${error.message}`);
    }
  }
  const checked = files(`${part}.check`);
  if (checked?.trim() === "0") count.passed += 1;
  else if (checked !== undefined) fail(count, "types and style", "", `FAILED: ${part}: types and style`);
  const sanitized = countSanitizer(files(`${part}.sanitizer`) ?? "");
  count.failures.push(...sanitized.failures);
  count.notes.push(...sanitized.notes);
  const inAll = (why) => fail(count, "the part itself", why, `FAILED: ${part} ${why}`);
  const failed = count.failures.length;
  if (files(`${part}.prepared`) === undefined) inAll("could not be set up or built");
  else if (report === undefined || count.passed + failed === 0) inAll(`ran nothing (status ${status})`);
  else if (status !== 0 && failed === 0) inAll(`ended with status ${status}`);
  return { ...count, failed: count.failures.length };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, part, status] = process.argv.slice(2);
  const files = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined);
  const count = countPart(part, Number(status), files);
  for (const note of count.notes) console.log(note);
  writeFileSync(join(folder, `${part}.failed`), failureLines(part, count.failures).map((line) => `${line}\n`).join(""));
  writeFileSync(join(folder, `${part}.count`), `${count.passed} ${count.failed}\n`);
}
