// Every screen in its main states and languages: a picture of each, nothing beyond its sides, and nothing that axe finds
// serious. The pictures stand in build/screenshots as SCREEN-STATE-LANGUAGE.png.
import type { Page } from "@playwright/test";
import { draw, pressIn } from "./support/console.ts";
import { desktop, expect, hall, phone, screenshot, tablet, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { expectRows } from "./support/lists.ts";
import { type Screens, each, everywhere, inLanguages, onEach, shoot, shootInHand } from "./support/looks.ts";
import { meeting, panel, roster } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import { type Language, languages, words } from "./support/words.ts";

const speed = 4;
const wide = { width: 1920, height: 1080 };
const cinema = { width: 3840, height: 2160 };

// The longest that a test may take are forty minutes of the session: until 14:30, when the programme opens the list.
test.use({ serverOptions: { clock: `2005-11-29T13:50+01:00,${speed}` } });
test.setTimeout(600_000);

async function openWithList(desk: Seat): Promise<void> {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  await desk.done({ openList: { panel } });
}

const people: Record<string, { name: string; title: string }> = {
  KE: { name: "Wanjiru Achieng (fictional)", title: "Permanent Representative" },
  CL: { name: "Rosario Quilodrán (fictional)", title: "Embajadora" },
  MA: { name: "Yasmina Berrechid (fictional)", title: "Ministre déléguée" },
};

async function ask(desk: Seat, ...delegations: string[]): Promise<void> {
  for (const [index, delegation] of delegations.entries()) {
    const kind = index % 7 === 3 ? "KIND_QUESTION" : "KIND_STATEMENT";
    const language = ["en", "es", "fr"][index % 3];
    await desk.done({ requestFloor: { panel, delegation, kind, language, speaker: people[delegation] ?? {} } });
  }
}

/** Gives the floor, and tells how long the speech has run by the session's clock. */
async function give(desk: Seat, delegation: string): Promise<() => number> {
  await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, delegation) } });
  const began = Date.now();
  await desk.until(() => desk.speech(panel)["delegation"] === delegation, `the floor for ${delegation}`);
  return () => (Date.now() - began) * speed;
}

const amber_ms = 28_000;

/** Sets the limit so that less than half a minute is left, once that is also the last quarter; again where it was over unseen. */
async function turnAmber(desk: Seat, screens: Screens, elapsed_ms: () => number): Promise<void> {
  await expect.poll(elapsed_ms, { timeout: 60_000 }).toBeGreaterThan(3 * amber_ms + 1_000);
  await expect(async () => {
    await desk.done({
      setSpeechLimit: { speech: desk.speech(panel)["speech"], limitMs: Math.round(elapsed_ms() + amber_ms) },
    });
    await onEach(screens, (page) => expect(timer(page)).toHaveText(/^0:[0-2]\d/, { timeout: amber_ms / speed }));
  }).toPass();
}

async function turnRed(screens: Screens): Promise<void> {
  await onEach(screens, (page) => expect(timer(page)).toHaveText(/^\+\d+:\d\d/));
}

const first_to_ask = ["KE", "CL", "MA", "PH", "CH", "EC", "BD", "CD", "VA", "UNHCR", "ICRC", "CI"];

test("the way in", async ({ server, browser }) => {
  for (const language of languages) {
    const context = await browser.newContext({ viewport: tablet });
    const page = await context.newPage();
    await page.goto(`${server.url}/join?lang=${language}`);
    await expect(page.getByRole("textbox")).toBeVisible();
    await shoot({ [language]: page }, "join-empty");
    await page.getByRole("textbox").fill("ABCD-EFGH");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toHaveText(words(language)("refusal.unknown_code"));
    await shoot({ [language]: page }, "join-wrong-code");
    await page.setViewportSize(phone);
    await shoot({ [language]: page }, "join-phone");
    await page.emulateMedia({ colorScheme: "dark" });
    if (language === "en") await shoot({ en: page }, "join-dark");
    await context.close();
  }
});

test("the chair", async ({ enter, seat, newLine }) => {
  const desk = await seat("desk");
  const line = await newLine();
  const screens = await inLanguages(enter, "chair", { viewport: desktop, through: line, patient: true });
  const { en } = screens as { en: Page };
  const known = roster().filter((delegation) => !first_to_ask.includes(delegation));

  const inEveryLook = async (name: string) => {
    await shoot(screens, name, true);
    await en.emulateMedia({ colorScheme: "dark" });
    await shoot({ en }, `${name}-dark`);
    await en.setViewportSize(wide);
    await screenshot(en, `${name}-wide-dark-en`);
    await en.emulateMedia({ colorScheme: "light" });
    await expectNothingBeyondSides(en);
    await screenshot(en, `${name}-wide-en`);
    await en.setViewportSize(desktop);
  };

  const named = (page: Page, delegation: string) =>
    desk.name(delegation, each(screens).find(([, one]) => one === page)?.[0]);
  const escape = () =>
    onEach(screens, async (page) => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    });

  await everywhere(screens, "chair.next.meeting_planned");
  await shoot(screens, "chair-before");
  await openWithList(desk);
  await everywhere(screens, "list.open");
  await shoot(screens, "chair-empty-list");
  await ask(desk, ...first_to_ask);
  await desk.done({
    requestFloor: {
      panel,
      delegation: "EG",
      kind: "KIND_GROUP_STATEMENT",
      onBehalfOf: "the African Group",
      language: "en",
    },
  });
  await ask(desk, ...known.filter((delegation) => delegation !== "EG").slice(0, 14));
  for (const [language, page] of each(screens))
    await expectRows(page, desk.order(panel).length, language);
  await shoot(screens, "chair-full-list");

  await desk.done({ giveFloor: { panel, panellist: "indonesia" } });
  await expect(en.getByRole("heading", { name: "Panellist from Indonesia" })).toBeVisible();
  await shoot(screens, "chair-panellist");
  const elapsed_ms = await give(desk, "KE");
  for (const [language, page] of each(screens))
    await expect(page.getByRole("heading", { name: desk.name("KE", language), exact: true })).toBeVisible();
  await inEveryLook("chair-speech");

  for (const [state, key] of [
    ["add", "Shift+A"],
    ["add-time", "Shift+T"],
    ["speech-limit", "Shift+L"],
    ["closing", "Shift+N"],
    ["keys", "?"],
  ] as const) {
    await test.step(`the form ${state}`, async () => {
      await onEach(screens, async (page) => {
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog")).toBeVisible();
      });
      await shoot(screens, `chair-form-${state}`, state === "add");
      await escape();
    });
  }
  for (const [state, drawer, opens] of [
    ["limits", "limits", "chair.act.limits"],
    ["suspend", "programme", "chair.act.suspend_meeting"],
  ] as const) {
    for (const [language, page] of each(screens)) {
      await draw(page, drawer, language);
      await shoot({ [language]: page }, `chair-${drawer}`);
      await pressIn(page, drawer, words(language)(opens), language);
      await expect(page.getByRole("dialog")).toBeVisible();
    }
    await shoot(screens, `chair-form-${state}`);
    await escape();
  }
  await onEach(screens, async (page, t) => {
    await page.getByRole("button", { name: t("chair.list.acts_for", { name: named(page, "CL") }) }).click();
    await expect(page.getByRole("menu")).toBeVisible();
  });
  await shoot(screens, "chair-row-menu");
  await onEach(screens, async (page) => {
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
  });

  await turnAmber(desk, screens, elapsed_ms);
  await shoot(screens, "chair-amber");
  await turnRed(screens);
  await shoot(screens, "chair-overtime");
  await desk.done({ pauseSpeech: { speech: desk.speech(panel)["speech"] } });
  await everywhere(screens, "light.paused");
  await shoot(screens, "chair-paused");

  await test.step("what was refused", async () => {
    line.die();
    await onEach(screens, (page, t) =>
      page.getByRole("button", { name: t("chair.act.give_floor_to", { name: named(page, "CL") }), exact: true }).click(),
    );
    await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, "MA") } });
    await line.mend();
    await onEach(screens, (page, t) =>
      expect(page.locator("[data-refusals]").getByText(t("rejection.changed_meanwhile", { what: "" }))).toBeVisible(),
    );
    await shoot(screens, "chair-refused");
  });

  const removed: Record<Language, string> = { en: "PH", fr: "CH", es: "EC" };
  for (const [language, page] of each(screens)) {
    const t = words(language);
    await page.getByRole("button", { name: t("chair.list.acts_for", { name: named(page, removed[language]) }) }).click();
    await page.getByRole("menuitem", { name: t("chair.act.remove") }).click();
  }
  await onEach(screens, (page, t) => expect(page.getByRole("button", { name: new RegExp(`^${t("chair.undo.label")}`) })).toBeVisible());
  await shoot(screens, "chair-inverse");

  await line.cut();
  await everywhere(screens, "common.reconnecting_long");
  await shoot(screens, "chair-reconnecting");
  await line.mend();
  await onEach(screens, (page, t) => expect(page.getByText(t("common.reconnecting_long"))).toBeHidden());

  await desk.done({ announceListClosing: { panel, closesAt: at("15:55") } });
  await desk.done({ suspendMeeting: { meeting, until: at("15:40") } });
  await everywhere(screens, "chair.next.meeting_suspended");
  await shoot(screens, "chair-suspended");
  await desk.done({ resumeMeeting: { meeting } });
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await desk.done({ closePanel: { panel } });
  await everywhere(screens, "chair.floor.panel_closed");
  await shoot(screens, "chair-panel-closed");
});

test("the delegate, on a tablet and a phone", async ({ enter, seat, newLine }) => {
  const desk = await seat("desk");
  const line = await newLine();
  const screens = await inLanguages(enter, "delegate", { viewport: tablet, delegation: "EC", through: line });
  const { en } = screens as { en: Page };
  const press = async (name: string) => {
    for (const [language, page] of each(screens))
      await page
        .getByRole("button", { name: words(language)(name), exact: true })
        .first()
        .click();
  };

  await everywhere(screens, "situation.opens_at", { time: "15:00" });
  await shootInHand(screens, "before");
  await openWithList(desk);
  await ask(desk, "KE", "CL", "MA");
  await everywhere(screens, "delegate.ask");
  await shootInHand(screens, "list-open");
  await press("delegate.ask");
  for (const [, page] of each(screens)) await expect(page.getByRole("dialog")).toBeVisible();
  await shootInHand(screens, "form", true);
  for (const [, page] of each(screens)) await page.keyboard.press("Escape");
  await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, "KE") } });
  await ask(desk, "EC");
  await ask(desk, "PH", "CH", "CD", "BD");
  await everywhere(screens, "delegate.place");
  await shootInHand(screens, "waiting", true);
  await line.cut();
  await everywhere(screens, "common.reconnecting_long");
  await shootInHand(screens, "reconnecting");
  await line.mend();
  for (const [language, page] of each(screens))
    await expect(page.getByText(words(language)("common.reconnecting_long"))).toBeHidden();

  for (const delegation of ["CL", "MA"]) await give(desk, delegation);
  await everywhere(screens, "delegate.next");
  await shootInHand(screens, "next");
  const elapsed_ms = await give(desk, "EC");
  await everywhere(screens, "delegate.have_floor");
  await shootInHand(screens, "speaking");
  await turnAmber(desk, screens, elapsed_ms);
  await shootInHand(screens, "amber");
  await turnRed(screens);
  await shootInHand(screens, "overtime");
  await desk.done({ suspendMeeting: { meeting, until: at("15:40") } });
  await everywhere(screens, "delegate.paused_suspension");
  await shootInHand(screens, "suspended");
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await desk.done({ resumeMeeting: { meeting } });
  await desk.done({ closeList: { panel } });
  await everywhere(screens, "delegate.list_closed");
  await shootInHand(screens, "list-closed");
  for (const [language, page] of each(screens))
    await page.getByRole("tab", { name: words(language)("delegate.tab_programme") }).click();
  await shootInHand(screens, "programme", true);
  await en.emulateMedia({ colorScheme: "dark" });
  await shootInHand({ en }, "programme-dark");
  await en.getByRole("tab", { name: "Floor" }).click();
  await shootInHand({ en }, "list-closed-dark");
});

test("the hall's display", async ({ enter, seat, newLine }) => {
  const desk = await seat("desk");
  const line = await newLine();
  const screens = await inLanguages(enter, "display", { viewport: hall, through: line });
  const { en } = screens as { en: Page };

  await everywhere(screens, "situation.opens_at", { time: "15:00" });
  await shoot(screens, "display-welcome");
  await openWithList(desk);
  await everywhere(screens, "floor.free");
  await shoot(screens, "display-nobody");
  await ask(desk, "KE", "CL", "MA", "CD", "CH", "EC", "PH", "BD");
  await shoot(screens, "display-free");
  await desk.done({ giveFloor: { panel, panellist: "indonesia" } });
  for (const [, page] of each(screens)) await expect(page.getByRole("heading", { level: 1 })).toContainText(/Indon/);
  await shoot(screens, "display-panellist");
  await give(desk, "CD");
  await expect(en.getByRole("heading", { name: desk.name("CD") })).toBeVisible();
  await shoot(screens, "display-long-name");
  const elapsed_ms = await give(desk, "KE");
  await expect(en.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await shoot(screens, "display-speech", true);
  await en.setViewportSize(cinema);
  await shoot({ en }, "display-speech-4k");
  await en.setViewportSize(hall);
  await line.cut();
  await everywhere(screens, "display.reconnecting");
  await shoot(screens, "display-reconnecting");
  await line.mend();
  await expect(en.getByText(words("en")("display.reconnecting"), { exact: true })).toBeHidden();
  await turnAmber(desk, screens, elapsed_ms);
  await shoot(screens, "display-amber");
  await turnRed(screens);
  await shoot(screens, "display-overtime");
  await desk.done({ pauseSpeech: { speech: desk.speech(panel)["speech"] } });
  await everywhere(screens, "light.paused");
  await shoot(screens, "display-paused");
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await desk.done({ suspendMeeting: { meeting, until: at("15:40") } });
  await everywhere(screens, "situation.suspended_until", { time: "15:40" });
  await shoot(screens, "display-suspended");
  await desk.done({ resumeMeeting: { meeting } });
  await desk.done({ closePanel: { panel } });
  await everywhere(screens, "situation.panel_closed");
  await shoot(screens, "display-panel-closed");
  await desk.done({ closeMeeting: { meeting } });
  await expect(en.getByText("The meeting opens on Wednesday 30 November at 10:00")).toBeVisible();
  await shoot(screens, "display-meeting-closed");
});

/** The clock of the speech, not the time of day. */
function timer(page: Page) {
  return page.getByRole("timer").filter({ has: page.locator("[aria-hidden]") });
}

/** An instant of the day of the panel. */
function at(time: string): number {
  return Date.parse(`2005-11-29T${time}+01:00`);
}
