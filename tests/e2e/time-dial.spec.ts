// The dial of time: the chair opens it, turns the limit, reads what comes of it, and announces it; the hall sees the new limit,
// and who was told before keeps what was told. Nothing changes until then.
import { expect, screenshot, test } from "./support/fixtures.ts";
import { fillTheHall } from "./support/fullHall.ts";
import { panel } from "./support/programme.ts";
import { languages, words } from "./support/words.ts";

test.use({ serverOptions: { clock: "2005-11-29T16:30+01:00,1" } });

test("T7 the chair turns the limit, sees who would not be heard, and announces it to the hall", async ({ enter, seat }) => {
  const [desk, aide] = [await seat("desk"), await seat("chair")];
  const waiting = await fillTheHall(desk, aide, 60);
  const chair = await enter("chair", { language: "en", viewport: { width: 1440, height: 900 } });
  await chair.getByRole("region", { name: "Time" }).getByRole("button", { name: "What if…" }).click();
  const dial = chair.locator('[data-drawer="time"]');
  await expect(dial.getByRole("heading", { name: /would not be heard/ })).toBeVisible();
  const limit = (place: number) => Number(desk.entry(desk.entryOf(panel, waiting[place] as string))["limitMs"]);
  const before = [0, 1, 9].map(limit);
  const ruler = dial.getByRole("slider", { name: "Limit" });
  await ruler.press("Home");
  await expect(ruler).toHaveAttribute("aria-valuetext", "1:00");
  await expect(dial.getByText("From the third on, 1 min each.")).toBeVisible();
  expect([0, 1, 9].map(limit)).toEqual(before);
  await screenshot(chair, "time-dial-1440");

  await dial.getByRole("button", { name: "Announce 1 min" }).click();
  await expect(dial).toBeHidden();
  await desk.until(() => limit(9) === 60_000, "the limit of the tenth in line");
  expect([0, 1].map(limit)).toEqual(before.slice(0, 2));
});

test("T7 the dial is whole at each size, in each language, in the dark too", async ({ enter, seat }) => {
  const [desk, aide] = [await seat("desk"), await seat("chair")];
  await fillTheHall(desk, aide, 99);
  for (const language of languages) {
    const t = words(language);
    const chair = await enter("chair", { language, colorScheme: language === "fr" ? "dark" : "light" });
    await chair.setViewportSize({ width: 1440, height: 900 });
    await chair.getByRole("button", { name: t("chair.plan.open") }).click();
    const dial = chair.locator('[data-drawer="time"]');
    await dial.getByRole("slider").press("Home");
    for (const [width, height] of [[1280, 720], [1440, 900], [1920, 1080]] as const) {
      await chair.setViewportSize({ width, height });
      await expect(dial.getByRole("button", { name: new RegExp(`^${t("chair.plan.announce")}`) })).toBeInViewport({ ratio: 1 });
      const wide = await dial.evaluate((place) => place.scrollWidth - place.clientWidth);
      expect(wide).toBe(0);
      await screenshot(chair, `time-dial-${language}-${width}`);
    }
    await chair.close();
  }
});
