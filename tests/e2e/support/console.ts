// The chair's console as a hand uses it: what stands in the rail, in a menu, or in the foot of the list.
import { type Page, expect } from "@playwright/test";
import { type Language, words } from "./words.ts";

type InRail = "programme" | "limits" | "panellists" | "booths" | "notices" | "time";

/** Opens what the rail holds, unless it is open. */
export async function draw(chair: Page, what: InRail, language: Language = "en"): Promise<ReturnType<Page["locator"]>> {
  const t = words(language);
  const drawn = chair.locator(`[data-drawer="${what}"]`);
  const item = chair.getByRole("region", { name: t("chair.rail.title") }).getByRole("button", { name: new RegExp(`^${t(`chair.${what}.title`)}`) });
  if ((await item.getAttribute("aria-expanded")) === "false") await item.click();
  await expect(drawn).toBeVisible();
  return drawn;
}

/** Presses a button of what the rail holds. */
export async function pressIn(chair: Page, what: InRail, name: string | RegExp, language: Language = "en"): Promise<void> {
  const drawn = await draw(chair, what, language);
  await drawn.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).click();
}

/** An act on the list as a whole, from its menu. */
export async function actOnList(chair: Page, act: string, language: Language = "en"): Promise<void> {
  await chair.getByRole("button", { name: words(language)("chair.list.more") }).click();
  await chair.getByRole("menuitem", { name: act }).click();
}

/** An act on the floor that has no button of its own. */
export async function actOnFloor(chair: Page, act: string, language: Language = "en"): Promise<void> {
  await chair.getByRole("button", { name: words(language)("chair.floor.more") }).click();
  await chair.getByRole("menuitem", { name: act }).click();
}

/** An act from the menu of a row. */
export async function actOnRow(chair: Page, name: string, act: string, language: Language = "en"): Promise<void> {
  await chair.getByRole("button", { name: words(language)("chair.list.acts_for", { name }) }).click();
  await chair.getByRole("menuitem", { name: act }).click();
}

/** Applies another order of the list, by its name. */
export async function orderBy(chair: Page, order: string, language: Language = "en"): Promise<void> {
  const t = words(language);
  await openOrder(chair, language);
  await chair.getByRole("radio", { name: new RegExp(`^${order}\\b`) }).check();
  await chair.getByRole("button", { name: t("chair.act.apply_order") }).click();
}

/** Opens the panel of the order. */
export async function openOrder(chair: Page, language: Language = "en"): Promise<ReturnType<Page["locator"]>> {
  const t = words(language);
  await chair.getByRole("button", { name: new RegExp(`^${t("chair.order.title")}\\s?:`) }).click();
  const opened = chair.locator('[data-drawer="order"]').getByRole("region", { name: t("chair.order.title"), exact: true });
  await expect(opened).toBeVisible();
  return opened;
}
