// Puts what the code knows (rostrum_facts, on standard input) into the tables of the docs: tools/docs.
//
// A table stands under its marker, <!-- printed by tools/docs: NAME -->. Its rows are found by their first cell; the cells
// that are prose are kept, and what the code names has to stand in them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const marker = (name) => `<!-- printed by tools/docs: ${name} -->`;

/** The cells of a row; a | within one is written \|. */
function cellsOf(line) {
  return line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim());
}

const lineOf = (cells) => `| ${cells.join(" | ")} |`.replaceAll("|  |", "| |");

/** The page with this table as the code has it, and what its prose fails to say. */
export function put(text, { page, table, columns, rows }) {
  const lines = text.split("\n");
  const at = lines.indexOf(marker(table));
  if (at < 0) return { text, findings: [`${page}: the marker of the table "${table}" is missing: ${marker(table)}`] };
  const begin = at + 1;
  let end = begin;
  while (lines[end]?.startsWith("|")) end += 1;
  const told = new Map(lines.slice(begin + 2, end).map((line) => [cellsOf(line)[0], cellsOf(line)]));
  const findings = [];
  const written = rows.map(({ cells, mentions }) => {
    const [key] = cells;
    const full = cells.map((cell, column) => cell ?? told.get(key)?.[column] ?? "");
    const kept = full.filter((_, column) => cells[column] === null);
    if (kept.some((cell) => cell === "")) findings.push(`${page}: the table "${table}" does not say what ${key} is`);
    const missing = mentions.filter((name) => !kept.some((cell) => cell.includes(`\`${name}\``)));
    for (const name of missing) findings.push(`${page}: the table "${table}" does not tell \`${name}\` of ${key}`);
    return lineOf(full);
  });
  lines.splice(begin, end - begin, lineOf(columns), lineOf(columns.map(() => "---")), ...written);
  return { text: lines.join("\n"), findings };
}

/** What is wrong with the pages; with `write` they are put right first, as far as the code knows. */
export function update(tables, { read, write }) {
  const findings = [];
  for (const page of new Set(tables.map((table) => table.page))) {
    const before = read(page);
    let text = before;
    for (const table of tables.filter((one) => one.page === page)) {
      const done = put(text, table);
      if (!write && done.text !== text) findings.push(`${page}: the table "${table.table}" is not as the code has it: ${difference(text, done.text)}`);
      text = done.text;
      findings.push(...done.findings);
    }
    if (write && text !== before) write(page, text);
  }
  return findings;
}

/** The first line that differs, as the code has it or, where it has none, as the page has. */
function difference(before, after) {
  const had = new Set(before.split("\n"));
  const has = new Set(after.split("\n"));
  return [...has].find((line) => !had.has(line)) ?? [...had].find((line) => !has.has(line)) ?? "the order of its rows";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root, option] = process.argv.slice(2);
  const tables = JSON.parse(readFileSync(0, "utf8"));
  const findings = update(tables, {
    read: (page) => readFileSync(join(root, page), "utf8"),
    write: option === "--check" ? undefined : (page, text) => writeFileSync(join(root, page), text),
  });
  for (const finding of findings) console.log(finding);
  console.log(`${tables.length} tables, ${findings.length === 0 ? "as the code has them" : `${findings.length} findings`}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
