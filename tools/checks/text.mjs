// What must not be left in the tree, and what must be there.
//
// Patterns that would find themselves in this file are written with a bracket around one letter; planted texts are put
// together from halves for the same reason.
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const isLock = (path) => path.endsWith("package-lock.json");
const isCode = (path) => /\.(cpp|hpp|proto|ts|tsx|mjs|js|css)$/.test(path);
const isTest = (path) => /^tests\//.test(path) || /\.(test|spec)\.(ts|tsx|mjs)$/.test(path);

/** One finding per line of the files that matches. */
function find(files, pattern, says) {
  const findings = [];
  for (const { path, text } of files) {
    for (const [index, line] of text.split("\n").entries()) {
      const match = line.match(pattern);
      if (match) findings.push({ path, line: index + 1, says: `${match[0].trim()}: ${says}` });
    }
  }
  return findings;
}

const lines_max = 600;
export const length = {
  name: "length",
  find: (files) =>
    files
      .filter(({ path }) => isCode(path) || /^tools\/[^./]+$/.test(path))
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > lines_max)
      .map(({ path, lines }) => ({ path, line: lines_max + 1, says: `${lines} lines: two subjects in one file?` })),
  clean: [
    { path: "server/base/a.cpp", text: "\n".repeat(lines_max) },
    { path: "clients/web/package-lock.json", text: "\n".repeat(lines_max + 1) },
  ],
  planted: [{ path: "server/base/b.cpp", text: "\n".repeat(lines_max + 1) }],
};

export const leftOvers = {
  name: "nothing left to do",
  find: (files) =>
    find(files.filter(({ path }) => !isLock(path)), /\b(TO[D]O|FIX[M]E|X[X]X|HAC[K])\b/, "do it, or write an issue"),
  clean: [{ path: "server/base/a.cpp", text: "// todos los idiomas\n" }],
  planted: [
    { path: "server/base/b.cpp", text: `// ${"TO"}${"DO"}: later\n` },
    { path: "docs/rules.md", text: `${"FIX"}${"ME"}\n` },
  ],
};

const workplaceWords = new RegExp(
  [
    /\/(wor[k]|far[m]|tm[p]\/brief)\//,
    /\.librar[y]\//,
    /\bbefore-sto[p]\b/,
    /\b(helper sessio[n]|sub-?agen[t])s?\b/,
    /\b(Claud[e]|Anthropi[c]|ChatGP[T]|Copilo[t]|language mode[l]|LL[M])s?\b/,
    /\b(PRODUC[T]|DESIG[N]|STYL[E]|SCREEN[S]|TOOLCHAI[N])\.md\b/,
  ]
    .map((pattern) => pattern.source)
    .join("|"),
);
export const workplace = {
  name: "the project speaks of itself only",
  find: (files) => find(files.filter(({ path }) => !isLock(path)), workplaceWords, "not of this project"),
  clean: [{ path: "docs/operations.md", text: "The session's clock; work on the floor; /var/lib/rostrum; the design\n" }],
  planted: [
    { path: "docs/a.md", text: `see /${"wor"}k/main\n` },
    { path: "docs/b.md", text: `as ${"TOOL"}CHAIN.md says\n` },
    { path: "server/base/a.cpp", text: `// a ${"sub"}agent\n` },
  ],
};

export const locks = {
  name: "locks name no address",
  find: (files) =>
    find(
      files.filter(({ path }) => isLock(path) || path.endsWith(".npmrc")),
      /"resolved":\s*"https?:[^"]*|^\s*registry\s*=.*|^\s*\/\/[^\s]*:_auth.*/,
      "where a package is fetched from is each machine's own matter",
    ),
  clean: [
    { path: "a/package-lock.json", text: '"version": "1.0.0",\n"resolved": "../b"\n' },
    { path: "a/.npmrc", text: "omit-lockfile-registry-resolved=true\n" },
  ],
  planted: [
    { path: "b/package-lock.json", text: '"resolved": "https://registry.example/x.tgz",\n' },
    { path: "b/.npmrc", text: "registry=https://registry.example/\n" },
  ],
};

const offInScripts =
  /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fixme|fails)\b|\bx(?:it|describe)\(|\{ *(?:skip|todo): /;
const offInCatch2 = /"[^"\n]*\[(?:\.[^\]]*|!mayfail|!shouldfail|!hide)\]|\bSKIP\(/;
export const switchedOff = {
  name: "no test is switched off",
  find(files) {
    const tests = files.filter(({ path }) => isTest(path));
    const says = "a test that does not run proves nothing";
    return [
      ...find(tests.filter(({ path }) => path.endsWith(".cpp")), offInCatch2, says),
      ...find(tests.filter(({ path }) => !path.endsWith(".cpp")), offInScripts, says),
    ];
  },
  clean: [
    { path: "tests/base/a_test.cpp", text: 'TEST_CASE("a speech has a limit", "[speech]") {}\n' },
    { path: "clients/web/src/a.test.ts", text: 'it("skips nothing", () => expect("a").toEqual([...kinds]));\n' },
  ],
  planted: [
    { path: "tests/base/b_test.cpp", text: 'TEST_CASE("later", "[.]") {}\n' },
    { path: "tests/base/c_test.cpp", text: 'TEST_CASE("later", "[a][!mayfail]") {}\n' },
    { path: "clients/web/src/b.test.ts", text: `${"it"}.skip("later", () => {});\n` },
    { path: "tests/e2e/c.spec.ts", text: `${"test"}.describe.only("now", () => {});\n` },
  ],
};

/** A test that waits waits for something. */
export const sleeps = {
  name: "no test sleeps",
  find(files) {
    const tests = files.filter(({ path }) => isTest(path) && isCode(path));
    const pattern = /\bsleep_(?:for|until)\b|\bu?sleep\(|\bwaitForTimeout\(/;
    return find(tests, pattern, "wait for what is awaited");
  },
  clean: [{ path: "tests/e2e/a.spec.ts", text: "await expect(row).toBeVisible();\n" }],
  planted: [
    { path: "tests/integration/c_test.cpp", text: `// Any instant may be the one.\nstd::this_thread::${"sleep"}_for(at);\n` },
    { path: "tests/base/a_test.cpp", text: `std::this_thread::${"sleep"}_for(1s);\n` },
    { path: "tests/e2e/b.spec.ts", text: `await page.${"waitFor"}Timeout(500);\n` },
  ],
};

const messages = /^clients\/web\/src\/i18n\/messages\/([a-z]{2})\/(\w+)\.json$/;
const languages = ["en", "es", "fr"];

/** A web test compares the catalogues message by message; this sees to it that none stands aside of that test. */
export const catalogueTest = {
  name: "the message catalogues are tested",
  needsAll: true,
  find(files) {
    const folder = "clients/web/src/i18n";
    const findings = [];
    const says = (sentence) => findings.push({ path: folder, line: 1, says: sentence });
    const there = files.map(({ path }) => path.match(messages)).filter(Boolean);
    const textOf = (name) => files.find(({ path }) => path === `${folder}/${name}`)?.text ?? "";
    for (const part of new Set(["common", ...there.map(([, , name]) => name)])) {
      for (const language of languages) {
        if (!there.some(([, one, name]) => one === language && name === part)) says(`has no messages/${language}/${part}.json`);
      }
      if (!textOf("catalogues.ts").includes(`"./messages/en/${part}.json"`)) says(`catalogues.ts does not know the messages of ${part}`);
    }
    for (const name of ["catalogues.ts", "catalogues.test.ts"]) {
      if (!textOf(name).includes('"./messages/*/*.json"')) says(`${name} does not take all catalogues`);
    }
    return findings;
  },
  clean: [
    ...languages.map((language) => ({ path: `clients/web/src/i18n/messages/${language}/common.json`, text: "{}" })),
    {
      path: "clients/web/src/i18n/catalogues.ts",
      text: 'type Id = keyof typeof import("./messages/en/common.json");\nimport.meta.glob("./messages/*/*.json");\n',
    },
    { path: "clients/web/src/i18n/catalogues.test.ts", text: 'import.meta.glob("./messages/*/*.json");\n' },
  ],
  planted: [{ path: "clients/web/src/i18n/messages/en/common.json", text: "{}" }],
};

/** Links of the documents to files of this tree lead somewhere. */
const rule = /docs\/rules\.md#([\w-]+)/g;
/** The headings of a page, as links name them. */
const anchorsOf = (text) => new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, words]) => words.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-")));

export const rulesAreWritten = {
  name: "rules are written",
  find(files) {
    const page = files.find(({ path }) => path === "docs/rules.md");
    if (!page) return [];
    const anchors = anchorsOf(page.text);
    const findings = [];
    for (const { path, text } of files.filter(({ path: one }) => isCode(one) && !one.startsWith("tools/checks/"))) {
      for (const [index, line] of text.split("\n").entries()) {
        for (const [, anchor] of line.matchAll(rule)) {
          if (!anchors.has(anchor)) findings.push({ path, line: index + 1, says: `docs/rules.md has no rule ${anchor}` });
        }
      }
    }
    return findings;
  },
  clean: [
    { path: "docs/rules.md", text: "# The rules\n\n### L6-give\nWords.\n" },
    { path: "server/council/a.cpp", text: "// docs/rules.md#l6-give\n" },
  ],
  planted: [{ path: "server/council/b.cpp", text: "// docs/rules.md#l6-wave\n" }],
};

export const links = {
  name: "links lead somewhere",
  find(files, root) {
    const paths = new Set(files.map(({ path }) => path));
    const findings = [];
    for (const { path, text } of files.filter(({ path: one }) => one.endsWith(".md"))) {
      for (const [index, line] of text.split("\n").entries()) {
        for (const [, target] of line.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)) {
          if (/^[a-z]+:/.test(target)) continue;
          const to = normalize(join(dirname(path), target)).replace(/\/$/, "");
          if (!paths.has(to) && !existsSync(join(root, to))) findings.push({ path, line: index + 1, says: `there is no ${to}` });
        }
      }
    }
    return findings;
  },
  clean: [
    { path: "planted/a.md", text: "[b](b.md#part) [the web](https://example.org)\n" },
    { path: "planted/b.md", text: "[a](../planted/a.md) [here](#part)\n" },
  ],
  planted: [{ path: "planted/c.md", text: "[gone](gone.md)\n" }],
};
