// What every browser test starts from: a server of its own, lines that can be cut, screenshots, and axe.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type BrowserContext, type BrowserContextOptions, type Page, test as base, expect } from "@playwright/test";
import { Example } from "./example.ts";
import { Line } from "./line.ts";
import { holdTenSeconds } from "./patience.ts";
import { Seat } from "./seat.ts";
import { RostrumServer, type ServerOptions } from "./server.ts";
import type { Language } from "./words.ts";

export { expect };

const screenshots =
  process.env["ROSTRUM_SCREENSHOTS"] ?? fileURLToPath(new URL("../../../build/screenshots", import.meta.url));

/** Where a role is not called as its screen. */
const screens: Record<string, string> = { interpreter: "booth", captioner: "captions", observer: "display" };

interface Fixtures {
  /** Set with test.use({ serverOptions: { ... } }). */
  serverOptions: ServerOptions;
  server: RostrumServer;
  /** A new line to the server; closed at the end of the test. */
  newLine: () => Promise<Line>;
  /** Signs in with a browser of its own. */
  enter: (role: string, options?: EnterOptions) => Promise<Page>;
  /** Signs in without a browser. */
  seat: (role: string, delegation?: string, name?: string) => Promise<Seat>;
  /** The example client, to be started; ended at the end of the test. */
  example: Example;
}

export interface EnterOptions extends BrowserContextOptions {
  delegation?: string;
  /** The name of the sign-in, where a role has several. */
  name?: string;
  language?: Language;
  /** More of the address of the screen. */
  query?: Record<string, string>;
  through?: Line;
  /** Of several servers. */
  at?: RostrumServer;
  /** What the screen takes away by itself after ten seconds stands until the test has them pass (support/patience.ts). */
  patient?: boolean;
  /** Before the page goes anywhere, which waits for it. */
  watch?: (page: Page) => unknown;
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

  enter: async ({ server, browser }, use) => {
    const contexts: BrowserContext[] = [];
    const refused: string[] = [];
    await use(async (role, { delegation, name, language, query = {}, through, at = server, patient, watch, ...options } = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.on("console", (said) => {
        if (said.text().includes("Content Security Policy")) refused.push(`${page.url()}: ${said.text()}`);
      });
      if (patient) await holdTenSeconds(page);
      await watch?.(page);
      const screen = `/${screens[role] ?? role}`;
      // Straight to the screen: by way of the page to sign in, which join.spec goes, each would load two pages.
      const address = new URL(at.signIn(role, delegation, name).url);
      address.pathname = screen;
      const said = Object.entries({ ...(language ? { lang: language } : {}), ...query });
      for (const [name, value] of said) address.searchParams.set(name, value);
      await page.goto(through?.through(address.href) ?? address.href);
      await page.waitForURL(({ pathname, hash }) => pathname === screen && hash === "");
      // Several browsers that start at once take each other's time, as nothing after it does.
      await expect(page.getByRole("banner").or(page.getByRole("heading", { level: 1 })).first()).toBeVisible({ timeout: 180_000 });
      return page;
    });
    for (const context of contexts) await context.close();
    expect(refused, "what the server's policy kept the pages from").toEqual([]);
  },

  seat: async ({ server }, use) => {
    const seats: Seat[] = [];
    await use(async (role, delegation, name) => {
      const seat = await Seat.take(server, role, delegation, name);
      seats.push(seat);
      return seat;
    });
    for (const seat of seats) seat.leave();
  },

  example: async ({}, use, info) => {
    const example = new Example();
    await use(example);
    await example.end();
    if (info.status !== info.expectedStatus)
      await info.attach("example.log", { body: example.output, contentType: "text/plain" });
  },
});

export const desktop = { width: 1440, height: 900 };
export const tablet = { width: 820, height: 1180 };
export const phone = { width: 360, height: 740 };
export const hall = { width: 1920, height: 1080 };

/** Keeps a picture of the screen as build/screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: "disabled" });
}

/**
 * Fails with the names of the rules and the elements where axe finds something serious. It looks at this page alone: a
 * frame in it that runs no scripts would never answer. A dialog is judged without the page behind it, which is hidden from
 * everyone but the eye. Contrast takes most of the time, and is the same in each language of a state: where it has been
 * judged in one, the others leave it out.
 */
export async function expectAccessible(page: Page, { contrast = true } = {}): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (contrast) => {
    const { axe: judge } = window as unknown as { axe: typeof axe };
    const rules = { "color-contrast": { enabled: contrast } };
    const judged = await judge.run(document.querySelector("[role=dialog], [role=alertdialog]") ?? document, { iframes: false, resultTypes: ["violations"], rules });
    return judged.violations.map(({ id, help, impact, nodes }) => ({ id, help, impact, at: nodes.map(({ target }) => target.join(" ")) }));
  }, contrast);
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, at }) => `${id}: ${help}\n  ${at.join("\n  ")}`);
  expect(serious, "what axe finds serious").toEqual([]);
}
