// What screens cost the network of the hall: all of it packed, a second visit next to nothing, and nothing waited for that can
// come later.
import type { Page, Response, Route } from "@playwright/test";
import { desktop, expect, tablet, test } from "./support/fixtures.ts";
import { panel, roster } from "./support/programme.ts";
import type { RostrumServer } from "./support/server.ts";
import { openPanel } from "./support/session.ts";

/** What is so small may be no smaller packed. */
const tiny_bytes = 300;

/** What the page asks the server for, from now on. */
function watched(page: Page): Response[] {
  const all: Response[] = [];
  page.on("response", (response) => all.push(response));
  return all;
}

const pathOf = (response: Response) => new URL(response.url()).pathname;
const typeOf = (response: Response) => /javascript|css|html|svg|font/.exec(response.headers()["content-type"] ?? "")?.[0] ?? "other";

async function requestsSo(server: RostrumServer): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^rostrum_http_requests_total (\d+)$/m.exec(metrics)?.[1]);
}

for (const role of ["delegate", "chair"]) {
  test(`everything that the screen of a ${role} is made of comes packed`, async ({ enter }) => {
    let answers: Response[] = [];
    const page = await enter(role, { delegation: role === "delegate" ? "EC" : "", watch: (page) => (answers = watched(page)) });
    await page.waitForLoadState("networkidle");
    if (role === "delegate") await expect.poll(() => answers.map(typeOf), "the own flag").toContain("svg");
    const files = answers.filter((answer) => typeOf(answer) !== "font");
    const types = ["css", "html", "javascript", ...(role === "delegate" ? ["svg"] : [])];
    expect([...new Set(files.map(typeOf))].toSorted()).toEqual(types);
    for (const file of files) {
      const { "content-encoding": encoding, "content-length": length, vary } = file.headers();
      expect(vary, pathOf(file)).toBe("Accept-Encoding");
      if (Number(length) > tiny_bytes) expect(encoding, pathOf(file)).toBe("br");
    }
    for (const font of answers.filter((answer) => typeOf(answer) === "font")) {
      expect(font.headers()["content-encoding"], "is packed as it is").toBeUndefined();
    }
  });
}

test("a visit after the first asks the server for the page alone, which has not changed, also where no worker keeps the files", async ({ server, enter }) => {
  const first = await enter("delegate", { delegation: "EC", viewport: tablet, serviceWorkers: "block" });
  await expect(first.getByRole("heading", { name: "Ecuador" })).toBeVisible();
  await first.evaluate(() => document.fonts.ready);
  // The first has all of it once what comes later has come too: until then another one may still ask for that.
  await expect(async () => {
    await first.waitForLoadState("networkidle");
    const before = await requestsSo(server);
    const again = await first.context().newPage();
    const session = await again.context().newCDPSession(again);
    await session.send("Network.enable");
    const statuses: number[] = [];
    session.on("Network.responseReceivedExtraInfo", ({ statusCode }) => statuses.push(statusCode));
    await again.goto(`${server.url}/delegate`);
    await expect(again.getByRole("heading", { name: "Ecuador" })).toBeVisible();
    await again.waitForLoadState("networkidle");
    await again.close();
    expect((await requestsSo(server)) - before, "besides the question for how many").toBe(1 + 1);
    expect(statuses.filter((status) => status !== 101), "of what the server was asked").toEqual([304]);
  }).toPass({ timeout: 180_000 });
});

test("the way in stands before what signs in has come, which is fetched while the code is typed", async ({ server, page }) => {
  let held: Route | undefined;
  await page.route(/\/assets\/SigningIn-.*\.js$/, (route) => {
    held = route;
  });
  const answers = watched(page);
  await page.goto(server.url);
  const code = page.getByRole("textbox", { name: "Code or link" });
  await expect(code).toBeFocused();
  await expect.poll(() => held, "it is asked for before anything is typed").toBeDefined();
  await code.fill(server.signIn("delegate", "CL").code);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Signing in")).toBeVisible();
  expect(answers.map(pathOf).filter((path) => path.includes("SigningIn"))).toEqual([]);
  await expect(page.getByRole("alert"), "why it takes so long, and a way back").toHaveText(/does not answer yet/);
  await page.getByRole("button", { name: "Use another code" }).click();
  await expect(code).toHaveValue(server.signIn("delegate", "CL").code);
  await held?.continue();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Chile" })).toBeVisible();
});

test("no screen waits for a font", async ({ server, page }) => {
  await page.route(/\.woff2$/, () => {});
  await page.goto(server.signIn("delegate", "CL").url);
  await expect(page.getByRole("heading", { name: "Chile" })).toBeVisible();
  await page.getByRole("tab", { name: "Programme" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  const displays = await page.evaluate(() => [...document.fonts].map(({ display }) => display));
  expect([...new Set(displays)], "another font stands in at once").toEqual(["swap"]);
  expect(await page.locator("link[rel=preload]").count(), "no font is fetched before what is to be seen").toBe(0);
});

test.describe("of a full list", () => {
  test.use({ serverOptions: { more: ["--limits", "items_per_second_max=1000,items_burst_max=1000"] } });

  test("the chair's console fetches the flags that are in view, and others as they come into view", async ({ enter, seat }) => {
    const desk = await seat("desk");
    await openPanel(desk);
    const waiting = roster().slice(0, 100);
    for (const delegation of waiting) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT", language: "en", speaker: { name: "A speaker" } } });
    let answers: Response[] = [];
    const chair = await enter("chair", { viewport: desktop, watch: (page) => (answers = watched(page)) });
    const flags = () => new Set(answers.map(pathOf).filter((path) => path.startsWith("/assets/flags/"))).size;
    const rows = chair.locator("[data-entry]");
    await expect(rows.first().locator("img")).toHaveJSProperty("complete", true);
    await chair.waitForLoadState("networkidle");
    const atFirst = flags();
    expect(atFirst).toBeGreaterThan(0);
    expect(atFirst, "less than half of them").toBeLessThan(waiting.length / 2);
    await chair.getByRole("grid").getByRole("row").first().focus();
    await rows.first().focus();
    await chair.keyboard.press("End");
    await expect.poll(flags).toBeGreaterThan(atFirst);
  });
});
