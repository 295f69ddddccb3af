// The whole hall, as people see it happen: points of order, guests, live texts, the booths, the desk and its sign-ins. Each
// test is a row of docs/rules.md, lived through on the screens of those it concerns.
import type { Page } from "@playwright/test";
import { expectSameSecond, secondsLeft, sessionGoesOn, timeIn } from "./support/clocks.ts";
import { expect, hall, tablet, test } from "./support/fixtures.ts";
import { expectChairShows, rowOf } from "./support/lists.ts";
import { meeting, panel } from "./support/programme.ts";
import { askFor, giveFloor, longText, openPanel, submitText } from "./support/session.ts";

const english = { language: "en" } as const;
const onTablet = (delegation: string) => ({ ...english, delegation, viewport: tablet, hasTouch: true });
const tabOf = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
const placeOf = (delegate: Page) => delegate.getByRole("region", { name: "Your place in line" });
const theFloor = (page: Page) => page.getByRole("region", { name: "The floor" });
const nowAtDesk = (page: Page) => page.getByRole("region", { name: "Needs an act now" });
const textOn = (page: Page) => page.getByRole("region", { name: "Text of the statement" });
const paragraphHere = (page: Page) => textOn(page).locator("[aria-current]");

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

    const points = chair.getByRole("region", { name: "Points of order" });
    await expect(points.getByRole("alert").filter({ hasText: "Morocco" })).toContainText(note);
    const card = points.locator("[data-point]");
    const blinks = await card.evaluate((element) => getComputedStyle(element, "::before").animationIterationCount);
    expect(blinks, "it blinks three times, and then stands").toBe("3");
    await expect(nowAtDesk(desk).getByRole("listitem").filter({ hasText: "Morocco" })).toContainText(note);
    await expect(nowAtDesk(desk).getByRole("alert")).toContainText("Point of order: Morocco.");
    for (const screen of [display, booth, kenya, chile]) await expect(screen.getByText(/Morocco|not the one that was/)).toHaveCount(0);
    await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
  });

  await test.step("the chair recognises it by its key, and every clock of the speech stands", async () => {
    await chair.keyboard.press("p");
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
    await chair.keyboard.press("Space");
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
    const { limitMs, startedAt, pausedMs } = wire.floor(panel);
    expect(Number(pausedMs), "the point and its ruling took none of the speaker's time").toBeGreaterThanOrEqual(4_000);
    await expect.poll(() => secondsLeft(kenya)).toBeLessThan(stood);
    expect(Number(limitMs)).toBe(180_000);
    expect(Number(startedAt)).toBeGreaterThan(0);
  });
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
  await chair.keyboard.press("Space");
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
    enter("chair", english),
    enter("delegate", onTablet("KE")),
    enter("delegate", onTablet("CL")),
  ]);
  await expect(placeOf(kenya)).toContainText("You are next");

  await chair.getByRole("button", { name: "Pass over once" }).click();
  await expect(rowOf(chair, "Kenya")).toHaveAccessibleName(/^1\. Kenya, .*Passed over once/);
  await expect(chair.getByText("Kenya was passed over once")).toBeVisible();
  await expect(placeOf(kenya)).toContainText("You were passed over once and keep your place.");
  await expect(placeOf(kenya)).not.toContainText("You are next");
  await expect(placeOf(chile)).toContainText("You are next");
  await chair.keyboard.press("Space");
  await expect(theFloor(chair).getByRole("heading", { name: "Chile" })).toBeVisible();
  await expectChairShows(chair, wire);
  await expect(rowOf(chair, "Kenya")).not.toHaveAccessibleName(/Passed over once/);
  await expect(placeOf(kenya)).toContainText("You are next");
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

  await chair.getByRole("button", { name: "Suspend the meeting…" }).click();
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

test("S1 a delegation types a text and uploads another, measured against its limit, in versions that desk and booth see", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL", "KE");
  const [desk, booth, kenya] = await Promise.all([
    enter("desk", english),
    enter("interpreter", { ...english, name: "booth-en" }),
    enter("delegate", onTablet("KE")),
  ]);
  const field = () => kenya.getByRole("textbox", { name: /^Your words, / });
  const inFrench = () => kenya.getByRole("radio", { name: /^Français/ }).check({ force: true });
  const sends = (version: number) => kenya.getByRole("button", { name: `Send version ${version}` });
  const row = desk.getByRole("listitem").filter({ hasText: "Kenya" });
  await tabOf(desk, "Statements").click();
  await tabOf(kenya, "Statement").tap();
  await expect(kenya.getByText("No words yet; your limit is 3 min")).toBeVisible();

  await test.step("the words and what they take are counted while typing", async () => {
    await field().fill(words(412));
    await expect(kenya.getByText("412 words, 3 min 45 s at 110 words a minute; your limit is 3 min")).toBeVisible();
    await expect(kenya.getByText("45 s over your limit")).toBeVisible();
    await field().fill("Kenya thanks the panel.\n\nCoherence begins at home.");
    await expect(kenya.getByText(/^8 words, 4 s at 110 words a minute/)).toBeVisible();
    await expect(kenya.getByText("Within your limit")).toBeVisible();
    await expect(row).toHaveCount(0);
    await sends(1).tap();
    await expect(kenya.getByText(/^Version 1 was sent at \d\d:\d\d\.$/)).toBeVisible();
    await expect(row).toContainText(/EN version 1 · 8 words/);
    await expect(row).toContainText("Under embargo");
  });

  await test.step("a file in a second language is a draft that survives a reload, until it is sent", async () => {
    await inFrench();
    const chooser = kenya.waitForEvent("filechooser");
    await kenya.getByRole("button", { name: "Take from a file" }).tap();
    const markdown = "# Déclaration du Kenya\n\nLe Kenya **remercie** le groupe.\n\nLa cohérence commence chez soi.\n";
    await (await chooser).setFiles({ name: "kenya.md", mimeType: "text/markdown", buffer: Buffer.from(markdown) });
    await expect(field()).toHaveValue(markdown);
    await expect(kenya.getByRole("radio", { name: "Markdown" })).toBeChecked();
    await expect(kenya.getByText("Not sent yet").first()).toBeVisible();
    await kenya.reload();
    await tabOf(kenya, "Statement").tap();
    await inFrench();
    await expect(field()).toHaveValue(markdown);
    await expect(row).not.toContainText("FR");
    await sends(1).tap();
    await expect(kenya.getByText(/^Version 1 was sent at \d\d:\d\d\.$/)).toBeVisible();
    await expect(row).toContainText(/FR version 1 · 13 words/);
  });

  await test.step("a second version takes the place of the first", async () => {
    await kenya.getByRole("radio", { name: /^English/ }).check({ force: true });
    await field().fill("Kenya thanks the panel.\n\nCoherence begins at home, every day.");
    await sends(2).tap();
    await expect(kenya.getByText(/^Version 2 was sent at \d\d:\d\d\.$/)).toBeVisible();
    await expect(row).toContainText(/EN version 2 · 10 words/);
  });

  await test.step("desk and booth read it before it is spoken", async () => {
    await row.getByRole("button", { name: "Read the text of Kenya" }).click();
    await expect(desk.getByRole("region", { name: "Text of Kenya" })).toContainText("Coherence begins at home, every day.");
    await booth.getByRole("button", { name: /^Text v2, Kenya/ }).click();
    await expect(textOn(booth)).toContainText("Coherence begins at home, every day.");
    await booth.getByRole("button", { name: "Français" }).click();
    await expect(textOn(booth).getByRole("heading", { name: "Déclaration du Kenya" })).toBeVisible();
    await expect(booth.getByText("Under embargo").first()).toBeVisible();
  });
});

test("S2 nobody outside the delegation, the booths and the desk receives a text before it is released", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  const secret = "A sentence that nobody is to read beforehand.";
  const received: string[] = [];
  const watch = (page: Page) =>
    page.on("websocket", (line) => line.on("framereceived", ({ payload }) => void received.push(Buffer.from(payload).toString("utf8"))));
  const reached = () => received.filter((frame) => frame.includes("nobody is to read")).length;
  const [chile, display, observer, kenya] = await Promise.all([
    enter("delegate", { ...onTablet("CL"), watch }),
    enter("display", { ...english, viewport: hall, watch }),
    enter("observer", { ...english, viewport: hall, watch }),
    enter("delegate", onTablet("KE")),
  ]);
  await tabOf(chile, "Live text").tap();
  await submitText(wire, "KE", "en", [secret, "And a second one."]);
  await tabOf(kenya, "Statement").tap();
  await expect(kenya.getByRole("textbox", { name: /^Your words, / })).toHaveValue(/^A sentence/);

  // Paused at once: ten seconds of speech would release it.
  await giveFloor(wire, "KE");
  await wire.done({ pauseSpeech: { speech: wire.floor(panel)["speech"] } });
  await expect(kenya.getByText("No paragraph reached yet")).toBeVisible();
  await expect(textOn(kenya)).toContainText(secret);
  for (const screen of [display, observer]) await expect(screen.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await expect(chile.getByText("The text, if there is one, is still under embargo.")).toBeVisible();
  await expect(chile.getByText(secret)).toHaveCount(0);
  expect(received.length, "the screens were told something").toBeGreaterThan(0);
  expect(reached(), "not a byte of it went to another delegation, a display or an observer").toBe(0);

  await kenya.getByRole("button", { name: "Next paragraph" }).tap();
  await expect(kenya.getByText("Released", { exact: true })).toBeVisible();
  await expect(textOn(chile)).toContainText(secret);
  await expect(paragraphHere(chile)).toContainText(secret);
  await expect.poll(reached, { message: "now to all three of them" }).toBeGreaterThanOrEqual(3);
});

test("S3 the paragraph is moved by the delegate, by another device of the delegation and by the captioner, and every view follows", async ({
  enter,
  seat,
}) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  await submitText(wire, "KE", "en", longText(14));
  const [kenya, assistant, captioner, chile] = await Promise.all([
    enter("delegate", onTablet("KE")),
    enter("delegate", { ...onTablet("KE"), name: "Wanjiru Achieng (fictional)" }),
    enter("captioner", english),
    enter("delegate", onTablet("CL")),
  ]);
  await giveFloor(wire, "KE");
  await tabOf(chile, "Live text").tap();
  const everyoneAt = async (number: number) => {
    for (const page of [kenya, assistant, captioner, chile]) {
      await expect(paragraphHere(page)).toHaveAttribute("data-paragraph", String(number));
    }
  };

  await kenya.getByRole("button", { name: "Next paragraph" }).tap();
  await everyoneAt(1);
  await assistant.getByRole("button", { name: "Next paragraph" }).tap();
  await everyoneAt(2);
  await expect(kenya.getByText("Paragraph 2 of 14")).toBeVisible();
  await captioner.keyboard.press("ArrowDown");
  await everyoneAt(3);
  await captioner.getByRole("button", { name: "Paragraph 8: reached" }).click();
  await everyoneAt(8);
  for (const page of [kenya, assistant, captioner, chile]) await expect(paragraphHere(page)).toBeInViewport();

  await test.step("one who has scrolled away is not pulled, and comes back by the button", async () => {
    const back = chile.getByRole("button", { name: "Back to the live paragraph" });
    await expect(back).toBeHidden();
    await textOn(chile).hover();
    await chile.mouse.wheel(0, -20_000);
    await expect(back).toBeVisible();
    const scrolled = () => textOn(chile).evaluate(({ scrollTop }) => scrollTop);
    await expect.poll(scrolled).toBe(0);
    await kenya.keyboard.press("PageDown");
    await everyoneAt(9);
    expect(await scrolled()).toBe(0);
    await expect(paragraphHere(chile)).not.toBeInViewport();
    await back.tap();
    await expect(paragraphHere(chile)).toBeInViewport();
    await expect(back).toBeHidden();
    await assistant.getByRole("button", { name: "Previous" }).tap();
    await everyoneAt(8);
    await expect(paragraphHere(chile)).toBeInViewport();
  });
});

test("I1 the booth sees who speaks and the next five, and the text in two sizes and in the language it chooses", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  const speaker = { name: "Wanjiru Achieng (fictional)", title: "Permanent Representative" };
  await wire.done({ requestFloor: { panel, delegation: "KE", kind: "KIND_STATEMENT", language: "en", speaker } });
  await wire.done({ requestFloor: { panel, delegation: "CL", kind: "KIND_QUESTION", language: "es" } });
  await askFor(wire, "MA", "PH", "CH", "EC", "BD");
  await submitText(wire, "KE", "en", ["Kenya thanks the panel.", "Coherence begins at home."]);
  await submitText(wire, "KE", "fr", ["Le Kenya remercie le groupe.", "La cohérence commence chez soi."]);
  await submitText(wire, "CL", "es", ["Chile agradece.", "Tiene una pregunta."]);
  await submitText(wire, "CL", "es", ["Chile agradece.", "Tiene dos preguntas."]);
  await giveFloor(wire, "KE");
  await wire.done({ reachParagraph: { speech: wire.floor(panel)["speech"], paragraph: 2 } });
  const booth = await enter("interpreter", { ...english, name: "booth-en", viewport: { width: 1280, height: 800 } });

  const side = booth.getByRole("complementary");
  await expect(side.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await expect(side).toContainText("Wanjiru Achieng (fictional), Permanent Representative · English · Statement");
  await expect(side).toContainText("Check against delivery");
  await expect(side.getByRole("timer")).toBeVisible();
  const next = side.getByRole("listitem");
  await expect(next).toHaveCount(5);
  await expect(next).toContainText(["Chile", "Morocco", "Philippines", "Switzerland", "Ecuador"]);
  await expect(next.first()).toContainText("Question");
  await expect(next.first()).toContainText("Text v2");
  await expect(next.nth(1)).toContainText("No text");
  await expect(paragraphHere(booth)).toContainText("Coherence begins at home.");

  const size = () => paragraphHere(booth).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const normal = await size();
  await booth.getByRole("button", { name: "Large size" }).click();
  expect(await size()).toBeGreaterThan(normal);
  await booth.keyboard.press("s");
  expect(await size()).toBe(normal);
  await booth.keyboard.press("l");
  await expect(paragraphHere(booth)).toContainText("La cohérence commence chez soi.");
  await expect(booth.getByRole("button", { name: "Français" })).toHaveAttribute("aria-pressed", "true");
  await next.first().getByRole("button", { name: /^Text v2/ }).click();
  await expect(textOn(booth)).toContainText("Tiene dos preguntas.");
  await booth.keyboard.press("b");
  await expect(paragraphHere(booth)).toContainText("La cohérence commence chez soi.");
});

test("I3 a booth's signal is seen by chair, desk and speaker, who says so, and by nobody in the hall", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  const [chair, desk, display, booth, kenya, chile] = await Promise.all([
    enter("chair", english),
    enter("desk", english),
    enter("display", { ...english, viewport: hall }),
    enter("interpreter", { ...english, name: "booth-fr" }),
    enter("delegate", onTablet("KE")),
    enter("delegate", onTablet("CL")),
  ]);
  const slowly = booth.getByRole("button", { name: /^Speak slowly/ });
  const atChair = chair.getByRole("region", { name: "Booths" });

  await slowly.click();
  await expect(booth.getByRole("alert")).toHaveText("Nobody has the floor.");
  await giveFloor(wire, "KE");
  await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
  await booth.keyboard.press("1");
  await expect(slowly).toHaveAccessibleName(/^Speak slowly, Raised at \d\d:\d\d$/);
  await expect(atChair).toContainText("Speak slowly");
  await expect(atChair).toContainText("Français");
  await expect(nowAtDesk(desk)).toContainText("Booth FR: Speak slowly");
  await expect(kenya.getByRole("alert").filter({ hasText: "Please speak more slowly" })).toBeVisible();
  await expect(kenya.getByText(/booth|French/i)).toHaveCount(0);

  await kenya.getByRole("button", { name: "Seen: Please speak more slowly" }).tap();
  await expect(kenya.getByText("Please speak more slowly · seen")).toBeVisible();
  await expect(slowly).toHaveAccessibleName(/^Speak slowly, Seen at \d\d:\d\d$/);
  await expect(atChair.getByRole("button", { name: "Ended: Français, Speak slowly" })).toBeVisible();
  for (const screen of [display, chile]) await expect(screen.getByText(/slowly/i)).toHaveCount(0);

  await booth.keyboard.press("1");
  await expect(slowly).toHaveAccessibleName("Speak slowly");
  await expect(atChair).toHaveCount(0);
  await expect(nowAtDesk(desk)).toContainText("Nothing is waiting for the desk.");
  await expect(kenya.getByText(/slowly/i)).toHaveCount(0);
});

test("V3 notices reach all or one delegation until they are withdrawn, and the desk answers who asks for help", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  const [desk, chair, display, kenya, chile] = await Promise.all([
    enter("desk", english),
    enter("chair", english),
    enter("display", { language: "fr", viewport: hall }),
    enter("delegate", onTablet("KE")),
    enter("delegate", { ...onTablet("CL"), language: "es" }),
  ]);
  const form = desk.getByRole("dialog", { name: "Write a notice" });
  const write = async (fill: () => Promise<void>) => {
    await desk.getByRole("button", { name: "Write a notice…" }).click();
    await fill();
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await expect(form).toBeHidden();
  };

  await tabOf(desk, "Notices").click();
  await write(async () => {
    await form.getByRole("textbox", { name: "English" }).fill("The documents are at the desk.");
    await form.getByRole("textbox", { name: "Français" }).fill("Les documents sont au secrétariat.");
  });
  await expect(kenya.getByRole("alert").filter({ hasText: "The documents are at the desk." })).toContainText(/^Notice to participants, \d\d:\d\d/);
  await expect(chile.getByText("The documents are at the desk.")).toBeVisible();
  await expect(display.getByText("Les documents sont au secrétariat.")).toBeVisible();
  await expect(chair.getByRole("region", { name: "Notices" })).toContainText("The documents are at the desk.");

  await write(async () => {
    await form.getByRole("radio", { name: "One delegation" }).check({ force: true });
    await form.getByRole("combobox", { name: "Delegation" }).fill("Keny");
    await desk.getByRole("option", { name: /Kenya/ }).click();
    await form.getByRole("textbox", { name: "English" }).fill("Your badge is ready.");
  });
  await expect(kenya.getByRole("alert").filter({ hasText: "Your badge is ready." })).toContainText(/^To your delegation, \d\d:\d\d/);
  await desk.getByRole("button", { name: "Withdraw the notice: The documents are at the desk." }).click();
  await expect(display.getByText("Les documents sont au secrétariat.")).toHaveCount(0);
  await expect(kenya.getByText("The documents are at the desk.")).toHaveCount(0);
  await expect(kenya.getByText("Your badge is ready.")).toBeVisible();
  for (const screen of [chile, display, chair]) await expect(screen.getByText("Your badge is ready.")).toHaveCount(0);

  await test.step("help is asked for, taken and done", async () => {
    await kenya.getByRole("button", { name: "Ask the desk for help" }).tap();
    const ask = kenya.getByRole("dialog", { name: "Ask the desk for help" });
    await ask.getByRole("textbox", { name: "What you need" }).fill("The microphone stays dark");
    await ask.getByRole("button", { name: "Ask for help" }).tap();
    const own = kenya.getByRole("region", { name: "Help" });
    await expect(own).toContainText("You have asked the desk for help");
    await expect(nowAtDesk(desk)).toContainText("The microphone stays dark");
    await nowAtDesk(desk).getByRole("button", { name: "Take the request of Kenya" }).click();
    await expect(own).toContainText("The desk is seeing to it");
    await expect(nowAtDesk(desk)).toContainText("Taken by Secretariat desk");
    await nowAtDesk(desk).getByRole("button", { name: "Request of Kenya: done" }).click();
    await expect(own).toHaveCount(0);
    await expect(kenya.getByRole("button", { name: "Ask the desk for help" })).toBeVisible();
    await expect(nowAtDesk(desk)).toContainText("Nothing is waiting for the desk.");
  });
});

test("P5 P6 the desk sees a tablet come, signs it out at once, and lets it in again with a new code from its card", async ({ enter, server }) => {
  const desk = await enter("desk", english);
  const search = desk.getByRole("textbox", { name: "Find a delegation" });
  await search.fill("Keny");
  const row = desk.getByRole("listitem").filter({ hasText: "Kenya" }).first();
  await expect(row).toContainText("Not connected");
  const kenya = await enter("delegate", { ...onTablet("KE"), name: "Kenya" });
  await expect(row).toContainText("1 device");
  const another = await enter("delegate", { ...onTablet("KE"), name: "Kenya" });
  await expect(row).toContainText("2 devices");
  await another.close();
  await expect(row).toContainText("1 device");

  await row.getByRole("button", { name: "Sign-ins of Kenya: 2" }).click();
  const person = row.getByRole("listitem").filter({ hasText: "Wanjiru Achieng (fictional)" });
  await expect(person).toContainText("Not connected");
  const own = row.getByRole("listitem").filter({ hasText: "Delegate" }).filter({ hasNotText: "Wanjiru" });
  await expect(own).toContainText("1 device");
  await own.getByRole("button", { name: /^Withdraw the sign-in of/ }).click();
  await own.getByRole("button", { name: "Withdraw now" }).click();
  await expect(kenya.getByRole("heading", { name: "Signed out" })).toBeVisible();
  await expect(kenya.getByText("This code was withdrawn. Ask the secretariat for another.")).toBeVisible();
  await expect(own).toContainText("Withdrawn");
  await expect(row).toContainText("Not connected");

  await own.getByRole("button", { name: /^New code for/ }).click();
  await own.getByRole("button", { name: "Issue a new code" }).click();
  const card = desk.getByRole("dialog", { name: /^Card: / });
  const page = card.locator("iframe").contentFrame();
  const code = ((await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).first().textContent()) ?? "").trim();
  expect(code).not.toBe(server.signIn("delegate", "KE", "Kenya").code);
  await expect(page.getByText("Kenya").first()).toBeVisible();
  await card.getByRole("button", { name: "Close" }).last().click();
  await kenya.getByRole("button", { name: "Sign in" }).tap();
  await kenya.getByRole("textbox").fill(server.signIn("delegate", "KE", "Kenya").code);
  await kenya.keyboard.press("Enter");
  await expect(kenya.getByRole("alert")).toBeVisible();
  await kenya.getByRole("textbox").fill(code);
  await kenya.keyboard.press("Enter");
  await expect(kenya.getByRole("heading", { name: "Kenya" })).toBeVisible();
  await expect(own).toContainText("1 device");

  await tabOf(desk, "Sign-in sheet").click();
  await expect(desk.locator("iframe")).toHaveCount(0);
  await desk.getByRole("button", { name: "Show the sheet" }).click();
  const sheet = desk.locator("iframe").contentFrame();
  await expect(sheet.getByText(code, { exact: true })).toBeVisible();
  await expect(sheet.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toHaveCount(server.signIns.length);
});

test("L14 the desk reads the log as sentences, in its own language", async ({ enter, seat }) => {
  const wire = await seat("desk");
  const chair = await seat("chair");
  const kenya = await seat("delegate", "KE");
  await chair.done({ openMeeting: { meeting } });
  await chair.done({ openPanel: { panel } });
  await kenya.done({ requestFloor: { panel, kind: "KIND_STATEMENT" } });
  await askFor(wire, "CL");
  await chair.done({ giveFloor: { panel, entry: wire.entryOf(panel, "KE") } });
  const morocco = await seat("delegate", "MA");
  await morocco.done({ raisePointOfOrder: { panel, note: "The wrong document" } });
  const [english_desk, french_desk] = await Promise.all([
    enter("desk", english),
    enter("desk", { language: "fr" }),
  ]);
  await tabOf(english_desk, "Log").click();
  await tabOf(french_desk, "Journal").click();

  const line = (page: Page, sentence: string) => page.getByRole("listitem").filter({ hasText: sentence });
  await expect(line(english_desk, "The panel is taken up: High-level Plenary Panel.")).toContainText("Chair");
  await expect(line(english_desk, "Kenya asks for the floor for a statement, place 1.")).toContainText(/\d\d:\d\d:\d\d.*Kenya$/);
  await expect(line(english_desk, "Chile asks for the floor for a statement, place 2.")).toContainText("Secretariat desk");
  await expect(line(english_desk, "Kenya has the floor, for 3 min.")).toBeVisible();
  await expect(line(english_desk, "Morocco raises a point of order: The wrong document")).toBeVisible();
  await expect(line(french_desk, "Ouverture du débat : Table ronde plénière de haut niveau.")).toContainText("Présidence");
  await expect(line(french_desk, "Kenya demande la parole pour une déclaration, place 1.")).toBeVisible();
  await expect(line(french_desk, "Maroc soulève une motion d’ordre : The wrong document")).toBeVisible();

  await test.step("what happens meanwhile comes to its head", async () => {
    await chair.done({ endSpeech: { speech: wire.floor(panel)["speech"] } });
    await expect(line(english_desk, "The speech of Kenya is ended.")).toBeVisible();
  });
  await test.step("it can be read by panel", async () => {
    await english_desk.getByRole("button", { name: /Acts concerning/ }).click();
    await english_desk.getByRole("option", { name: "High-level Plenary Panel" }).click();
    await expect(line(english_desk, "Kenya has the floor, for 3 min.")).toBeVisible();
    await expect(line(english_desk, "The meeting opens")).toHaveCount(0);
  });
});

/** An instant of the day of the panel. */
const today = (time: string): number => Date.parse(`2005-11-29T${time}+01:00`);

/** Seconds as the screens show them, "2:05". */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** So many words, in paragraphs of thirty. */
function words(count: number): string {
  return Array.from({ length: count }, (_, index) => (index % 30 === 29 ? "word\n\n" : "word ")).join("");
}
