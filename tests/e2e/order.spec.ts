// L4 the order of the list: a delegation says the rank of who will speak, the chair orders by it, and everybody's list follows,
// each place with its reason.
import { actOnRow, openOrder, orderBy } from "./support/console.ts";
import { desktop, expect, expectAccessible, screenshot, tablet, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { expectChairShows, rowOf } from "./support/lists.ts";
import { panel } from "./support/programme.ts";
import { askFor, openPanel } from "./support/session.ts";
import { languages, words } from "./support/words.ts";

test.use({ serverOptions: { clock: "2005-11-29T15:05:00+01:00,1" } });

test("L4 a delegate asks with a rank, the chair orders by rank, and everybody's list follows", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "CL", "MA", "JP");
  const [chair, kenya, atDesk] = await Promise.all([
    enter("chair", { viewport: desktop }),
    enter("delegate", { delegation: "KE", viewport: tablet }),
    enter("desk"),
  ]);
  await kenya.getByRole("button", { name: "Ask for the floor" }).click();
  const form = kenya.getByRole("dialog");
  await form.getByRole("button", { name: /Rank of the speaker/ }).click();
  await kenya.getByRole("option", { name: "Minister", exact: true }).click();
  await form.getByRole("button", { name: "Ask for the floor" }).click();
  await expect(kenya.getByText(/^Why this place: asked \d\d:\d\d:\d\d$/)).toBeVisible();
  await desk.until(() => `${desk.list(panel)}` === "CL,MA,JP,KE", "Kenya at the end");

  await orderBy(chair, "By rank");
  await desk.until(() => `${desk.list(panel)}` === "KE,CL,MA,JP", "Kenya at the head");
  await expect(chair.locator('[data-drawer="order"]')).toBeHidden();
  await expectChairShows(chair, desk);
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^1\. Kenya, .*Minister, .*Ministers, stand-by: No answer, asked at/);
  await expect(rowOf(chair, "Chile")).toHaveAccessibleName(/^2\. Chile, .*Rank not said, (stand-by: No answer, )?asked at/);
  await expect(kenya.getByText(/^Why this place: Ministers; asked \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(kenya.getByRole("listitem").first()).toContainText("Minister");
  await atDesk.getByRole("tab", { name: "List" }).click();
  await expect(atDesk.getByRole("listitem").filter({ hasText: "Kenya" }).getByTitle(/^Ministers; asked/)).toHaveText("1");
  await expect(atDesk.getByText("By rank")).toBeVisible();
  for (const [name, page] of Object.entries({ chair, desk: atDesk, delegate: kenya })) {
    await expectNothingBeyondSides(page);
    await screenshot(page, `order-ranked-${name}-en`);
  }
  await chair.getByRole("button", { name: "Undo: The list was put in another order" }).click();
  await desk.until(() => `${desk.list(panel)}` === "CL,MA,JP,KE", "the order of before");
});

test("L4 a rank that is corrected tells its new place first", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await desk.done({ setOrderPolicy: { panel, policy: "ORDER_POLICY_RANK" } });
  await askFor(desk, "CL", "MA", "JP");
  const chair = await enter("chair");
  await actOnRow(chair, "Japan", "Correct…");
  const form = chair.getByRole("dialog", { name: "Correct the request: Japan" });
  await form.getByRole("button", { name: /Rank of the speaker/ }).click();
  await chair.getByRole("option", { name: "Head of government" }).click();
  await form.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("goes to place 1; it now stands at place 3");
  expect(desk.list(panel)).toEqual(["CL", "MA", "JP"]);
  await form.getByRole("button", { name: "Correct, and go to place 1" }).click();
  await desk.until(() => `${desk.list(panel)}` === "JP,CL,MA", "Japan at the head");
});

test("L4 what was moved by hand stays with another order, and goes back where the list is ordered anew", async ({
  enter,
  seat,
}) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "CL", "MA", "UNHCR");
  const chair = await enter("chair");
  await actOnRow(chair, "Morocco", "Move to the top");
  await orderBy(chair, "By category");
  await desk.until(() => `${desk.list(panel)}` === "MA,CL,UNHCR", "Morocco where it was put");
  await expect(rowOf(chair, "Morocco")).toHaveAccessibleName(/Moved by hand/);
  const opened = await openOrder(chair);
  await expect(opened.getByRole("listitem").first()).toContainText("Moved by hand");
  await opened.getByRole("checkbox", { name: /^Order anew/ }).check();
  await opened.getByRole("button", { name: "Apply this order" }).click();
  await desk.until(() => `${desk.list(panel)}` === "CL,MA,UNHCR", "Morocco among the others");
  await expect(rowOf(chair, "Morocco")).not.toHaveAccessibleName(/Moved/);
});

test("L4 nothing under the panel of the order is reached by key, and what opened it has the focus again", async ({
  enter,
  seat,
}) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "CL", "MA");
  const chair = await enter("chair", { viewport: desktop });
  await openOrder(chair);
  await chair.keyboard.press("Escape");
  await expect(chair.getByRole("button", { name: "Order of the list: By time" })).toBeFocused();
  const opened = await openOrder(chair);
  await chair.locator("[data-main]").focus();
  await chair.keyboard.press("F6");
  await expect(opened.getByRole("radio", { name: /^By time/ })).toBeFocused();
  await chair.keyboard.press("ArrowDown");
  await expect(opened.getByRole("radio", { name: /^By rank/ })).toBeChecked();
  for (let stop = 0; stop < 12; stop += 1) {
    await chair.keyboard.press("Tab");
    const under = await chair.evaluate(() => {
      const at = document.activeElement;
      return at?.closest("[data-zone='list'], [data-zone='side']") !== null && at?.closest("[data-drawer]") === null;
    });
    expect(under).toBe(false);
  }
  await chair.keyboard.press("F6");
  await chair.keyboard.press("Escape");
  await expect(opened).toBeHidden();
  await expect(rowOf(chair, "Chile")).toHaveAccessibleName(/^1\./);
});

const sizes = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

test("L4 the panel of the order has room at every size, in every language, light and dark", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await openPanel(desk);
  await askFor(desk, "CL", "CD", "UNHCR", "KE", "CH", "PH", "IR", "TZ", "BA", "GB", "US", "JP");
  await desk.done({ prepareDraw: { panel } });
  await desk.done({ freezePool: { panel, draw: 1 } });
  for (const language of languages) {
    const chair = await enter("chair", { viewport: desktop, language });
    const opened = await openOrder(chair, language);
    await opened.getByRole("radio", { name: new RegExp(`^${words(language)("order.alternate")}`) }).check();
    for (const viewport of sizes) {
      await chair.setViewportSize(viewport);
      await expectNothingBeyondSides(chair);
      // Over list and side alone: the strip stays in sight, and works.
      await expect(chair.locator("[data-main]")).toBeInViewport({ ratio: 1 });
      await expect(opened.getByRole("radio").last()).toBeInViewport({ ratio: 1 });
      const apply = opened.getByRole("button", { name: words(language)("chair.act.apply_order") });
      await expect(apply).toBeInViewport({ ratio: 1 });
      await screenshot(chair, `order-chair-${viewport.width}-${language}`);
    }
    await expectAccessible(chair);
    await chair.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(chair);
    await screenshot(chair, `order-chair-dark-${language}`);
  }
});
