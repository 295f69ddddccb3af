// The screens of the whole hall: the desk, the booths, the captioner; and what points of order, live texts, guests, notices
// and signals add to the others. Pictures of each state, nothing beyond the sides, and nothing that axe finds serious.
import type { Page } from "@playwright/test";
import { pressIn } from "./support/console.ts";
import { desktop, expect, hall, tablet, test } from "./support/fixtures.ts";
import { type Screens, each, everywhere, inLanguages, onEach, shoot, shootInHand } from "./support/looks.ts";
import { panel } from "./support/programme.ts";
import { readQr } from "./support/qr.ts";
import type { Seat } from "./support/seat.ts";
import { askFor, giveFloor, longText, openPanel, submitText } from "./support/session.ts";
import { languages, words } from "./support/words.ts";

test.use({ serverOptions: { clock: "2005-11-29T14:55+01:00,1" } });
test.setTimeout(600_000);

const note = "The text before us is not the one that was circulated";
const guest = { name: "Ottoline Marchbanks (fictional)", body: "Diaspora Forum of Geneva" };
const notice = {
  en: "The documents of the afternoon are at the desk, at the back of the hall.",
  fr: "Les documents de l’après-midi sont au secrétariat, au fond de la salle.",
  es: "Los documentos de la tarde están en la secretaría, al fondo de la sala.",
};
const discours = longText(5).map((_, index) =>
  index === 0 ? "Le Kenya remercie le groupe de discussion." : `Paragraphe ${index + 1}. La cohérence commence chez soi, là où les ministères apprennent souvent par la presse ce que les autres ont décidé.`,
);

type TakeSeat = (role: string, delegation?: string, name?: string) => Promise<Seat>;

/** Kenya is about to speak, with a text in two languages; five wait after it, one of them a guest. */
async function arrange(desk: Seat): Promise<void> {
  await openPanel(desk);
  const speaker = { name: "Wanjiru Achieng (fictional)", title: "Permanent Representative" };
  await desk.done({ requestFloor: { panel, delegation: "KE", kind: "KIND_STATEMENT", language: "en", speaker } });
  await desk.done({ requestFloor: { panel, delegation: "CL", kind: "KIND_QUESTION", language: "es" } });
  await desk.done({
    requestFloor: { panel, kind: "KIND_STATEMENT", language: "fr", body: guest.body, speaker: { name: guest.name, title: "Coordinator" } },
  });
  await askFor(desk, "CD", "PH", "CH", "EC");
  await submitText(desk, "KE", "en", longText(5));
  await submitText(desk, "KE", "fr", discours);
  await submitText(desk, "CL", "es", ["Chile agradece.", "Tiene una pregunta."]);
  await submitText(desk, "CL", "es", ["Chile agradece.", "Tiene dos preguntas."]);
}

/** Does so while the speech under way is paused: ten seconds of it would release its text. */
async function underEmbargo(desk: Seat, does: () => Promise<void>): Promise<void> {
  const { speech } = desk.speech(panel);
  await desk.done({ pauseSpeech: { speech } });
  await does();
  await desk.done({ resumeSpeech: { speech } });
}

async function reach(desk: Seat, paragraph: number): Promise<void> {
  await desk.done({ reachParagraph: { speech: desk.speech(panel)["speech"], paragraph } });
}

async function raise(desk: Seat, delegation: string, words_of_it = note): Promise<void> {
  await desk.done({ raisePointOfOrder: { panel, delegation, note: words_of_it } });
}

/** The point of order that waits longest: its entry. */
function pointOf(desk: Seat): number {
  const [point] = [...desk.entities.values()].filter((entity) => entity["pointOfOrder"]);
  return point?.["pointOfOrder"].entry;
}

async function signal(seat: TakeSeat, kind: string, name: string): Promise<void> {
  await (await seat("interpreter", undefined, name)).done({ raiseSignal: { kind } });
}

const inDark = async (en: Page, name: string) => {
  await en.emulateMedia({ colorScheme: "dark" });
  await shoot({ en }, name);
  await en.emulateMedia({ colorScheme: "light" });
};

test("the desk", async ({ enter, seat }) => {
  const desk = await seat("desk");
  const screens = await inLanguages(enter, "desk", { viewport: desktop });
  const { en } = screens as { en: Page };
  const open = (tab: string) => onEach(screens, (page, t) => page.getByRole("tab", { name: t(`desk.tab.${tab}`), exact: true }).click());

  await everywhere(screens, "desk.now.nothing");
  await shoot(screens, "desk-before");
  await arrange(desk);
  await giveFloor(desk, "KE");
  await reach(desk, 2);
  await raise(desk, "MA");
  await signal(seat, "SIGNAL_KIND_SPEAK_SLOWLY", "booth-fr");
  const philippines = await seat("delegate", "PH");
  await philippines.done({ requestHelp: { note: "The microphone stays dark" } });
  const democratic = await seat("delegate", "CD");
  await democratic.done({ requestHelp: {} });
  await onEach(screens, (page, t) => expect(page.getByRole("region", { name: t("desk.now.title") }).getByRole("listitem")).toHaveCount(4));
  await shoot(screens, "desk-overview", true);

  await open("roster");
  await onEach(screens, async (page, t) => {
    await page.getByRole("textbox", { name: t("desk.roster.search") }).fill("Ken");
    await page.locator("[data-delegation=KE] [aria-expanded]").click();
    await page.locator("[data-delegation=KE]").getByText(t("desk.seat.revoke"), { exact: true }).first().click();
    await expect(page.getByText(t("desk.seat.confirm.revoke"))).toBeVisible();
  });
  await shoot(screens, "desk-sign-ins");
  await inDark(en, "desk-sign-ins-dark");

  await open("list");
  await onEach(screens, (page) => expect(page.getByText(guest.body)).toBeVisible());
  await shoot(screens, "desk-list", true);
  await open("statements");
  await onEach(screens, async (page, t) => {
    await page.locator("[data-statement]").first().getByText(t("desk.text.read"), { exact: true }).click();
    await expect(page.getByRole("region", { name: t("text.label") })).toBeVisible();
  });
  await shoot(screens, "desk-statements", true);

  await open("notices");
  await desk.done({ sendNotice: { to: { all: true }, text: notice } });
  await desk.done({ sendNotice: { to: { delegation: "CD" }, text: { fr: "Votre badge est prêt." } } });
  await desk.done({ sendNotice: { to: { audience: "AUDIENCE_BOOTH" }, text: { en: "The panel goes on until 18:15." } } });
  await onEach(screens, (page) => expect(page.getByText("18:15")).toBeVisible());
  await shoot(screens, "desk-notices", true);
  await forms(screens);

  await open("log");
  await onEach(screens, (page) => expect(page.getByText(note).last()).toBeVisible());
  await shoot(screens, "desk-log", true);
  await open("sheet");
  await shoot(screens, "desk-sheet-before");
  await onEach(screens, async (page, t) => {
    await page.getByRole("button", { name: t("desk.sheet.show") }).click();
    await expect(codesIn(page).first()).toBeVisible();
  });
  await shoot(screens, "desk-sheet");
  await sheetAlone(screens);

  await desk.done({ recognisePointOfOrder: { entry: pointOf(desk) } });
  await open("roster");
  await everywhere(screens, "desk.point.recognised");
  await en.setViewportSize({ width: 1024, height: 768 });
  await shoot(screens, "desk-recognised");
  await onEach(screens, async (page, t) => {
    await page.getByRole("textbox", { name: t("desk.roster.search") }).fill("Ken");
    await page.locator("[data-delegation=KE] [aria-expanded]").click();
    await page.locator("[data-delegation=KE]").getByText(t("desk.seat.card"), { exact: true }).first().click();
    await expect(codesIn(page).first()).toBeVisible();
  });
  await shoot(screens, "desk-card");
});

/** The sheet as a page of its own, as it is printed: there axe can look at it too. */
async function sheetAlone(screens: Screens): Promise<void> {
  const sheets: Screens = {};
  for (const [language, page] of each(screens)) {
    const sheet = await page.context().newPage();
    await sheet.setViewportSize({ width: 794, height: 1123 }); // A4 at 96 dots an inch
    await sheet.setContent((await page.locator("iframe").getAttribute("srcdoc")) ?? "");
    sheets[language] = sheet;
    const [first] = await sheet.getByText(/^http.*#/).allTextContents();
    expect(await readQr(sheet.locator("svg").first()), "what the first card's QR code says").toBe(first);
    await sheet.close();
  }
}

const codesIn = (page: Page) => page.locator("iframe").contentFrame().getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

async function forms(screens: Screens): Promise<void> {
  const form = async (button: string, name: string) => {
    await onEach(screens, async (page, t) => {
      await page.getByRole("button", { name: t(button), exact: true }).first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
    });
    await shoot(screens, name);
    await onEach(screens, async (page) => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    });
  };
  const open = (tab: string) => onEach(screens, (page, t) => page.getByRole("tab", { name: t(`desk.tab.${tab}`), exact: true }).click());
  await form("desk.notice.write", "desk-form-notice");
  await open("list");
  await form("desk.list.inscribe", "desk-form-inscribe");
  await open("statements");
  await form("desk.text.submit", "desk-form-text");
}

test("the booth and the captioner", async ({ enter, seat }) => {
  const desk = await seat("desk");
  const viewport = { width: 1280, height: 800 };
  const pages = languages.map(async (language) => [language, await enter("interpreter", { name: `booth-${language}`, language, viewport })] as const);
  const screens: Screens = Object.fromEntries(await Promise.all(pages));
  const captions = await inLanguages(enter, "captioner", { viewport });
  const both = async (name: string, thorough = false) => {
    await shoot(screens, `booth-${name}`, thorough);
    await shoot(captions, `captions-${name}`, thorough);
  };

  await everywhere(screens, "situation.opens_at", { time: "15:00" });
  await both("before");
  await arrange(desk);
  await onEach(screens, (page) => expect(page.getByText(guest.body)).toBeVisible());
  await both("next");
  await giveFloor(desk, "KE");
  await underEmbargo(desk, async () => {
    await everywhere(captions, "captions.releases");
    await shoot(captions, "captions-embargo");
  });
  await reach(desk, 2);
  await desk.done({ sendNotice: { to: { all: true }, text: notice } });
  await onEach(screens, (page) => expect(page.locator("[aria-current=true]")).toBeVisible());
  await onEach(captions, (page) => expect(page.locator("[aria-current=true]")).toBeVisible());
  await both("speech", true);

  await onEach(screens, async (page) => {
    await page.keyboard.press("s");
    await page.keyboard.press("1");
  });
  await each(screens)[1]?.[1].keyboard.press("2");
  await onEach(screens, (page, t) => expect(page.getByRole("list", { name: t("booth.others") })).toBeVisible());
  await onEach(screens, (page) => expect(page.locator("[aria-pressed=true]").first()).toBeVisible());
  await shoot(screens, "booth-signals", true);

  await raise(desk, "MA");
  await desk.until(() => pointOf(desk) !== undefined, "the point of order");
  await desk.done({ recognisePointOfOrder: { entry: pointOf(desk) } });
  await onEach(screens, (page, t) => expect(page.getByText(t("booth.goes_on"))).toBeVisible());
  await both("point");
});

test("the chair in a whole hall", async ({ enter, seat }) => {
  const desk = await seat("desk");
  const screens = await inLanguages(enter, "chair", { viewport: desktop });
  const { en } = screens as { en: Page };
  await arrange(desk);
  await desk.done({ sendNotice: { to: { all: true }, text: notice } });
  await giveFloor(desk, "KE");
  await reach(desk, 2);
  await desk.done({ skipEntry: { entry: desk.entryOf(panel, "CL") } });
  await signal(seat, "SIGNAL_KIND_SPEAK_SLOWLY", "booth-fr");
  await signal(seat, "SIGNAL_KIND_NO_SOUND", "booth-es");
  const philippines = await seat("delegate", "PH");
  await philippines.done({ requestHelp: { note: "The microphone stays dark" } });
  await onEach(screens, (page, t) => expect(page.getByRole("region", { name: t("chair.booths.title") }).getByRole("listitem")).toHaveCount(2));
  await shoot(screens, "chair-booths", true);
  await raise(desk, "MA");
  await raise(desk, "CD", "");
  await onEach(screens, (page) => expect(page.locator("[data-point]")).toHaveCount(1));
  await shoot(screens, "chair-points", true);
  await inDark(en, "chair-points-dark");
  await en.locator("[data-main]").click();
  await everywhere(screens, "chair.floor.interrupted");
  await shoot(screens, "chair-recognised", true);
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await everywhere(screens, "chair.floor.ruling_awaited");
  await shoot(screens, "chair-ruling");
  await en.keyboard.press("Shift+A");
  await en.getByRole("radio", { name: "A guest" }).check({ force: true });
  await shoot({ en }, "chair-form-guest");
  await en.keyboard.press("Escape");
  await desk.done({ announceListClosing: { panel, closesAt: Date.parse("2005-11-29T15:10+01:00") } });
  for (const [language, page] of each(screens)) await pressIn(page, "programme", words(language)("chair.act.suspend_meeting"), language);
  await onEach(screens, async (page, t) => {
    await page.getByRole("textbox", { name: t("chair.suspend.label") }).fill("15:30");
    await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
  });
  await shoot(screens, "chair-form-suspend-closing");
});

test("the delegate in a whole hall, on a tablet and a phone", async ({ enter, seat }) => {
  const desk = await seat("desk");
  const screens = await inLanguages(enter, "delegate", { viewport: tablet, delegation: "EC" });
  const { en } = screens as { en: Page };
  const open = (tab: string) => onEach(screens, (page, t) => page.getByRole("tab", { name: t(`delegate.tab_${tab}`), exact: true }).click());
  const press = (id: string) => onEach(screens, (page, t) => page.getByRole("button", { name: t(id), exact: true }).first().click());
  const closeForm = () =>
    onEach(screens, async (page) => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    });

  await open("statement");
  await everywhere(screens, "delegate.statement_empty");
  await shootInHand(screens, "statement-empty");
  await arrange(desk);
  await onEach(screens, (page) => page.getByRole("textbox").first().fill(`${longText(3).join("\n\n")}\n`));
  await everywhere(screens, "delegate.not_sent");
  await shootInHand(screens, "statement-typing", true);
  await onEach(screens, (page) => page.getByRole("textbox").first().fill(longText(9).join("\n\n")));
  await shootInHand(screens, "statement-over", false, (page, t) =>
    page.getByText(t("delegate.length_over", { over: "" }).trim()).first().scrollIntoViewIfNeeded(),
  );
  await press("delegate.discard");
  await press("delegate.discard_now");
  await submitText(desk, "EC", "en", longText(8));
  await submitText(desk, "EC", "fr", discours);
  await everywhere(screens, "delegate.held");
  await shootInHand(screens, "statement-sent", true);

  await giveFloor(desk, "KE");
  await underEmbargo(desk, async () => {
    await open("live");
    await everywhere(screens, "delegate.live_embargo");
    await shootInHand(screens, "live-embargo");
  });
  await reach(desk, 3);
  await onEach(screens, (page) => expect(page.locator("[aria-current=true]").filter({ hasText: /aragraph/ })).toBeVisible());
  await shootInHand(screens, "live", true);
  await en.emulateMedia({ colorScheme: "dark" });
  await shootInHand({ en }, "live-dark");
  await en.emulateMedia({ colorScheme: "light" });

  await open("floor");
  await press("kind.point_of_order");
  await onEach(screens, (page) => expect(page.getByRole("dialog")).toBeVisible());
  await shootInHand(screens, "form-point");
  await closeForm();
  await desk.done({ sendNotice: { to: { all: true }, text: notice } });
  await desk.done({ sendNotice: { to: { delegation: "EC" }, text: { en: "Your badge is ready.", fr: "Votre badge est prêt.", es: "Su credencial está lista." } } });
  const ecuador = await seat("delegate", "EC");
  await ecuador.done({ requestHelp: { note: "The microphone stays dark" } });
  await raise(desk, "EC");
  await everywhere(screens, "delegate.point_waits");
  await shootInHand(screens, "point-waits", true);
  await desk.until(() => pointOf(desk) !== undefined, "the point of order");
  const point = pointOf(desk);
  await desk.done({ recognisePointOfOrder: { entry: point } });
  await everywhere(screens, "delegate.give_back");
  await shootInHand(screens, "point-speaking");
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await everywhere(screens, "delegate.point_heard");
  await shootInHand(screens, "point-heard");
  await desk.done({ rulePointOfOrder: { entry: point, ruling: "RULING_UPHELD" } });

  await giveFloor(desk, "EC");
  await desk.until(() => desk.speech(panel)["delegation"] === "EC", "the floor for Ecuador");
  await reach(desk, 3);
  await signal(seat, "SIGNAL_KIND_SPEAK_SLOWLY", "booth-fr");
  await everywhere(screens, "delegate.signal_speak_slowly");
  await shootInHand(screens, "own-text", true);
  await raise(desk, "MA");
  await desk.until(() => pointOf(desk) !== undefined, "the point of order");
  await desk.done({ recognisePointOfOrder: { entry: pointOf(desk) } });
  await everywhere(screens, "delegate.clock_stands");
  await shootInHand(screens, "interrupted");
});

test("the display in a whole hall", async ({ enter, seat }) => {
  const desk = await seat("desk");
  const screens = await inLanguages(enter, "display", { viewport: hall });
  await arrange(desk);
  await giveFloor(desk, "KE");
  await desk.done({ sendNotice: { to: { all: true }, text: notice } });
  await everywhere(screens, "display.notice");
  await shoot(screens, "display-notice", true);
  await raise(desk, "CD");
  await desk.until(() => pointOf(desk) !== undefined, "the point of order");
  const point = pointOf(desk);
  await desk.done({ recognisePointOfOrder: { entry: point } });
  await onEach(screens, (page, t) => expect(page.getByRole("heading", { level: 1 })).toContainText(t("kind.point_of_order")));
  await shoot(screens, "display-point", true);
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await everywhere(screens, "display.point_waits");
  await shoot(screens, "display-point-heard");
  await desk.done({ rulePointOfOrder: { entry: point, ruling: "RULING_NOTED" } });
  const asked = desk.order(panel).find((entry) => !desk.entry(entry)["delegation"]);
  await desk.done({ giveFloor: { panel, entry: asked } });
  await onEach(screens, (page) => expect(page.getByRole("heading", { level: 1 })).toContainText(guest.body));
  await shoot(screens, "display-guest");
});
