// What the browser loads for a screen before it is shown, packed with gzip, from dist (npm run build): the JavaScript that the
// screen needs, its words in one language, and its style sheets. In bytes.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

const packed = new Map();
function bytesOf(file) {
  if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(join(dist, file))).length);
  return packed.get(file);
}

/** A chunk and those that it imports; what it may load later is not among them. */
function withImports(manifest, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(manifest, imported, found);
  return found;
}

// As src/i18n/catalogues.ts says (partsOf); a test holds that no screen says more.
const partsOf = (screen) => (screen === "captions" ? ["common", "booth", screen] : ["common", screen]);

const sum = (files) => [...new Set(files)].reduce((total, file) => total + bytesOf(file), 0);

/**
 * @param {string} screen
 * @param {string} language
 */
export function firstLoad(screen, language) {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
  const chunks = ["index.html", `src/screens/${screen}/index.tsx`].flatMap((name) => [...withImports(manifest, name)]);
  const said = partsOf(screen).map((part) => `src/i18n/messages/${language}/${part}.json`);
  const articles = manifest[`src/i18n/articles/${language}.ts`];
  const scripts = sum([...chunks.map((name) => manifest[name].file), ...(articles ? [articles.file] : [])]);
  const words = sum(said.map((name) => manifest[name].file));
  const style = sum(chunks.flatMap((name) => manifest[name].css ?? []));
  return { scripts, words, style, all: scripts + words + style };
}
