import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { ahead } from "./vite.ahead.ts";
import { flags } from "./vite.flags.ts";
import { spokenLanguages } from "./vite.languages.ts";
import { packed } from "./vite.packed.ts";
import { schema } from "./vite.schema.ts";
import { worker } from "./vite.worker.ts";

/** What nearly every screen has anyway comes together: each file costs an answer's head, and a turn among the six at a time. */
const chunks = [
  { name: "draws", test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 3 },
  {
    name: "wire",
    test: /node_modules[\\/]@bufbuild|src[\\/](?:wire|sync)[\\/](?!backoff|last|expected|question|gen[\\/]rostrum[\\/]v1[\\/]question)/,
    priority: 2,
  },
  {
    name: "basics",
    test: /src[\\/](?:i18n[\\/](?:index|message|format|isolated)\.|parts[\\/](?:class|Note|Skeleton|Native|Field\.module|Button\.module)|shared[\\/](?:failure|gate\.module|later|LoadAgain|patience))/,
    priority: 1,
  },
];

export default defineConfig({
  plugins: [react(), flags(), spokenLanguages(), schema(), ahead(), worker(), packed()],
  build: {
    target: "es2022",
    // Nothing inline: the pages are served under a content security policy that allows their own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [...chunks], includeDependenciesRecursively: false } } },
    // What loads what, for scripts/firstLoad.mjs.
    manifest: true,
  },
  server: { proxy: { "/ws": { target: "ws://127.0.0.1:8080", ws: true } } },
});
