import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    // Bounds against hanging, not against slowness: no test depends on the speed of the machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
