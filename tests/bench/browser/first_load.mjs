// How long somebody waits for a screen in a hall whose network is slow, on a tablet that is old: 400 kb/s, an answer after 400 ms,
// a processor four times slower than this one, and nothing kept from before. The figure is the median of so many visits.
import { createRequire } from "node:module";
import settings from "../../e2e/playwright.config.ts";
import { meeting, panel, roster } from "../../e2e/support/programme.ts";
import { Seat } from "../../e2e/support/seat.ts";
import { RostrumServer } from "../../e2e/support/server.ts";

const { chromium } = createRequire(new URL("../../e2e/package.json", import.meta.url))("@playwright/test");

const visits = 3;
const waiting = 40;
const network = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const slower = 4;
const patience_ms = 60_000;

/** Where a visit goes, and what makes the screen useful: something to act on. */
const screens = [
  { name: "join", goal_s: 6, path: () => "/join", useful: (page) => page.getByRole("textbox") },
  {
    name: "delegate",
    goal_s: 10,
    path: (server) => `/delegate#${server.signIn("delegate", "EC").code}`,
    useful: (page) => page.getByRole("tabpanel").getByRole("button").first(),
  },
  {
    name: "chair",
    path: (server) => `/chair#${server.signIn("chair").code}`,
    useful: (page) => page.locator("[data-entry]").first(),
  },
];

/** A hall in which as many wait as fill the list of whoever looks at it. */
async function openHall() {
  const server = await RostrumServer.start({ more: ["--limits", "items_per_second_max=1000,items_burst_max=1000"] });
  const desk = await Seat.take(server, "desk");
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  for (const delegation of roster().filter((id) => id !== "EC").slice(0, waiting)) {
    await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT", language: "en", speaker: { name: "A speaker" } } });
  }
  desk.leave();
  return server;
}

/** From asking for the address until the screen is painted with what makes it useful, and how much came for it. */
async function visit(browser, server, { path, useful }) {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 }, locale: "en-GB" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const began = performance.now();
    await page.goto(server.url + path(server), { waitUntil: "commit", timeout: patience_ms });
    await useful(page).waitFor({ timeout: patience_ms });
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
    return { seconds: (performance.now() - began) / 1_000, kilobytes: bytes / 1_000 };
  } finally {
    await context.close();
  }
}

const median = (values) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];

const server = await openHall();
const browser = await chromium.launch(settings.use.launchOptions);
try {
  for (const screen of screens) {
    const took = [];
    for (let count = 0; count < visits; count += 1) took.push(await visit(browser, server, screen));
    const seconds = median(took.map((each) => each.seconds));
    const kilobytes = median(took.map((each) => each.kilobytes));
    console.log(`  ${screen.name}: useful after ${seconds.toFixed(2)} s, with ${kilobytes.toFixed(0)} kB, fonts among them`);
    if (!screen.goal_s) continue;
    const met = seconds <= screen.goal_s ? "met" : "not met";
    console.log(`goal first_load_${screen.name}: ${seconds.toFixed(2)} s (goal <= ${screen.goal_s}): ${met}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
