// What the browser loads for a screen before it is shown, in bytes as they are sent to it, from dist (npm run build): the
// JavaScript that the screen needs, its words in one language, its style sheets and the page. Fonts come apart, and never
// keep it waiting.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

/** Packed by the build (vite.packed.ts), but for what gets no smaller by it. */
function bytesOf(file) {
  const packed = join(dist, `${file}.br`);
  return statSync(existsSync(packed) ? packed : join(dist, file)).size;
}

/** What a screen may weigh, in bytes: in the hall's network it is there within a few seconds. */
export const budgets = { join: 110_000, delegate: 200_000, chair: 260_000 };

/** Rows of the console's list that are seen at once, on the largest screen that it is drawn for, and who speaks and is next. */
const flags_in_view = 19;

/** A chunk and those that it imports; what it may load later is not among them. */
function withImports(manifest, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(manifest, imported, found);
  return found;
}

// As src/i18n/partsOf.ts says; a test holds that no screen says more.
const partsOf = (screen) => {
  if (screen === "join") return ["common", screen];
  if (screen === "display") return ["common", "motions", screen];
  const managing = screen === "chair" || screen === "desk" ? ["managing"] : [];
  return ["common", "acts", "motions", ...managing, ...(screen === "captions" ? ["booth"] : []), screen];
};

const sum = (files) => [...new Set(files)].reduce((total, file) => total + bytesOf(file), 0);

/** As src/main.tsx asks for them: what signs in comes before every screen but the way in, which has it while a code is typed. */
function chunksOf(manifest, screen) {
  const gate = Object.keys(manifest).find((name) => manifest[name].name === "gate");
  const signsIn = screen === "join" ? "src/screens/join/SigningIn.tsx" : gate;
  const roots = ["index.html", "src/shared/start.tsx", `src/screens/${screen}/index.tsx`, signsIn];
  return [...new Set(roots.flatMap((name) => [...withImports(manifest, name)]))];
}

/** As many of the Council's delegations as are seen at once, in the mean: which they are changes with every speaker. */
function flagsInView() {
  const roster = join(dist, "..", "..", "..", "deploy", "programmes", "council-2005-roster.csv");
  const codes = readFileSync(roster, "utf8")
    .split("\n")
    .map((line) => line.split(",")[0].toLowerCase());
  const folder = join("assets", "flags");
  const flags = readdirSync(join(dist, folder)).filter((flag) => codes.includes(/^(.*)-.{8}\.svg$/.exec(flag)?.[1]));
  return Math.round((flags_in_view * sum(flags.map((flag) => join(folder, flag)))) / flags.length);
}

/**
 * @param {string} screen
 * @param {string} language
 */
export function firstLoad(screen, language) {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
  const chunks = chunksOf(manifest, screen);
  const said = partsOf(screen).map((part) => `src/i18n/messages/${language}/${part}.json`);
  const articles = screen === "join" ? undefined : manifest[`src/i18n/articles/${language}.ts`];
  const scripts = sum([...chunks.map((name) => manifest[name].file), ...(articles ? [articles.file] : [])]);
  const words = sum(said.map((name) => manifest[name].file));
  const style = sum(["index.html", ...chunks.flatMap((name) => manifest[name].css ?? [])]);
  const flags = screen === "chair" ? flagsInView() : 0;
  return { scripts, words, style, flags, all: scripts + words + style + flags };
}
