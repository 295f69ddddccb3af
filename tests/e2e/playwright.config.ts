// Browser tests against real servers, with Debian's Chromium without a window. Each test has a fresh profile and a server
// of its own. ROSTRUM_TRACE=1 keeps a trace of what fails; it is off by default, for it takes a sixth of the time.
import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../build/e2e",
  // A worker for each core, and no more: what waits for a clock leaves its core to the other parts of tools/test.
  workers: availableParallelism(),
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // For what never comes, and far more than any machine takes for what does.
  timeout: 400_000,
  expect: { timeout: 60_000 },
  use: {
    browserName: "chromium",
    // What cannot be pressed is named, with what lies over it, long before the test's own time is over.
    actionTimeout: 120_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    contextOptions: { reducedMotion: "reduce" },
    trace: process.env["ROSTRUM_TRACE"] ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["ROSTRUM_CHROMIUM"] ?? "/usr/bin/chromium-headless-shell",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
