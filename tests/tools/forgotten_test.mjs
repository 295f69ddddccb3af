// What may be forgotten of an act, an event or a kind of intervention does not compile: each omission is planted once in a
// copy of the council or of the schema, and the compiler has to name it. (Rows of the docs: docs_test.mjs; words of the
// log: clients/web/src/i18n/told.test.ts; golden commits: tests/wire/golden_test.cpp.)
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
let tree;

before(() => {
  tree = mkdtempSync(join(tmpdir(), "rostrum-forgotten-"));
  cpSync(join(root, "protocol"), join(tree, "protocol"), { recursive: true });
  for (const room of ["base", "council", "views", "wire"]) cpSync(join(root, "server", room), join(tree, room), { recursive: true });
});
after(() => rmSync(tree, { recursive: true }));

function run(program, ...arguments_) {
  const { status, stderr, error } = spawnSync(program, arguments_, { encoding: "utf8" });
  if (error) throw error;
  return status === 0 ? "" : stderr;
}

/** What the compiler says of a unit; empty where it takes it. */
const compiled = (unit, ...folders) => run("clang++-19", "-std=c++20", "-fsyntax-only", ...[tree, ...folders].map((folder) => `-I${folder}`), unit);
const said = (unit) => compiled(join(tree, "council", unit));

/** Takes `text` out of a file while something is tried. */
function without(file, text, instead, tried) {
  const path = join(tree, file);
  const whole = readFileSync(path, "utf8");
  assert.equal(whole.split(text).length, 2, `${text} does not stand once in ${file}`);
  writeFileSync(path, whole.replace(text, instead));
  try {
    return tried();
  } finally {
    writeFileSync(path, whole);
  }
}
const saidWithout = (header, text, unit, instead = "") => without(`council/${header}`, text, instead, () => said(unit));

for (const unit of ["act.cpp", "decide.cpp", "evolve.cpp", "told.cpp"])
  test(`with nothing forgotten ${unit} compiles`, () => assert.equal(said(unit), ""));

/** The one line of a file of the schema that has these words. */
function lineWith(file, words) {
  const lines = readFileSync(join(root, "protocol/rostrum/v1", file), "utf8").split("\n").filter((line) => line.includes(words));
  assert.equal(lines.length, 1, `${words} stands in one line of ${file}`);
  return lines[0];
}
const skipped = readFileSync(join(root, "server/council/entry/entry.hpp"), "utf8").match(/struct SkipEntry \{.*?\n\};/s)[0];

const skip = 'is{.name = "skip_entry", .may = floor_managers';

test("the facts of an act", () => {
  const text = saidWithout("entry/entry.hpp", `static constexpr ActFacts ${skip}, .inverse = inverse_of<ClearSkip>};`, "act.cpp");
  assert.match(text, /an act states its facts/);
  assert.match(text, /SkipEntry/);
});

test("the name of an act in the log", () => {
  const text = saidWithout("entry/entry.hpp", skip, "act.cpp", "is{.may = floor_managers");
  assert.match(text, /an act states its name in the log/);
});

test("who may do an act", () => {
  const text = saidWithout("entry/entry.hpp", skip, "act.cpp", 'is{.name = "skip_entry"');
  assert.match(text, /an act states who may/);
});

test("the panel of an act", () => {
  const header = readFileSync(join(tree, "council/sign_in/sign_in.hpp"), "utf8");
  const one = header.match(/struct RevokeSeat \{[^}]*?(, \.panel = no_panel)/s);
  assert.ok(one, "revoke_seat says no_panel");
  const text = saidWithout("sign_in/sign_in.hpp", one[0], "act.cpp", one[0].replace(one[1], ""));
  assert.match(text, /an act has a panel, entry or speech/);
});

test("the texts of people in an act", () => {
  const header = readFileSync(join(tree, "council/point/point.hpp"), "utf8");
  const one = header.match(/is\{\.name = "raise_point_of_order"[^;]*?\n?[^;]*?;\s*\}\};/s);
  assert.ok(one, "raise_point_of_order lists its texts");
  const text = saidWithout("point/point.hpp", one[0], "act.cpp", 'is{.name = "raise_point_of_order", .may = managers_and_own};');
  assert.match(text, /an act that can carry words of people lists them/);
});

test("the rule of an act", () => {
  const text = saidWithout("entry/entry.hpp", "Decision decide(const Deciding& on, const SkipEntry& act);", "decide.cpp");
  assert.match(text, /an act has a rule: Decision decide/);
  assert.match(text, /SkipEntry/);
});

test("what an event changes", () => {
  const text = saidWithout("entry/entry.hpp", "void evolve(Evolving& on, const EntrySkipped& event);", "evolve.cpp");
  assert.match(text, /an event says what it changes: void evolve/);
  assert.match(text, /EntrySkipped/);
});

test("what an event is called in the log", () => {
  const text = saidWithout("entry/entry.hpp", 'static constexpr EventFacts is{.name = "entry_skipped"};', "told.cpp");
  assert.match(text, /an event states its facts/);
  assert.match(text, /EntrySkipped/);
});

test("the row of a kind of intervention", () => {
  const text = saidWithout("kinds.hpp", "{.kind = Kind::question, .limit = LimitOf::question, .addressed = true},", "act.cpp");
  assert.match(text, /a row for each kind of intervention/);
});

// The mapping to and from the wire, what properties generate, what the simulation plays and what fuzz targets begin with
// are all written from the schema, by the program that the build runs.
const byHand = readFileSync(join(root, "server/wire/CMakeLists.txt"), "utf8").match(/set\(WRITTEN_BY_HAND ([^)]*)\)/)[1].split(" ");

/** What the schema of the tree makes of the mapping, where that compiles: nothing. */
function saidOfMapping(unit) {
  const out = mkdtempSync(join(tree, "written-"));
  const generated = join(out, "wire/generated");
  mkdirSync(generated, { recursive: true });
  const protocol = join(tree, "protocol");
  const files = ["command", "event", "programme", "terms"].map((name) => `rostrum/v1/${name}.proto`);
  const schema = join(out, "schema.bin");
  return (
    run("protoc", "-I", protocol, `--cpp_out=${out}`, "--include_imports", `--descriptor_set_out=${schema}`, ...files) ||
    run(join(root, "build/dev/server/wire/generate_wire"), schema, generated, ...byHand) ||
    compiled(join(generated, unit), out)
  );
}
const saidOfMappingWithout = (file, text, unit, instead = "") => without(file, text, instead, () => saidOfMapping(unit));

for (const unit of ["acts.cpp", "events.cpp"]) test(`with nothing forgotten the written ${unit} compiles`, () => assert.equal(saidOfMapping(unit), ""));

test("the message of an act", () => {
  const text = saidOfMappingWithout("protocol/rostrum/v1/command.proto", lineWith("command.proto", "SkipEntry skip_entry ="), "acts.cpp");
  assert.match(text, /an act that people may do has a message in rostrum\.v1\.Command/);
  assert.match(text, /SkipEntry/);
});

test("the message of an event", () => {
  const text = saidOfMappingWithout("protocol/rostrum/v1/event.proto", lineWith("event.proto", "EntrySkipped entry_skipped ="), "events.cpp");
  assert.match(text, /EntrySkipped/);
});

test("the struct of an act", () => {
  const text = saidOfMappingWithout("protocol/rostrum/v1/command.proto", "message SkipEntry {", "acts.cpp", "message PassEntry {");
  assert.match(text, /SkipEntry|PassEntry/);
});

test("the field of an act", () => {
  const text = saidOfMappingWithout("council/entry/entry.hpp", skipped, "acts.cpp", skipped.replace("EntryId entry;", "EntryId entry;\n  bool quietly = false;"));
  assert.match(text, /type 'const council::SkipEntry' decomposes into 2 elements/);
});
