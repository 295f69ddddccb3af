// The browser that the tests use too, with its options, so that both see the same.
import { createRequire } from "node:module";
import settings from "../../../e2e/playwright.config.ts";

const { chromium } = createRequire(new URL("../../../e2e/package.json", import.meta.url))("@playwright/test");

export const openBrowser = () => chromium.launch(settings.use.launchOptions);

/** A page of its own, at the size of a usual laptop, with motion as it is. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "en-GB", ...options });
  return context.newPage();
}
