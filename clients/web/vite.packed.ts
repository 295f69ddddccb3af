// Packs the files of the build, once and as small as can be, so that the server packs nothing: beside chair.js stand
// chair.js.br and chair.js.gz. Images and fonts are packed already. What gets no smaller is left as it is.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const worth_it = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;

const packings: [string, (bytes: Buffer) => Promise<Buffer>][] = [
  [
    ".br",
    (bytes) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ],
  // Without a name or a time in it: the same files are packed the same.
  [".gz", (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })],
];

async function pack(file: string): Promise<void> {
  const bytes = readFileSync(file);
  for (const [ending, packed] of packings) {
    const smaller = await packed(bytes);
    if (smaller.length < bytes.length) writeFileSync(file + ending, smaller);
  }
}

/** Files that are served: those that begin with a dot are for the build's own measurements. */
function served(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? served(path) : [path]));
}

export function packed(): Plugin {
  let folder = "";
  return {
    name: "rostrum-packed",
    apply: "build",
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    async closeBundle() {
      await Promise.all(
        served(folder)
          .filter((file) => worth_it.test(file))
          .map(pack),
      );
    },
  };
}
