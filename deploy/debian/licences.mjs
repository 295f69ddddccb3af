#!/usr/bin/env node
// The packages by others that the built screens may hold, each with its licence as it came: licences.mjs CLIENT.
//
// They are those that the client's lock names and that are not of its development alone. One without a licence in words is
// told by the name of it that it gives; one without either ends this with 1.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [client] = process.argv.slice(2);
const { packages } = JSON.parse(readFileSync(join(client, "package-lock.json"), "utf8"));

/** The words of a package's licence, and of what it wants to have said beside that. */
function wordsOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice|ofl)\b/i.test(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), "utf8").replaceAll("\r", "").trim())
    .join("\n\n");
}

for (const [path, { dev, devOptional, optional }] of Object.entries(packages)) {
  if (!path || dev || devOptional || optional) continue;
  const folder = join(client, path);
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const words = wordsOf(folder);
  if (!license && !words) {
    console.error(`${name} ${version} says nothing of its licence`);
    process.exitCode = 1;
  }
  const by = typeof author === "string" ? author : author?.name;
  console.log(`${"=".repeat(72)}\n${name} ${version}: ${license ?? "as follows"}${by ? `, by ${by}` : ""}\n\n${words}\n`);
}
