// tools/docs writes what the code knows, keeps what people wrote, and says what is not told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { put, update } from "../../tools/docs.mjs";

const rows = [
  { cells: ["`close_list`", "chair, desk", null], mentions: ["panel"] },
  { cells: ["`wave`", "own", null], mentions: ["to", "note"] },
];
const acts = { page: "docs/acts.md", table: "acts", columns: ["act", "who", "what"], rows };
const page = (...lines) => ["# Acts", "", "<!-- printed by tools/docs: acts -->", "| act | who | what |", "| --- | --- | --- |", ...lines, "", "After."].join("\n");
const list = "| `close_list` | chair, desk | closes the list of `panel` |";
const wave = "| `wave` | own | waves `to` somebody, with a `note` |";

function checked(text, tables = [acts]) {
  return update(tables, { read: () => text });
}

test("a page that is as the code has it is let be", () => {
  assert.deepEqual(checked(page(list, wave)), []);
  assert.deepEqual(put(page(list, wave), acts), { text: page(list, wave), findings: [] });
});

test("what the code knows is written, and prose is kept with its row, wherever that stands", () => {
  const old = page("| `wave` | any | waves `to` somebody, with a `note` |", "| `gone` | chair | is no act |", list);
  assert.deepEqual(put(old, acts), { text: page(list, wave), findings: [] });
  assert.match(checked(old).join(), /docs\/acts\.md: the table "acts" is not as the code has it: \| `wave` \| own \|/);
});

test("a row that is forgotten is named, and wants its words", () => {
  const { text, findings } = put(page(list), acts);
  assert.equal(text, page(list, "| `wave` | own | |"));
  assert.match(findings.join(), /does not say what `wave` is/);
  assert.match(checked(page(list)).join(), /is not as the code has it: \| `wave` \| own \| \|.*does not say what `wave` is/s);
});

test("a row too many is named, and a wrong order", () => {
  assert.match(checked(page(list, wave, "| `gone` | chair | is no act |")).join(), /is not as the code has it: \| `gone`/);
  assert.match(checked(page(wave, list)).join(), /is not as the code has it: the order of its rows/);
});

test("a field that the prose does not tell is named", () => {
  assert.match(checked(page(list, "| `wave` | own | waves `to` somebody |")).join(), /does not tell `note` of `wave`/);
});

test("a table without its marker is named", () => {
  assert.match(checked("# Acts\n").join(), /the marker of the table "acts" is missing: <!-- printed by tools\/docs: acts -->/);
});

test("a | within prose is kept", () => {
  const with_bar = page(list, "| `wave` | own | `to` one\\|all, with a `note` |");
  assert.deepEqual(put(with_bar, acts), { text: with_bar, findings: [] });
});

test("several tables of a page are written in one go", () => {
  const written = [];
  const two = `${page(list)}\n\n<!-- printed by tools/docs: codes -->\n| code |\n| --- |\n`;
  const codes = { page: acts.page, table: "codes", columns: ["code"], rows: [{ cells: ["`held`"], mentions: [] }] };
  const findings = update([acts, codes], { read: () => two, write: (name, text) => written.push([name, text]) });
  assert.equal(written.length, 1);
  assert.match(written[0][1], /\| `wave` \| own \| \|[\s\S]*\| `held` \|/);
  assert.match(findings.join(), /does not say what `wave` is/);
});
