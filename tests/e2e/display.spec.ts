// What a display is set to by its address, as the hall sees it.
import type { Page } from "@playwright/test";
import { expect, hall, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { inLanguages, onEach, shoot } from "./support/looks.ts";
import { panel } from "./support/programme.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";
import { words } from "./support/words.ts";

const waiting = "CD,CL,MA,JP,VA,CH,EC,BD,PH,UNHCR,ICRC,CI,FR,ES,MX,EG,NG,SN,IN,BR".split(",");

const next = (page: Page, t = words("en")) => page.getByRole("complementary", { name: t("display.next") });
const rows = (page: Page, t = words("en")) => next(page, t).getByRole("listitem");

test("V1 how many of the next a display shows is said in its address, and stays over reload, a lost network and a new sign-in", async ({
  enter,
  seat,
  server,
  newLine,
}) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", ...waiting);
  await giveFloor(wire, "KE");
  const line = await newLine();
  const display = await enter("display", { viewport: hall, language: "en", query: { next: "3" }, through: line });
  await expect(rows(display)).toContainText(["Congo", "Chile", "Morocco"]);
  await expect(next(display)).toContainText(`${waiting.length - 3} more`);

  await line.cut();
  await expect(display.getByText("Reconnecting", { exact: true })).toBeVisible();
  await line.mend();
  await expect(display.getByText("Reconnecting", { exact: true })).toBeHidden();
  await expect(rows(display)).toHaveCount(3);
  await display.reload();
  await expect(rows(display)).toHaveCount(3);

  await test.step("by the link and without the word it is as it was last set on the device", async () => {
    await display.goto(line.through(server.signIn("display").url));
    await expect(display).toHaveURL(/\/display$/);
    await expect(rows(display)).toHaveCount(3);
    const { code } = server.signIn("display");
    await display.goto(line.through(`${server.url}/join?next=hidden#${code}`));
    await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
    await expect(next(display)).toHaveCount(0);
    await display.goto(line.through(`${server.url}/display?next=many`));
    await expect(display.getByText("next=many in the address is not understood: 1 to 99, all or hidden")).toBeVisible();
    await expect(next(display)).toHaveCount(0);
  });
});

test("V1 all are as many as fit a hall's wall, whole, and the rest is counted", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", ...waiting);
  await giveFloor(wire, "KE");
  const screens = await inLanguages(enter, "display", { viewport: hall, query: { next: "all" } });
  await onEach(screens, async (page, t) => {
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const foot = next(page, t).getByText(t("display.list_open"));
    // How many fit is measured as they are drawn: again once their letters are there.
    await expect(async () => {
      const shown = await rows(page, t).count();
      expect(shown, "more than the five of a display that is not set").toBeGreaterThan(5);
      expect(shown).toBeLessThan(waiting.length);
      for (const row of await rows(page, t).all()) await expect(row).toBeInViewport({ ratio: 1, timeout: 1_000 });
      await expect(foot).toContainText(String(waiting.length - shown), { timeout: 1_000 });
      const [last, below] = [await rows(page, t).last().boundingBox(), await foot.boundingBox()];
      expect((last?.y ?? 0) + (last?.height ?? 0), "the last row ends above the foot").toBeLessThanOrEqual(below?.y ?? 0);
    }).toPass({ timeout: 60_000 });
  });
  await shoot(screens, "display-next-all", true);

  await test.step("a notice takes some of the room, and is gone again", async () => {
    const before = await rows(screens.en as Page).count();
    await wire.done({ sendNotice: { to: { all: true }, text: { en: "The documents are at the desk." } } });
    await expect.poll(() => rows(screens.en as Page).count()).toBeLessThan(before);
    const notice = [...wire.entities.values()].find((entity) => entity["notice"])?.["notice"].id;
    await wire.done({ withdrawNotice: { notice } });
    await expect.poll(() => rows(screens.en as Page).count()).toBe(before);
  });

  await test.step("where few wait, all are there", async () => {
    for (const delegation of waiting.slice(4)) await wire.done({ removeEntry: { entry: wire.entryOf(panel, delegation) } });
    await onEach(screens, async (page, t) => {
      await expect(rows(page, t)).toHaveCount(4);
      await expect(next(page, t).getByText(t("display.list_open"), { exact: true })).toBeVisible();
    });
  });

  await test.step("none: the speaker has the whole width", async () => {
    await onEach(screens, async (page, t) => {
      const address = new URL(page.url());
      address.searchParams.set("next", "hidden");
      await page.goto(address.href);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(next(page, t)).toHaveCount(0);
      await expectNothingBeyondSides(page);
    });
    await shoot(screens, "display-next-hidden", true);
  });
});
