// Who is in the hall, and the parts of their screens that many tests look at.
import type { Page } from "@playwright/test";
import { expect, tablet } from "./fixtures.ts";

export const english = { language: "en" } as const;
export const onTablet = (delegation: string) => ({ ...english, delegation, viewport: tablet, hasTouch: true, patient: true });
export const tabOf = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
export const placeOf = (delegate: Page) => delegate.getByRole("region", { name: "Your place in line" });
export const theFloor = (page: Page) => page.getByRole("region", { name: "The floor" });
export const nowAtDesk = (page: Page) => page.getByRole("region", { name: "Needs an act now" });

/** On a delegation's phone: what is not for every day is behind one button. */
export const moreOf = (phone: Page) => phone.getByRole("button", { name: "More", exact: true });

/** The chair's next act by key, once the place no longer rests after the act before. */
export async function pressNext(chair: Page): Promise<void> {
  const main = chair.locator("[data-main]");
  await expect(main).toBeEnabled();
  await main.press("Space");
}

/** An instant of the day of the panel. */
export const today = (time: string): number => Date.parse(`2005-11-29T${time}+01:00`);
