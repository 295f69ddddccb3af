// N4, N6 the ledger does not stand well: every screen says so and keeps what it shows, and nothing that was asked is lost. One
// node is cut off, or ends: its screens are at another one, and nobody has seen anything go away.
import type { Page } from "@playwright/test";
import { orderBy } from "./support/console.ts";
import { logOf, verified } from "./support/ctl.ts";
import { type EnterOptions, expect, expectAccessible, hall, phone, screenshot, tablet, test as base } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { expectWaiting } from "./support/lists.ts";
import { Nodes, type NodesOptions } from "./support/nodes.ts";
import { remembers } from "./support/patience.ts";
import { pressNext } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import { Seat } from "./support/seat.ts";
import { askFor, openPanel, submitText } from "./support/session.ts";
import { acknowledgedTo } from "./support/witness.ts";
import { type Language, languages, words } from "./support/words.ts";

const laptop = { width: 1366, height: 768 };

const test = base.extend<{ nodesOptions: NodesOptions; nodes: Nodes }>({
  nodesOptions: [{ nodes: 1, servers: 1 }, { option: true }],
  nodes: async ({ nodesOptions }, use, info) => {
    const nodes = await Nodes.start(nodesOptions);
    await use(nodes);
    const output = () => info.attach("nodes.log", { body: nodes.output, contentType: "text/plain" });
    try {
      await nodes.end();
    } catch (error) {
      await output();
      throw error;
    }
    if (info.status !== info.expectedStatus) await output();
  },
  server: async ({ nodes }, use) => use(nodes.at(0)),
});
test.setTimeout(600_000);

/** The node cannot know for long whether others go on without it: so one of both. */
const notWell = (page: Page, language: Language) => {
  const t = words(language);
  return page.getByText(t("ledger.held"), { exact: true }).or(page.getByText(t("ledger.out_of_touch"), { exact: true }));
};
const outOfTouch = (page: Page, language: Language) => page.getByText(words(language)("ledger.out_of_touch"), { exact: true });

/** Whenever, from now on, a page shows nothing of what was on it: never. */
async function lapses(page: Page, anchor: string): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle((anchor) => {
    const seen: string[] = [];
    const look = () => {
      const found = [...document.querySelectorAll(anchor)].some((element) => element.checkVisibility());
      if (!found) seen.push(document.body.innerText.slice(0, 200));
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
    return seen;
  }, anchor);
  return () => seen.jsonValue();
}

/** The lines of a page, in the order in which they were opened, and what came of them. */
function linesOf(page: Page): string[] {
  const told: string[] = [];
  page.on("websocket", (line) => {
    const { port } = new URL(line.url());
    const number = told.filter((one) => one.startsWith("opens")).length + 1;
    let greeted = false;
    told.push(`opens ${number} at ${port}`);
    line.on("framereceived", () => {
      if (!greeted) told.push(`hears ${number}`);
      greeted = true;
    });
    line.on("close", () => told.push(`closed ${number}`));
  });
  return told;
}

test.describe("while the only Redis server stands still", () => {
  test("N4 every screen says so in its language and keeps what it shows; what was asked stands once it goes on", async ({
    enter,
    nodes,
    seat,
    server,
  }) => {
    const desk = await seat("desk");
    await openPanel(desk);
    await askFor(desk, "CL", "KE", "MA");
    const each = async (role: string, options: EnterOptions) =>
      Promise.all(languages.map(async (language) => [language, await enter(role, { ...options, language })] as const));
    const chairs = await each("chair", { viewport: laptop });
    const delegates = await each("delegate", { delegation: "BR", viewport: phone });
    const [frenchBooth, spanishCaptions, display, atDesk] = await Promise.all([
      enter("interpreter", { name: "booth-fr", language: "fr" }),
      enter("captioner", { language: "es" }),
      enter("display", { language: "en", viewport: hall }),
      enter("desk", { language: "en", viewport: laptop }),
    ]);
    const screens: (readonly [Language, Page])[] = [
      ...chairs,
      ...delegates,
      ["fr", frenchBooth],
      ["es", spanishCaptions],
      ["en", display],
      ["en", atDesk],
    ];
    for (const [language, page] of screens) await expect(notWell(page, language)).toHaveCount(0);

    nodes.redis[0]?.freeze();
    for (const [language, page] of screens) await expect(notWell(page, language)).toBeVisible();
    await expect(atDesk.getByText(/^Record server away: redis\+unix:/)).toBeVisible();
    await expect(display.getByText("Chile").first()).toBeVisible();

    const [, brazil] = delegates[0] as readonly [Language, Page];
    await brazil.getByRole("button", { name: "Ask for the floor" }).click();
    const asked = brazil.getByRole("dialog", { name: "Ask for the floor" });
    await asked.getByRole("button").last().click();
    await expect(asked.getByRole("button", { name: /^Asking for the floor/ })).toHaveAttribute("data-unconfirmed");
    await expect(asked.getByText("Your request is kept and will be sent on.", { exact: true })).toBeVisible();
    await screenshot(brazil, "standing-delegate-phone-en");
    for (const [language, page] of chairs) {
      await expectNothingBeyondSides(page);
      await screenshot(page, `standing-chair-${language}`);
    }
    await expectAccessible(atDesk);
    await screenshot(atDesk, "standing-desk-en");
    await screenshot(display, "standing-display-en");
    await screenshot(frenchBooth, "standing-booth-fr");

    const [, chair] = chairs[0] as readonly [Language, Page];
    // An act that holds nobody up: whichever of the two is decided first, both stand.
    await expect(chair.getByRole("button", { name: "Order of the list: By time" })).toBeVisible();
    await orderBy(chair, "By category");
    await expect(chair.getByText(/1 act of this screen waits for an answer$/)).toBeVisible();
    nodes.redis[0]?.thaw();
    await expect(chair.getByRole("button", { name: "Order of the list: By category" })).toBeVisible();
    await expect(asked).toBeHidden();
    for (const [language, page] of screens) await expect(notWell(page, language)).toHaveCount(0);
    await desk.until(() => desk.list(panel).includes("BR"), "Brazil on the list");
    expect(desk.list(panel)).toEqual(["CL", "KE", "MA", "BR"]);
    const acts = (await logOf(server)).filter(({ act }) => act === "request_floor" || act === "set_order_policy");
    expect(acts.filter(({ actor }) => actor === "BR")).toHaveLength(1);
    expect(acts.filter(({ act }) => act === "set_order_policy")).toHaveLength(1);
  });
});

test.describe("where a node is cut off from the Redis servers, and others are not", () => {
  test.describe("and its screens know of no other one", () => {
    test.use({ nodesOptions: { nodes: 2, servers: 1 } });

    test("N6 they say that they look for one, keep what they show, and stay once all is well", async ({ enter, nodes }) => {
      const [cut, other] = [nodes.at(0), nodes.at(1)];
      const desk = await Seat.take(other, "desk");
      await openPanel(desk);
      await askFor(desk, "CL", "KE");
      const screens: [Language, Page][] = await Promise.all(
        languages.map(async (language): Promise<[Language, Page]> => {
          const viewport = language === "en" ? tablet : phone;
          return [language, await enter("delegate", { at: cut, delegation: "MA", language, viewport })];
        }),
      );
      const reconnects = await Promise.all(
        screens.map(([language, page]) => remembers(page, new RegExp(`^${words(language)("common.reconnecting")}$`))),
      );
      await nodes.cutOff(cut);
      for (const [language, page] of screens) {
        await expect(outOfTouch(page, language)).toBeVisible();
        await screenshot(page, `standing-out-of-touch-delegate-${language}`);
        await expectNothingBeyondSides(page);
      }
      await askFor(desk, "BR");
      for (const [, page] of screens) await expectWaiting(page, 2);
      await nodes.letIn(cut);
      for (const [language, page] of screens) {
        await expectWaiting(page, 3);
        await expect(outOfTouch(page, language)).toHaveCount(0);
      }
      for (const reconnected of reconnects) expect(await reconnected()).toEqual([]);
      desk.leave();
    });
  });

  test.describe("and its screens know of the others", () => {
    test.use({ nodesOptions: { nodes: 3, servers: 3, elsewhere: true } });

    test("N6 they are at another one as soon as that has greeted them, and what waited is done there, once", async ({
      enter,
      nodes,
    }) => {
      const [cut, other] = [nodes.at(0), nodes.at(1)];
      const desk = await Seat.take(other, "desk");
      await openPanel(desk);
      await askFor(desk, "CL");
      let lines: string[] = [];
      const watch = (page: Page) => void (lines = linesOf(page));
      const kenya = await enter("delegate", { at: cut, delegation: "KE", language: "en", viewport: tablet, watch });
      const blank = await lapses(kenya, "[role=tabpanel] li");
      const reconnected = await remembers(kenya, /^Reconnecting/);
      await kenya.getByRole("button", { name: "Ask for the floor" }).click();
      const asked = kenya.getByRole("dialog", { name: "Ask for the floor" });
      await expect(asked).toBeVisible();

      await nodes.cutOff(cut);
      await asked.getByRole("button").last().click();
      await expect(asked).toBeHidden();
      await desk.until(() => desk.list(panel).includes("KE"), "Kenya on the list");
      await expect(kenya.getByRole("button", { name: "Withdraw" })).toBeVisible();
      await expect.poll(() => lines.filter((one) => one === "closed 1")).toHaveLength(1);
      const taken = lines.findLast((one) => one.startsWith("opens"));
      expect(taken).not.toContain(String(cut.port));
      const number = taken?.split(" ")[1];
      expect(lines.indexOf(`hears ${number}`)).toBeLessThan(lines.indexOf("closed 1"));
      expect(await blank()).toEqual([]);
      expect(await reconnected()).toEqual([]);

      // It is at home there: what it does next is done at once, and it is shown what others do.
      await askFor(desk, "MA");
      await expectWaiting(kenya, 3);
      await kenya.getByRole("button", { name: "Withdraw" }).click();
      await kenya.getByRole("button", { name: "Withdraw now" }).click();
      await desk.until(() => !desk.list(panel).includes("KE"), "Kenya off the list");
      const asks = (await logOf(other)).filter(({ actor, act }) => actor === "KE" && act === "request_floor");
      expect(asks).toHaveLength(1);
      await nodes.letIn(cut);
      desk.leave();
    });
  });
});

test.describe("on three nodes and three Redis servers", () => {
  test.use({ nodesOptions: { nodes: 3, servers: 3, elsewhere: true } });

  test("N4 the panel goes on where the node that decides and a Redis server are killed, nothing is lost and no screen blank", async ({
    enter,
    nodes,
  }) => {
    const writer = await nodes.writer();
    const [second, third] = nodes.all.filter((node) => node !== writer) as [typeof writer, typeof writer];
    const desk = await Seat.take(second, "desk");
    await openPanel(desk);
    await askFor(desk, "KE", "CL", "MA");
    await submitText(desk, "KE", "en", ["Chair, distinguished delegates.", "We shall be brief."]);
    const witnesses: ReturnType<typeof acknowledgedTo>[] = [];
    const watch = (page: Page) => void witnesses.push(acknowledgedTo(page));
    const [chair, brazil, booth, display] = await Promise.all([
      enter("chair", { at: writer, language: "en", viewport: laptop, watch }),
      enter("delegate", { at: second, delegation: "BR", language: "en", viewport: tablet, watch }),
      enter("interpreter", { at: third, name: "booth-fr", language: "fr", watch }),
      enter("display", { at: writer, language: "en", viewport: hall }),
    ]);
    await pressNext(chair);
    for (const page of [chair, brazil, booth, display]) await expect(page.getByText("Kenya").first()).toBeVisible();
    const blanks = await Promise.all([
      lapses(chair, "main h2"),
      lapses(brazil, "[role=tabpanel] li"),
      lapses(booth, "main h1, main h2, aside h1"),
      lapses(display, "h1"),
    ]);

    await Promise.all([writer.kill9(), nodes.redis[0]?.kill()]);
    await brazil.getByRole("button", { name: "Ask for the floor" }).click();
    const asked = brazil.getByRole("dialog", { name: "Ask for the floor" });
    await asked.getByRole("button").last().click();
    const slowly = booth.getByRole("button", { name: new RegExp(words("fr")("signal.speak_slowly")) });
    await slowly.click();
    await expect(asked).toBeHidden();
    await desk.until(() => desk.list(panel).includes("BR"), "Brazil on the list");
    await expect(slowly).toHaveAttribute("aria-pressed", "true");
    await expect(chair.getByText("Reconnecting. What you see is the last known state.")).toBeHidden();
    await chair.getByRole("button", { name: /^End the speech/ }).click();
    await desk.until(() => desk.speech(panel)["delegation"] === undefined, "a free floor");
    await pressNext(chair);
    for (const page of [chair, brazil, booth, display]) await expect(page.getByText(/^Chil[ei]\b/).first()).toBeVisible();
    await desk.until(() => desk.speech(panel)["delegation"] === "CL", "the floor for Chile");
    await expect(chair.getByRole("grid").getByRole("row")).toHaveCount(2);
    for (const [page, name] of [[chair, "chair"], [brazil, "delegate"], [booth, "booth"], [display, "display"]] as const)
      await screenshot(page, `standing-nodes-${name}`);

    for (const blank of blanks) expect(await blank()).toEqual([]);
    expect(desk.list(panel)).toEqual(["MA", "BR"]);
    expect(await verified(second)).toMatch(/are sound/);
    const log = new Set((await logOf(second)).map(({ name }) => name));
    const acknowledged = witnesses.flatMap((witness) => [...witness.values()]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(5);
    for (const names of acknowledged) {
      expect(names.size).toBe(1);
      for (const name of names) expect(log).toContain(name);
    }
    desk.leave();
  });
});
