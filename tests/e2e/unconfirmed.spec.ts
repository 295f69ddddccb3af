// An act is sent, and the server cannot tell yet whether it is done: the person sees that, the same is sent again until there
// is an answer, and it was done once.
import { type Locator, type Page } from "@playwright/test";
import { actOnList } from "./support/console.ts";
import { logOf } from "./support/ctl.ts";
import { Doubt } from "./support/doubt.ts";
import { desktop, expect, expectAccessible, screenshot, tablet, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { meeting, panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import { type Language, words } from "./support/words.ts";

const laptop = { width: 1366, height: 768 };
const on_its_side = { width: 844, height: 390 };

async function openedWith(desk: Seat, ...waiting: string[]): Promise<void> {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  for (const delegation of waiting) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
}

/** Sent again as it was, and never as another command. */
async function expectSentAgain(doubt: Doubt): Promise<void> {
  await expect.poll(() => [...doubt.copies.values()].map((copies) => copies.length > 1)).toEqual([true]);
  for (const copies of doubt.copies.values()) expect(new Set(copies).size).toBe(1);
}

/** The word is read out once, and seen where the act is. */
async function expectUnconfirmed(page: Page, at: Locator, language: Language = "en"): Promise<void> {
  const word = words(language)("rejection.unconfirmed");
  await expect(at.getByText(word, { exact: true }).first()).toBeVisible();
  await expect(page.locator("[role=status][data-live-announcer]", { hasText: word })).toHaveCount(1);
}

async function heightOf(button: Locator): Promise<number> {
  return (await button.boundingBox())?.height ?? 0;
}

for (const [form, viewport] of [["tablet", tablet], ["phone-on-its-side", on_its_side]] as const) {
  test(`L2 a delegation on a ${form} asks once, and sees that it is not known yet whether it waits`, async ({
    enter,
    seat,
    server,
  }) => {
    const desk = await seat("desk");
    await openedWith(desk, "CL");
    let doubt = new Doubt();
    const kenya = await enter("delegate", {
      delegation: "KE",
      viewport,
      watch: async (page) => {
        doubt = await Doubt.of(page);
      },
    });
    await kenya.getByRole("button", { name: "Ask for the floor" }).click();
    const asked = kenya.getByRole("dialog", { name: "Ask for the floor" });
    const send = asked.getByRole("button").last();
    const height = await heightOf(send);
    await send.click();
    await expectUnconfirmed(kenya, send);
    await expect(send).toHaveAccessibleName(/^Asking for the floor/);
    expect(await heightOf(send), "the button is as high as before").toBe(height);
    await expect(asked.getByRole("alert")).toHaveCount(0);
    await expectAccessible(kenya);
    await expectNothingBeyondSides(kenya);
    await screenshot(kenya, `delegate-unconfirmed-${form}-en`);

    // It is done already, and the page is not told.
    await desk.until(() => desk.list(panel).includes("KE"), "Kenya on the list");
    await expectSentAgain(doubt);
    await expect(asked).toBeVisible();
    doubt.end();
    await expect(asked).toBeHidden();
    await expect(kenya.getByRole("button", { name: "Withdraw" })).toBeVisible();
    await expect(kenya.getByText("Sent, not yet confirmed")).toHaveCount(0);
    expect(desk.list(panel)).toEqual(["CL", "KE"]);
    const asks = (await logOf(server)).filter(({ actor, act }) => actor === "KE" && act === "request_floor");
    expect(asks).toHaveLength(1);
  });
}

for (const language of ["en", "fr", "es"] as const) {
  test(`the chair gives the floor once, and its button waits, in ${language}`, async ({ enter, seat }) => {
    const desk = await seat("desk");
    await openedWith(desk, "KE", "CL");
    let doubt = new Doubt();
    const chair = await enter("chair", {
      language,
      viewport: laptop,
      watch: async (page) => {
        doubt = await Doubt.of(page);
      },
    });
    const next = chair.getByRole("region", { name: words(language)("chair.next.title") });
    const give = next.getByRole("button").last();
    await expect(give).toBeEnabled();
    await give.click();
    await expectUnconfirmed(chair, next, language);
    await expectAccessible(chair);
    await screenshot(chair, `chair-unconfirmed-${language}`);
    await desk.until(() => desk.speech(panel)["delegation"] === "KE", "the floor for Kenya");

    // It is done already, and the page is not told: no press gives the floor a second time.
    await give.press("Space");
    await expectSentAgain(doubt);
    doubt.end();
    await expect(next.getByText(words(language)("rejection.unconfirmed"))).toHaveCount(0);
    await expect(next.getByText(words(language)("rejection.held"))).toHaveCount(0);
    expect(desk.speech(panel)["delegation"]).toBe("KE");
    expect(desk.speech(panel)["speech"]).toBe(1);
    expect(desk.list(panel)).toEqual(["CL"]);
  });
}

test("what is unconfirmed when the page is loaded again is told over it, and is answered", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await openedWith(desk, "KE");
  let doubt = new Doubt();
  const chair = await enter("chair", {
    viewport: desktop,
    watch: async (page) => {
      doubt = await Doubt.of(page);
    },
  });
  await actOnList(chair, "Close the list");
  await expect(chair.getByText("Sent, not yet confirmed").first()).toBeVisible();
  await chair.reload();
  const told = chair.getByText(/^1 act was sent; the answer is awaited/);
  await expect(told).toBeVisible();
  doubt.end();
  await expect(told).toBeHidden();
  await expectSentAgain(doubt);
  await expect(chair.getByText("List closed", { exact: true })).toBeVisible();
});
