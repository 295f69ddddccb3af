// A screen in its languages, side by side: pictures of its states, nothing beyond its sides, nothing that axe finds serious.
// The pictures stand in build/screenshots as SCREEN-STATE-LANGUAGE.png.
import type { Page } from "@playwright/test";
import { type EnterOptions, expect, expectAccessible, phone, screenshot, tablet, test } from "./fixtures.ts";
import { expectNothingBeyondSides } from "./layout.ts";
import { type Language, languages, words } from "./words.ts";

export type Screens = Partial<Record<Language, Page>>;
export type Enter = (role: string, options?: EnterOptions) => Promise<Page>;

export async function inLanguages(enter: Enter, role: string, options: EnterOptions, wanted = languages): Promise<Screens> {
  const pages = wanted.map(async (language) => [language, await enter(role, { ...options, language })] as const);
  return Object.fromEntries(await Promise.all(pages));
}

export const each = (screens: Screens) =>
  languages.flatMap((language) => (screens[language] ? [[language, screens[language]] as const] : []));

/** Does the same on each of them, at once. */
export const onEach = async (screens: Screens, act: (page: Page, t: ReturnType<typeof words>) => Promise<unknown>) => {
  await Promise.all(each(screens).map(([language, page]) => act(page, words(language))));
};

/**
 * Pictures first: what a screen shows may last for seconds only. What axe judges differs little between languages, so
 * it looks at all three of them where `thorough`, else at one; at the contrast always in one.
 */
export async function shoot(screens: Screens, name: string, thorough = false): Promise<void> {
  await Promise.all(each(screens).map(([language, page]) => screenshot(page, `${name}-${language}`)));
  await Promise.all(
    each(screens).map(([language, page], index) =>
      test.step(`${name}-${language}`, async () => {
        await expectNothingBeyondSides(page);
        if (thorough || index === 0) await expectAccessible(page, { contrast: index === 0 });
      }),
    ),
  );
}

/** A delegate's screens, on the tablet they are on, and as they are on a phone. `show` scrolls to what is to be seen. */
export async function shootInHand(screens: Screens, state: string, thorough = false, show?: (page: Page, t: ReturnType<typeof words>) => Promise<unknown>): Promise<void> {
  for (const [device, viewport] of [["delegate-phone", phone], ["delegate", tablet]] as const) {
    await onEach(screens, (page) => page.setViewportSize(viewport));
    if (show) await onEach(screens, show);
    await shoot(screens, `${device}-${state}`, thorough && device === "delegate");
  }
}

/** The message stands on each of them. */
export const everywhere = (screens: Screens, id: string, values: Record<string, string> = {}) =>
  onEach(screens, (page, t) => expect(page.getByText(t(id, values), { exact: true }).filter({ visible: true }).first()).toBeVisible());
