// Live statements and the booths, as people see them happen: each test is a row of docs/rules.md, lived through on the
// screens of those it concerns.
import type { Locator, Page } from "@playwright/test";
import { timeIn } from "./support/clocks.ts";
import { actOnFloor } from "./support/console.ts";
import { expect, hall, test } from "./support/fixtures.ts";
import { english, nowAtDesk, onTablet, tabOf, theFloor } from "./support/people.ts";
import { bringNear } from "./support/patience.ts";
import { panel } from "./support/programme.ts";
import { askFor, giveFloor, longText, openPanel, submitText } from "./support/session.ts";

const textOn = (page: Page) => page.getByRole("region", { name: "Text of the statement" });
const paragraphHere = (page: Page) => textOn(page).locator("[aria-current]");

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
    await expect(kenya.getByText(/^8 words, 4\ss at 110 words a minute/)).toBeVisible();
    await expect(kenya.getByText("Within your limit")).toBeVisible();
    await expect(row).toHaveCount(0);
    await sends(1).tap();
    await expect(kenya.getByText(/^Version 1 was sent at \d\d:\d\d\.$/)).toBeVisible();
    await expect(row).toContainText(/EN version 1\s· 8 words/);
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
    await expect(row).toContainText(/FR version 1\s· 13 words/);
  });

  await test.step("a second version takes the place of the first", async () => {
    await kenya.getByRole("radio", { name: /^English/ }).check({ force: true });
    await field().fill("Kenya thanks the panel.\n\nCoherence begins at home, every day.");
    await sends(2).tap();
    await expect(kenya.getByText(/^Version 2 was sent at \d\d:\d\d\.$/)).toBeVisible();
    await expect(row).toContainText(/EN version 2\s· 10 words/);
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
  await wire.done({ pauseSpeech: { speech: wire.speech(panel)["speech"] } });
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

test("S2 a text is released once its speech has run ten seconds, and that of a speaker who was returned before is not", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  const [returned, spoken] = ["A sentence of the one who was returned.", "A sentence of the one who spoke."];
  const received: string[] = [];
  const watch = (page: Page) =>
    page.on("websocket", (line) => line.on("framereceived", ({ payload }) => void received.push(Buffer.from(payload).toString("utf8"))));
  const [chair, morocco] = await Promise.all([enter("chair", english), enter("delegate", { ...onTablet("MA"), watch })]);
  await tabOf(morocco, "Live text").tap();
  const kept = await submitText(wire, "KE", "en", [returned]);
  const told = await submitText(wire, "CL", "en", [spoken]);

  // Paused at once, until it is seen that the text is not there yet: the ten seconds would be over meanwhile.
  const embargoOf = async (delegation: string) => {
    await giveFloor(wire, delegation);
    await wire.done({ pauseSpeech: { speech: wire.speech(panel)["speech"] } });
    await expect(theFloor(chair).getByRole("heading", { name: wire.name(delegation) })).toBeVisible();
    await expect(morocco.getByText("The text, if there is one, is still under embargo.")).toBeVisible();
  };
  await embargoOf("KE");
  await actOnFloor(chair, "Return to the list");
  await wire.until(() => wire.list(panel)[0] === "KE", "Kenya's return");

  await embargoOf("CL");
  await wire.done({ resumeSpeech: { speech: wire.speech(panel)["speech"] } });
  await expect(textOn(morocco)).toContainText(spoken);
  const { startedAt } = wire.speech(panel);
  const { releasedAt } = wire.entities.get(`statement/${told}`)?.["statement"] ?? {};
  expect(Number(releasedAt) - Number(startedAt), "ten seconds of the speech").toBeGreaterThanOrEqual(10_000);
  expect(wire.entities.get(`statement/${kept}`)?.["statement"].releasedAt ?? "0", "ten seconds have passed for it too").toBe("0");
  expect(received.filter((frame) => frame.includes(returned)).length, "and nobody was sent a byte of it").toBe(0);
});

test("S2 a delegation releases its text itself, after it was asked once more, or at an instant that it has planned", async ({ enter, seat }) => {
  const [wire, another] = await Promise.all([seat("desk"), seat("delegate", "MA")]);
  await openPanel(wire);
  await askFor(wire, "KE", "CL");
  const [chair, desk, kenya, chile] = await Promise.all([
    enter("chair", english),
    enter("desk", english),
    enter("delegate", onTablet("KE")),
    enter("delegate", onTablet("CL")),
  ]);
  const of_kenya = await submitText(wire, "KE", "en", ["Kenya thanks the panel."]);
  const of_chile = await submitText(wire, "CL", "en", ["Chile thanks the panel."]);
  const reaches = (entry: number) => another.entities.has(`statement/${entry}`);
  const atDesk = (name: string) => desk.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "version 1" }).first();
  await tabOf(desk, "Statements").click();

  await test.step("by its button", async () => {
    await tabOf(kenya, "Statement").tap();
    const release = kenya.getByRole("button", { name: "Release now" });
    await release.tap();
    await expect(kenya.getByText("Everyone will be able to read it. This cannot be taken back.")).toBeVisible();
    await kenya.getByRole("button", { name: "Keep under embargo" }).tap();
    await expect(atDesk("Kenya")).toContainText("Under embargo");
    expect(reaches(of_kenya)).toBe(false);
    await release.tap();
    await kenya.getByRole("button", { name: "Release to everyone" }).tap();
    await expect(kenya.getByText(/^Released at \d\d:\d\d$/)).toBeVisible();
    await expect(release).toHaveCount(0);
    await expect(atDesk("Kenya")).toContainText(/Released at \d\d:\d\d/);
    await another.until(() => reaches(of_kenya), "Kenya's text");
    expect(reaches(of_chile)).toBe(false);
  });

  await test.step("at the instant that it has planned", async () => {
    await tabOf(chile, "Statement").tap();
    await chile.getByRole("button", { name: "Plan the release" }).tap();
    const at = chile.getByRole("textbox", { name: "Time of the release" });
    const send = chile.getByRole("button", { name: "Plan the release" });
    await at.fill("14:54");
    await expect(chile.getByText("Tomorrow, Wednesday 30 November"), "a time that has passed is tomorrow's, and told so").toBeVisible();
    const time = await timeIn(chair, 30);
    await at.fill(time);
    await send.tap();
    await expect(chile.getByText(new RegExp(`^It will be released at ${time} on .*29 November.*, or with your speech if that comes first\\.$`))).toBeVisible();
    await expect(atDesk("Chile")).toContainText(`Embargo until ${time}`);
    expect(reaches(of_chile)).toBe(false);
    const ofChile = await seat("delegate", "CL");
    const near = await bringNear(ofChile, (releasesAt) => ({ planStatementRelease: { entry: of_chile, releasesAt } }));
    await expect(atDesk("Chile")).toContainText(/Released at \d\d:\d\d/);
    await expect(chile.getByText(/^Released at \d\d:\d\d$/)).toBeVisible();
    await another.until(() => reaches(of_chile), "Chile's text");
    expect(Number(another.entities.get(`statement/${of_chile}`)?.["statement"].releasedAt)).toBeGreaterThanOrEqual(near);
  });
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
  await wire.done({ reachParagraph: { speech: wire.speech(panel)["speech"], paragraph: 2 } });
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
  await expect.poll(size).toBeGreaterThan(normal);
  await booth.keyboard.press("s");
  await expect.poll(size).toBe(normal);
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
  await expect(booth.getByRole("alert")).toHaveText("Not sent: that speech had ended.");
  await giveFloor(wire, "KE");
  await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
  await booth.keyboard.press("1");
  await expect(slowly).toHaveAccessibleName(/^Speak slowly, Raised at \d\d:\d\d$/);
  await expect(atChair).toContainText("Speak slowly");
  await expect(atChair).toContainText("French booth");
  await expect(nowAtDesk(desk)).toContainText("French booth: Speak slowly");
  await expect(kenya.getByRole("alert").filter({ hasText: "Please speak more slowly" })).toBeVisible();
  await expect(kenya.getByText(/booth|French/i)).toHaveCount(0);

  await kenya.getByRole("button", { name: "Seen: Please speak more slowly" }).tap();
  await expect(kenya.getByText("Please speak more slowly · seen")).toBeVisible();
  await expect(slowly).toHaveAccessibleName(/^Speak slowly, Seen at \d\d:\d\d$/);
  await expect(atChair.getByRole("button", { name: "Ended: French booth, Speak slowly" })).toBeVisible();
  for (const screen of [display, chile]) await expect(screen.getByText(/slowly/i)).toHaveCount(0);

  await withdraw(booth, slowly, "1");
  await expect(atChair).toHaveCount(0);
  await expect(nowAtDesk(desk)).toContainText("Nothing is waiting for the desk.");
  await expect(kenya.getByText(/slowly/i)).toHaveCount(0);
});

test("I3 each signal has its key, is seen and ended by chair and desk, and no sound alone goes with the floor while it is up", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "KE", "CL", "MA");
  const [chair, desk, booth, kenya, chile, morocco] = await Promise.all([
    enter("chair", english),
    enter("desk", english),
    enter("interpreter", { ...english, name: "booth-fr" }),
    enter("delegate", onTablet("KE")),
    enter("delegate", onTablet("CL")),
    enter("delegate", onTablet("MA")),
  ]);
  const own = (words: string) => booth.getByRole("button", { name: new RegExp(`^${words}`) });
  const [slowly, sound, microphone] = [own("Speak slowly"), own("No sound"), own("Microphone")];
  const told = (delegate: Page, words: string) => delegate.getByRole("alert").filter({ hasText: words });
  const heard = "The interpreters do not hear you";
  await giveFloor(wire, "KE");
  await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();

  await test.step("raised by key", async () => {
    for (const [key, button, words] of [
      ["1", slowly, "Please speak more slowly"],
      ["2", sound, heard],
      ["3", microphone, "Please speak into the microphone"],
    ] as const) {
      await booth.keyboard.press(key);
      await expect(button).toHaveAccessibleName(/Raised at \d\d:\d\d$/);
      await expect(told(kenya, words)).toBeVisible();
    }
    await expect(chair.getByRole("region", { name: "Booths" }).getByRole("listitem")).toHaveCount(3);
  });

  await test.step("seen by the chair and by the desk", async () => {
    await chair.getByRole("button", { name: "Seen: French booth, Speak slowly" }).click();
    await expect(slowly).toHaveAccessibleName(/Seen at \d\d:\d\d$/);
    await nowAtDesk(desk).getByRole("button", { name: "Seen: French booth: Speak into the microphone" }).click();
    await expect(microphone).toHaveAccessibleName(/Seen at \d\d:\d\d$/);
    await expect(sound).toHaveAccessibleName(/Raised at \d\d:\d\d$/);
  });

  await test.step("ended by the chair and by the desk", async () => {
    await nowAtDesk(desk).getByRole("button", { name: /seen or taken$/ }).click();
    await nowAtDesk(desk).getByRole("button", { name: "End: French booth: Speak into the microphone" }).click();
    await expect(microphone).toHaveAccessibleName(/^Microphone, Ended elsewhere at/);
    await expect(kenya.getByText("Please speak into the microphone")).toHaveCount(0);
    await chair.getByRole("button", { name: "Ended: French booth, Speak slowly" }).click();
    await expect(slowly).toHaveAccessibleName(/^Speak slowly, Ended elsewhere at/);
    await expect(kenya.getByText(/slowly/)).toHaveCount(0);
  });

  await test.step("the next speaker is told of no sound while it is up, and of nothing else", async () => {
    await booth.keyboard.press("1");
    await expect(slowly).toHaveAccessibleName(/Raised at/);
    await giveFloor(wire, "CL");
    await expect(told(chile, heard)).toBeVisible();
    await expect(slowly, "what was about the speech is over with it").toHaveAccessibleName("Speak slowly");
    await expect(sound).toHaveAccessibleName(/Raised at/);
    await expect(chile.getByText(/slowly/)).toHaveCount(0);
    await expect(kenya.getByText(heard)).toHaveCount(0);
    await withdraw(booth, sound, "2");
    await expect(chile.getByText(heard)).toHaveCount(0);
    await giveFloor(wire, "MA");
    await expect(morocco.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expect(morocco.getByText(heard)).toHaveCount(0);
  });
});

/** By two presses that are apart: one that asks, and one that is not taken for the same. */
async function withdraw(booth: Page, signal: Locator, key: string): Promise<void> {
  await booth.keyboard.press(key);
  await expect(signal).toHaveAccessibleName(/press again to withdraw$/);
  await expect(async () => {
    await booth.keyboard.press(key);
    await expect(signal).toHaveAttribute("aria-pressed", "false", { timeout: 400 });
  }).toPass();
}

/** So many words, in paragraphs of thirty. */
function words(count: number): string {
  return Array.from({ length: count }, (_, index) => (index % 30 === 29 ? "word\n\n" : "word ")).join("");
}
