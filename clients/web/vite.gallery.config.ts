// The gallery: every screen in its main states from made-up views, for looking at. Not part of the build.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { flags } from "./vite.flags.ts";

export default defineConfig({
  plugins: [react(), flags()],
  server: { port: 5199, strictPort: true, host: "127.0.0.1", open: false },
});
