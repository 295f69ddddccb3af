// A whole panel, from the opening of the meeting to its close, as the chair, the hall and twenty delegations live it:
// with keys and fingers, a line that is cut, a program that speaks, and a server that is killed twice.
import type { Page } from "@playwright/test";
import { timeIn } from "./support/clocks.ts";
import { logOf, verified } from "./support/ctl.ts";
import { expect, hall, phone, tablet, test } from "./support/fixtures.ts";
import { expectChairShows, expectDelegateShows, expectDisplayShows, rowOf, rowsOf } from "./support/lists.ts";
import { meeting, panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import { acknowledgedTo } from "./support/witness.ts";

test.use({ serverOptions: { clock: "2005-11-29T14:20+01:00,10" } });
test.setTimeout(600_000);

const byHand = { mouse: "KE", touch: "CL", line: "MA", keys: "JP" };
const byProgram = "CA";
const others = ["DZ", "AR", "AU", "BD", "BR", "CO", "HR", "EC", "EG", "FR", "GH", "HU", "IT", "MX", "SN"];

test("a panel of twenty delegations is lived through by every screen, with nothing lost and nothing doubled", async ({
  server,
  enter,
  seat,
  newLine,
  example,
}) => {
  const line = await newLine();
  const witnesses: ReturnType<typeof acknowledgedTo>[] = [];
  const watch = (page: Page) => witnesses.push(acknowledgedTo(page));

  const chair = await enter("chair", { watch });
  const display = await enter("display", { viewport: hall });
  const kenya = await enter("delegate", { delegation: byHand.mouse, viewport: tablet, watch, language: "en" });
  const chile = await enter("delegate", {
    delegation: byHand.touch,
    viewport: phone,
    hasTouch: true,
    watch,
    language: "en",
  });
  const morocco = await enter("delegate", {
    delegation: byHand.line,
    viewport: tablet,
    through: line,
    watch,
    language: "en",
  });
  const japan = await enter("delegate", { delegation: byHand.keys, viewport: tablet, watch, language: "en" });

  const desk = await seat("desk");
  const seats = await Promise.all(others.map((delegation) => seat("delegate", delegation)));
  const everyone = [desk, ...seats];

  const backAfterKill = async () => {
    for (const screen of [chair, kenya, chile, morocco, japan]) {
      await expect(screen.getByText("Reconnecting. What you see is the last known state.")).toBeHidden();
    }
    await expect(display.getByText("Reconnecting", { exact: true })).toBeHidden();
  };
  const agree = async () => {
    await expectChairShows(chair, desk);
    for (const delegate of [kenya, chile, morocco, japan]) await expectDelegateShows(delegate, desk);
    await expectDisplayShows(display, desk);
    for (const one of seats) await one.until(() => `${one.order(panel)}` === `${desk.order(panel)}`, "the desk's list");
  };

  await test.step("the meeting opens, the panel opens, the list opens", async () => {
    await expect(kenya.getByText("The list of speakers opens at 14:30.")).toBeVisible();
    await chair.getByRole("button", { name: "Open the meeting" }).first().click();
    await chair.getByRole("button", { name: "Open the panel" }).first().click();
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    await expect(chair.getByText("List not open").or(chair.getByText("Opens at 14:30"))).toBeVisible();
    await chair.keyboard.press("o");
    await expect(chair.getByText("List open", { exact: true })).toBeVisible();
    await expect(display.getByText("the list is open")).toBeVisible();
  });

  await test.step("twenty delegations ask: by mouse, by finger, by keys, over a line that is cut, by program", async () => {
    await kenya.getByRole("button", { name: "Ask for the floor" }).click();
    const form = kenya.getByRole("dialog", { name: "Ask for the floor" });
    await form.getByRole("textbox", { name: "Title or function" }).fill("Permanent Representative");
    await form.getByRole("button", { name: "Ask for the floor" }).click();
    await expect(kenya.getByText("You are next").last()).toBeVisible();

    await chile.getByRole("button", { name: "Ask for the floor" }).tap();
    const sheet = chile.getByRole("dialog", { name: "Ask for the floor" });
    await sheet.getByRole("radio", { name: /^Question/ }).tap({ force: true });
    await sheet.getByRole("button", { name: "Ask for the floor" }).tap();
    await expect(placeOf(chile)).toContainText("2");

    await askByKeys(japan);
    await expect(placeOf(japan)).toContainText("3");

    await line.cut();
    await expect(morocco.getByText("Reconnecting", { exact: true })).toBeVisible();
    await morocco.getByRole("button", { name: "Ask for the floor" }).click();
    await morocco.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).click();
    await expect(morocco.getByText("Your request is kept on this device.")).toBeVisible();
    await line.mend();
    await expect(placeOf(morocco)).toContainText("4");

    example.start(server.signIn("delegate", byProgram).url, panel, "--ask");
    await desk.until(() => desk.list(panel).includes(byProgram), "the example to ask");
    await Promise.all(seats.map((one) => one.done({ requestFloor: { panel, kind: "KIND_STATEMENT" } })));
    await desk.until(() => desk.order(panel).length === 20, "twenty entries");
    expect(new Set(desk.list(panel)).size).toBe(20);
    await agree();
  });

  await test.step("the chair reorders, by keyboard and by dragging", async () => {
    const japanRow = rowOf(chair, "Japan");
    await chair.keyboard.press("g");
    await expect(rowsOf(chair).first()).toBeFocused();
    await chair.keyboard.press("ArrowDown");
    await chair.keyboard.press("ArrowDown");
    await expect(japanRow).toBeFocused();
    await chair.keyboard.press("Alt+ArrowUp");
    await expect(japanRow).toHaveAccessibleName(/^2\. /);
    await expect(japanRow).toBeFocused();
    await rowOf(chair, "Canada").dragTo(rowsOf(chair).first(), { targetPosition: { x: 200, y: 4 } });
    await expect(rowOf(chair, "Canada")).toHaveAccessibleName(/^1\. /);
    await desk.until(() => desk.list(panel)[0] === byProgram && desk.list(panel)[2] === byHand.keys, "both moves");
    await agree();
  });

  await test.step("a panellist has the floor; time is added; the speech is paused", async () => {
    await chair.getByRole("button", { name: "Give the floor to Panellist from Indonesia" }).click();
    await expect(display.getByRole("heading", { name: "Panellist from Indonesia" })).toBeVisible();
    await chair.getByRole("button", { name: "+ 1 min" }).click();
    await desk.until(() => Number(desk.floor(panel)["limitMs"]) === 540_000, "a minute more");
    await chair.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(display.getByText("Paused", { exact: true })).toBeVisible();
  });

  await test.step("the server is killed while the speech is paused, and nothing has moved when it is back", async () => {
    const before = {
      floor: desk.floor(panel),
      list: desk.list(panel),
      clock: await display.getByRole("timer").textContent(),
    };
    await server.kill9();
    for (const delegate of [kenya, chile, morocco, japan]) {
      await expect(delegate.getByText("Reconnecting. What you see is the last known state.")).toBeVisible();
    }
    await expect(chair.getByText("Reconnecting. What you see is the last known state.")).toBeVisible();
    await expect(display.getByText("Reconnecting", { exact: true })).toBeVisible();
    await expect(display.getByRole("heading", { name: "Panellist from Indonesia" })).toBeVisible();
    await server.restart();
    await backAfterKill();
    await desk.until(() => desk.live, "a view again");
    expect(desk.floor(panel)).toEqual(before.floor);
    expect(desk.list(panel)).toEqual(before.list);
    await expect(display.getByRole("timer")).toHaveText(before.clock ?? "");
    await agree();
    await chair.getByRole("button", { name: "Resume", exact: true }).click();
    await expect(display.getByText("Paused", { exact: true })).toBeHidden();
  });

  await test.step("the floor goes to Canada, and to Kenya, who speaks by its own clock and gives it back", async () => {
    await chair.keyboard.press("Space");
    await expect(display.getByRole("heading", { name: "Canada" })).toBeVisible();
    await expect(kenya.getByText("You are next").last()).toBeVisible();
    await giveFloor(chair, "Kenya");
    await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expect(kenya.getByRole("timer")).toHaveText(/\d:\d\d/);
    await kenya.getByRole("button", { name: "Give back the floor" }).click();
    await kenya.getByRole("button", { name: "Give it back now" }).click();
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
  });

  await test.step("the server is killed again while one delegation withdraws and another waits behind a cut line", async () => {
    await giveFloor(chair, "Japan");
    await expect(japan.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await line.cut();
    await server.kill9();
    await expect(chile.getByText("Reconnecting. What you see is the last known state.")).toBeVisible();
    await chile.getByRole("button", { name: "Withdraw" }).tap();
    await chile.getByRole("button", { name: "Withdraw now" }).tap();
    await expect(chile.getByRole("button", { name: "Withdrawing" })).toBeVisible();
    const asked = seats[0] as Seat;
    const again = asked.act({ requestFloor: { panel, kind: "KIND_QUESTION" } });
    await server.restart();
    await line.mend();
    await backAfterKill();
    expect((await again).ok).toBe(true);
    await expect(chile.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
    await desk.until(() => !desk.list(panel).includes(byHand.touch), "Chile's withdrawal");
    await asked.done({ withdrawEntry: { entry: desk.order(panel).at(-1) } });
    await expect(japan.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await giveFloor(chair, "Morocco");
    await expect(morocco.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expect(japan.getByRole("tabpanel", { name: "Floor" })).toBeVisible();
    await agreeWithout(morocco);
  });

  await test.step("the closing of the list is announced, and it closes by itself", async () => {
    await chair.getByRole("button", { name: "More acts on the list" }).click();
    await chair.getByRole("menuitem", { name: "Announce the closing…" }).click();
    const closing = chair.getByRole("dialog", { name: "Announce the closing of the list" });
    await closing.getByRole("textbox", { name: "The list closes at" }).fill(await timeIn(chair, 3));
    await closing.getByRole("button", { name: "Announce" }).click();
    await expect(closing).toBeHidden();
    await expect(chair.getByText(/^Closes at /)).toBeVisible();
    await expect(display.getByText(/the list closes at/)).toBeVisible();
    await expect(chile.getByText(/^The list closes at /)).toBeVisible();
    await expect(chair.getByText("List closed", { exact: true })).toBeVisible({ timeout: 25_000 });
    await expect(chile.getByText("The list of speakers is closed.")).toBeVisible();
    await expect(display.getByText(/the list is closed/)).toBeVisible();
  });

  await test.step("the floor goes to the rest of the list, one after the other", async () => {
    for (let left = desk.order(panel).length; left > 0; left -= 1) {
      const name = desk.name(desk.list(panel)[0] as string);
      await giveFloor(chair, name);
      await desk.until(() => desk.order(panel).length === left - 1, `the floor for ${name}`);
    }
    await chair.keyboard.press("e");
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    await agree();
  });

  await test.step("the panel ends and the meeting closes", async () => {
    await chair.getByRole("button", { name: "Close the panel" }).click();
    await expect(display.getByRole("heading", { name: "The panel is closed" })).toBeVisible();
    await chair.getByRole("button", { name: "Close the meeting" }).click();
    await desk.until(() => desk.meeting(meeting)["status"] === "MEETING_STATUS_CLOSED", "the close of the meeting");
    const tomorrow = "The meeting opens on Wednesday 30 November at 10:00";
    await expect(display.getByText(tomorrow)).toBeVisible();
    for (const delegate of [kenya, chile, morocco, japan]) await expect(delegate.getByText(tomorrow)).toBeVisible();
    expect(example.output).toContain("Canada has the floor");
    expect(example.output).toMatch(/the floor is free \| list: nobody\s*$/);
  });

  await test.step("the record is whole, and holds each acknowledged act once", async () => {
    expect(await verified(server)).toMatch(/are sound/);
    const log = await logOf(server);
    const times = new Map<string, number>();
    for (const { name } of log) times.set(name, (times.get(name) ?? 0) + 1);
    const acknowledged = [
      ...everyone.flatMap(({ acknowledged }) => [...acknowledged.values()]),
      ...witnesses.flatMap((one) => [...one.values()].flatMap((names) => [...names])),
    ];
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(new Set(acknowledged).size, "two commands never share an act").toBe(acknowledged.length);
    expect(acknowledged.filter((name) => times.get(name) !== 1)).toEqual([]);
    const asks = log
      .flatMap(({ sentences }) => sentences)
      .filter((sentence) => sentence.includes(" asks for the floor"));
    expect(asks.length).toBe(21);
    for (const delegation of [...Object.values(byHand), byProgram, ...others.slice(1)]) {
      expect(asks.filter((sentence) => sentence.startsWith(`${desk.name(delegation)} `)).length, delegation).toBe(1);
    }
    const given = log
      .flatMap(({ sentences }) => sentences)
      .filter((sentence) => sentence.includes(" has the floor for "));
    expect(given.length, "the panellist and nineteen delegations").toBe(20);
    expect(new Set(given.map((sentence) => sentence.split(" has the floor")[0])).size).toBe(20);
  });

  async function agreeWithout(speaking: Page): Promise<void> {
    await expectChairShows(chair, desk);
    for (const delegate of [kenya, chile, morocco, japan])
      if (delegate !== speaking) await expectDelegateShows(delegate, desk);
    await expectDisplayShows(display, desk);
  }
});

function placeOf(delegate: Page) {
  return delegate.getByRole("region", { name: "Your place in line" });
}

/** Presses until it is done: for a moment after the floor was given, a press is taken for the one before. */
async function giveFloor(chair: Page, name: string): Promise<void> {
  const speaks = chair.getByRole("heading", { name, exact: true });
  await expect(async () => {
    if (!(await speaks.isVisible()))
      await chair.getByRole("button", { name: `Give the floor to ${name}`, exact: true }).click({ timeout: 2_000 });
    await expect(speaks).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

/** From the top of the page with Tab and Enter alone. */
async function askByKeys(delegate: Page): Promise<void> {
  const ask = delegate.getByRole("button", { name: "Ask for the floor" });
  for (
    let presses = 0;
    presses < 12 && !(await ask.evaluate((button) => button === document.activeElement));
    presses += 1
  ) {
    await delegate.keyboard.press("Tab");
  }
  await delegate.keyboard.press("Enter");
  const form = delegate.getByRole("dialog", { name: "Ask for the floor" });
  await expect(form).toBeVisible();
  await expect(form.getByRole("radio", { name: /^Statement/ })).toBeChecked();
  const send = form.getByRole("button", { name: "Ask for the floor" });
  for (
    let presses = 0;
    presses < 12 && !(await send.evaluate((button) => button === document.activeElement));
    presses += 1
  ) {
    await delegate.keyboard.press("Tab");
  }
  await delegate.keyboard.press("Enter");
  await expect(form).toBeHidden();
}
