// The floor of the whole hall, as people see it happen: points of order, guests, who is passed over, a suspension. Each test
// is a row of docs/rules.md, lived through on the screens of those it concerns.
import { expectSameSecond, secondsLeft, sessionGoesOn, timeIn } from "./support/clocks.ts";
import { pressIn } from "./support/console.ts";
import { logOf } from "./support/ctl.ts";
import { expect, hall, test } from "./support/fixtures.ts";
import { expectChairShows, rowOf } from "./support/lists.ts";
import { english, nowAtDesk, onTablet, placeOf, pressNext, tabOf, theFloor, today } from "./support/people.ts";
import { bringNear } from "./support/patience.ts";
import { panel } from "./support/programme.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";

test("L5 a point of order interrupts the speech, which goes on with its clock where it was after the ruling", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  const note = "The text before us is not the one that was circulated";
  const [chair, desk, display, booth, kenya, chile, morocco] = await Promise.all([
    enter("chair", { ...english, reducedMotion: "no-preference" }),
    enter("desk", english),
    enter("display", { ...english, viewport: hall }),
    enter("interpreter", { ...english, name: "booth-en" }),
    enter("delegate", onTablet("KE")),
    enter("delegate", onTablet("CL")),
    enter("delegate", onTablet("MA")),
  ]);
  await giveFloor(wire, "KE");
  await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();

  await test.step("it is raised in two touches, and is before the chair and on the desk, and nowhere else", async () => {
    await morocco.getByRole("button", { name: "Point of order" }).tap();
    const form = morocco.getByRole("dialog", { name: "Point of order" });
    await form.getByRole("textbox", { name: "A word for the chair and the desk" }).fill(note);
    await form.getByRole("button", { name: "Raise the point of order" }).tap();
    await expect(form).toBeHidden();
    await expect(morocco.getByRole("status").filter({ hasText: "Your point of order is before the chair" })).toBeVisible();

    const next = chair.getByRole("region", { name: "Next" });
    await expect(next).toContainText("Morocco");
    await expect(next).toContainText(note);
    await expect(chair.getByRole("alert").filter({ hasText: "Morocco" })).toContainText(note);
    const edge = next.locator("span[aria-hidden]").first();
    const blinks = await edge.evaluate((element) => getComputedStyle(element).animationIterationCount);
    expect(blinks, "it blinks three times, and then stands").toBe("3");
    await expect(nowAtDesk(desk).getByRole("listitem").filter({ hasText: "Morocco" })).toContainText(note);
    await expect(nowAtDesk(desk).getByRole("alert")).toContainText("Point of order: Morocco.");
    for (const screen of [display, booth, kenya, chile]) await expect(screen.getByText(/Morocco|not the one that was/)).toHaveCount(0);
    await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
  });

  await test.step("the chair recognises it by its key, and every clock of the speech stands", async () => {
    await pressNext(chair);
    await expect(theFloor(chair).getByRole("heading", { name: "Morocco" })).toBeVisible();
    await expect(theFloor(chair)).toContainText("Interrupted");
    await expect(morocco.getByRole("heading", { name: "Point of order" })).toBeVisible();
    await expect(kenya.getByRole("heading", { name: "A point of order by Morocco has interrupted you" })).toBeVisible();
    await expect(chile.getByText("Morocco: point of order")).toBeVisible();
    await expect(chile.getByText(/^interrupts Kenya/)).toBeVisible();
    await expect(display.getByRole("heading", { name: /^Point of order.*Morocco$/ })).toBeVisible();
    await expect(display.getByText("Interrupted: Kenya")).toBeVisible();
    await expect(booth.getByRole("heading", { name: "Morocco" })).toBeVisible();
    await expect(booth.getByText(/^Interrupted: Kenya/)).toBeVisible();
    for (const screen of [kenya, chile, display, booth]) await expect(screen.getByText(note)).toHaveCount(0);
  });

  const stood = await secondsLeft(kenya);
  await sessionGoesOn(chair, 4);
  expect(await secondsLeft(kenya)).toBe(stood);
  await expect(theFloor(chair).getByText(`${clock(stood)} left`).first()).toBeVisible();

  await test.step("nobody else gets the floor before the ruling", async () => {
    await expect(chair.locator("[data-main]")).toHaveCount(0);
    await expect(theFloor(chair).getByRole("heading", { name: "Morocco" })).toBeVisible();
    await morocco.getByRole("button", { name: "Give back the floor" }).tap();
    await morocco.getByRole("button", { name: "Give it back now" }).tap();
    await expect(theFloor(chair).getByRole("heading", { name: "Ruling awaited" })).toBeVisible();
    await expect(morocco.getByText("Your point of order was heard. The chair will rule on it.")).toBeVisible();
    await expect(display.getByText("The chair is to rule on it")).toBeVisible();
    expect(await wire.act({ giveFloor: { panel, entry: wire.entryOf(panel, "CL") } })).toMatchObject({
      ok: false,
      code: "point_of_order_under_way",
    });
    expect(await wire.act({ closePanel: { panel } })).toMatchObject({ ok: false, code: "point_of_order_waits" });
  });

  await test.step("after the ruling the speech goes on, and the delegation is told", async () => {
    await theFloor(chair).getByRole("button", { name: "Upheld" }).click();
    await expect(theFloor(chair).getByRole("heading", { name: "Kenya" })).toBeVisible();
    await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
    await expect(booth.getByText(/^Interrupted: Kenya/)).toHaveCount(0);
    await expect(morocco.getByText(/^At \d\d:\d\d the chair upheld your point of order\.$/)).toBeVisible();
    await expect(nowAtDesk(desk).getByText("Morocco")).toHaveCount(0);
    const [left = 0] = await expectSameSecond([chair, kenya, chile, display]);
    expect(left).toBeLessThanOrEqual(stood);
    const { limitMs, startedAt, pausedMs } = wire.speech(panel);
    expect(Number(pausedMs), "the point and its ruling took none of the speaker's time").toBeGreaterThanOrEqual(4_000);
    await expect.poll(() => secondsLeft(kenya)).toBeLessThan(stood);
    expect(Number(limitMs)).toBe(180_000);
    expect(Number(startedAt)).toBeGreaterThan(0);
  });
});

test("L5 a point of order is raised on a closed list, and a second one waits for the ruling on the first", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  await wire.done({ closeList: { panel } });
  const [chair, morocco, ecuador] = await Promise.all([
    enter("chair", english),
    enter("delegate", onTablet("MA")),
    enter("delegate", onTablet("EC")),
  ]);
  await giveFloor(wire, "KE");
  for (const raises of [morocco, ecuador]) {
    await raises.getByRole("button", { name: "Point of order" }).tap();
    await raises.getByRole("dialog").getByRole("button", { name: "Raise the point of order" }).tap();
    await expect(raises.getByRole("status").filter({ hasText: "Your point of order is before the chair" })).toBeVisible();
  }
  const first = chair.getByRole("region", { name: "Next" });
  const waiting = chair.getByRole("region", { name: "Points of order" }).locator("[data-point]");
  await expect(first).toContainText("Morocco");
  await expect(waiting).toHaveCount(1);

  await pressNext(chair);
  await expect(theFloor(chair).getByRole("heading", { name: "Morocco" })).toBeVisible();
  await expect(chair.getByRole("button", { name: /^Upheld/ })).toBeFocused();
  await expect(waiting).toHaveCount(1);
  await expect(waiting).toContainText("Ecuador");
  await expect(ecuador.getByRole("status").filter({ hasText: "Your point of order is before the chair" })).toBeVisible();
  await expect(waiting.getByRole("button", { name: /^Recognise/ }), "not before the ruling").toBeDisabled();
  await expect(chair.getByRole("button", { name: /^Upheld/ }), "rests a moment after it has come").toBeEnabled();
  await chair.keyboard.press("u");
  await expect(theFloor(chair).getByRole("heading", { name: "Kenya" })).toBeVisible();
  await expect(chair.locator("[data-main]")).toBeFocused();
  await pressNext(chair);
  await expect(theFloor(chair).getByRole("heading", { name: "Ecuador" })).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test("L2 L9 a delegation asks in two touches, is told when it is next, and withdraws", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL");
  const kenya = await enter("delegate", onTablet("KE"));
  await kenya.getByRole("button", { name: "Ask for the floor" }).tap();
  await kenya.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).tap();
  await expect(placeOf(kenya)).toContainText("2");
  await expect(placeOf(kenya).getByText("You are next", { exact: true })).toHaveCount(0);
  await giveFloor(wire, "CL");
  await expect(placeOf(kenya).getByText("You are next", { exact: true })).toBeVisible();
  await kenya.getByRole("button", { name: "Withdraw" }).tap();
  await kenya.getByRole("button", { name: "Withdraw now" }).tap();
  await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
  await wire.until(() => wire.list(panel).length === 0, "the withdrawal");
});

test("L3 the desk puts a guest on the list, who is shown on every screen and gets the floor", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  const [chair, desk, display, kenya] = await Promise.all([
    enter("chair", english),
    enter("desk", english),
    enter("display", { ...english, viewport: hall }),
    enter("delegate", onTablet("KE")),
  ]);
  const [name, body] = ["Ottoline Marchbanks (fictional)", "Diaspora Forum of Geneva"];

  await tabOf(desk, "List").click();
  await desk.getByRole("button", { name: "Add to the list…" }).click();
  const form = desk.getByRole("dialog", { name: "Add to the list of speakers" });
  await form.getByRole("radio", { name: "Guest" }).check({ force: true });
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form.getByText("Write the guest’s name")).toBeVisible();
  await form.getByRole("textbox", { name: "Speaker’s name" }).fill(name);
  await form.getByRole("textbox", { name: "Body that the guest speaks for" }).fill(body);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form).toBeHidden();

  await expect(desk.getByRole("listitem").filter({ hasText: body })).toContainText(name);
  await expect(rowOf(chair, body)).toHaveAccessibleName(/^1\. Diaspora Forum of Geneva, .*Ottoline Marchbanks/);
  await expect(display.getByRole("complementary", { name: "Next speakers" })).toContainText(body);
  await expect(kenya.getByRole("listitem").filter({ hasText: body })).toContainText(name);
  await pressNext(chair);
  await expect(theFloor(chair).getByRole("heading", { name: body })).toBeVisible();
  await expect(theFloor(chair)).toContainText(name);
  await expect(display.getByRole("heading", { name: body })).toBeVisible();
  await expect(display.getByText(name)).toBeVisible();
  await expect(kenya.getByText(`${body} has the floor`)).toBeVisible();
  await expect(desk.getByRole("region", { name: "The floor" }).getByText(body)).toBeVisible();
  await expectSameSecond([chair, kenya, display, desk]);
});

test("L6 the one who is next is passed over once, keeps the place, and is next again after one speaker", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL", "MA");
  const [chair, kenya, chile] = await Promise.all([
    enter("chair", { ...english, patient: true }),
    enter("delegate", onTablet("KE")),
    enter("delegate", onTablet("CL")),
  ]);
  await expect(placeOf(kenya).getByText("You are next", { exact: true })).toBeVisible();

  await chair.getByRole("button", { name: "Pass over once" }).click();
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^1\. Kenya, .*Passed over once/);
  await expect(chair.getByRole("button", { name: "Undo: Kenya was passed over once" })).toBeVisible();
  await expect(placeOf(kenya)).toContainText("You were passed over once and keep your place.");
  await expect(placeOf(kenya).getByText("You are next", { exact: true })).toHaveCount(0);
  await expect(placeOf(chile)).toContainText("You are next");
  await pressNext(chair);
  await expect(theFloor(chair).getByRole("heading", { name: "Chile" })).toBeVisible();
  await expectChairShows(chair, wire);
  await expect(rowOf(chair, "Kenya")).not.toHaveAccessibleName(/Passed over once/);
  await expect(placeOf(kenya).getByText("You are next", { exact: true })).toBeVisible();
  expect(wire.list(panel)).toEqual(["KE", "MA"]);
});

test("P8 a closing of the list that falls within a suspension is shown, and moved by the chair in the same act", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  const [chair, display, kenya] = await Promise.all([
    enter("chair", english),
    enter("display", { ...english, viewport: hall }),
    enter("delegate", onTablet("KE")),
  ]);
  const [closes, until, moved] = await Promise.all([timeIn(chair, 10), timeIn(chair, 30), timeIn(chair, 45)]);
  await wire.done({ announceListClosing: { panel, closesAt: today(closes) } });
  await expect(chair.getByText(`Closes at ${closes}`)).toBeVisible();

  await pressIn(chair, "programme", "Suspend the meeting…");
  const form = chair.getByRole("dialog", { name: "Suspend the meeting" });
  await form.getByRole("textbox", { name: "Until" }).fill(until);
  await expect(form.getByText(`High-level Plenary Panel: the list closes at ${closes}, during the suspension.`)).toBeVisible();
  await form.getByRole("radio", { name: "Move it" }).check({ force: true });
  await form.getByRole("textbox", { name: "The list closes at" }).fill(moved);
  await form.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(form).toBeHidden();

  await expect(chair.getByText(`Closes at ${moved}`)).toBeVisible();
  await expect(kenya.getByText(`The list closes at ${moved}.`)).toBeVisible();
  await expect(display.getByText(`the list closes at ${moved}`)).toBeVisible();
  await expect(display.getByRole("heading", { name: `The meeting is suspended until ${until}` })).toBeVisible();
  expect(Number(wire.panel(panel)["listClosesAt"])).toBe(today(moved));
});

test("P8 a closing of the list within a suspension may be kept, and happens by itself while the meeting is suspended", async ({ enter, seat, server }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  const [chair, kenya] = await Promise.all([enter("chair", english), enter("delegate", onTablet("KE"))]);
  await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
  const [closes, until] = await Promise.all([timeIn(chair, 30), timeIn(chair, 60)]);
  await wire.done({ announceListClosing: { panel, closesAt: today(closes) } });
  await expect(chair.getByText(`Closes at ${closes}`)).toBeVisible();
  await pressIn(chair, "programme", "Suspend the meeting…");
  const form = chair.getByRole("dialog", { name: "Suspend the meeting" });
  await form.getByRole("textbox", { name: "Until" }).fill(until);
  await form.getByRole("radio", { name: "Keep it" }).check({ force: true });
  await expect(form.getByRole("textbox", { name: "The list closes at" })).toHaveCount(0);
  await form.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(form).toBeHidden();
  await expect(chair.getByText(`Closes at ${closes}, during the suspension`)).toBeVisible();
  expect(Number(wire.panel(panel)["listClosesAt"])).toBe(today(closes));
  await expect(kenya.getByText(`The list closes at ${closes}.`)).toBeVisible();

  const near = await bringNear(wire, (closesAt) => ({ announceListClosing: { panel, closesAt } }));
  await expect(chair.getByText("List closed", { exact: true })).toBeVisible();
  await expect(chair.getByText(`Meeting suspended until ${until}`).first()).toBeVisible();
  await expect(chair.getByText(/during the suspension/)).toHaveCount(0);
  await expect(kenya.getByText("The list of speakers is closed.")).toBeVisible();
  await expect(kenya.getByText(`The meeting is suspended until ${until}`)).toBeVisible();
  const closed = (await logOf(server)).filter(({ sentences }) => sentences.some((sentence) => /^The list .* closed/.test(sentence)));
  expect(closed.map(({ actor }) => actor), "once, and by nobody").toEqual(["system"]);
  expect(closed[0]?.at_ms).toBeGreaterThanOrEqual(near);
});

/** Seconds as the screens show them, "2:05". */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
