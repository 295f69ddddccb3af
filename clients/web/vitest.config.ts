import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The tests of what draws nothing run without a document, which takes longer to make than most of them take.
const withDocument = ["src/**/*.test.tsx", "src/sync/{connection,elsewhere,hall,pending,silence,unconfirmed}.test.ts"];

export default defineConfig({
  plugins: [react()],
  test: {
    restoreMocks: true,
    // What the build says of the flags (vite.flags.ts).
    env: { FLAGS: "hash_of-" },
    pool: "threads",
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
          // What draws nothing keeps nothing between files: they share the modules they load.
          isolate: false,
          environment: "node",
          include: ["src/**/*.test.ts"],
          exclude: withDocument,
          setupFiles: ["src/testing/articles.ts"],
        },
      },
      {
        extends: true,
        // Modules and a document for each file. Where files shared them, a file was failed by what the one before it in its
        // worker had left: a form on its way for ever, a second listener to Back, a module that was no longer to be mocked.
        test: { name: "screens", environment: "jsdom", include: withDocument, setupFiles: ["src/testing/setup.ts"] },
      },
    ],
  },
});
