// A phone with a notch, and a bar along its lower edge that is the system's: upright and on its side.
import type { Page } from "@playwright/test";
import { expect, phone, screenshot, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";

const upright = { name: "upright", viewport: phone, insets: { top: 0, right: 0, bottom: 34, left: 0 } };
const onItsSide = { name: "on-its-side", viewport: { width: 740, height: 360 }, insets: { top: 0, right: 47, bottom: 21, left: 47 } };

for (const { name, viewport, insets } of [upright, onItsSide]) {
  const notched = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setSafeAreaInsetsOverride", { insets });
  };

  /** With the page scrolled to its end: what stands under an edge there stands there for good. */
  const expectBesideEdges = async (page: Page) => {
    await expect(page.locator("meta[name=viewport]")).toHaveAttribute("content", /viewport-fit=cover/);
    await expectNothingBeyondSides(page);
    const under = await page.evaluate(({ left, right, bottom }) => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      const acts = document.querySelectorAll("button, a[href], input, select, textarea, [role=tab], h1, h2, h3, p");
      return [...acts].flatMap((act) => {
        const box = act.getBoundingClientRect();
        const seen = box.width > 1 && box.height > 1 && box.top < innerHeight && act.checkVisibility({ visibilityProperty: true }) && !act.closest(".visually-hidden");
        const beside = box.left >= left && box.right <= innerWidth - right && box.bottom <= innerHeight - bottom;
        return !seen || beside ? [] : [`${act.localName} “${act.textContent}” ${[box.left, box.right, box.bottom].map(Math.round).join(" ")}`];
      });
    }, insets);
    expect(under, "under the notch, or the system's bar").toEqual([]);
  };

  test(`nothing to be read or pressed stands under the edges of a phone ${name.replaceAll("-", " ")}`, async ({ enter, page, seat, server }) => {
    const desk = await seat("desk");
    await openPanel(desk);
    await askFor(desk, "KE");
    await page.setViewportSize(viewport);
    await notched(page);
    await page.goto(server.url);
    await expect(page.getByRole("textbox", { name: "Code or link" })).toBeVisible();
    await expectBesideEdges(page);

    const ecuador = await enter("delegate", { delegation: "EC", viewport, language: "en", watch: notched });
    await expectBesideEdges(ecuador);
    const tabs = await ecuador.getByRole("tablist").boundingBox();
    expect([tabs?.x, tabs?.width], "the bar itself goes from edge to edge").toEqual([0, viewport.width]);
    expect((tabs?.y ?? 0) + (tabs?.height ?? 0)).toBe(viewport.height);
    await screenshot(ecuador, `notch-${name}-delegate`);
    await ecuador.getByRole("button", { name: "Ask for the floor" }).click();
    await expect(ecuador.getByRole("dialog")).toBeVisible();
    await screenshot(ecuador, `notch-${name}-form`);
    const send = await ecuador.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).boundingBox();
    expect((send?.x ?? 0) >= insets.left && (send?.x ?? 0) + (send?.width ?? 0) <= viewport.width - insets.right).toBe(true);
    await ecuador.keyboard.press("Escape");

    const kenya = await enter("delegate", { delegation: "KE", viewport, language: "en", watch: notched });
    await giveFloor(desk, "KE");
    await expect(kenya.getByRole("heading", { name: "You have the floor" })).toBeVisible();
    await expectBesideEdges(kenya);
    await screenshot(kenya, `notch-${name}-speaking`);
  });
}
