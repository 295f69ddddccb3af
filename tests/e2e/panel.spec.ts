// A half-day, from the opening of the meeting to its close, as the chair, the desk, two booths, the captioner, the hall
// and twenty delegations with their texts live it: with keys and fingers, a point of order that interrupts, a guest, a
// line that is cut, a tablet that is signed out, a program that speaks, and a server that is killed twice.
import type { Page } from "@playwright/test";
import { timeIn } from "./support/clocks.ts";
import { pressIn } from "./support/console.ts";
import { logOf, verified } from "./support/ctl.ts";
import { expect, hall, phone, tablet, test } from "./support/fixtures.ts";
import { expectChairShows, expectDelegateShows, expectDisplayShows, rowOf, rowsOf } from "./support/lists.ts";
import { bringNear } from "./support/patience.ts";
import { moreOf, pressNext, tabOf } from "./support/people.ts";
import { meeting, panel } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import { submitText } from "./support/session.ts";
import { textOf } from "./support/texts.ts";
import { acknowledgedTo } from "./support/witness.ts";
import { type Language, words } from "./support/words.ts";

test.use({ serverOptions: { clock: "2005-11-29T13:40+01:00,10" } });
test.setTimeout(600_000);

const byHand = { mouse: "KE", touch: "CL", line: "MA", keys: "JP" };
const byProgram = "CA";
/** What each of the others will speak, and hands in. */
const spoken: Record<string, Language> = {
  ...{ DZ: "fr", AR: "es", AU: "en", BD: "en", BR: "es", CO: "es", HR: "en", EC: "es", EG: "en", FR: "fr", GH: "en" },
  ...{ HU: "en", IT: "fr", MX: "es", SN: "fr" },
};
const others = Object.keys(spoken);
/** Of the others, those who ask on a tablet with a keyboard, and with nothing else. */
const alsoByKeys = ["AU", "BD", "GH"];
const guest = { name: "Ottoline Marchbanks (fictional)", body: "Diaspora Forum of Geneva" };

test("a half-day of twenty delegations is lived through by every screen, with nothing lost and nothing doubled", async ({
  server,
  enter,
  seat,
  newLine,
  example,
}) => {
  const line = await newLine();
  const witnesses: ReturnType<typeof acknowledgedTo>[] = [];
  const watch = (page: Page) => witnesses.push(acknowledgedTo(page));

  const onTablet = { viewport: tablet, watch, language: "en", patient: true } as const;
  const [chair, display, kenya, chile, morocco] = await Promise.all([
    enter("chair", { watch }),
    enter("display", { viewport: hall }),
    enter("delegate", { ...onTablet, delegation: byHand.mouse }),
    enter("delegate", { ...onTablet, delegation: byHand.touch, viewport: phone, hasTouch: true }),
    enter("delegate", { ...onTablet, delegation: byHand.line, through: line }),
  ]);
  const [japan, atDesk, frenchBooth, spanishBooth, captioner] = await Promise.all([
    enter("delegate", { ...onTablet, delegation: byHand.keys }),
    enter("desk", { watch, language: "en", patient: true }),
    enter("interpreter", { name: "booth-fr", watch, language: "fr" }),
    enter("interpreter", { name: "booth-es", watch, language: "es" }),
    enter("captioner", { watch, language: "en" }),
  ]);
  const screens: [Page, Language][] = [
    ...[chair, atDesk, captioner, kenya, chile, morocco, japan].map((page): [Page, Language] => [page, "en"]),
    [frenchBooth, "fr"],
    [spanishBooth, "es"],
  ];

  let signedOut = false;

  const desk = await seat("desk");
  const seats = await Promise.all(others.map((delegation) => seat("delegate", delegation)));
  const everyone = [desk, ...seats];

  const stillSignedIn = () => [kenya, chile, japan, ...(signedOut ? [] : [morocco])];
  const cutOff = async () => {
    await Promise.all([
      ...screens.map(([screen, language]) => expect(screen.getByText(words(language)("common.reconnecting_long"))).toBeVisible()),
      expect(display.getByText("Reconnecting", { exact: true })).toBeVisible(),
    ]);
  };
  const backAfterKill = async () => {
    await Promise.all([
      ...screens.map(([screen, language]) => expect(screen.getByText(words(language)("common.reconnecting_long"))).toBeHidden()),
      expect(display.getByText("Reconnecting", { exact: true })).toBeHidden(),
      desk.until(() => desk.live, "a view again"),
    ]);
  };
  const everyTextAt = async (paragraph: number, ...pages: Page[]) => {
    await Promise.all(
      pages.map((page) => expect(page.locator("[data-paragraph][aria-current]")).toHaveAttribute("data-paragraph", String(paragraph))),
    );
  };
  const agree = async () => {
    await agreeWithout();
    for (const one of seats) await one.until(() => `${one.order(panel)}` === `${desk.order(panel)}`, "the desk's list");
  };

  await test.step("the meeting opens, the panel opens, the list opens", async () => {
    await expect(kenya.getByText("The list of speakers opens at 14:30.")).toBeVisible();
    await chair.getByRole("button", { name: "Open the meeting" }).first().click();
    await chair.getByRole("button", { name: "Open the panel" }).first().click();
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    await expect(chair.getByText("List not open").or(chair.getByText("Opens at 14:30"))).toBeVisible();
    await chair.keyboard.press("Shift+C");
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
    for (const delegation of alsoByKeys) {
      const itsTablet = await enter("delegate", { ...onTablet, delegation });
      await askByKeys(itsTablet);
      await expect(placeOf(itsTablet)).toBeVisible();
      await itsTablet.context().close();
    }
    const byWire = seats.map((one, index) => [one, others[index] as string] as const).filter(([, one]) => !alsoByKeys.includes(one));
    await Promise.all(
      byWire.map(([one, delegation]) =>
        one.done({ requestFloor: { panel, kind: "KIND_STATEMENT", language: spoken[delegation] } }),
      ),
    );
    await desk.until(() => desk.order(panel).length === 20, "twenty entries");
    expect(new Set(desk.list(panel)).size).toBe(20);
    await agree();
  });

  await test.step("texts are handed in, on a tablet and by program, in three languages", async () => {
    await tabOf(kenya, "Statement").click();
    await kenya.getByRole("textbox", { name: /^Your words, / }).fill(textOf("Kenya", "en"));
    await kenya.getByRole("button", { name: "Send version 1" }).click();
    await expect(kenya.getByText(/^Version 1 was sent at /)).toBeVisible();
    await tabOf(kenya, "Floor").click();
    await Promise.all(
      seats.map((one, index) => {
        const delegation = others[index] as string;
        const language = spoken[delegation] as Language;
        return one.done({
          submitStatement: {
            entry: one.entryOf(panel, delegation),
            text: textOf(one.name(delegation, language), language),
            format: "TEXT_FORMAT_PLAIN",
            delivery: "DELIVERY_CHECK_AGAINST_DELIVERY",
          },
        });
      }),
    );
    for (const [delegation, language] of [["CL", "es"], ["MA", "fr"], ["JP", "en"], ["CA", "en"]] as const)
      await submitText(desk, delegation, language, textOf(desk.name(delegation, language), language).split("\n\n"));
    await tabOf(atDesk, "Statements").click();
    await expect(atDesk.getByText("20 texts received")).toBeVisible();
  });

  await test.step("the chair reorders, by keyboard and by dragging", async () => {
    const japanRow = rowOf(chair, "Japan");
    await rowsOf(chair).first().focus();
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
    await pressIn(chair, "panellists", "Give the floor to Panellist from Indonesia");
    await expect(display.getByRole("heading", { name: "Panellist from Indonesia" })).toBeVisible();
    await chair.getByRole("button", { name: "+ 1 min" }).click();
    await desk.until(() => Number(desk.speech(panel)["limitMs"]) === 540_000, "a minute more");
    await chair.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(display.getByText("Paused", { exact: true })).toBeVisible();
    await chair.getByRole("button", { name: "Resume", exact: true }).click();
    await expect(display.getByText("Paused", { exact: true })).toBeHidden();
  });

  await test.step("the floor goes to Canada, and to Kenya, whose text every view follows", async () => {
    await pressNext(chair);
    await expect(display.getByRole("heading", { name: "Canada" })).toBeVisible();
    await expect(kenya.getByText("You are next").last()).toBeVisible();
    await tabOf(chile, "Live text").tap();
    await giveFloor(chair, "Kenya");
    await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expect(kenya.getByRole("timer")).toHaveText(/\d:\d\d/);
    await chair.getByRole("button", { name: "Pause", exact: true }).click();
    await kenya.getByRole("button", { name: "Next paragraph" }).click();
    await everyTextAt(1, kenya, chile, captioner, frenchBooth, spanishBooth);
    await captioner.keyboard.press("ArrowDown");
    await everyTextAt(2, kenya, chile, captioner, frenchBooth, spanishBooth);
    await expect(spanishBooth.getByText("What was asked of a migrant four times is asked once.")).toBeVisible();
  });

  await test.step("the French booth asks to speak slowly, and is seen", async () => {
    const slowly = frenchBooth.getByRole("button", { name: new RegExp(`^${words("fr")("signal.speak_slowly")}`) });
    await slowly.click();
    await expect(chair.getByRole("region", { name: "Booths" })).toContainText("Speak slowly");
    await expect(atDesk.getByRole("region", { name: "Needs an act now" })).toContainText("French booth: Speak slowly");
    await kenya.getByRole("button", { name: "Seen: Please speak more slowly" }).click();
    await expect(slowly).toHaveAccessibleName(new RegExp(words("fr")("booth.seen", { time: "\\d\\d:\\d\\d" })));
    for (const page of [display, chile]) await expect(page.getByText(/slowly/i)).toHaveCount(0);
  });

  await test.step("the server is killed during a speech with a text, and nothing has moved when it is back", async () => {
    const before = {
      floor: desk.floor(panel),
      list: desk.list(panel),
      clock: await display.getByRole("timer").textContent(),
    };
    await server.kill9();
    await cutOff();
    await expect(display.getByRole("heading", { name: "Kenya" })).toBeVisible();
    await server.restart();
    await backAfterKill();
    expect(desk.floor(panel)).toEqual(before.floor);
    expect(desk.list(panel)).toEqual(before.list);
    await expect(display.getByRole("timer")).toHaveText(before.clock ?? "");
    await everyTextAt(2, kenya, chile, captioner, frenchBooth, spanishBooth);
    await expect(kenya.getByText("Please speak more slowly · seen")).toBeVisible();
    await tabOf(chile, "Floor").tap();
    await agreeWithout(kenya);
    await chair.getByRole("button", { name: "Resume", exact: true }).click();
    await expect(display.getByText("Paused", { exact: true })).toBeHidden();
    await everyTextAt(2, kenya, captioner);
    await captioner.keyboard.press("ArrowDown");
    await everyTextAt(3, kenya, captioner, frenchBooth, spanishBooth);
    await kenya.getByRole("button", { name: "Give back the floor" }).click();
    await kenya.getByRole("button", { name: "Give it back now" }).click();
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
  });

  await test.step("the server is killed again while a point of order is before the chair, one delegation withdraws and another waits behind a cut line", async () => {
    await giveFloor(chair, "Japan");
    await expect(japan.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await kenya.getByRole("button", { name: "Point of order" }).click();
    const form = kenya.getByRole("dialog", { name: "Point of order" });
    await form.getByRole("textbox").fill("The document before us is not the one that was circulated");
    await form.getByRole("button", { name: "Raise the point of order" }).click();
    await expect(chair.getByRole("region", { name: "Next" })).toContainText("Kenya");
    await pressNext(chair);
    await expect(japan.getByRole("heading", { name: "A point of order by Kenya has interrupted you" })).toBeVisible();
    await expect(display.getByText("Interrupted: Japan")).toBeVisible();
    const holdings = () => desk.floor(panel)["holdings"];
    await desk.until(() => holdings()?.length === 2, "the point of order, and the speech that it interrupts");
    const before = holdings();
    await line.cut();
    await server.kill9();
    await cutOff();
    await moreOf(chile).tap();
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
    expect(holdings()).toEqual(before);
  });

  await test.step("the chair rules, and the speech that was interrupted goes on", async () => {
    await kenya.getByRole("button", { name: "Give back the floor" }).click();
    await kenya.getByRole("button", { name: "Give it back now" }).click();
    await expect(chair.getByRole("heading", { name: "Ruling awaited" })).toBeVisible();
    await chair.getByRole("button", { name: "Noted" }).click();
    await expect(kenya.getByText(/^At \d\d:\d\d the chair noted your point of order\.$/)).toBeVisible();
    await expect(japan.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expect(display.getByRole("heading", { name: "Japan" })).toBeVisible();
    await giveFloor(chair, "Morocco");
    await expect(morocco.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expect(japan.getByRole("tabpanel", { name: "Floor" })).toBeVisible();
    await agreeWithout(morocco);
  });

  await test.step("a tablet is signed out by the desk, and what it still had to send has no effect", async () => {
    await morocco.getByRole("button", { name: "Give back the floor" }).click();
    await morocco.getByRole("button", { name: "Give it back now" }).click();
    await expect(morocco.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
    await line.cut();
    await expect(morocco.getByText("Reconnecting", { exact: true })).toBeVisible();
    await morocco.getByRole("button", { name: "Ask for the floor" }).click();
    await morocco.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).click();
    await expect(morocco.getByText("Your request is kept on this device.")).toBeVisible();
    await tabOf(atDesk, "Roster").click();
    await atDesk.getByRole("textbox", { name: "Find a delegation" }).fill("Moroc");
    const row = atDesk.getByRole("listitem").filter({ hasText: "Morocco" }).first();
    await row.getByRole("button", { name: "Sign-ins of Morocco: 2" }).click();
    const own = row.getByRole("listitem").filter({ hasText: "Delegate" }).filter({ hasNotText: "Yasmina" });
    await own.getByRole("button", { name: /^Withdraw the sign-in of/ }).click();
    await own.getByRole("button", { name: "Withdraw now" }).click();
    await expect(own).toContainText("Withdrawn");
    await line.mend();
    await expect(morocco.getByRole("heading", { name: "Signed out" })).toBeVisible();
    signedOut = true;
    expect(desk.list(panel)).not.toContain(byHand.line);
    await agree();
  });

  await test.step("the desk adds a guest, who speaks", async () => {
    await tabOf(atDesk, "List").click();
    await atDesk.getByRole("button", { name: "Add to the list…" }).click();
    const form = atDesk.getByRole("dialog", { name: "Add to the list of speakers" });
    await form.getByRole("radio", { name: "Guest" }).check({ force: true });
    await form.getByRole("textbox", { name: "Speaker’s name" }).fill(guest.name);
    await form.getByRole("textbox", { name: "Body that the guest speaks for" }).fill(guest.body);
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form).toBeHidden();
    await rowOf(chair, guest.body)
      .getByRole("button", { name: `Acts for ${guest.body}` })
      .click();
    await chair.getByRole("menuitem", { name: /^Give the floor now/ }).click();
    await expect(display.getByRole("heading", { name: guest.body })).toBeVisible();
    for (const booth of [frenchBooth, spanishBooth])
      await expect(booth.getByRole("complementary").getByRole("heading", { name: guest.body })).toBeVisible();
  });

  await test.step("the closing of the list is announced, and it closes by itself", async () => {
    await chair.getByRole("button", { name: "More acts on the list" }).click();
    await chair.getByRole("menuitem", { name: "Announce the closing…" }).click();
    const closing = chair.getByRole("dialog", { name: "Announce the closing of the list" });
    await closing.getByRole("textbox", { name: "The list closes at" }).fill(await timeIn(chair, 60));
    await closing.getByRole("button", { name: "Announce" }).click();
    await expect(closing).toBeHidden();
    await expect(chair.getByText(/^Closes at /)).toBeVisible();
    await expect(display.getByText(/the list closes at/)).toBeVisible();
    await expect(chile.getByText(/^The list closes at /)).toBeVisible();
    await bringNear(desk, (closesAt) => ({ announceListClosing: { panel, closesAt } }));
    await expect(chair.getByText("List closed", { exact: true })).toBeVisible();
    await expect(chile.getByText("The list of speakers is closed.")).toBeVisible();
    await expect(display.getByText(/the list is closed/)).toBeVisible();
  });

  await test.step("the floor goes to the rest of the list, one after the other", async () => {
    for (let left = desk.order(panel).length; left > 0; left -= 1) {
      const name = desk.name(desk.list(panel)[0] as string);
      await giveFloor(chair, name);
      await desk.until(() => desk.order(panel).length === left - 1, `the floor for ${name}`);
    }
    await chair.keyboard.press("Shift+E");
    await expect(display.getByRole("heading", { name: "The floor is free" })).toBeVisible();
    await agree();
  });

  await test.step("the panel ends and the meeting closes", async () => {
    await pressIn(chair, "programme", "Close the panel");
    await expect(display.getByRole("heading", { name: "The panel is closed" })).toBeVisible();
    await pressIn(chair, "programme", "Close the meeting");
    await desk.until(() => desk.meeting(meeting)["status"] === "MEETING_STATUS_CLOSED", "the close of the meeting");
    const tomorrow = "The meeting opens on Wednesday 30 November at 10:00";
    await expect(display.getByText(tomorrow)).toBeVisible();
    for (const delegate of stillSignedIn()) await expect(delegate.getByText(tomorrow)).toBeVisible();
    await expect(morocco.getByRole("heading", { name: "Signed out" })).toBeVisible();
    await example.says(/Canada has the floor/);
    await example.says(/the floor is free \| list: nobody\s*$/);
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
    expect(asks.length, "one each, a question that was withdrawn, and the guest").toBe(22);
    for (const delegation of [...Object.values(byHand), byProgram, ...others.slice(1)]) {
      expect(asks.filter((sentence) => sentence.startsWith(`${desk.name(delegation)} `)).length, delegation).toBe(1);
    }
    const given = log
      .flatMap(({ sentences }) => sentences)
      .filter((sentence) => sentence.includes(" has the floor for "));
    expect(given.length, "the panellist, nineteen delegations and the guest").toBe(21);
    expect(new Set(given.map((sentence) => sentence.split(" has the floor")[0])).size).toBe(21);
    const acts = (name: string) => log.filter(({ act }) => act === name);
    expect(acts("submit_statement").length).toBe(20);
    expect(acts("raise_point_of_order").length).toBe(1);
    expect(acts("rule_point_of_order").length).toBe(1);
    expect(acts("revoke_seat").length).toBe(1);
    const withdrawals = acts("withdraw_entry").map(({ actor }) => actor);
    expect(withdrawals.sort(), "those that came to be").toEqual([byHand.touch, others[0]].sort());
  });

  async function agreeWithout(speaking?: Page): Promise<void> {
    const waiting = stillSignedIn().filter((delegate) => delegate !== speaking);
    await Promise.all([
      expectChairShows(chair, desk),
      ...waiting.map((delegate) => expectDelegateShows(delegate, desk)),
      expectDisplayShows(display, desk),
    ]);
  }
});

function placeOf(delegate: Page) {
  return delegate.getByRole("region", { name: "Your place in line" });
}

/** Once the place no longer rests after the act before. */
async function giveFloor(chair: Page, name: string): Promise<void> {
  await chair.getByRole("button", { name: `Give the floor to ${name}`, exact: true }).click();
  await expect(chair.getByRole("heading", { name, exact: true })).toBeVisible();
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
