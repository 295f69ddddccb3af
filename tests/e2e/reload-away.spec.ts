// A page that is loaded again while the server is away: it stands, says so, and goes on by itself once the server is back.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, hall, phone, screenshot, tablet, test } from "./support/fixtures.ts";
import { expectKept, keptBy, proxyWithoutServer, Version } from "./support/kept.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { panel } from "./support/programme.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";
import { type Language, words } from "./support/words.ts";

const entering = {
  "delegate on a phone": { role: "delegate", language: "fr", options: { delegation: "EC", viewport: phone } },
  chair: { role: "chair", language: "en", options: {} },
  // In the language of its seat, which nobody says until the server is back.
  booth: { role: "interpreter", language: "fr", options: { name: "booth-fr", viewport: tablet }, ofSeat: true },
  captioner: { role: "captioner", language: "es", options: {} },
} as const;

const title = { en: /Council 2005/, fr: /Conseil 2005/, es: /Consejo de 2005/ };

/** That it stands, in its language, without a server: what the session is called, its time, and that it is tried again. */
async function expectAway(page: Page, language: Language): Promise<void> {
  await expect(page.getByText(words(language)("gate.no_answer"))).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title[language]);
  await expect(page.getByText(/^(14:5\d|15:\d\d)$/)).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expectNothingBeyondSides(page);
}

for (const [screen, { role, language, options, ...more }] of Object.entries(entering)) {
  test(`the screen of a ${screen} that is loaded again while the server is away says so, and is live again once it is back`, async ({ enter, server }) => {
    const page = await enter(role, "ofSeat" in more ? options : { ...options, language });
    await expectKept(page);
    await server.kill9();
    await page.reload();
    await expectAway(page, language);
    await screenshot(page, `reload-away-${role}-${language}`);
    await expectAccessible(page);
    await server.restart();
    await expect(page.getByText(words(language)("gate.no_answer"))).toBeHidden();
    await expect(page.getByRole("banner").or(page.getByRole("heading", { level: 1 })).first()).toBeVisible();
  });
}

test("a display that is loaded again while the server is away shows what it last showed, says so, and is live again once it is back", async ({ enter, server, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "KE", "CL", "MA");
  await giveFloor(desk, "KE");
  const display = await enter("display", { viewport: hall, language: "es" });
  await expect(display.getByRole("heading", { level: 1 })).toHaveText("Kenya");
  await expectKept(display);
  // The last before the server goes counts, however short it was.
  await desk.done({ sendNotice: { to: { all: true }, text: { es: "Los documentos están en la secretaría." } } });
  await expect(display.getByText("Los documentos están en la secretaría.")).toBeVisible();
  desk.leave();
  await server.kill9();
  for (const time of ["first", "second"]) {
    await display.reload();
    await expect(display.getByText(/^Reconectando\s· Último estado conocido, (14:5\d|15:\d\d)$/), `the ${time} time`).toBeVisible();
    await expect(display.getByRole("heading", { level: 1 })).toHaveText("Kenya");
    await expect(display.getByRole("listitem")).toContainText(["Chile", "Marruecos"]);
    await expect(display.getByText("Los documentos están en la secretaría.")).toBeVisible();
    await expect(display.getByRole("timer")).toHaveText(/\d:\d\d/);
  }
  await screenshot(display, "reload-away-display");
  await server.restart();
  await expect(display.getByText(/Reconectando/)).toBeHidden();
  await expect(display.getByRole("heading", { level: 1 })).toHaveText("Kenya");
});

test("a display that is signed out, or entered with another code, has nothing left of what it showed", async ({ enter, server, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  const display = await enter("display", { viewport: hall, language: "en" });
  await expectKept(display);
  const left = () => display.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("rostrum.last")));
  await display.reload();
  await expect.poll(left).not.toEqual([]);
  await display.goto(server.signIn("observer").url);
  await display.waitForURL(/\/display$/);
  await expect(display.getByRole("complementary", { name: "Next speakers" })).toBeVisible();
  const owners = () => display.evaluate(() => Object.entries(sessionStorage).flatMap(([key, text]) => (key.startsWith("rostrum.last") ? [JSON.parse(text).owner] : [])));
  await expect.poll(owners).toEqual(Array(2).fill(server.signIn("observer").code.replace("-", "")));
  await desk.done({ revokeSeat: { seat: "observer" } });
  await expect(display.getByRole("heading", { name: "Signed out" })).toBeVisible();
  expect(await left()).toEqual([]);
});

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
    await expect(page.getByText(/^Reconnecting\s· Last known state, /)).toBeVisible();
    expect(await script()).toBe(after);
    await server.restart();
    await expect(page.getByText(/^Reconnecting/)).toBeHidden();
  });
});
