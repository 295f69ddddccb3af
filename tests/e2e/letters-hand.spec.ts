// A delegation's phone, upright and on its side, in a browser whose own letters are of 24 px: a form, notices and the acts under the
// thumb each leave half of the screen free or scroll, and everything is got at.
import type { Page } from "@playwright/test";
import { faultsThatStay } from "./support/faults.ts";
import { expect, screenshot, test } from "./support/fixtures.ts";
import { setLetters } from "./support/letters.ts";
import { moreOf, placeOf } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import { told } from "./support/readers.ts";
import type { Seat } from "./support/seat.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";
import { languages, words } from "./support/words.ts";

const letters = 24;
const views = [
  ["upright", { width: 320, height: 640 }],
  ["on its side", { width: 640, height: 360 }],
  ["on its side, long", { width: 740, height: 360 }],
] as const;
const name_of = (view: string) => view.replaceAll(/\W+/g, "-");

async function sendNotices(wire: Seat): Promise<void> {
  for (const text of ["The documents are at the desk. Please collect them before the next panel opens.", "The meeting goes on at three.", "Lunch is served."])
    await wire.done({ sendNotice: { to: { all: true }, text: { en: text, fr: text, es: text } } });
}

/** How much of the screen is taken by what stands at its foot and does not scroll away. */
async function dockShare(page: Page): Promise<number> {
  return page.evaluate(() => {
    const dock = document.querySelector("[data-dock]");
    return dock ? dock.getBoundingClientRect().height / window.innerHeight : 0;
  });
}

for (const [view, size] of views) {
  for (const language of languages) {
    test(`a phone ${view} with the browser's letters at 24 px shows everything in ${language}`, async ({ enter, seat }) => {
      const t = words(language);
      const wire = await seat("desk");
      await openPanel(wire);
      await askFor(wire, "CL", "MA", "KE");
      await wire.done({ requestFloor: { panel, delegation: "KE", kind: "KIND_QUESTION", language: "fr", speaker: { name: "Wanjiru Achieng (fictional)", title: "Permanent Representative" } } });
      await giveFloor(wire, "CL");
      const kenya = await enter("delegate", { language, delegation: "KE", viewport: size, hasTouch: true });
      await setLetters(kenya, letters);
      const place = kenya.getByRole("region", { name: t("delegate.place") });
      await expect(place).toBeVisible();
      const faults: string[] = [];
      const see = async (what: string, picture = what) => {
        faults.push(...told(what, await faultsThatStay(kenya)));
        await screenshot(kenya, `letters-hand-${name_of(view)}-${picture}-${language}`);
      };
      await see("place");

      await sendNotices(wire);
      const notices = kenya.getByRole("button", { name: t("delegate.messages", { count: 3 }) });
      await expect(notices).toBeVisible();
      expect((await notices.boundingBox())?.height, "notices on one line").toBeLessThanOrEqual(4 * letters);
      await see("notices");
      await notices.tap();
      const dismiss = kenya.getByRole("button", { name: t("common.dismiss") });
      await expect(dismiss).toHaveCount(3);
      await see("notices unfolded", "unfolded");
      await dismiss.first().tap();
      await expect(dismiss).toHaveCount(2);
      await kenya.getByRole("button", { name: t("delegate.messages", { count: 2 }) }).tap();
      await expect(dismiss).toHaveCount(0);

      const more = kenya.getByRole("button", { name: t("delegate.more"), exact: true });
      expect(await dockShare(kenya), "what is under the thumb").toBeLessThanOrEqual(0.5);
      if ((await more.count()) > 0) {
        await more.tap();
        expect(await dockShare(kenya), "with the other acts").toBeLessThanOrEqual(0.5);
        await screenshot(kenya, `letters-hand-${name_of(view)}-more-${language}`);
        for (const act of await kenya.locator("[data-dock] button").all()) {
          await act.scrollIntoViewIfNeeded();
          await act.click({ trial: true });
        }
      }
      await kenya.getByRole("button", { name: t("kind.point_of_order"), exact: true }).tap();
      const form = kenya.getByRole("dialog");
      await expect(form).toBeVisible();
      await screenshot(kenya, `letters-hand-${name_of(view)}-form-${language}`);
      for (const each of await form.getByRole("button").or(form.getByRole("textbox")).all()) await each.scrollIntoViewIfNeeded();
      const raise = form.getByRole("button", { name: t("delegate.point_raise") });
      await raise.scrollIntoViewIfNeeded();
      await expect(raise).toBeInViewport({ ratio: 1 });
      await form.getByRole("button", { name: t("common.cancel") }).tap();
      expect(faults).toEqual([]);
    });
  }
}

test("a phone with the browser's letters at 24 px has the way to ask in the lower half, and the rest behind one button", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  for (const [[view, size], delegation] of [[views[0], "KE"], [views[1], "MA"]] as const) {
    const kenya = await enter("delegate", { language: "en", delegation, viewport: size, hasTouch: true });
    await setLetters(kenya, letters);
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeInViewport({ ratio: 1 });
    await expect(moreOf(kenya)).toBeInViewport({ ratio: 1 });
    expect(await dockShare(kenya), view).toBeLessThanOrEqual(0.5);
    await screenshot(kenya, `letters-hand-${name_of(view)}-ask`);
    await kenya.getByRole("button", { name: "Ask for the floor" }).tap();
    const send = kenya.getByRole("dialog").getByRole("button", { name: "Ask for the floor" });
    await send.scrollIntoViewIfNeeded();
    await expect(send).toBeInViewport({ ratio: 1 });
    await screenshot(kenya, `letters-hand-${name_of(view)}-ask-form`);
    await send.tap();
    await expect(placeOf(kenya)).toBeVisible();
    await kenya.context().close();
  }
});
