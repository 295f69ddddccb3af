// The rules of the floor as people see them happen: each test is a row of docs/rules.md, lived through on the screens.
import type { Locator, Page } from "@playwright/test";
import { expectSameSecond, secondOfDay, secondsLeft, sessionGoesOn, speechClock, timeIn } from "./support/clocks.ts";
import { actOnFloor, actOnList, draw, orderBy, pressIn } from "./support/console.ts";
import { logOf } from "./support/ctl.ts";
import { expect, hall, tablet, test } from "./support/fixtures.ts";
import { expectChairShows, expectDelegateShows, expectDisplayShows, rowOf } from "./support/lists.ts";
import { bringNear, remembers } from "./support/patience.ts";
import { meeting, panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import type { RostrumServer } from "./support/server.ts";
import { giveFloor } from "./support/session.ts";

/** The list has opened by itself half an hour before the meeting. */
const opened = async (desk: Seat) => {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
};

const ask = async (desk: Seat, ...delegations: string[]) => {
  for (const delegation of delegations) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
};

const give = (desk: Seat, delegation: string) => desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, delegation) } });

test.describe("before the day's first meeting", () => {
  test.use({ serverOptions: { clock: "2005-11-29T09:55+01:00,1" } });

  test("P3 a draft panel cannot be opened until it has a title, and is then seen under it", async ({ enter, seat }) => {
    const [chair, display, kenya] = await Promise.all([
      enter("chair"),
      enter("display", { viewport: hall }),
      enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
    ]);
    const desk = await seat("desk");
    await draw(chair, "programme");
    const programme = chair.getByRole("navigation", { name: "Programme" });
    const title = "Special Event: Remittances";

    await programme.getByRole("button", { name: /^Special Event/ }).click();
    await expect(programme, "makes way for the list of the panel that was chosen").toHaveCount(0);
    await draw(chair, "programme");
    await expect(programme.getByRole("button", { name: /^Special Event.*Draft, to be determined$/ })).toHaveAttribute("aria-current", "true");
    await chair.getByRole("button", { name: "Open the meeting" }).first().click();
    await expect(chair.getByText(/^Meeting open since /)).toBeVisible();
    await draw(chair, "programme");
    await expect(chair.getByRole("heading", { name: "To be determined" })).toBeVisible();
    await expect(chair.getByText("This panel is still to be determined")).toBeVisible();
    await expect(chair.getByRole("button", { name: "Open the panel" })).toHaveCount(0);
    for (const act of [{ openPanel: { panel: "special-event" } }, { openList: { panel: "special-event" } }]) {
      expect(await desk.act(act)).toMatchObject({ ok: false, code: "panel_is_draft" });
    }
    await expect(display.getByText("Special Event")).toHaveCount(0);

    await chair.getByRole("region", { name: "Next" }).getByRole("button", { name: "Give it a title…" }).click();
    const form = chair.getByRole("dialog", { name: "Title of the panel" });
    await form.getByRole("button", { name: "Set the title" }).click();
    await expect(form.getByText("Write a title in at least one language")).toBeVisible();
    await form.getByRole("textbox", { name: "Title in English" }).fill(title);
    await form.getByRole("button", { name: "Set the title" }).click();
    await expect(form).toBeHidden();
    await draw(chair, "programme");
    await expect(programme.getByRole("button", { name: new RegExp(`^${title}`) })).toBeVisible();
    await chair.getByRole("button", { name: "Open the panel" }).first().click();

    await expect(chair.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    await expect(display.getByRole("banner").getByText(title)).toBeVisible();
    await expect(kenya.getByRole("banner").getByText(title)).toBeVisible();
    await kenya.getByRole("tab", { name: "Programme" }).click();
    await expect(kenya.getByRole("heading", { name: title })).toBeVisible();
  });
});

test("P8 a meeting that is suspended until an instant pauses the speech on every screen, which then goes on where it was", async ({
  enter,
  seat,
}) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "KE", "CL");
  const [chair, display, kenya, chile] = await Promise.all([
    enter("chair"),
    enter("display", { viewport: hall }),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
    enter("delegate", { delegation: "CL", viewport: tablet, language: "en" }),
  ]);
  await give(desk, "KE");
  await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
  await sessionGoesOn(chair, 2);

  const until = await timeIn(chair, 30);
  await pressIn(chair, "programme", "Suspend the meeting…");
  const form = chair.getByRole("dialog", { name: "Suspend the meeting" });
  await form.getByRole("textbox", { name: "Until" }).fill(until);
  await form.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(form).toBeHidden();

  await expect(chair.getByText(`Meeting suspended until ${until}`).first()).toBeVisible();
  await expect(display.getByRole("heading", { name: `The meeting is suspended until ${until}` })).toBeVisible();
  await expect(display.getByRole("timer")).toHaveCount(0);
  await expect(chile.getByText(`The meeting is suspended until ${until}`)).toBeVisible();
  await expect(kenya.getByText("The meeting is suspended; your time stands still")).toBeVisible();
  await expect(kenya.getByText("Paused", { exact: true })).toBeVisible();
  const [stood = 0] = await expectSameSecond([kenya, chile, chair]);
  await sessionGoesOn(chair, 6);
  for (const screen of [kenya, chile, chair]) expect(await secondsLeft(screen)).toBe(stood);
  const { startedAt, pausedAt, limitMs } = desk.speech(panel);
  expect(Math.ceil((limitMs - (pausedAt - startedAt)) / 1_000)).toBe(stood);

  // The second click of a double click falls on what stands there then: the floor for Chile.
  await chair.getByRole("region", { name: "Next" }).getByRole("button", { name: "Resume the meeting" }).dblclick();
  await expect(chair.getByText(/^Meeting open since /)).toBeVisible();
  await expect(chair.getByRole("button", { name: "Give the floor to Chile" })).toBeEnabled();
  await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await expect(kenya.getByText("The meeting is suspended; your time stands still")).toBeHidden();
  await expect(kenya.getByText("Within time")).toBeVisible();
  await expect(chile.getByText(/The meeting is suspended/)).toBeHidden();
  await expect.poll(() => secondsLeft(kenya)).toBeLessThan(stood);
  // The clocks are read at some instant between two readings of the time of day, however long that takes.
  const before = await secondOfDay(chair);
  const [left = 0] = await expectSameSecond([display, kenya, chile, chair]);
  const after = await secondOfDay(chair);
  const { pausedMs } = desk.speech(panel);
  expect(Number(pausedMs)).toBeGreaterThanOrEqual(6_000);
  const began = startOfDay(Number(startedAt)) + Number(pausedMs) / 1_000;
  const spoken = Number(limitMs) / 1_000 - left;
  expect(spoken, "the clock counts all that was spoken").toBeGreaterThanOrEqual(before - began - 2);
  expect(spoken, "and not the suspension").toBeLessThanOrEqual(after - began + 2);
});

test.describe("long before 14:30, when the programme opens the list", () => {
  test.use({ serverOptions: { clock: "2005-11-29T13:40+01:00,1" } });

  test("L1 a planned opening and an announced closing of the list happen by themselves on every screen", async ({ enter, seat, server }) => {
    const desk = await seat("desk");
    await desk.done({ openMeeting: { meeting } });
    await desk.done({ openPanel: { panel } });
    const [chair, display, kenya] = await Promise.all([
      enter("chair"),
      enter("display", { viewport: hall }),
      enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
    ]);

    const opens = await timeIn(chair, 30);
    await actOnList(chair, "Plan the opening…");
    const plan = chair.getByRole("dialog", { name: "Plan the opening of the list" });
    await plan.getByRole("textbox", { name: "The list opens at" }).fill(opens);
    await plan.getByRole("button", { name: "Plan", exact: true }).click();
    await expect(plan).toBeHidden();
    await expect(chair.getByText(`Opens at ${opens}`)).toBeVisible();
    await expect(display.getByText(`the list opens at ${opens}`)).toBeVisible();
    await expect(kenya.getByText(`The list of speakers opens at ${opens}.`)).toBeVisible();
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toHaveCount(0);

    const opened_at = await bringNear(desk, (opensAt) => ({ planListOpening: { panel, opensAt } }));
    await expect(chair.getByText("List open", { exact: true })).toBeVisible();
    await expect(display.getByText("the list is open")).toBeVisible();
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
    expect(await doneByItself(server, "open_list_as_planned")).toBeGreaterThanOrEqual(startOfDay(opened_at));

    const closes = await timeIn(chair, 30);
    await actOnList(chair, "Announce the closing…");
    const closing = chair.getByRole("dialog", { name: "Announce the closing of the list" });
    await closing.getByRole("textbox", { name: "The list closes at" }).fill(closes);
    await closing.getByRole("button", { name: "Announce", exact: true }).click();
    await expect(closing).toBeHidden();
    await expect(chair.getByText(`Closes at ${closes}`)).toBeVisible();
    await expect(display.getByText(`the list closes at ${closes}`)).toBeVisible();
    await expect(kenya.getByText(`The list closes at ${closes}.`)).toBeVisible();
    await ask(desk, "CL");

    const closed_at = await bringNear(desk, (closesAt) => ({ announceListClosing: { panel, closesAt } }));
    await expect(chair.getByText("List closed", { exact: true })).toBeVisible();
    await expect(display.getByText("the list is closed")).toBeVisible();
    await expect(kenya.getByText("The list of speakers is closed.")).toBeVisible();
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toHaveCount(0);
    expect(await doneByItself(server, "close_list_as_announced")).toBeGreaterThanOrEqual(startOfDay(closed_at));
    expect(desk.list(panel), "what waits goes on waiting").toEqual(["CL"]);
  });
});

test("L3 the chair puts a delegation on a list that is closed, and the delegation sees its place", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "CL");
  await desk.done({ closeList: { panel } });
  const [chair, kenya, display] = await Promise.all([
    enter("chair"),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
    enter("display", { viewport: hall }),
  ]);
  await expect(kenya.getByText("The list of speakers is closed.")).toBeVisible();

  await chair.getByRole("button", { name: "Add…" }).click();
  const form = chair.getByRole("dialog", { name: "Add to the list" });
  await expect(form.getByText("The list is closed to delegations. Chair and desk can still add to it.")).toBeVisible();
  await form.getByRole("combobox", { name: "Delegation" }).fill("Keny");
  await chair.getByRole("option", { name: /Kenya/ }).click();
  await form.getByRole("textbox", { name: "Speaker’s name" }).fill("Wanjiru Achieng (fictional)");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form).toBeHidden();

  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^2\. Kenya, .*Wanjiru Achieng \(fictional\), /);
  await expect(chair.getByText("List closed", { exact: true })).toBeVisible();
  await expect(placeOf(kenya)).toContainText("2");
  await expectDelegateShows(kenya, desk);
  await expectDisplayShows(display, desk);
  expect(desk.list(panel)).toEqual(["CL", "KE"]);
});

test("L4 the list is ordered by category, and again by time, on every screen", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "UNHCR", "IN", "KE");
  await desk.done({ requestFloor: { panel, delegation: "CL", kind: "KIND_GROUP_STATEMENT", onBehalfOf: "the Rio Group" } });
  await ask(desk, "JP");
  const [chair, display, kenya] = await Promise.all([
    enter("chair"),
    enter("display", { viewport: hall }),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
  ]);
  const stands = async (...delegations: string[]) => {
    await desk.until(() => `${desk.list(panel)}` === `${delegations}`, `the order ${delegations}`);
    await expectChairShows(chair, desk);
    await expectDelegateShows(kenya, desk);
    await expectDisplayShows(display, desk);
  };
  const order = async (from: string, to: string) => {
    await expect(chair.getByRole("button", { name: `Order of the list: ${from}` })).toBeVisible();
    await orderBy(chair, to);
    await expect(chair.getByRole("button", { name: `Order of the list: ${to}` })).toBeVisible();
  };

  await stands("UNHCR", "IN", "KE", "CL", "JP");
  await order("By time", "By category");
  await stands("CL", "KE", "JP", "IN", "UNHCR");
  await expect(placeOf(kenya)).toContainText("2");
  await ask(desk, "MA");
  await stands("CL", "KE", "JP", "MA", "IN", "UNHCR");
  await order("By category", "By time");
  await stands("UNHCR", "IN", "KE", "CL", "JP", "MA");
  await expect(placeOf(kenya)).toContainText("3");
});

test("L6 the last speaker is returned to the head of the list, and is told", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "KE", "CL", "MA");
  const [chair, kenya, display] = await Promise.all([
    enter("chair"),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
    enter("display", { viewport: hall }),
  ]);
  await give(desk, "KE");
  await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
  await actOnFloor(chair, "Return to the list");
  await expect(chair.getByRole("heading", { name: "The floor is free" })).toBeVisible();
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^1\. /);
  await expect(kenya.getByRole("alert").filter({ hasText: /^At \d\d:\d\d you were returned to the head of the list \(Statement\)\./ })).toBeVisible();
  await expect(placeOf(kenya)).toContainText("You are next");
  await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
  await desk.until(() => `${desk.list(panel)}` === "KE,CL,MA", "Kenya at the head");
  await expectChairShows(chair, desk);
  await expectDisplayShows(display, desk);

  await give(desk, "KE");
  await desk.done({ endSpeech: { speech: desk.speech(panel)["speech"] } });
  await expect(chair.getByRole("heading", { name: "The floor is free" })).toBeVisible();
  await actOnFloor(chair, "Return to the list");
  await desk.until(() => `${desk.list(panel)}` === "KE,CL,MA", "Kenya at the head, after it has spoken");
  await expectChairShows(chair, desk);
});

test("L6 one who is called and not there goes to the end, the second time off the list, and is told each time", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "KE", "CL", "MA");
  const [chair, kenya] = await Promise.all([
    enter("chair"),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
  ]);
  const notThere = async () => {
    await chair.getByRole("button", { name: "Acts for Kenya" }).click();
    await chair.getByRole("menuitem", { name: "Not in the room" }).click();
  };

  await notThere();
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^3\. .*Not in the room$/);
  await expect(kenya.getByText(/^At \d\d:\d\d you were called and not there\. You were moved back on the list \(Statement\)\.$/)).toBeVisible();
  await expect(placeOf(kenya)).toContainText("3");
  expect(desk.list(panel)).toEqual(["CL", "MA", "KE"]);
  await notThere();
  await expect(rowOf(chair, "Kenya")).toBeHidden();
  await expect(
    kenya.getByText(/^At \d\d:\d\d you were called a second time and not there\. Your request was taken off the list \(Statement\)\.$/),
  ).toBeVisible();
  await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
  await desk.until(() => `${desk.list(panel)}` === "CL,MA", "the list without Kenya");
  await expectChairShows(chair, desk);
});

test("L10 place and expected time change on the delegate's screen when one before withdraws", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "KE", "CL", "MA", "JP");
  await desk.done({ giveFloor: { panel, panellist: "indonesia" } });
  const [morocco, chile, chair] = await Promise.all([
    enter("delegate", { delegation: "MA", viewport: tablet, language: "en" }),
    enter("delegate", { delegation: "CL", viewport: tablet, language: "en", patient: true }),
    enter("chair"),
  ]);
  await expect(placeOf(morocco)).toContainText(/Your place in line\s*3/);
  const before = await expectedOf(morocco);
  await expectSameExpected(rowOf(chair, "Morocco"), 3, before);

  await chile.getByRole("button", { name: "Withdraw" }).click();
  await chile.getByRole("button", { name: "Withdraw now" }).click();
  await expect(placeOf(morocco)).toContainText(/Your place in line\s*2/);
  await expect.poll(async () => (await expectedOf(morocco)).words).not.toBe(before.words);
  const after = await expectedOf(morocco);
  await expectSameExpected(rowOf(chair, "Morocco"), 2, after);
  // One member's turn less: 2 min 5 s at the earliest, 3 min 20 s at the latest; the screens show whole minutes.
  expect([2, 3]).toContain(before.from - after.from);
  expect([3, 4]).toContain(before.to - after.to);

  await desk.done({ withdrawEntry: { entry: desk.entryOf(panel, "KE") } });
  await expect(placeOf(morocco)).toContainText("You are next");
});

test("T1 a limit that is changed also for the speech under way changes its clock on every screen", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "KE", "CL");
  const [chair, display, kenya] = await Promise.all([
    enter("chair"),
    enter("display", { viewport: hall }),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
  ]);
  await give(desk, "KE");
  const limits = await draw(chair, "limits");
  const change = async (limit: string, alsoUnderWay: boolean) => {
    await limits.getByRole("button", { name: "Change…" }).click();
    const form = chair.getByRole("dialog", { name: "Limits of this panel" });
    await form.getByRole("textbox", { name: "Member States" }).fill(limit);
    await form.getByRole("checkbox", { name: "Also for the speech under way" }).setChecked(alsoUnderWay, { force: true });
    await form.getByRole("button", { name: "Set the limits" }).click();
    await expect(form).toBeHidden();
    await expect(limits.getByText(limit, { exact: true }).first()).toBeVisible();
  };
  await expect(chair.getByText(/^left of 3:00/)).toBeVisible();

  await change("4:00", false);
  await desk.until(() => Number(desk.entry(desk.entryOf(panel, "CL"))["limitMs"]) === 240_000, "four minutes for Chile");
  await expect(chair.getByText(/^left of 3:00/)).toBeVisible();
  await expect(display.getByRole("contentinfo").getByText("3 min", { exact: true })).toBeVisible();
  expect(await secondsLeft(display)).toBeLessThanOrEqual(180);

  const before = await secondsLeft(chair);
  await change("6:00", true);
  await expect(chair.getByText(/^left of 6:00/)).toBeVisible();
  await expect(display.getByRole("contentinfo").getByText("6 min", { exact: true })).toBeVisible();
  await expect(kenya.getByText("6 min in all")).toBeVisible();
  for (const left of await expectSameSecond([chair, display, kenya])) {
    expect(left).toBeGreaterThan(180);
    expect(left).toBeLessThanOrEqual(before + 180);
  }
});

test("T2 chair, delegate and display show the same second of a speech, also after a pause and with a device's clock an hour wrong", async ({
  enter,
  seat,
}) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "KE", "CL");
  const [chair, kenya] = await Promise.all([
    enter("chair"),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
  ]);
  const wrong = (page: Page) =>
    page.addInitScript((by_ms) => {
      const origin = performance.timeOrigin + by_ms;
      Object.defineProperty(performance, "timeOrigin", { get: () => origin });
    }, 3_600_000);
  const display = await enter("display", { viewport: hall, watch: wrong });
  const screens = [chair, kenya, display];
  const device = (page: Page) => page.evaluate(() => performance.timeOrigin + performance.now());
  expect((await device(display)) - (await device(chair)), "the display's own clock").toBeGreaterThan(3_500_000);
  await give(desk, "KE");
  for (const screen of screens) await expect(speechClock(screen)).toBeVisible();
  const overSeconds = async (count: number) => {
    for (let round = 0; round < count; round += 1) {
      const before = await secondsLeft(chair);
      await expect.poll(() => secondsLeft(chair)).toBeLessThan(before);
      await expectSameSecond(screens);
    }
  };

  await overSeconds(4);
  await chair.getByRole("button", { name: "Pause", exact: true }).click();
  for (const screen of screens) await expect(screen.getByText("Paused", { exact: true })).toBeVisible();
  const stood = await secondsLeft(chair);
  await sessionGoesOn(chair, 3);
  expect(await Promise.all(screens.map(secondsLeft)), "a pause stands on every screen").toEqual([stood, stood, stood]);
  await chair.getByRole("button", { name: "Resume", exact: true }).click();
  for (const screen of screens) await expect(screen.getByText("Paused", { exact: true })).toBeHidden();
  await overSeconds(4);
  await expect.poll(() => secondsLeft(display)).toBeLessThan(stood);
});

test("T3 the light turns amber and red with its words, and overtime counts up", async ({ enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await desk.done({ setLimit: { panel, of: "LIMIT_OF_MEMBER", limitMs: 40_000 } });
  await ask(desk, "KE", "CL");
  const screens = await Promise.all([
    enter("chair"),
    enter("display", { viewport: hall }),
    enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
    enter("delegate", { delegation: "CL", viewport: tablet, language: "en" }),
  ]);
  const lights = await Promise.all(screens.map((screen) => remembers(screen, /^(left of 0:40\s· )?(Within time|\d+\ss left|Over time)$/)));
  await give(desk, "KE");
  for (const told of lights) {
    const words = async () => [...new Set((await told()).map((text) => text.replace(/left of 0:40\s· /, "")))];
    await expect.poll(words, { timeout: 120_000 }).toContain("Over time");
    const [first, ...amber] = (await words()).slice(0, -1);
    expect(first).toBe("Within time");
    expect(amber.length, "amber between green and red").toBeGreaterThan(0);
    for (const left of amber) {
      expect(Number.parseInt(left), "in the last quarter").toBeLessThanOrEqual(10);
      expect(Number.parseInt(left)).toBeGreaterThan(0);
    }
  }
  await Promise.all(screens.map((screen) => expect(speechClock(screen)).toHaveText(/^\+\d+:\d\d/)));
  const [over = 0] = await expectSameSecond(screens);
  expect(over).toBeLessThan(0);
  await Promise.all(screens.map((screen) => expect.poll(() => secondsLeft(screen)).toBeLessThan(over - 1)));
  await expectSameSecond(screens);
  expect(desk.speech(panel)["delegation"], "a signal is all that happens").toBe("KE");
});

test.describe("in time that runs at five times its speed", () => {
  test.use({ serverOptions: { clock: "2005-11-29T14:55+01:00,5" } });

  test("T4 the floor is released by itself after limit and grace, added time moves that, and the delegate is told", async ({
    enter,
    seat,
    server,
  }) => {
    const desk = await seat("desk");
    await opened(desk);
    await desk.done({ setLimit: { panel, of: "LIMIT_OF_MEMBER", limitMs: 45_000 } });
    await ask(desk, "KE", "CL");
    const [chair, display, kenya] = await Promise.all([
      enter("chair"),
      enter("display", { viewport: hall }),
      enter("delegate", { delegation: "KE", viewport: tablet, language: "en" }),
    ]);
    const limits = await draw(chair, "limits");
    await limits.getByRole("button", { name: "Change…" }).click();
    const form = chair.getByRole("dialog", { name: "Limits of this panel" });
    await form.getByRole("radio", { name: "Release the floor" }).check({ force: true });
    await form.getByRole("textbox", { name: "Grace after the limit" }).fill("0:50");
    await form.getByRole("button", { name: "Set the limits" }).click();
    await expect(form).toBeHidden();
    await expect(limits.getByText("The floor is released 50 s after the limit")).toBeVisible();

    const lights = await Promise.all([kenya, display].map((screen) => remembers(screen, /^Over time$/)));
    // Paused at once: it would be cut while time is added.
    await giveFloor(desk, "KE");
    const { speech } = desk.speech(panel);
    await desk.done({ pauseSpeech: { speech } });
    await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await chair.getByRole("button", { name: "+ 30 s" }).click();
    await desk.until(() => Number(desk.speech(panel)["limitMs"]) === 75_000, "half a minute more");
    await desk.done({ resumeSpeech: { speech } });
    await desk.until(() => !Number(desk.speech(panel)["pausedAt"] ?? 0), "the speech to go on");
    const { startedAt, pausedMs } = desk.speech(panel);

    await expect(chair.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    for (const told of lights) expect(await told(), "red before it was over").toEqual(["Over time"]);
    const cut_at = await doneByItself(server, "cut_speech");
    // In whole milliseconds: sums of seconds differ behind the comma.
    const due = startOfDay(Number(startedAt) + Number(pausedMs) + (75 + 50) * 1_000);
    expect(cut_at, "added time has moved the cut").toBeGreaterThanOrEqual(due);
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    await expect(kenya.getByText(/^At \d\d:\d\d the floor was released: your time was over \(Statement\)\.$/)).toBeVisible();
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
    await expect(chair.getByRole("button", { name: "Give the floor to Chile" })).toBeEnabled();
  });
});

test("V1 the display comes back by itself after the server was killed, and is never blank meanwhile", async ({ server, enter, seat }) => {
  const desk = await seat("desk");
  await opened(desk);
  await ask(desk, "KE", "CL", "MA");
  await give(desk, "KE");
  const display = await enter("display", { viewport: hall });
  await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
  const names: (string | null)[] = [];
  await display.exposeFunction("sees", (name: string | null) => names.push(name));
  // Every frame, for as long as the page is not loaded again.
  await display.evaluate(() => {
    const { sees } = window as unknown as { sees: (name: string | null) => void };
    let last: string | null | undefined;
    const look = () => {
      const heading = document.querySelector<HTMLElement>("main h1");
      const name = heading && heading.checkVisibility({ opacityProperty: true }) ? heading.innerText : null;
      if (name !== last) sees(name);
      last = name;
      requestAnimationFrame(look);
    };
    look();
  });
  const next = display.getByRole("complementary", { name: "Next speakers" });

  await server.kill9();
  await expect(display.getByText("Reconnecting", { exact: true })).toBeVisible();
  await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await expect(next.getByRole("listitem")).toHaveText([/Chile$/, /Morocco$/]);
  const left = await secondsLeft(display);
  await expect.poll(() => secondsLeft(display), { message: "the clock goes on" }).toBeLessThan(left);

  await server.restart();
  await expect(display.getByText("Reconnecting", { exact: true })).toBeHidden();
  await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await desk.until(() => desk.live, "a view again");
  await give(desk, "CL");
  await expect(display.getByRole("heading", { name: "Chile" })).toBeVisible();
  await expect(next.getByRole("listitem")).toHaveText([/Morocco$/]);
  await expect.poll(() => names.at(-1)).toBe("Chile");
  expect(names, "what stood on the wall, one after the other").toEqual(["Kenya", "Chile"]);
});

function placeOf(delegate: Page) {
  return delegate.getByRole("region", { name: "Your place in line" });
}

/** When the delegation is expected to speak: as its screen says it, and in minutes of the day. */
async function expectedOf(delegate: Page): Promise<{ words: string; from: number; to: number }> {
  const text = (await placeOf(delegate).getByText(/^about /).textContent()) ?? "";
  const words = text.replace("about ", "");
  const [from = Number.NaN, to = from] = words.split("–").map((time) => secondsOf(time) / 60);
  return { words, from, to };
}

/** The chair's row tells the range of the delegate's screen, or where it is short the time in its middle. */
async function expectSameExpected(row: Locator, place: number, { words, from, to }: { words: string; from: number; to: number }): Promise<void> {
  const between = Array.from({ length: to - from + 1 }, (_, minute) => timeOf(from + minute));
  await expect(row).toHaveAccessibleName(new RegExp(`^${place}\\. .*expected at (${[words, ...between].join("|")})$`));
}

/** "15:42" from minutes of the day. */
function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** When the server did so by itself, once, in seconds of the day: what a screen shows may lag behind it. */
async function doneByItself(server: RostrumServer, what: string): Promise<number> {
  const acts = (await logOf(server)).filter(({ act }) => act === what);
  expect(acts.map(({ actor }) => actor), "once, and by nobody").toEqual(["system"]);
  return startOfDay(acts[0]?.at_ms ?? 0);
}

/** Seconds of the day from "15:42". */
function secondsOf(time: string): number {
  return time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 60;
}

/** The second of the day, in the time zone of the session, of an instant of the programme's first day. */
function startOfDay(at_ms: number): number {
  return (at_ms - Date.parse("2005-11-29T00:00+01:00")) / 1_000;
}
