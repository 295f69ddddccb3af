// What delegations do with their requests besides waiting: one of the first five answers that it is on its way, seen by chair and
// desk and by no other; and a statement is filed in writing, released to all, and put back by the chair.
import { actOnRow } from "./support/console.ts";
import { desktop, expect, expectAccessible, screenshot, tablet, test } from "./support/fixtures.ts";
import { rowOf } from "./support/lists.ts";
import { meeting, panel } from "./support/programme.ts";

const waiting = ["KE", "CL", "MA", "JP", "CH", "EC"];

test.beforeEach(async ({ seat }) => {
  const desk = await seat("desk");
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  for (const delegation of waiting) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
});

test("L9 a delegation on stand-by answers that it is on its way, and chair and desk see it", async ({ enter }) => {
  const [chair, desk, chile, ecuador] = await Promise.all([
    enter("chair", { viewport: desktop }),
    enter("desk"),
    enter("delegate", { delegation: "CL", viewport: tablet }),
    enter("delegate", { delegation: "EC", viewport: tablet }),
  ]);
  await desk.getByRole("tab", { name: "List" }).click();
  await expect(rowOf(chair, "Chile")).toHaveAccessibleName(/stand-by: No answer/);
  await expect(ecuador.getByRole("region", { name: "Your place in line" })).toContainText("6");
  await expect(ecuador.getByRole("button", { name: "On my way" })).toBeHidden();
  await chile.getByRole("button", { name: "On my way" }).click();
  await expect(chile.getByText(/^On your way since/)).toBeVisible();
  await expect(rowOf(chair, "Chile")).toHaveAccessibleName(/stand-by: On the way/);
  await expect(desk.getByRole("listitem").filter({ hasText: "Chile" })).toContainText("On the way");
  await expectAccessible(chile);
  await screenshot(chile, "own-acts-on-the-way");
  await screenshot(chair, "own-acts-stand-by");
  await chile.getByRole("button", { name: "No longer on my way" }).click();
  await expect(rowOf(chair, "Chile")).toHaveAccessibleName(/stand-by: No answer/);
});

test("L13 a delegation files in writing, sends its text, and the chair puts it back", async ({ enter, seat }) => {
  const [chair, chile, display] = await Promise.all([
    enter("chair", { viewport: desktop }),
    enter("delegate", { delegation: "CL", viewport: tablet }),
    seat("display"),
  ]);
  await chile.getByRole("button", { name: "In writing instead" }).click();
  await chile.getByRole("button", { name: "File in writing now" }).click();
  await expect(chile.getByText(/^Filed in writing at/)).toBeVisible();
  await expect(rowOf(chair, "Chile")).toHaveCount(0);
  await chile.getByRole("tab", { name: "Statement" }).click();
  await expect(chile.getByText(/filed in writing/)).toBeVisible();
  await chile.getByRole("textbox").first().fill("We thank the Chair (fictional).");
  await chile.getByRole("button", { name: "Send version 1" }).click();
  await expect(chile.getByText(/^Released at/)).toBeVisible();
  const filed = () => [...display.entities.values()].some(({ statement }) => statement?.filedAt && statement.texts.length === 1);
  await display.until(filed, "the text, for all");
});

test("L13 the chair files for a delegation, and takes that back", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair", { viewport: desktop }), seat("desk")]);
  await actOnRow(chair, "Chile", "File in writing");
  await desk.until(() => `${desk.list(panel)}` === `${waiting.filter((id) => id !== "CL")}`, "the list without it");
  await chair.getByRole("button", { name: "Undo: Chile: filed in writing" }).click();
  await desk.until(() => `${desk.list(panel)}` === `${waiting}`, "the list as it was");
});
