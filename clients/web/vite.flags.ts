// Serves the flags of flag-icons from our own origin as /flags/<code>.svg, in development and in the build.
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const folder = join(import.meta.dirname, "node_modules", "flag-icons", "flags", "4x3");

export function flags(): Plugin {
  return {
    name: "rostrum-flags",
    configureServer(server) {
      server.middlewares.use("/flags", (request, response, next) => {
        const name = (request.url ?? "").slice(1).split("?")[0] ?? "";
        const file = join(folder, name);
        if (!/^[a-z-]+\.svg$/.test(name) || !existsSync(file)) return next();
        response.setHeader("content-type", "image/svg+xml");
        createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith(".svg"))) {
        this.emitFile({ type: "asset", fileName: `flags/${name}`, source: readFileSync(join(folder, name)) });
      }
    },
  };
}
