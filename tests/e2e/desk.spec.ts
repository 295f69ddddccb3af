// The desk, as people see it work: notices and help, sign-ins, and the log. Each test is a row of docs/rules.md.
import type { Page } from "@playwright/test";
import { draw } from "./support/console.ts";
import { expect, expectAccessible, hall, screenshot, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { inLanguages, onEach } from "./support/looks.ts";
import { english, nowAtDesk, onTablet, tabOf } from "./support/people.ts";
import { meeting, panel } from "./support/programme.ts";
import { askFor, openPanel } from "./support/session.ts";

test("V3 notices reach all or one delegation until they are withdrawn, and the desk answers who asks for help", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  const [desk, chair, display, kenya, chile] = await Promise.all([
    enter("desk", english),
    enter("chair", english),
    enter("display", { language: "fr", viewport: hall }),
    enter("delegate", onTablet("KE")),
    enter("delegate", { ...onTablet("CL"), language: "es" }),
  ]);
  const form = desk.getByRole("dialog", { name: "Write a notice" });
  const write = async (fill: () => Promise<void>) => {
    await desk.getByRole("button", { name: "Write a notice…" }).click();
    await fill();
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await expect(form).toBeHidden();
  };

  await tabOf(desk, "Notices").click();
  await write(async () => {
    await form.getByRole("textbox", { name: "English" }).fill("The documents are at the desk.");
    await form.getByRole("textbox", { name: "Français" }).fill("Les documents sont au secrétariat.");
  });
  await expect(kenya.getByRole("alert").filter({ hasText: "The documents are at the desk." })).toContainText(/^Notice to participants, \d\d:\d\d/);
  await expect(chile.getByText("The documents are at the desk.")).toBeVisible();
  await expect(display.getByText("Les documents sont au secrétariat.")).toBeVisible();
  await expect(await draw(chair, "notices")).toContainText("The documents are at the desk.");

  await write(async () => {
    await form.getByRole("radio", { name: "One delegation" }).check({ force: true });
    await form.getByRole("combobox", { name: "Delegation" }).fill("Keny");
    await desk.getByRole("option", { name: /Kenya/ }).click();
    await form.getByRole("textbox", { name: "English" }).fill("Your badge is ready.");
  });
  await expect(kenya.getByRole("alert").filter({ hasText: "Your badge is ready." })).toContainText(/^To your delegation, \d\d:\d\d/);
  await desk.getByRole("button", { name: "Withdraw the notice: The documents are at the desk." }).click();
  await expect(display.getByText("Les documents sont au secrétariat.")).toHaveCount(0);
  await expect(kenya.getByText("The documents are at the desk.")).toHaveCount(0);
  await expect(kenya.getByText("Your badge is ready.")).toBeVisible();
  for (const screen of [chile, display, chair]) await expect(screen.getByText("Your badge is ready.")).toHaveCount(0);

  await test.step("help is asked for, taken and done", async () => {
    await kenya.getByRole("button", { name: "Ask the desk for help" }).tap();
    const ask = kenya.getByRole("dialog", { name: "Ask the desk for help" });
    await ask.getByRole("textbox", { name: "What you need" }).fill("The microphone stays dark");
    await ask.getByRole("button", { name: "Ask for help" }).tap();
    const own = kenya.getByRole("region", { name: "Help" });
    await expect(own).toContainText("You have asked the desk for help");
    await expect(nowAtDesk(desk)).toContainText("The microphone stays dark");
    await nowAtDesk(desk).getByRole("button", { name: "Take the request of Kenya" }).click();
    await expect(own).toContainText("The desk is seeing to it");
    await expect(nowAtDesk(desk)).toContainText("Taken by Secretariat desk");
    await nowAtDesk(desk).getByRole("button", { name: "Request of Kenya: done" }).click();
    await expect(own).toHaveCount(0);
    await expect(kenya.getByRole("button", { name: "Ask the desk for help" })).toBeVisible();
    await expect(nowAtDesk(desk)).toContainText("Nothing is waiting for the desk.");
  });
});

test("V3 a notice to an audience, from the form, is seen there and nowhere else", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE");
  const [desk, chair, kenya, booth, captioner, display, observer] = await Promise.all([
    enter("desk", english),
    enter("chair", english),
    enter("delegate", onTablet("KE")),
    enter("interpreter", { ...english, name: "booth-fr" }),
    enter("captioner", english),
    enter("display", { ...english, viewport: hall }),
    enter("observer", { ...english, viewport: hall }),
  ]);
  const audiences: [string, string, Page[]][] = [
    ["Delegations", "Badges are ready at the entrance.", [kenya]],
    ["Booths", "The next meeting begins in the other room.", [booth, captioner]],
    ["Displays and observers", "The gallery closes at six.", [display, observer]],
    ["Chair and desk", "The minister comes ten minutes late.", [chair]],
  ];
  const everyone = audiences.flatMap(([, , screens]) => screens);
  await tabOf(desk, "Notices").click();
  const form = desk.getByRole("dialog", { name: "Write a notice" });
  for (const [audience, words, screens] of audiences) {
    await desk.getByRole("button", { name: "Write a notice…" }).click();
    await form.getByRole("radio", { name: audience }).check({ force: true });
    await form.getByRole("textbox", { name: "English" }).fill(words);
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await expect(form).toBeHidden();
    await expect(desk.getByRole("listitem").filter({ hasText: words })).toContainText(audience);
    for (const screen of screens) await expect(screen.getByText(words)).toBeVisible();
  }
  for (const [, words, screens] of audiences)
    for (const screen of everyone) if (!screens.includes(screen)) await expect(screen.getByText(words)).toHaveCount(0);
});

test("P5 P6 the desk sees a tablet come, signs it out at once, and lets it in again with a new code from its card", async ({ enter, server }) => {
  const desk = await enter("desk", { ...english, patient: true });
  await tabOf(desk, "Roster").click();
  const search = desk.getByRole("textbox", { name: "Find a delegation" });
  await search.fill("Keny");
  const row = desk.getByRole("listitem").filter({ hasText: "Kenya" }).first();
  await expect(row).toContainText("Not connected");
  const kenya = await enter("delegate", { ...onTablet("KE"), name: "Kenya" });
  await expect(row).toContainText("1 device");
  const another = await enter("delegate", { ...onTablet("KE"), name: "Kenya" });
  await expect(row).toContainText("2 devices");
  await another.close();
  await expect(row).toContainText("1 device");

  await row.getByRole("button", { name: "Sign-ins of Kenya: 2" }).click();
  const person = row.getByRole("listitem").filter({ hasText: "Wanjiru Achieng (fictional)" });
  await expect(person).toContainText("Not connected");
  const own = row.getByRole("listitem").filter({ hasText: "Delegate" }).filter({ hasNotText: "Wanjiru" });
  await expect(own).toContainText("1 device");
  await own.getByRole("button", { name: /^Withdraw the sign-in of/ }).click();
  await own.getByRole("button", { name: "Withdraw now" }).click();
  await expect(kenya.getByRole("heading", { name: "Signed out" })).toBeVisible();
  await expect(kenya.getByText("This code was withdrawn. Ask the secretariat for another.")).toBeVisible();
  await expect(own).toContainText("Withdrawn");
  await expect(row).toContainText("Not connected");

  await own.getByRole("button", { name: /^New code for/ }).click();
  await own.getByRole("button", { name: "Issue a new code" }).click();
  const card = desk.getByRole("dialog", { name: /^Card: / });
  const page = card.locator("iframe").contentFrame();
  const code = ((await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).first().textContent()) ?? "").trim();
  expect(code).not.toBe(server.signIn("delegate", "KE", "Kenya").code);
  await expect(page.getByText("Kenya").first()).toBeVisible();
  await card.getByRole("button", { name: "Close" }).last().click();
  await kenya.getByRole("button", { name: "Sign in" }).tap();
  await kenya.getByRole("textbox").fill(server.signIn("delegate", "KE", "Kenya").code);
  await kenya.keyboard.press("Enter");
  await expect(kenya.getByRole("alert")).toBeVisible();
  await kenya.getByRole("textbox").fill(code);
  await kenya.keyboard.press("Enter");
  await expect(kenya.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await expect(own).toContainText("1 device");

  await tabOf(desk, "Sign-in sheet").click();
  await expect(desk.locator("iframe")).toHaveCount(0);
  await desk.getByRole("button", { name: "Show the sheet" }).click();
  const sheet = desk.locator("iframe").contentFrame();
  await expect(sheet.getByText(code, { exact: true })).toBeVisible();
  await expect(sheet.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toHaveCount(server.signIns.length);
});

test("L14 the desk reads the log as sentences, in its own language", async ({ enter, seat }) => {
  const wire = await seat("desk");
  const chair = await seat("chair");
  const kenya = await seat("delegate", "KE");
  await chair.done({ openMeeting: { meeting } });
  await chair.done({ openPanel: { panel } });
  await kenya.done({ requestFloor: { panel, kind: "KIND_STATEMENT" } });
  await askFor(wire, "CL");
  await chair.done({ giveFloor: { panel, entry: wire.entryOf(panel, "KE") } });
  const morocco = await seat("delegate", "MA");
  await morocco.done({ raisePointOfOrder: { panel, note: "The wrong document" } });
  const [english_desk, french_desk] = await Promise.all([
    enter("desk", english),
    enter("desk", { language: "fr" }),
  ]);
  await tabOf(english_desk, "Log").click();
  await tabOf(french_desk, "Journal").click();

  const line = (page: Page, sentence: string) => page.getByRole("listitem").filter({ hasText: sentence });
  await expect(line(english_desk, "The panel “High-level Plenary Panel” is taken up.")).toContainText("Chair");
  await expect(line(english_desk, "Kenya asks for the floor in “High-level Plenary Panel” for a statement, place 1.")).toContainText(/\d\d:\d\d:\d\d.*Kenya$/);
  await expect(line(english_desk, "Chile asks for the floor in “High-level Plenary Panel” for a statement, place 2.")).toContainText("Secretariat desk");
  await expect(line(english_desk, "Kenya has the floor for 3 min.")).toBeVisible();
  await expect(line(english_desk, "Morocco raises a point of order in “High-level Plenary Panel”: The wrong document")).toBeVisible();
  await expect(line(french_desk, "Ouverture du débat : Table ronde plénière de haut niveau.")).toContainText("Présidence");
  await expect(line(french_desk, "Demande de parole du Kenya pour une déclaration, place 1 : Table ronde plénière de haut niveau.")).toBeVisible();
  await expect(line(french_desk, "Motion d’ordre du Maroc (Table ronde plénière de haut niveau) : The wrong document")).toBeVisible();

  await test.step("what happens meanwhile comes to its head", async () => {
    await chair.done({ endSpeech: { speech: wire.speech(panel)["speech"] } });
    await expect(line(english_desk, "The speech of Kenya ended.")).toBeVisible();
  });
  await test.step("it can be read by panel", async () => {
    await english_desk.getByRole("button", { name: /Acts concerning/ }).click();
    await english_desk.getByRole("option", { name: "High-level Plenary Panel" }).click();
    await expect(line(english_desk, "Kenya has the floor for 3 min.")).toBeVisible();
    await expect(line(english_desk, "The meeting “Day 1, afternoon” opens")).toHaveCount(0);
  });
});

test("the desk is whole at every size, in each language, light and dark; strip and columns stay where they are whatever comes", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "IFRC", "CD", "MA");
  const screens = await inLanguages(enter, "desk", {});
  const standing = (page: Page) =>
    page.evaluate(() =>
      ["[role=tablist]", "[data-strip]", "[data-needs]", "[role=tabpanel]"].map((of) => {
        const box = document.querySelector(of)?.getBoundingClientRect();
        return box && [box.x, box.y, box.width, box.height].map(Math.round);
      }),
    );
  const before = new Map<Page, unknown>();
  await onEach(screens, async (page) => before.set(page, await standing(page)));
  await wire.done({ giveFloor: { panel, entry: wire.entryOf(panel, "KE") } });
  const morocco = await seat("delegate", "MA");
  await morocco.done({ raisePointOfOrder: { panel, note: "The text before us is not the one that was circulated. ".repeat(3).trim() } });
  await morocco.done({ requestHelp: { note: "The microphone stays dark" } });
  await onEach(screens, async (page, t) => {
    await expect(page.getByRole("region", { name: t("desk.now.title") }).getByRole("listitem")).toHaveCount(2);
    expect(await standing(page), "nothing has moved").toEqual(before.get(page));
  });
  for (const [width, height] of [
    [1366, 768],
    [1440, 900],
    [1920, 1080],
  ] as const) {
    await onEach(screens, async (page, t) => {
      await page.setViewportSize({ width, height });
      await expectNothingBeyondSides(page);
      expect(await page.evaluate(() => document.documentElement.scrollHeight), "nothing has to be scrolled to").toBeLessThanOrEqual(height);
      await screenshot(page, `desk-${width}-${t("common.close")}`);
    });
  }
  const { en } = screens;
  await en?.emulateMedia({ colorScheme: "dark" });
  if (en) await expectAccessible(en);
});

test.describe("of a body that says so in Spanish", () => {
  test.use({ serverOptions: { change: (programme) => programme.replace(/^( *)timezone:/m, "$1point_of_order_es: moción de orden\n$1timezone:") } });

  test("a point of order is a moción de orden on every Spanish screen, and nothing else changes", async ({ enter, seat }) => {
    const wire = await seat("desk");
    await openPanel(wire);
    const [desk, kenya, english_desk] = await Promise.all([
      enter("desk", { language: "es" }),
      enter("delegate", { language: "es", delegation: "KE" }),
      enter("desk", english),
    ]);
    await expect(kenya.getByRole("button", { name: "Moción de orden" })).toBeVisible();
    const morocco = await seat("delegate", "MA");
    await morocco.done({ raisePointOfOrder: { panel, note: "" } });
    await expect(desk.getByRole("button", { name: "Dar curso a la moción de orden de Marruecos", exact: true })).toBeVisible();
    await expect(desk.getByRole("listitem").filter({ hasText: "Moción de orden de Marruecos" }).last()).toBeVisible();
    await expect(desk.getByText(/cuesti[oó]n(es)? de orden/i)).toHaveCount(0);
    await expect(nowAtDesk(english_desk)).toContainText("Point of order");
  });
});
