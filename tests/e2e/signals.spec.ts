// What a booth signals to who speaks lies over the lower edge of the text, or of a phone on its side over the strip above it: clock, text and buttons stay where they are.
import type { Page } from "@playwright/test";
import { expect, phone, screenshot, tablet, test } from "./support/fixtures.ts";
import { english } from "./support/people.ts";
import { askFor, giveFloor, longText, openPanel, submitText } from "./support/session.ts";

const views = [
  ["a phone on its side", { width: 740, height: 360 }],
  ["a phone", phone],
  ["a tablet", tablet],
  ["a tablet on its side", { width: 1180, height: 820 }],
] as const;

/** Where everything stands that a thumb or an eye rests on. */
const places = (page: Page) =>
  page.evaluate(() =>
    ["[role='timer']", "[data-paragraph]", "h2", "main button"].flatMap((what) =>
      [...document.querySelectorAll(what)]
        .filter((each) => !each.closest("[data-signals]"))
        .map((each) => {
          const { x, y, height } = each.getBoundingClientRect();
          return `${what} ${(each.textContent ?? "").replaceAll(/[\d:+]/g, "").slice(0, 20)} ${Math.round(x)} ${Math.round(y)} ${Math.round(height)}`;
        }),
    ),
  );

for (const [view, size] of views) {
  for (const withText of [true, false]) {
    test(`I3 nothing moves on ${view} ${withText ? "with" : "without"} a text when a signal comes, is seen and goes`, async ({ enter, seat }) => {
      const wire = await seat("desk");
      await openPanel(wire);
      await askFor(wire, "KE");
      if (withText) await submitText(wire, "KE", "en", longText(6));
      const kenya = await enter("delegate", { ...english, delegation: "KE", viewport: size, hasTouch: true });
      await giveFloor(wire, "KE");
      await expect(kenya.getByRole("timer")).toBeVisible();
      if (withText) await expect(kenya.getByRole("button", { name: "Next paragraph" })).toBeVisible();
      const before = await places(kenya);
      const booth = await seat("interpreter", undefined, "booth-fr");
      await booth.done({ raiseSignal: { kind: "SIGNAL_KIND_SPEAK_SLOWLY" } });
      await expect(kenya.getByText("Please speak more slowly")).toBeInViewport({ ratio: 1 });
      await screenshot(kenya, `signal-${size.width}-${withText ? "text" : "clock"}`);
      expect(await places(kenya)).toEqual(before);
      await kenya.getByRole("button", { name: "Seen: Please speak more slowly" }).tap();
      await expect(kenya.getByText("Please speak more slowly · seen")).toBeInViewport({ ratio: 1 });
      expect(await places(kenya)).toEqual(before);
      await screenshot(kenya, `signal-${size.width}-${withText ? "text" : "clock"}-seen`);
      const raised = [...wire.entities.values()].find((each) => each["signal"])?.["signal"];
      await booth.done({ endSignal: { signal: raised.id } });
      await expect(kenya.getByText(/more slowly/)).toHaveCount(0);
      expect(await places(kenya)).toEqual(before);
    });
  }
}
