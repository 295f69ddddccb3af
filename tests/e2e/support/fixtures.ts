// What every browser test starts from: a server of its own, lines that can be cut, screenshots, and axe.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Page, test as base, expect } from "@playwright/test";
import { Line } from "./line.ts";
import { RostrumServer, type ServerOptions } from "./server.ts";

export { expect };

const screenshots = process.env["ROSTRUM_SCREENSHOTS"] ?? fileURLToPath(new URL("../../../build/screenshots", import.meta.url));

interface Fixtures {
  /** Set with test.use({ serverOptions: { ... } }). */
  serverOptions: ServerOptions;
  server: RostrumServer;
  /** A new line to the server; closed at the end of the test. */
  newLine: () => Promise<Line>;
}

export const test = base.extend<Fixtures>({
  serverOptions: [{}, { option: true }],

  server: async ({ serverOptions }, use, info) => {
    const server = await RostrumServer.start(serverOptions);
    await use(server);
    const output = () => info.attach("server.log", { body: server.output, contentType: "text/plain" });
    try {
      await server.stop();
    } catch (error) {
      await output();
      throw error;
    }
    if (info.status !== info.expectedStatus) await output();
  },

  newLine: async ({ server }, use) => {
    const lines: Line[] = [];
    await use(async () => {
      const line = await Line.to(server.port);
      lines.push(line);
      return line;
    });
    for (const line of lines) await line.close();
  },
});

/** Keeps a picture of the screen as build/screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: "disabled" });
}

/** Fails with the names of the rules and the elements where axe finds something serious. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ target }) => target.join(" ")).join("\n  ")}`);
  expect(serious, "what axe finds serious").toEqual([]);
}
