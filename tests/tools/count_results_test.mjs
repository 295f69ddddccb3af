// What tools/test counts: reports as the runners write them, whole and cut short.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { countPart, failureLines } from "../../tools/count-results.mjs";

const program = fileURLToPath(new URL("../../tools/count-results.mjs", import.meta.url));

const counted = (part, status, files) => {
  const { passed, failed } = countPart(part, status, (name) => files[name]);
  return { passed, failed };
};
const named = (part, status, files) => failureLines(part, countPart(part, status, (name) => files[name]).failures);
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

const playwright = {
  stats: { expected: 1, unexpected: 2, flaky: 1, skipped: 1 },
  errors: [{ message: "no server" }],
  suites: [
    {
      title: "desk.spec.ts",
      specs: [
        { title: "is well", tests: [{ status: "expected", results: [{ status: "passed", errors: [] }] }] },
        {
          title: "waits in vain",
          tests: [
            {
              status: "unexpected",
              results: [
                {
                  status: "timedOut",
                  errors: [
                    { message: "\u001b[31mTest timeout of 180000ms exceeded.\u001b[39m" },
                    {
                      message: "Error: locator.click: Test timeout of 180000ms exceeded.\nCall log:\n  - waiting",
                      location: { file: "/tree/tests/e2e/desk.spec.ts", line: 7 },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
      suites: [
        {
          title: "in fast time",
          specs: [
            { title: "was not begun", tests: [{ status: "unexpected", results: [] }] },
            { title: "came right", tests: [{ status: "flaky", results: [] }] },
            { title: "is left out", tests: [{ status: "skipped", results: [] }] },
          ],
        },
      ],
    },
  ],
};

test("what failed is named, with why: Playwright", () => {
  const files = prepared("e2e", { "e2e.report": JSON.stringify(playwright), "e2e.check": "1\n" });
  assert.deepEqual(counted("e2e", 1, files), { passed: 1, failed: 6 });
  const timeout = "Test timeout of 180000ms exceeded.";
  assert.deepEqual(named("e2e", 1, files), [
    `failed: e2e  desk.spec.ts > waits in vain: ${timeout}; desk.spec.ts:7: Error: locator.click: ${timeout}`,
    "failed: e2e  desk.spec.ts > in fast time > was not begun: was not run",
    "failed: e2e  desk.spec.ts > in fast time > came right: passed only when it was repeated",
    "failed: e2e  desk.spec.ts > in fast time > is left out: was skipped",
    "failed: e2e  outside the tests: no server",
    "failed: e2e  types and style",
  ]);
});

test("what failed is named, with why: Catch2", () => {
  const files = prepared("unit", { "unit.report": catch2(good("one") + bad), "unit.hidden": "later\n" });
  assert.deepEqual(named("unit", 1, files), [
    "failed: unit  a <b>: Expression CHECK at a_test.cpp:8 Original: x == 4 Expanded: 3 == 4",
    "failed: unit  later: is hidden, so it was not run",
  ]);
});

test("what failed is named, with why: vitest", () => {
  const failed = { status: "failed", fullName: "a place > is kept", failureMessages: ["AssertionError: 3\n    at a.test.ts:7"] };
  const report = {
    testResults: [
      { name: "/tree/a.test.ts", status: "failed", assertionResults: [failed] },
      { name: "/tree/b.test.ts", status: "failed", message: "cannot be loaded\nfor some reason", assertionResults: [] },
    ],
  };
  assert.deepEqual(named("web", 1, prepared("web", { "web.report": JSON.stringify(report) })), [
    "failed: web  a.test.ts > a place > is kept: AssertionError: 3",
    "failed: web  b.test.ts: cannot be loaded",
  ]);
});

test("what failed is named, with why: JUnit", () => {
  const report = `<?xml version="1.0"?><testsuites><testcase name="a" time="0"/><testcase name="b &lt;c&gt;"><failure message="1 == 2&#10;more">why</failure></testcase><testcase name="d"><skipped type="skipped"/></testcase></testsuites>`;
  assert.deepEqual(named("tools", 1, prepared("tools", { "tools.report": report })), [
    "failed: tools  b <c>: 1 == 2",
    "failed: tools  d: was skipped",
  ]);
});

test("what failed is named, with why: programs of ours", () => {
  const tidy = "a.cpp:1: upward (rooms)\nb.cpp:2: upward (rooms)\nc.cpp:1: long (length, self-test)\n7 passed, 2 failed\n";
  assert.deepEqual(named("tidy", 1, prepared("tidy", { "tidy.report": tidy })), [
    "failed: tidy  rooms: a.cpp:1: upward",
    "failed: tidy  length, self-test: c.cpp:1: long",
  ]);
  const fuzz = "FAILED: frames ended with status 77\n3 passed, 2 failed\n";
  assert.deepEqual(named("fuzz", 1, prepared("fuzz", { "fuzz.report": fuzz })), [
    "failed: fuzz  frames: ended with status 77",
    "failed: fuzz  one that its report does not name",
  ]);
});

test("a part as a whole is named where it did not run or end well", () => {
  assert.deepEqual(named("unit", 1, {}), ["failed: unit  the part itself: could not be set up or built"]);
  const ended = prepared("unit", { "unit.report": catch2(good("one")) });
  assert.deepEqual(named("unit", 3, ended), ["failed: unit  the part itself: ended with status 3"]);
});

test("a failure takes one line, however much is said of it", () => {
  const [line] = failureLines("e2e", [{ name: "a\nb", why: `Error:\n  ${"x".repeat(1_000)}` }]);
  assert.match(line, /^failed: e2e {2}a b: Error: x{190,200}…$/);
});

test("the program leaves the count and the names of what failed", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "rostrum-results-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "tidy.prepared"), "");
  writeFileSync(join(folder, "tidy.report"), "a.cpp:1: upward (rooms)\n7 passed, 1 failed\n");
  execFileSync("node", [program, folder, "tidy", "1"]);
  assert.equal(readFileSync(join(folder, "tidy.count"), "utf8"), "7 1\n");
  assert.equal(readFileSync(join(folder, "tidy.failed"), "utf8"), "failed: tidy  rooms: a.cpp:1: upward\n");
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
