import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { flags } from "./vite.flags.ts";
import { spokenLanguages } from "./vite.languages.ts";
import { packed } from "./vite.packed.ts";

export default defineConfig({
  plugins: [react(), flags(), spokenLanguages(), packed()],
  build: {
    target: "es2022",
    // Nothing inline: the pages are served under a content security policy that allows their own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What loads what, for scripts/firstLoad.mjs.
    manifest: true,
  },
  server: { proxy: { "/ws": { target: "ws://127.0.0.1:8080", ws: true } } },
});
