// How long functions are, in C++ and in TypeScript, from the first line of their head to the last of their body; a function
// within another counts in both.
//
// TypeScript is read by its own parser. C++ is read as clang-format leaves it (see format.mjs): a brace in no parenthesis
// whose head has one opens a function, unless the head is an initialiser; a lambda within a function counts with it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { codeOf } from "./rooms.mjs";

const lines_max = 70;

const isCpp = (path) => /^(server|clients\/cpp|tests)\/.*\.(cpp|hpp)$/.test(path);
const isTypeScript = (path) => /^(clients|tests)\/.*\.tsx?$/.test(path);
/** A test is a sentence and its steps: what groups tests, and a test that tells a whole day, may be long. */
const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path);
const isTestCase = (head) => /^(TEST_CASE|SCENARIO|TEMPLATE_TEST_CASE)\b/.test(head);

let parser;
function typeScript(root) {
  parser ??= createRequire(join(root, "clients/web/package.json"))("typescript");
  return parser;
}

function functionsInTypeScript({ path, text }, root) {
  const ts = typeScript(root);
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const name = (node.name ?? node.parent.name)?.getText(source) ?? "a function without a name";
      const line = lineOf(node.getStart(source));
      found.push({ path, line, name, lines: lineOf(node.end) - line + 1 });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function opensFunction(head) {
  const outside = head.replace(/\([^()]*\)/g, "()");
  return head.includes("(") && !/^(namespace|class|struct|union|enum)\b/.test(head) && !/[^=!<>]=[^=]/.test(outside);
}

const nameOf = (head) => head.match(/([\w:~]+|operator\S+)\s*\(/)?.[1] ?? head.slice(0, 40);

function functionsInCpp({ path, text }) {
  const code = codeOf(text).replace(/^[ \t]*#(?:[^\\\n]|\\[^])*/gm, (lines) => lines.replace(/[^\n]/g, " "));
  const found = [];
  const open = [];
  let parentheses = 0;
  let line = 1;
  let start = { at: 0, line: 1 };
  for (let at = 0; at < code.length; at += 1) {
    const letter = code[at];
    if (letter === "\n") line += 1;
    else if (letter === "(") parentheses += 1;
    else if (letter === ")") parentheses -= 1;
    if (parentheses > 0 && !open.at(-1)?.body) continue;
    if (letter === "{") {
      const head = code.slice(start.at, at).trim();
      const body = open.at(-1)?.body || opensFunction(head.replace(/^template <.*>\s/, ""));
      const first = start.line + (code.slice(start.at, at).match(/^\s*/)[0].match(/\n/g)?.length ?? 0);
      open.push({ head, first, body, outermost: body && !open.at(-1)?.body, start, parentheses });
      if (!body) start = { at: at + 1, line };
    } else if (letter === "}") {
      const block = open.pop();
      if (!block) continue;
      // An initialiser within a head, such as that of a member: the head goes on.
      if (/^\s*[,{]/.test(code.slice(at + 1, at + 200))) start = block.start;
      else {
        if (block.outermost && !isTestCase(block.head)) {
          found.push({ path, line: block.first, name: nameOf(block.head), lines: line - block.first + 1 });
        }
        start = { at: at + 1, line };
      }
    } else if (letter === ";" && !open.at(-1)?.body) start = { at: at + 1, line };
  }
  return found;
}

/** All functions but test cases: { path, line, name, lines }. */
export function functionsOf(files, root) {
  return files.flatMap((file) => {
    if (isCpp(file.path)) return functionsInCpp(file);
    if (isTypeScript(file.path) && !isTest(file.path)) return functionsInTypeScript(file, root);
    return [];
  });
}

const cpp = (lines) => `int f(int a) {\n${"  ++a;\n".repeat(lines - 2)}}\n`;
const tsx = (lines) => `export function F() {\n${"  f();\n".repeat(lines - 2)}}\n`;

export const functionLength = {
  name: "function length",
  find: (files, root) =>
    functionsOf(files, root)
      .filter(({ path, name, lines }) => lines > lines_max)
      .map(({ path, line, name, lines }) => ({ path, line, says: `${name} has ${lines} lines: two functions in one?` })),
  clean: [
    { path: "server/base/a.cpp", text: `namespace a {\n${cpp(lines_max)}${cpp(lines_max)}\n}  // namespace a\n` },
    { path: "server/base/b.hpp", text: `const std::array<int, 2> rows = {\n${"  f(1),\n".repeat(lines_max)}};\n` },
    { path: "server/base/c.hpp", text: `class C {\n  C() : a_{1} {}\n${"  void f();\n".repeat(lines_max)}};\n` },
    { path: "tests/base/d_test.cpp", text: cpp(lines_max + 1).replace("int f(int a)", 'TEST_CASE("a whole day")') },
    { path: "clients/web/src/a.tsx", text: tsx(lines_max).repeat(2) },
    { path: "clients/web/src/b.test.ts", text: tsx(lines_max + 1) },
  ],
  planted: [
    { path: "server/base/e.cpp", text: `namespace a {\n${cpp(lines_max + 1)}}  // namespace a\n` },
    { path: "server/base/f.cpp", text: cpp(lines_max + 1).replace("int f(int a)", "F::F(int a)\n    : a_{a}, b_(a)") },
    { path: "server/base/g.hpp", text: `// One.\nclass G {\n  enum class E { a, b };\n${cpp(lines_max + 1)}};\n` },
    { path: "tests/support/h.cpp", text: `template <class A>\n${cpp(lines_max)}`.replace("int a", 'char a = \'"\', B b = {}') },
    { path: "clients/web/src/c.tsx", text: tsx(lines_max + 1) },
    { path: "clients/web/src/d.ts", text: tsx(lines_max + 1).replace("function F()", "const f = () =>") },
  ],
};
