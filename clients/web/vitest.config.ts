import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The tests of what draws nothing run without a document, which takes longer to make than most of them take.
const withDocument = ["src/**/*.test.tsx", "src/sync/{connection,elsewhere,hall,pending,unconfirmed}.test.ts"];

export default defineConfig({
  plugins: [react()],
  test: {
    restoreMocks: true,
    // What the build says of the flags (vite.flags.ts).
    env: { FLAGS: "hash_of-" },
    // Files that run one after the other share the libraries they load, and the document: src/testing/setup.ts leaves it as
    // it was. Our own modules are loaded anew for each file.
    pool: "threads",
    isolate: false,
    // A worker for each core, where the default leaves one free.
    maxWorkers: "100%",
    // Bounds against hanging, not against slowness: no test depends on the speed of the machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "plain",
          environment: "node",
          include: ["src/**/*.test.ts"],
          exclude: withDocument,
          setupFiles: ["src/testing/articles.ts"],
        },
      },
      {
        extends: true,
        test: { name: "screens", environment: "jsdom", include: withDocument, setupFiles: ["src/testing/setup.ts"] },
      },
    ],
  },
});
