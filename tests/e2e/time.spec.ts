// Times of day in the forms that take one: over midnight, and on the night when the clocks go back. A time is the next
// instant at which the session's clocks show it, and the server takes what a form proposes.
import type { Page } from "@playwright/test";
import { pressIn } from "./support/console.ts";
import { expect, phone, test } from "./support/fixtures.ts";
import { english, tabOf } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import { askFor, openPanel, submitText } from "./support/session.ts";

const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name });

test.describe("over midnight", () => {
  test.use({ serverOptions: { clock: "2005-11-29T23:49+01:00,1" } });

  test("closing, suspension and release are taken as their forms propose them, and the day is said", async ({ enter, seat }) => {
    const wire = await seat("desk");
    await openPanel(wire);
    await askFor(wire, "EC");
    await submitText(wire, "EC", "es", ["Uno dos tres."]);
    const [chair, ecuador] = await Promise.all([
      enter("chair", english),
      enter("delegate", { ...english, delegation: "EC", viewport: phone, hasTouch: true }),
    ]);

    await chair.keyboard.press("Shift+N");
    const closing = dialogOf(chair, "Announce the closing of the list");
    await expect(closing.getByRole("textbox", { name: "The list closes at" })).toHaveValue("00:05");
    await expect(closing.getByText("Tomorrow, Wednesday 30 November")).toBeVisible();
    await closing.getByRole("button", { name: "Announce" }).click();
    await expect(closing).toBeHidden();
    await wire.until(() => Number(wire.panel(panel)["listClosesAt"]) === Date.parse("2005-11-30T00:05:00+01:00"), "the closing at 00:05");

    await pressIn(chair, "programme", "Suspend the meeting…");
    const suspension = dialogOf(chair, "Suspend the meeting");
    await suspension.getByRole("button", { name: "00:20" }).click();
    await suspension.getByRole("button", { name: /^Suspend until tomorrow/ }).click();
    await expect(suspension).toBeHidden();
    await expect(chair.getByText("The meeting is suspended").first()).toBeVisible();

    await tabOf(ecuador, "Statement").tap();
    await ecuador.getByRole("button", { name: "Plan the release" }).tap();
    await ecuador.getByRole("textbox", { name: "Time of the release" }).fill("0:30");
    await expect(ecuador.getByText("Tomorrow, Wednesday 30 November")).toBeVisible();
    await ecuador.getByRole("button", { name: "Plan the release" }).tap();
    await expect(ecuador.getByText("It will be released at 00:30 on Wednesday 30 November", { exact: false })).toBeVisible();
  });
});

test.describe("on the night when clocks go back", () => {
  test.use({ serverOptions: { clock: "2005-10-30T02:46+02:00,1" } });

  test("a closing proposed for the hour that is repeated is taken for its second time", async ({ enter, seat }) => {
    const wire = await seat("desk");
    await wire.done({ openList: { panel } });
    const chair = await enter("chair", english);
    await chair.keyboard.press("Shift+N");
    const closing = dialogOf(chair, "Announce the closing of the list");
    await expect(closing.getByRole("textbox", { name: "The list closes at" })).toHaveValue("02:05");
    await closing.getByRole("button", { name: "Announce" }).click();
    await expect(closing).toBeHidden();
    await wire.until(() => Number(wire.panel(panel)["listClosesAt"]) === Date.parse("2005-10-30T02:05:00+01:00"), "the closing at the second 02:05");
  });
});
