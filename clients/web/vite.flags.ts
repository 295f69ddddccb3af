// Serves the flags of flag-icons from our own origin as /assets/flags/<code>-<hash>.svg, in development and in the build: each by
// need, and once for all visits. The hash is of the whole set, so that the screens need to know no more than one.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const folder = join(import.meta.dirname, "node_modules", "flag-icons", "flags", "4x3");
const names = readdirSync(folder).filter((file) => file.endsWith(".svg"));

/** As long as the server takes a hash in a name to be (server/gateway/site.cpp). */
const hash_length = 8;

function hashOfAll(): string {
  const hash = createHash("sha256");
  for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("base64url").slice(0, hash_length);
}

export function flags(): Plugin {
  const hash = hashOfAll();
  const served = (name: string) => name.replace(/\.svg$/, `-${hash}.svg`);
  const byAddress = new Map(names.map((name) => [served(name), join(folder, name)]));
  return {
    name: "rostrum-flags",
    config: () => ({ define: { "import.meta.env.FLAGS": JSON.stringify(hash) } }),
    configureServer(server) {
      server.middlewares.use("/assets/flags", (request, response, next) => {
        const file = byAddress.get((request.url ?? "").slice(1).split("?")[0] ?? "");
        if (!file || !existsSync(file)) return next();
        response.setHeader("content-type", "image/svg+xml");
        createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      for (const [name, file] of byAddress) {
        this.emitFile({ type: "asset", fileName: `assets/flags/${name}`, source: readFileSync(file) });
      }
    },
  };
}
