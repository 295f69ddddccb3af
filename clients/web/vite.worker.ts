// Makes the service worker of src/worker: one file, /sw.js, which knows the files that each screen is made of.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build as buildAlone, type Plugin, type Rolldown } from "vite";
import { partsOf } from "./src/i18n/partsOf.ts";
import type { Build } from "./src/worker/keeper.ts";

type Chunk = Rolldown.OutputChunk;
type Bundle = Rolldown.OutputBundle;

const screens = ["join", "booth", "captions", "chair", "delegate", "desk", "display"];
const words = /\/src\/i18n\/(?:messages|articles|wording)\//;

/** What src/main.tsx asks for. */
function rootsOf(screen: string): string[] {
  const own = `/src/screens/${screen}/index.tsx`;
  return screen === "join" ? ["/src/shared/start.tsx", own] : ["/src/shared/start.tsx", "/src/shared/gate.tsx", own];
}

const isOf = (chunk: Chunk, source: string) => chunk.moduleIds.some((id) => id.endsWith(source));
const sourceOf = ({ facadeModuleId }: Chunk) => facadeModuleId ?? "";

/** All that the chunks may load, now or later, but for words: of those a screen has its own. */
function reached(chunks: ReadonlyMap<string, Chunk>, roots: readonly Chunk[], entry: Chunk): Set<Chunk> {
  const found = new Set<Chunk>();
  const follow = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk) || words.test(sourceOf(chunk))) return;
    found.add(chunk);
    // What the page begins with may load every screen.
    for (const next of [...chunk.imports, ...(chunk === entry ? [] : chunk.dynamicImports)]) follow(chunks.get(next));
  };
  for (const root of roots) follow(root);
  return found;
}

/** In every language: its reader chooses one. */
function wordsOf(chunks: readonly Chunk[], screen: string): Chunk[] {
  const parts = partsOf(screen);
  return chunks.filter((chunk) => {
    const source = sourceOf(chunk);
    const part = /\/messages\/[a-z]+\/([a-z]+)\.json$/.exec(source)?.[1];
    return words.test(source) && (part === undefined || parts.includes(part));
  });
}

function describe(bundle: Bundle): Build {
  const byName = new Map(
    Object.entries(bundle).flatMap(([name, file]) => (file.type === "chunk" ? [[name, file]] : [])),
  );
  const chunks = [...byName.values()];
  const entry = chunks.find(({ isEntry }) => isEntry);
  const page = bundle["index.html"];
  if (!entry || page?.type !== "asset") throw new Error("there is no page to be kept");
  const filesOf = (screen: string) => {
    const roots = rootsOf(screen).map((source) => {
      const root = chunks.find((chunk) => isOf(chunk, source));
      if (!root) throw new Error(`${source} is in no chunk`);
      return root;
    });
    const all = [...reached(byName, [entry, ...roots], entry), ...wordsOf(chunks, screen)];
    const files = all.flatMap(({ fileName, viteMetadata }) => [fileName, ...(viteMetadata?.importedCss ?? [])]);
    return [...new Set(files)].sort().map((file) => `/${file}`);
  };
  return {
    version: `/${entry.fileName}`,
    page: createHash("sha256").update(page.source).digest("hex").slice(0, 16),
    screens: Object.fromEntries(screens.map((screen) => [screen, filesOf(screen)])),
  };
}

/** By a build of its own: what it shares with the pages stands in it, for it may load nothing. */
async function compiled(root: string, described: Build): Promise<string> {
  const built = await buildAlone({
    configFile: false,
    root,
    logLevel: "warn",
    define: { BUILD: JSON.stringify(described) },
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: join(root, "src", "worker", "index.ts"), output: { format: "iife" } },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !("output" in first) || first.output.length !== 1) throw new Error("the worker is not one file");
  return first.output[0].code;
}

export function worker(): Plugin {
  let root = "";
  return {
    name: "rostrum-worker",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      root = config.root;
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const source = await compiled(root, describe(bundle));
        this.emitFile({ type: "asset", fileName: "sw.js", source });
      },
    },
  };
}
