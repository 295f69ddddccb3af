// Live statements and the booths, as people see them happen: each test is a row of docs/rules.md, lived through on the
// screens of those it concerns.
import type { Page } from "@playwright/test";
import { expect, hall, test } from "./support/fixtures.ts";
import { english, nowAtDesk, onTablet, tabOf } from "./support/people.ts";
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

/** So many words, in paragraphs of thirty. */
function words(count: number): string {
  return Array.from({ length: count }, (_, index) => (index % 30 === 29 ? "word\n\n" : "word ")).join("");
}
