// Two people act at the same time, each before hearing of the other: lines that hold everything back make it so.
import { expect, tablet, test } from "./support/fixtures.ts";
import { expectChairShows } from "./support/lists.ts";
import { meeting, panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";

const waiting = ["KE", "CL", "MA"];

async function openedWith(desk: Seat): Promise<void> {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  for (const delegation of waiting) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
}

test("two chairs press next at the same time: one delegation gets the floor, and the other chair is told why not", async ({
  enter,
  seat,
  newLine,
}) => {
  const desk = await seat("desk");
  await openedWith(desk);
  const lines = [await newLine(), await newLine()] as const;
  const chairs = await Promise.all([enter("chair", { through: lines[0] }), enter("chair", { through: lines[1] })]);
  for (const chair of chairs)
    await expect(chair.getByRole("button", { name: "Give the floor to Kenya" })).toBeEnabled();

  for (const line of lines) line.die();
  await chairs[0].getByRole("button", { name: "Give the floor to Kenya" }).click();
  await chairs[1].locator("[data-main]").press("Space");
  await Promise.all(lines.map((line) => line.mend()));

  const refused = "Something changed just before. Look again and repeat if you still want it.";
  for (const chair of chairs) {
    await expect(chair.getByRole("heading", { name: "Kenya" })).toBeVisible();
    await expect(chair.getByRole("button", { name: "Give the floor to Chile" })).toBeVisible();
    await expectChairShows(chair, desk);
  }
  const next = chairs.map((chair) => chair.locator("[data-refusals]").getByText(refused));
  await expect.poll(async () => (await Promise.all(next.map((one) => one.count()))).toSorted()).toEqual([0, 1]);
  await desk.until(() => desk.speech(panel)["delegation"] === "KE", "the floor for Kenya");
  expect(desk.speech(panel)["speech"]).toBe(1);
  expect(desk.list(panel)).toEqual(["CL", "MA"]);
});

test("a delegation withdraws before the chair gives it the floor: the floor stays free, and the chair is told", async ({
  enter,
  seat,
  newLine,
}) => {
  const desk = await seat("desk");
  await openedWith(desk);
  const line = await newLine();
  const [chair, kenya] = await Promise.all([
    enter("chair", { through: line }),
    enter("delegate", { delegation: "KE", viewport: tablet, patient: true }),
  ]);
  line.die();
  await chair.getByRole("button", { name: "Give the floor to Kenya" }).click();
  await kenya.getByRole("button", { name: "Withdraw" }).click();
  await kenya.getByRole("button", { name: "Withdraw now" }).click();
  await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
  await line.mend();
  await expect(chair.locator("[data-refusals]").getByText("This request is no longer waiting.")).toBeVisible();
  await expect(chair.getByRole("heading", { name: "The floor is free" })).toBeVisible();
  await expect(chair.getByRole("button", { name: "Give the floor to Chile" })).toBeEnabled();
  expect(desk.list(panel)).toEqual(["CL", "MA"]);
  expect(desk.speech(panel)["speech"] ?? 0).toBe(0);
});

test("the chair gives the floor before a delegation's withdrawal arrives: it speaks", async ({
  enter,
  seat,
  newLine,
}) => {
  const desk = await seat("desk");
  await openedWith(desk);
  const line = await newLine();
  const [chair, kenya] = await Promise.all([
    enter("chair"),
    enter("delegate", { delegation: "KE", viewport: tablet, through: line, patient: true }),
  ]);
  line.die();
  await kenya.getByRole("button", { name: "Withdraw" }).click();
  await kenya.getByRole("button", { name: "Withdraw now" }).click();
  await chair.getByRole("button", { name: "Give the floor to Kenya" }).click();
  await expect(chair.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await line.mend();
  await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
  await expectChairShows(chair, desk);
  expect(desk.speech(panel)["delegation"]).toBe("KE");
});

test("the list closes before a request arrives: the delegation is told so in words", async ({
  enter,
  seat,
  newLine,
}) => {
  const desk = await seat("desk");
  await openedWith(desk);
  const line = await newLine();
  const japan = await enter("delegate", { delegation: "JP", viewport: tablet, through: line });
  await japan.getByRole("button", { name: "Ask for the floor" }).click();
  const form = japan.getByRole("dialog", { name: "Ask for the floor" });
  line.die();
  await form.getByRole("button", { name: "Ask for the floor" }).click();
  await desk.done({ closeList: { panel } });
  await line.mend();
  await expect(form.getByRole("alert")).toHaveText("The list of speakers is closed.");
  expect(desk.list(panel)).toEqual(waiting);
});
