// What a screen has asked over a line that is gone: the person sees that it waits, and what it is. What was never sent can be
// called off, and then nothing of it ever is; what was sent cannot, and is done once.
import { type Locator, type Page } from "@playwright/test";
import { logOf } from "./support/ctl.ts";
import { expect, expectAccessible, phone, screenshot, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { meeting, panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import type { RostrumServer } from "./support/server.ts";
import { type Language, words } from "./support/words.ts";

const laptop = { width: 1366, height: 768 };

async function openedWith(desk: Seat, ...waiting: string[]): Promise<void> {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  for (const delegation of waiting) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
}

const done = async (server: RostrumServer, ...acts: string[]) =>
  (await logOf(server)).filter(({ act }) => acts.includes(act)).length;

/** What is told, without the marks that isolate names. */
const told = (page: Page, text: RegExp): Locator => page.getByRole("status").filter({ hasText: text });

const lost = (page: Page, language: Language = "en") =>
  expect(page.getByText(words(language)("common.reconnecting_long"))).toBeVisible();

test("the chair sees what was sent over a line that died, cannot call it off, and it is done once", async ({
  enter,
  seat,
  server,
  newLine,
}) => {
  const desk = await seat("desk");
  await openedWith(desk, "CL", "KE");
  const line = await newLine();
  const chair = await enter("chair", { through: line, viewport: laptop });
  const give = chair.getByRole("button", { name: "Give the floor to Chile" });
  await expect(give).toBeEnabled();
  line.die();
  await give.click();
  const sent = told(chair, /^1 act was sent; the answer is awaited: Give the floor to .*Chile/);
  await expect(sent).toBeVisible();
  await lost(chair);
  await expect(chair.getByRole("button", { name: /^Do not send/ })).toHaveCount(0);
  await expectAccessible(chair);
  await screenshot(chair, "chair-waiting-sent-en");
  await line.mend();
  await expect(sent).toHaveCount(0);
  await desk.until(() => desk.speech(panel)["delegation"] === "CL", "the floor for Chile");
  expect(await done(server, "give_floor")).toBe(1);
});

for (const language of ["en", "fr", "es"] as const) {
  test(`the chair's keys say while the line is down which act was not done, and nothing is sent on its return, in ${language}`, async ({
    enter,
    seat,
    server,
    newLine,
  }) => {
    const t = words(language);
    const desk = await seat("desk");
    await openedWith(desk, "CL", "KE");
    const line = await newLine();
    const chair = await enter("chair", { through: line, viewport: laptop, language });
    await expect(chair.locator("[data-main]")).toBeEnabled();
    await line.cut();
    await lost(chair, language);
    const said = (act: string) => told(chair, new RegExp(`${t("chair.said.not_connected", { act })}$`));
    await chair.keyboard.press("Shift+C");
    await expect(said(t("chair.act.close_list"))).toBeVisible();
    await screenshot(chair, `chair-waiting-unsent-${language}`);
    await expectAccessible(chair, { contrast: language === "en" });
    await chair.locator("[data-entry]").last().press("Delete");
    await expect(said(t("chair.act.remove"))).toBeVisible();
    await chair.locator("[data-main]").press("Space");
    await expect(told(chair, new RegExp(t("chair.said.not_connected", { act: "" })))).toBeVisible();
    await line.mend();
    await expect(chair.getByText(t("common.reconnecting_long"))).toHaveCount(0);
    await expect(said(t("chair.act.remove"))).toHaveCount(0);
    expect(desk.list(panel)).toEqual(["CL", "KE"]);
    expect(await done(server, "give_floor", "close_list", "remove_entry")).toBe(0);
  });
}

test("the chair calls off what its form would have sent once the line was back, and can send it anew", async ({
  enter,
  seat,
  server,
  newLine,
}) => {
  const t = words("en");
  const desk = await seat("desk");
  await openedWith(desk, "CL");
  const line = await newLine();
  const chair = await enter("chair", { through: line, viewport: laptop });
  await chair.getByRole("button", { name: t("chair.act.add_entry") }).click();
  const form = chair.getByRole("dialog", { name: t("inscribe.title") });
  await form.getByRole("combobox", { name: t("delegation.label") }).fill("Keny");
  await chair.getByRole("option", { name: /Kenya/ }).click();
  await line.cut();
  const add = form.getByRole("button", { name: t("inscribe.submit"), exact: true });
  await add.click();
  await expect(form.getByText(/^1 act waits for the connection: Ask for the floor for .*Kenya/)).toBeVisible();
  await screenshot(chair, "chair-waiting-form-en");
  await form.getByRole("button", { name: /^Do not send/ }).press("Enter");
  await expect(form.getByText(/waits for the connection/)).toHaveCount(0);
  expect(await form.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await line.mend();
  await expect(chair.getByText(t("common.reconnecting_long"))).toHaveCount(0);
  expect(desk.list(panel)).toEqual(["CL"]);
  await add.click();
  await desk.until(() => `${desk.list(panel)}` === "CL,KE", "what was sent anew");
  expect(await done(server, "request_floor")).toBe(2);
});

test("a delegation on a phone, in French, calls off what it asked before its line was back, and nothing is sent", async ({
  enter,
  seat,
  server,
  newLine,
}) => {
  const t = words("fr");
  const desk = await seat("desk");
  await openedWith(desk, "CL");
  const line = await newLine();
  const kenya = await enter("delegate", { delegation: "KE", through: line, viewport: phone, language: "fr" });
  await expect(kenya.getByRole("button", { name: t("delegate.ask") })).toBeVisible();
  await line.cut();
  await lost(kenya, "fr");
  await kenya.getByRole("button", { name: t("delegate.ask") }).click();
  await kenya.getByRole("dialog").getByRole("button", { name: t("delegate.ask") }).click();
  const ask = t("act.requestFloor", { named: "no", name: "" });
  await expect(told(kenya, new RegExp(`^1 action attend la connexion\\s: ${ask}$`))).toBeVisible();
  await expect(kenya.getByText(t("delegate.asking_kept"))).toBeVisible();
  // What the component library reads out goes by itself, and may name a form that is closed by then.
  await expect(kenya.locator("[data-live-announcer] [role=img]")).toHaveCount(0);
  await expectAccessible(kenya);
  await expectNothingBeyondSides(kenya);
  await screenshot(kenya, "delegate-waiting-phone-fr");

  await kenya.getByRole("button", { name: t("delegate.more") }).click();
  await kenya.getByRole("button", { name: t("delegate.help_ask") }).click();
  await kenya.getByRole("button", { name: t("delegate.help_send") }).click();
  await expect(told(kenya, /^2 actions attendent la connexion$/)).toBeVisible();
  await kenya.getByRole("button", { name: t("unanswered.show") }).click();
  const both = kenya.getByRole("list", { name: t("unanswered.list") }).getByRole("listitem");
  await expect(both).toHaveCount(2);
  await expectNothingBeyondSides(kenya);
  await screenshot(kenya, "delegate-waiting-two-phone-fr");
  await both.first().getByRole("button").click();
  await expect(kenya.getByText(t("delegate.asking_kept"))).toHaveCount(0);
  await expect(kenya.getByRole("button", { name: t("delegate.ask") })).toBeVisible();
  await kenya.getByRole("button", { name: /^Ne pas envoyer/ }).click();
  await expect(told(kenya, /attend la connexion/)).toHaveCount(0);

  await line.mend();
  await expect(kenya.getByText(t("common.reconnecting_long"))).toHaveCount(0);
  await kenya.getByRole("button", { name: t("delegate.ask") }).click();
  await kenya.getByRole("dialog").getByRole("button", { name: t("delegate.ask") }).click();
  await desk.until(() => `${desk.list(panel)}` === "CL,KE", "the request that was made anew");
  const own = (await logOf(server)).filter(({ actor }) => actor === "KE");
  expect(own.map(({ act }) => act)).toEqual(["request_floor"]);
});

test("a booth calls off a signal that never left, and nobody is told of it", async ({ enter, seat, server, newLine }) => {
  const desk = await seat("desk");
  await openedWith(desk, "CL");
  const line = await newLine();
  const booth = await enter("interpreter", { name: "booth-en", through: line, language: "en" });
  const slowly = booth.getByRole("button", { name: /^Speak slowly/ });
  await expect(slowly).toBeVisible();
  await line.cut();
  await lost(booth);
  await slowly.click();
  await expect(told(booth, /^1 act waits for the connection: Send the signal “.*Speak slowly.*”$/)).toBeVisible();
  await expectAccessible(booth);
  await screenshot(booth, "booth-waiting-en");
  await booth.getByRole("button", { name: /^Do not send/ }).click();
  await line.mend();
  await expect(booth.getByText(words("en")("common.reconnecting_long"))).toHaveCount(0);
  await desk.done({ closeList: { panel } });
  expect(await done(server, "raise_signal")).toBe(0);
});
