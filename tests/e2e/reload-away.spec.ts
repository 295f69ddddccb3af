// A page that is loaded again while the server is away: it stands, says so, and goes on by itself once the server is back.
import type { Page } from "@playwright/test";
import { expect, hall, phone, tablet, test } from "./support/fixtures.ts";
import { expectKept, keptBy, proxyWithoutServer, Version } from "./support/kept.ts";
import { panel } from "./support/programme.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";
import { type Language, words } from "./support/words.ts";

const entering = {
  display: { role: "display", language: "es", options: { viewport: hall } },
  "delegate on a phone": { role: "delegate", language: "fr", options: { delegation: "EC", viewport: phone } },
  chair: { role: "chair", language: "en", options: {} },
  booth: { role: "interpreter", language: "fr", options: { name: "booth-fr", viewport: tablet } },
  captioner: { role: "captioner", language: "es", options: {} },
} as const;

/** That it stands, in its language, without a server. */
async function expectAway(page: Page, language: Language): Promise<void> {
  await expect(page.getByText(words(language)("gate.no_answer"))).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

for (const [screen, { role, language, options }] of Object.entries(entering)) {
  test(`the screen of a ${screen} that is loaded again while the server is away says so, and is live again once it is back`, async ({ enter, server }) => {
    const page = await enter(role, { ...options, language });
    await expectKept(page);
    await server.kill9();
    await page.reload();
    await expectAway(page, language);
    await server.restart();
    await expect(page.getByText(words(language)("gate.no_answer"))).toBeHidden();
    await expect(page.getByRole("banner").or(page.getByRole("heading", { level: 1 })).first()).toBeVisible();
  });
}

test("a proxy that says that there is no server behind it is never what a screen shows", async ({ enter, newLine }) => {
  const line = await newLine();
  const page = await enter("delegate", { delegation: "EC", viewport: tablet, language: "fr", through: line });
  await expectKept(page);
  await line.cut();
  const proxy = await proxyWithoutServer(line.port);
  await page.reload();
  await expectAway(page, "fr");
  await proxy.close();
  await line.mend();
  await expect(page.getByRole("heading", { name: "Équateur" })).toBeVisible();
});

test("a line on which nothing comes back is a server that is away too", async ({ enter, newLine }) => {
  const line = await newLine();
  const page = await enter("chair", { language: "en", through: line });
  await expectKept(page);
  line.die();
  await page.reload();
  await expectAway(page, "en");
  await line.mend();
  await expect(page.getByRole("banner")).toBeVisible();
});

test("who is signed out and comes back while the server is away finds the way in", async ({ enter, server }) => {
  const page = await enter("delegate", { delegation: "EC", viewport: tablet, language: "en" });
  await expectKept(page);
  await server.kill9();
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  await page.goto(`${server.url}/delegate`);
  await expect(page).toHaveURL(/\/join$/);
  await expect(page.getByRole("textbox", { name: "Code or link" })).toBeVisible();
});

test("nothing of a session, nor of who is signed in, is kept with the files of the screens", async ({ enter, server, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "KE");
  await giveFloor(desk, "KE");
  const { code } = server.signIn("delegate", "EC");
  const page = await enter("delegate", { delegation: "EC", viewport: tablet, language: "en" });
  await page.getByRole("button", { name: "Ask for the floor" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name of the speaker" }).fill("Rosalía Arteaga");
  await page.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).click();
  await expectKept(page);
  await page.reload();
  await page.goto(server.signIn("delegate", "EC").url);
  await expect(page.getByText("You are next", { exact: true }).first()).toBeVisible();
  const files: Record<string, string> = (await keptBy(page))[0]?.files ?? {};
  const ours = /^\/(?:$|screens-used-here$|assets\/[^?#]+$)/;
  expect(Object.keys(files).filter((path) => !ours.test(path))).toEqual([]);
  expect(Object.keys(files).filter((path) => path.startsWith("/assets/")).length).toBeGreaterThan(10);
  for (const [path, text] of Object.entries(files))
    for (const word of [code, code.replace("-", ""), "Arteaga", panel, server.signIn("delegate", "EC").session]) expect(text.includes(word), `${word} in ${path}`).toBe(false);
});

test.describe("of a server that is replaced by one of another version", () => {
  let version: Version;
  test.use({
    serverOptions: async ({}, use) => {
      version = await Version.first();
      await use({ web: version.folder });
      await version.remove();
    },
  });

  test("a page that is open goes on with the files of its own, and the next one replaces them as a whole", async ({ enter, server }) => {
    const page = await enter("display", { viewport: hall, language: "en" });
    const script = () => page.locator("script[type=module]").getAttribute("src");
    await expectKept(page);
    await page.reload();
    const before = (await script()) ?? "";
    const [old] = await keptBy(page);
    await server.kill9();
    await version.replace();
    await server.restart();
    await expect(page.getByText("Reconnecting", { exact: true })).toBeHidden();
    expect((await fetch(server.url + before)).status, "the server has it no more").toBe(404);
    expect(await page.evaluate(async (path) => (await fetch(path)).status, before)).toBe(200);

    await page.reload();
    await expect.poll(script).not.toBe(before);
    const after = (await script()) ?? "";
    await expect.poll(async () => (await keptBy(page)).map((kept) => kept.version)).toEqual([`rostrum ${after}`]);
    await expectKept(page);
    const [kept] = await keptBy(page);
    const named = (files: Record<string, string> = {}) => Object.keys(files).filter((path) => /\.(js|css)$/.test(path));
    expect(named(kept?.files).length).toBe(named(old?.files).length);
    expect(named(kept?.files).filter((path) => old?.files[path] !== undefined), "of the version before").toEqual([]);

    await server.kill9();
    await page.reload();
    await expectAway(page, "en");
    expect(await script()).toBe(after);
    await server.restart();
    await expect(page.getByText(words("en")("gate.no_answer"))).toBeHidden();
  });
});
