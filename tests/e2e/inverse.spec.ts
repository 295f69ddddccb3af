// What is taken away or closed can be taken back from the foot of the list, until something else is done.
import type { Page } from "@playwright/test";
import { actOnList, actOnRow, pressIn } from "./support/console.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectChairShows, rowOf } from "./support/lists.ts";
import { tenSecondsPass } from "./support/patience.ts";
import { meeting, panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";

const waiting = ["KE", "CL", "MA", "JP"];

test.beforeEach(async ({ seat }) => {
  const desk = await seat("desk");
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  for (const delegation of waiting) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
});

test("a request that was removed is put back to its place", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair", { patient: true }), seat("desk")]);
  await actOnRow(chair, "Chile", "Remove from the list");
  await expect(rowOf(chair, "Chile")).toBeHidden();
  await takeBack(chair, "Chile was removed from the list");
  await expect(rowOf(chair, "Chile")).toHaveAccessibleName(/^2\. /);
  await expectAsBefore(chair, desk);
});

test("a no-show that was there after all goes back to its place", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair", { patient: true }), seat("desk")]);
  await actOnRow(chair, "Kenya", "Not in the room");
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^4\. .*Not in the room$/);
  await takeBack(chair, "Kenya was recorded as not in the room");
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^1\. /);
  await expectAsBefore(chair, desk);
});

test("a list that was closed is opened again", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair", { patient: true }), seat("desk")]);
  await actOnList(chair, "Close the list");
  await expect(chair.getByText("List closed", { exact: true })).toBeVisible();
  await takeBack(chair, "The list is closed");
  await expect(chair.getByText("List open", { exact: true })).toBeVisible();
  await desk.until(() => desk.panel(panel)["listStatus"] === "LIST_STATUS_OPEN", "an open list");
  await expectAsBefore(chair, desk);
});

test("a panel that was closed is opened again", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair", { patient: true }), seat("desk")]);
  await pressIn(chair, "programme", "Close the panel");
  await expect(chair.getByRole("heading", { name: "This panel is closed" })).toBeVisible();
  await takeBack(chair, "The panel is closed");
  await expect(chair.getByRole("heading", { name: "The floor is free" })).toBeVisible();
  await desk.until(() => desk.panel(panel)["status"] === "PANEL_STATUS_OPEN", "an open panel");
  await desk.until(() => desk.panel(panel)["listStatus"] === "LIST_STATUS_OPEN", "an open list");
  await expect(chair.getByText("List open", { exact: true })).toBeVisible();
  await expectAsBefore(chair, desk);
});

for (const [what, button, done] of [
  ["list", "Close the list", "The list is closed"],
  ["panel", "Close the panel", "The panel is closed"],
] as const) {
  test(`an announced closing of the list stands again when the ${what} is opened again`, async ({ enter, seat }) => {
    const [chair, desk] = await Promise.all([enter("chair", { patient: true }), seat("desk")]);
    const closesAt = String(Date.parse("2005-11-29T17:30:00+01:00"));
    await desk.done({ announceListClosing: { panel, closesAt } });
    if (what === "list") await actOnList(chair, button);
    else await pressIn(chair, "programme", button);
    await desk.until(() => desk.panel(panel)["listStatus"] === "LIST_STATUS_CLOSED", "a closed list");
    await takeBack(chair, done);
    await desk.until(() => desk.panel(panel)["listStatus"] === "LIST_STATUS_CLOSING", "an announced closing");
    expect(desk.panel(panel)["listClosesAt"]).toBe(closesAt);
    await expectAsBefore(chair, desk);
  });
}

test("a meeting that was closed is opened again", async ({ enter, seat }) => {
  const [chair, desk] = await Promise.all([enter("chair", { patient: true }), seat("desk")]);
  await desk.done({ closePanel: { panel } });
  await pressIn(chair, "programme", "Close the meeting");
  await expect(chair.getByText("Meeting closed", { exact: true })).toBeVisible();
  await takeBack(chair, "The meeting is closed");
  await expect(chair.getByText(/^Meeting open since /)).toBeVisible();
  await desk.until(() => desk.meeting(meeting)["status"] === "MEETING_STATUS_OPEN", "an open meeting");
});

test("what was done can be taken back by key, until something else is done", async ({ enter }) => {
  const chair = await enter("chair", { patient: true });
  await expect(rowOf(chair, "Kenya")).toBeVisible();
  await rowOf(chair, "Kenya").focus();
  await expect(rowOf(chair, "Kenya")).toBeFocused();
  await chair.keyboard.press("Delete");
  await expect(chair.getByRole("status").filter({ hasText: "Kenya was removed from the list" })).toBeVisible();
  await chair.keyboard.press("Control+z");
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^1\. /);
  await chair.keyboard.press("Shift+C");
  const undo = chair.getByRole("button", { name: "Undo: The list is closed" });
  await expect(undo).toBeVisible();
  await tenSecondsPass(chair);
  await expect(undo).toBeVisible();
  await actOnRow(chair, "Chile", "Remove from the list");
  await expect(undo).toBeHidden();
  await expect(chair.getByText("List closed", { exact: true })).toBeVisible();
});

async function takeBack(chair: Page, done: string): Promise<void> {
  const undo = chair.getByRole("button", { name: `Undo: ${done}` });
  await undo.click();
  await expect(undo).toBeHidden();
}

async function expectAsBefore(chair: Page, desk: Seat): Promise<void> {
  await desk.until(() => `${desk.list(panel)}` === `${waiting}`, "the list as it was");
  await expectChairShows(chair, desk);
}
