// Counts what a part's runner reported: node count-results.mjs RESULTS PART EXIT_STATUS.
//
// Reads RESULTS/PART.report and writes RESULTS/PART.count, "PASSED FAILED". A case that was skipped, that did not end, or
// that a crash took with it is a failure, and so is a runner that ran nothing or ended badly without saying why.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A report is counted as { passed, failed, notes }; notes are for the reader. */
const empty = () => ({ passed: 0, failed: 0, notes: [] });

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
      count.failed += 1;
      if (test.lines.length === 0) test.lines.push("  asserts nothing");
      count.notes.push([`FAILED: ${test.name}`, `  ${test.place}`, ...test.lines].join("\n"));
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
    count.failed += 1;
    count.notes.push("FAILED: the run stopped between two cases");
  }
  for (const name of hidden.split("\n").map((line) => line.trim()).filter(Boolean)) {
    count.failed += 1;
    count.notes.push(`FAILED: ${name}\n  is hidden, so it was not run`);
  }
  return count;
}

/** vitest, reporter json; its own report shows what failed. */
export function countVitest(json) {
  const count = empty();
  for (const file of JSON.parse(json).testResults) {
    const results = file.assertionResults;
    const passed = results.filter((result) => result.status === "passed").length;
    const unfinished = results.filter((result) => result.status !== "passed" && result.status !== "failed");
    for (const result of unfinished) count.notes.push(`FAILED: ${result.fullName}\n  was not run (${result.status})`);
    count.passed += passed;
    count.failed += results.length - passed;
    if (file.status !== "passed" && passed === results.length) {
      count.failed += 1;
      count.notes.push(`FAILED: ${file.name}\n  ${file.message || "could not be run"}`);
    }
  }
  return count;
}

/** Playwright, reporter json; its list shows what failed. */
export function countPlaywright(json) {
  const { stats, errors } = JSON.parse(json);
  const count = { ...empty(), passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
  if (stats.flaky) count.notes.push(`FAILED: ${stats.flaky} tests passed only when they were repeated`);
  if (stats.skipped) count.notes.push(`FAILED: ${stats.skipped} tests were skipped`);
  for (const error of errors) count.notes.push(`FAILED: ${error.message}`);
  return count;
}

/** node --test, reporter junit: the innermost cases. */
export function countJunit(xml) {
  const count = empty();
  let bad = null;
  for (const token of xmlTokens(xml)) {
    if (token.open === "testcase") bad = false;
    else if (bad !== null && ["failure", "error", "skipped"].includes(token.open)) bad = true;
    else if (token.close === "testcase") {
      if (bad) count.failed += 1;
      else count.passed += 1;
      bad = null;
    }
  }
  return count;
}

/** What the sanitizers of a part's processes reported: each report ends with its summary, unless it was cut short. */
export function countSanitizer(text) {
  const reports = text.trim() === "" ? 0 : Math.max(1, text.match(/^SUMMARY: /gm)?.length ?? 0);
  return { ...empty(), failed: reports, notes: reports === 0 ? [] : [`FAILED: ${reports} reports of a sanitizer`, text] };
}

/** A program of ours that ends with "N passed, N failed". */
export function countLine(text) {
  const [, passed, failed] = text.trim().split("\n").at(-1).match(/^(\d+) passed, (\d+) failed$/);
  return { ...empty(), passed: Number(passed), failed: Number(failed) };
}

const readers = {
  tidy: countLine,
  tools: countJunit,
  unit: countCatch2,
  property: countCatch2,
  integration: countCatch2,
  fuzz: countLine,
  web: countVitest,
  examples: countJunit,
  e2e: countPlaywright,
};

/** What a part amounts to; `files(name)` gives a file's text, or undefined. */
export function countPart(part, status, files) {
  const report = files(`${part}.report`);
  let count = empty();
  if (report !== undefined && report.trim() !== "") {
    try {
      count = readers[part](report, files(`${part}.hidden`));
    } catch (error) {
      count.notes.push(`the report of ${part} cannot be read: ${error.message}`);
      count.failed += 1;
    }
  }
  const checked = files(`${part}.check`);
  if (checked !== undefined) {
    if (checked.trim() === "0") count.passed += 1;
    else {
      count.failed += 1;
      count.notes.push(`FAILED: ${part}: types and style`);
    }
  }
  const sanitized = countSanitizer(files(`${part}.sanitizer`) ?? "");
  count.failed += sanitized.failed;
  count.notes.push(...sanitized.notes);
  if (files(`${part}.prepared`) === undefined) {
    count.failed += 1;
    count.notes.push(`FAILED: ${part} could not be set up or built`);
  } else if (report === undefined || count.passed + count.failed === 0) {
    count.failed += 1;
    count.notes.push(`FAILED: ${part} ran nothing (status ${status})`);
  } else if (status !== 0 && count.failed === 0) {
    count.failed += 1;
    count.notes.push(`FAILED: ${part} ended with status ${status}`);
  }
  return count;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, part, status] = process.argv.slice(2);
  const files = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined);
  const count = countPart(part, Number(status), files);
  for (const note of count.notes) console.log(note);
  writeFileSync(join(folder, `${part}.count`), `${count.passed} ${count.failed}\n`);
}
