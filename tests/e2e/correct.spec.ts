// A request is put right by chair, desk and delegation; the new place is shown before anything moves; a move is taken back; and
// each row tells the history of its delegation.
import type { Page } from "@playwright/test";
import { actOnRow } from "./support/console.ts";
import { expect, tablet, test } from "./support/fixtures.ts";
import { expectChairShows, rowOf, rowsOf } from "./support/lists.ts";
import { meeting, panel } from "./support/programme.ts";
import { languages, words } from "./support/words.ts";

const waiting = ["KE", "CL", "MA", "JP"];

test.beforeEach(async ({ seat }) => {
  const desk = await seat("desk");
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  await desk.done({ setOrderPolicy: { panel, policy: "ORDER_POLICY_CATEGORY" } });
  for (const delegation of waiting) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
});

const formOf = (page: Page, title: RegExp | string) => page.getByRole("dialog", { name: title });

test("L15 the chair corrects who speaks, and nothing moves", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair"), seat("desk")]);
  await actOnRow(chair, "Morocco", "Correct…");
  const form = formOf(chair, "Correct the request: Morocco");
  await form.getByRole("textbox", { name: "Speaker’s name" }).fill("Yasmina Berrechid (fictional)");
  await form.getByRole("textbox", { name: "Speaker’s title" }).fill("Minister Delegate");
  await form.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(form).toBeHidden();
  await expect(rowOf(chair, "Morocco")).toHaveAccessibleName(/^3\. Morocco, .*Yasmina Berrechid \(fictional\), Minister Delegate/);
  await expect(rowOf(chair, "Morocco")).toBeFocused();
  await chair.getByRole("button", { name: "Undo: Morocco: the request was corrected" }).click();
  await expect(rowOf(chair, "Morocco")).not.toHaveAccessibleName(/Yasmina/);
  await desk.until(() => `${desk.list(panel)}` === `${waiting}`, "the list as it was");
});

test("L15 a statement that turns out to be a group's shows its new place before it goes there", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair"), seat("desk")]);
  await actOnRow(chair, "Japan", "Correct…");
  const form = formOf(chair, "Correct the request: Japan");
  await form.getByText("Group statement", { exact: true }).click();
  await form.getByRole("textbox", { name: "On behalf of" }).fill("a group (fictional)");
  await form.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(form.getByRole("alert")).toHaveText(
    "As corrected, the request goes to place 1; it now stands at place 4. Nothing is done yet.",
  );
  expect(desk.list(panel)).toEqual(waiting);
  await form.getByRole("button", { name: "Correct, and go to place 1" }).click();
  await expect(form).toBeHidden();
  await expect(rowOf(chair, "Japan")).toHaveAccessibleName(/^1\. /);
  await expectChairShows(chair, desk);
  await chair.getByRole("button", { name: "Undo: Japan: the request was corrected" }).click();
  await desk.until(() => `${desk.list(panel)}` === `${waiting}`, "the list as it was");
});

test("L15 the desk corrects a request on its list, and can take that back", async ({ enter, seat }) => {
  const [page, desk] = await Promise.all([enter("desk"), seat("desk")]);
  await page.getByRole("tab", { name: "List" }).click();
  await page.getByRole("button", { name: "Correct the request of Chile" }).click();
  const form = formOf(page, "Correct the request: Chile");
  await form.getByRole("textbox", { name: "Speaker’s name" }).fill("Rosario Quilodrán (fictional)");
  await form.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(form).toBeHidden();
  const row = page.getByRole("listitem").filter({ hasText: "Chile" });
  await expect(row).toContainText("Rosario Quilodrán (fictional)");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(row).not.toContainText("Rosario");
  await desk.until(() => `${desk.list(panel)}` === `${waiting}`, "the list as it was");
});

for (const language of languages) {
  test(`L15 a delegation corrects its own request on its tablet (${language})`, async ({ enter, seat }) => {
    const t = words(language);
    const [kenya, desk] = await Promise.all([
      enter("delegate", { delegation: "KE", viewport: tablet, language }),
      seat("desk"),
    ]);
    await kenya.getByRole("button", { name: t("correct.act") }).click();
    const form = formOf(kenya, t("correct.own_title"));
    await form.getByText(t("kind.group_statement"), { exact: true }).click();
    await form.getByRole("button", { name: t("correct.submit"), exact: true }).click();
    await expect(form.getByText(t("inscribe.on_behalf_of_wanted"))).toBeVisible();
    await form.getByRole("textbox", { name: t("inscribe.on_behalf_of") }).fill("the African Group");
    await form.getByRole("button", { name: t("correct.submit"), exact: true }).click();
    await expect(form).toBeHidden();
    await expect(kenya.getByText(/·\s.*the African Group/)).toBeVisible();
    await desk.until(() => desk.list(panel)[0] === "KE", "Kenya at the head");
  });
}

test("L6 a move is taken back from the foot of the list, however long ago", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair"), seat("desk")]);
  await actOnRow(chair, "Japan", "Move to the top");
  await expect(rowOf(chair, "Japan")).toHaveAccessibleName(/^1\. .*Moved/);
  await chair.getByRole("button", { name: "Undo: Japan was moved" }).click();
  await expect(rowOf(chair, "Japan")).toHaveAccessibleName(/^4\. /);
  await expect(rowOf(chair, "Japan")).not.toHaveAccessibleName(/Moved/);
  await desk.until(() => `${desk.list(panel)}` === `${waiting}`, "the list as it was");
});

test("L15 each row says the how many-th statement it is, and those not yet heard are found", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair"), seat("desk")]);
  await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, "KE") } });
  await desk.done({ requestFloor: { panel, delegation: "KE", kind: "KIND_QUESTION" } });
  await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, "KE") } });
  await desk.done({ requestFloor: { panel, delegation: "KE", kind: "KIND_STATEMENT" } });
  await expect(rowOf(chair, "Chile")).toContainText("First statement");
  await expect(rowOf(chair, "Chile")).toHaveAccessibleName(/first statement of the session/);
  await expect(rowOf(chair, "Kenya")).toContainText("3rd");
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/3rd statement of the session/);
  await chair.getByRole("button", { name: /^Not yet heard\s+3$/ }).click();
  await expect(rowsOf(chair)).toHaveCount(3);
  await expect(chair.getByRole("status").filter({ hasText: "3 of 4 shown" })).toBeVisible();
  await expect(rowOf(chair, "Japan")).toHaveAccessibleName(/^3\. /);
});
