// What may be forgotten of an act, an event or a kind of intervention does not compile: each omission is planted once in a
// copy of the council, and the compiler has to name it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
let tree;

before(() => {
  tree = mkdtempSync(join(tmpdir(), "rostrum-forgotten-"));
  for (const room of ["base", "council"]) cpSync(join(root, "server", room), join(tree, room), { recursive: true });
});
after(() => rmSync(tree, { recursive: true }));

/** What the compiler says of a unit of the council; empty where it takes it. */
function said(unit) {
  const arguments_ = ["-std=c++20", "-fsyntax-only", "-I", tree, join(tree, "council", unit)];
  const { status, stderr, error } = spawnSync("clang++-19", arguments_, { encoding: "utf8" });
  if (error) throw error;
  return status === 0 ? "" : stderr;
}

/** Takes `text` out of a header while the unit is compiled. */
function saidWithout(header, text, unit, instead = "") {
  const path = join(tree, "council", header);
  const whole = readFileSync(path, "utf8");
  assert.equal(whole.split(text).length, 2, `${text} does not stand once in ${header}`);
  writeFileSync(path, whole.replace(text, instead));
  try {
    return said(unit);
  } finally {
    writeFileSync(path, whole);
  }
}

for (const unit of ["act.cpp", "decide.cpp", "evolve.cpp", "told.cpp"])
  test(`with nothing forgotten ${unit} compiles`, () => assert.equal(said(unit), ""));

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
  assert.match(text, /no matching function for call to 'decide'/);
  assert.match(text, /SkipEntry/);
});

test("what an event changes", () => {
  const text = saidWithout("entry/entry.hpp", "void evolve(Evolving& on, const EntrySkipped& event);", "evolve.cpp");
  assert.match(text, /no matching function for call to 'evolve'/);
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
