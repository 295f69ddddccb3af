// What tools/test counts: reports as the runners write them, whole and cut short.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countPart } from "../../tools/count-results.mjs";

const counted = (part, status, files) => {
  const { passed, failed } = countPart(part, status, (name) => files[name]);
  return { passed, failed };
};
const prepared = (part, files) => ({ [`${part}.prepared`]: "", ...files });

const catch2 = (cases, end = "</Group></Catch>") => `<?xml version="1.0"?><Catch name="rostrum_unit"><Group name="rostrum_unit">${cases}${end}`;
const good = (name) =>
  `<TestCase name="${name}" filename="a_test.cpp" line="1"><Section name="s" filename="a_test.cpp" line="2"><OverallResults successes="1" failures="0"/></Section><OverallResult success="true"/></TestCase>`;
const bad = `<TestCase name="a &lt;b&gt;" filename="a_test.cpp" line="7"><Expression success="false" type="CHECK" filename="a_test.cpp" line="8"><Original> x == 4 </Original><Expanded> 3 == 4 </Expanded></Expression><OverallResult success="false"/></TestCase>`;

test("each Catch2 case counts once, whatever its sections", () => {
  const report = catch2(good("one") + good("two") + bad);
  assert.deepEqual(counted("unit", 1, prepared("unit", { "unit.report": report })), { passed: 2, failed: 1 });
});

test("a failed Catch2 case is shown with its place and both forms of the expression", () => {
  const { notes } = countPart("unit", 1, (name) => prepared("unit", { "unit.report": catch2(bad) })[name]);
  assert.match(notes.join("\n"), /a <b>[\s\S]*a_test\.cpp:8[\s\S]*x == 4[\s\S]*3 == 4/);
});

test("a Catch2 case that a crash took with it is a failure", () => {
  const report = catch2(`${good("one")}<TestCase name="crashes" filename="a_test.cpp" line="9">`, "");
  assert.deepEqual(counted("unit", 134, prepared("unit", { "unit.report": report })), { passed: 1, failed: 1 });
  assert.deepEqual(counted("unit", 0, prepared("unit", { "unit.report": report })), { passed: 1, failed: 1 });
});

test("a Catch2 run that stops between two cases is a failure", () => {
  const files = prepared("unit", { "unit.report": catch2(good("one"), "") });
  assert.deepEqual(counted("unit", 0, files), { passed: 1, failed: 1 });
});

test("a hidden Catch2 case is a failure", () => {
  const files = prepared("unit", { "unit.report": catch2(good("one")), "unit.hidden": "later\n" });
  assert.deepEqual(counted("unit", 0, files), { passed: 1, failed: 1 });
});

test("a runner that ran nothing is a failure", () => {
  assert.deepEqual(counted("unit", 0, prepared("unit", { "unit.report": catch2("") })), { passed: 0, failed: 1 });
  assert.deepEqual(counted("unit", 0, prepared("unit", {})), { passed: 0, failed: 1 });
  assert.deepEqual(counted("web", 0, prepared("web", { "web.report": '{"testResults":[]}' })), { passed: 0, failed: 1 });
});

test("a part that could not be built is a failure", () => {
  assert.deepEqual(counted("unit", 1, {}), { passed: 0, failed: 1 });
});

test("a bad exit status without a failed case is a failure", () => {
  const files = prepared("unit", { "unit.report": catch2(good("one")) });
  assert.deepEqual(counted("unit", 3, files), { passed: 1, failed: 1 });
});

test("a report that cannot be read is a failure", () => {
  assert.deepEqual(counted("web", 0, prepared("web", { "web.report": "{" })), { passed: 0, failed: 1 });
});

test("skipped and unfinished vitest cases are failures, and so is a file that cannot be loaded", () => {
  const result = (status) => ({ status, fullName: status });
  const report = {
    testResults: [
      { name: "a.test.ts", status: "passed", assertionResults: [result("passed"), result("skipped"), result("todo")] },
      { name: "b.test.ts", status: "failed", assertionResults: [result("passed"), result("failed")] },
      { name: "c.test.ts", status: "failed", message: "cannot be loaded", assertionResults: [] },
    ],
  };
  const files = prepared("web", { "web.report": JSON.stringify(report) });
  assert.deepEqual(counted("web", 1, files), { passed: 2, failed: 4 });
});

test("types and style of the web client count as one case", () => {
  const report = { testResults: [{ name: "a", status: "passed", assertionResults: [{ status: "passed" }] }] };
  const files = (check) => prepared("web", { "web.report": JSON.stringify(report), "web.check": check });
  assert.deepEqual(counted("web", 0, files("0\n")), { passed: 2, failed: 0 });
  assert.deepEqual(counted("web", 0, files("2\n")), { passed: 1, failed: 1 });
});

test("skipped and repeated browser tests are failures, and so are errors outside tests", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{ message: "no server" }] };
  const files = prepared("e2e", { "e2e.report": JSON.stringify(report) });
  assert.deepEqual(counted("e2e", 1, files), { passed: 5, failed: 4 });
});

test("the innermost cases of a JUnit report count, skipped ones as failures", () => {
  const report = `<?xml version="1.0"?><testsuites><testcase name="a" time="0"/><testsuite name="s"><testcase name="b"><failure message="x">said &lt;why&gt;</failure></testcase><testcase name="c"><skipped type="skipped"/></testcase></testsuite></testsuites>`;
  const files = prepared("examples", { "examples.report": report });
  assert.deepEqual(counted("examples", 1, files), { passed: 1, failed: 2 });
});

test("a program of ours is counted from its last line", () => {
  const files = prepared("tidy", { "tidy.report": "rooms: a.cpp:1: upward\n7 passed, 1 failed\n" });
  assert.deepEqual(counted("tidy", 1, files), { passed: 7, failed: 1 });
});

test("each report of a sanitizer is a failure, also one that a kill has cut short", () => {
  const files = (sanitizer) =>
    prepared("integration", { "integration.report": catch2(good("one")), "integration.sanitizer": sanitizer });
  const race = "WARNING: ThreadSanitizer: data race (pid=1)\n  #0 f\nSUMMARY: ThreadSanitizer: data race a.cpp:1 in f\n";
  assert.deepEqual(counted("integration", 0, files("")), { passed: 1, failed: 0 });
  assert.deepEqual(counted("integration", 0, files(race + race)), { passed: 1, failed: 2 });
  assert.deepEqual(counted("integration", 0, files("==1==ERROR: AddressSanitizer: heap-use-af")), { passed: 1, failed: 1 });
});

test("the fuzz targets are counted from the last line", () => {
  const report = "3 passed, 1 failed\n";
  assert.deepEqual(counted("fuzz", 1, prepared("fuzz", { "fuzz.report": report })), { passed: 3, failed: 1 });
});
