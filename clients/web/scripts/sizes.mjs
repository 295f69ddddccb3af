// Prints what the browser loads for each screen before it is shown, packed with gzip, from dist (npm run build), as a table:
// the JavaScript that the screen needs, its words in one language, and its style sheets.
//   npm run sizes            in English
//   npm run sizes -- fr      in another language
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
const language = process.argv[2] ?? "en";
const screens = ["join", "chair", "desk", "delegate", "booth", "captions", "display"];

const packed = new Map();
function bytesOf(file) {
  if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(join(dist, file))).length);
  return packed.get(file);
}

/** A chunk and those that it imports; what it may load later is not among them. */
function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(imported, found);
  return found;
}

// As src/i18n/catalogues.ts says (partsOf); a test holds that no screen says more.
const partsOf = (screen) => (screen === "captions" ? ["common", "booth", screen] : ["common", screen]);
const words = (screen) => partsOf(screen).map((part) => `src/i18n/messages/${language}/${part}.json`);

const sum = (files) => [...new Set(files)].reduce((total, file) => total + bytesOf(file), 0);
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(6);

console.log("| screen   | JavaScript | words | style |  all |\n| --- | ---: | ---: | ---: | ---: |");
for (const screen of screens) {
  const chunks = [...withImports("index.html"), ...withImports(`src/screens/${screen}/index.tsx`)];
  const scripts = sum(chunks.map((name) => manifest[name].file));
  const said = sum(words(screen).map((name) => manifest[name].file));
  const style = sum(chunks.flatMap((name) => manifest[name].css ?? []));
  const columns = [scripts, said, style, scripts + said + style].map(kilobytes);
  console.log(`| ${screen.padEnd(8)} | ${columns.join(" | ")} |`);
}
