// A procedural motion as the hall sees it: a delegation moves it, the chair takes it up, others speak on it, and it is carried.
import { desktop, expect, hall, screenshot, tablet, test } from "./support/fixtures.ts";
import { actOnFloor } from "./support/console.ts";
import { english } from "./support/people.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";

test("L5 a delegation moves to adjourn the debate; it is taken up, spoken on, carried, and every screen follows", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "FR");
  await giveFloor(wire, "KE");
  const brazil = await enter("delegate", { ...english, delegation: "BR", viewport: tablet });
  const chair = await enter("chair", { ...english, viewport: desktop });
  const display = await enter("display", { viewport: hall, language: "en" });
  const motions = chair.getByRole("region", { name: "Motions" });

  await test.step("it is moved, and the chair alone is told", async () => {
    await brazil.getByRole("button", { name: "Procedural motion…" }).click();
    await brazil.getByRole("radio", { name: "Motion to adjourn the debate" }).check({ force: true });
    await screenshot(brazil, "motion-moving");
    await brazil.getByRole("button", { name: "Move it" }).click();
    await expect(brazil.getByText(/Your motion waits for the chair/)).toBeVisible();
    await expect(motions.getByText("moved by Brazil")).toBeVisible();
    await screenshot(chair, "motion-waits-chair");
    await expect(display.getByRole("heading", { level: 1 })).toHaveText("Kenya");
  });

  await test.step("taken up it pauses the speech, and everybody sees it", async () => {
    await motions.getByRole("button", { name: "Take up: Motion to adjourn the debate" }).click();
    await expect(display.getByRole("heading", { level: 1 })).toContainText("Motion to adjourn the debate");
    await expect(display.getByRole("heading", { level: 1 })).toContainText("Brazil");
    await expect(brazil.getByText("Motion to adjourn the debate").first()).toBeVisible();
    await brazil.getByRole("button", { name: "Give back the floor" }).click();
    await brazil.getByRole("button", { name: "Give it back now" }).click();
    await expect(display.getByText("moved by Brazil")).toBeVisible();
    await screenshot(display, "motion-stands-display");
  });

  const chile = await enter("delegate", { ...english, delegation: "CL", viewport: tablet });
  await test.step("who asks is given the floor on it", async () => {
    await chile.getByRole("button", { name: "Ask to speak against" }).click();
    await expect(chile.getByText(/You ask to speak against/)).toBeVisible();
    await screenshot(chile, "motion-asks-delegate");
    await screenshot(chair, "motion-stands-chair");
    await motions.getByRole("button", { name: "Give the floor to Chile: Against the motion" }).click();
    await expect(display.getByRole("heading", { level: 1 })).toContainText("Against the motion");
    await screenshot(display, "motion-speaks-display");
    await screenshot(chair, "motion-speaks-chair");
  });

  await test.step("objections are asked for, and what is carried is done at once", async () => {
    await motions.getByRole("button", { name: "Objections?" }).click();
    await expect(display.getByText("Are there any objections?")).toBeVisible();
    await motions.getByRole("button", { name: "Carried…" }).click();
    await screenshot(chair, "motion-carry-chair");
    await chair.getByRole("button", { name: "Record as carried" }).click();
    await expect(motions).toHaveCount(0);
    await expect(brazil.getByText(/your motion was carried/)).toBeVisible();
    await expect(display.getByRole("heading", { level: 1 })).not.toContainText("otion");
    await wire.until(() => wire.entities.get("panel/high-level")?.["panel"].status === "PANEL_STATUS_CLOSED", "the panel closed");
    expect(wire.entities.get("queue/high-level")?.["queue"].entries).toHaveLength(2);
    await screenshot(chair, "motion-carried-chair");
  });
});

test("L5 the chair moves for a delegation, and proposes to close the list, which waits behind", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  const chair = await enter("chair", { ...english, viewport: desktop });
  await actOnFloor(chair, "Motion…");
  await chair.getByRole("radio", { name: "Proposal to close the list of speakers" }).check({ force: true });
  await chair.getByRole("button", { name: "Move", exact: true }).click();
  await actOnFloor(chair, "Motion…");
  await chair.getByRole("combobox").fill("Chile");
  await chair.getByRole("combobox").press("Enter");
  await screenshot(chair, "motion-form-chair");
  await chair.getByRole("button", { name: "Move", exact: true }).click();
  const motions = chair.getByRole("region", { name: "Motions" });
  await expect(motions.getByRole("heading")).toHaveText(["Motion to suspend the meeting", "Proposal to close the list of speakers"]);
  await motions.getByRole("button", { name: "Take up: Motion to suspend the meeting" }).click();
  await motions.getByRole("button", { name: "Carried…" }).click();
  await chair.getByRole("checkbox").check();
  await chair.getByRole("button", { name: "Record as carried" }).click();
  await wire.until(() => [...wire.entities.values()].some((each) => each["meeting"]?.status === "MEETING_STATUS_SUSPENDED"), "the suspension");
  await expect(motions.getByRole("heading")).toHaveText(["Proposal to close the list of speakers"]);
});
