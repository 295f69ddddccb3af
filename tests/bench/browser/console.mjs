// The chair's console with a full hall waiting: how long the page is at work for one act, whether frames come while acts
// come, and how long a key takes until it is seen. Others act over the wire; keys are pressed in the page.
import { setTimeout as after } from "node:timers/promises";
import { openBrowser, openPage } from "./support/browser.mjs";
import { goalLine, quantile, rounded, sum } from "./support/figures.mjs";
import { actsOn, closeHall, openHall } from "./support/hall.mjs";
import { blocked, instant, long_ms, longestIn, tasksWhile } from "./support/tasks.mjs";

const waiting = 160;
/** One after the other, each with the page at rest before it. */
const rounds = 4;
const rest_ms = 350;
const seconds = 12;
const acts_per_second = 20;
const keys = 20;
/** After an act by a key of a row, that key rests (REST_MS of the client). */
const key_rests_ms = 700;

/** Each once a round, after which as many wait as before. */
const ONE_BY_ONE = [
  ...["move_to_head", "move_in_sight", "give_floor", "inscribe", "pass_over", "clear_pass", "remove", "inscribe", "limit", "pause", "resume"],
];
/** What comes twenty times a second: half of it moves rows. */
const IN_A_RUSH = ["move_to_head", "speech_limit", "move_in_sight", "pause", "move_to_head", "resume", "move_in_sight", "pass_over", "move_to_head", "clear_first"];

async function oneByOne(browser, page, desk) {
  const acts = actsOn(desk);
  const spans = [];
  const { tasks } = await tasksWhile(browser, page, async () => {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of ONE_BY_ONE) {
        const from = instant();
        await desk.done(acts[name]());
        await after(rest_ms);
        // What the page is late with belongs to this act.
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
        spans.push({ name, from, to: instant() });
      }
    }
  });
  const longest = spans.map(({ name, from, to }) => ({ name, ...longestIn(tasks, from, to) }));
  for (const name of new Set(ONE_BY_ONE)) {
    const own = longest.filter((each) => each.name === name);
    const [ms, cpu_ms] = [own.map(({ ms }) => ms), own.map(({ cpu_ms }) => cpu_ms)];
    console.log(
      `  ${name}: the longest task takes ${rounded(quantile(ms, 0.5))} ms at the median, ${rounded(quantile(ms, 1))} ms at the most; ` +
        `${rounded(quantile(cpu_ms, 0.5))} ms and ${rounded(quantile(cpu_ms, 1))} ms of the processor`,
    );
  }
  const all = longest.map(({ ms }) => ms);
  return { median: quantile(all, 0.5), most: quantile(all, 1) };
}

async function inARush(browser, page, desk) {
  const acts = actsOn(desk);
  let passed = 0;
  acts.pass_over = () => {
    passed = desk.order(panelOf(desk))[0];
    return { skipEntry: { entry: passed } };
  };
  acts.clear_first = () => ({ clearSkip: { entry: passed } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  await watchFrames(page);
  const before = await spent();
  const { tasks, result } = await tasksWhile(browser, page, async () => {
    const began = instant();
    let count = 0;
    for (; count < seconds * acts_per_second; count += 1) {
      await after(Math.max(0, began + (count * 1_000) / acts_per_second - instant()));
      await desk.done(acts[IN_A_RUSH[count % IN_A_RUSH.length]]());
    }
    return { count, ms: instant() - began, frames: await page.evaluate(() => window.bench.frames) };
  });
  const now = await spent();
  await cdp.detach();
  const each = (name) => ((now[name] - before[name]) * 1_000) / result.count;
  console.log(
    `  an act takes the processor ${rounded(each("ScriptDuration"))} ms of script, ${rounded(each("RecalcStyleDuration") + each("LayoutDuration"))} ms of style and layout, ${rounded(each("TaskDuration"))} ms in all; ` +
      `${rounded((now.LayoutCount - before.LayoutCount) / result.count)} layouts`,
  );
  const { frames } = result;
  const apart = frames.slice(1).map((at, index) => at - frames[index]);
  console.log(`  ${rounded((frames.length * 1_000) / result.ms)} frames a second; the longest task took ${rounded(Math.max(...tasks.map(({ ms }) => ms)))} ms; at work ${rounded((100 * sum(tasks.map(({ ms }) => ms))) / result.ms)} % of the time`);
  return { frame: quantile(apart, 0.95), blocked_ms: blocked(tasks) };
}

const panelOf = (desk) => [...desk.entities.keys()].find((key) => key.startsWith("queue/") && desk.entities.get(key).queue.entries?.length > 0).slice(6);

/** When each frame began, from now on. */
async function watchFrames(page) {
  await page.evaluate(() => {
    const frames = [];
    window.bench = { ...window.bench, frames };
    const look = (at) => {
      frames.push(at);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** From the key until the frame that follows it is painted, as the browser itself tells (Event Timing, in steps of 8 ms). */
async function keyToPaint(page, press) {
  await page.evaluate(() => {
    const took = [];
    window.bench = { ...window.bench, took };
    window.bench.observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "keydown") took.push(duration);
    });
    window.bench.observer.observe({ type: "event", durationThreshold: 16 });
  });
  for (let pressed = 0; pressed < keys; pressed += 1) {
    await press(pressed);
    await after(rest_ms);
  }
  const took = await page.evaluate(() => {
    window.bench.observer.disconnect();
    return window.bench.took;
  });
  // What takes less than the browser tells of took that at the most.
  return [...took, ...Array(Math.max(0, keys - took.length)).fill(16)];
}

const firstRow = (page) => page.locator("[data-entry]").first().focus();

/** From the key that moves a row until the row is seen in its new place: sent, decided, told, rendered, painted. */
async function moveByKey(page) {
  const took = [];
  await firstRow(page);
  await page.keyboard.press("ArrowDown");
  for (let pressed = 0; pressed < keys; pressed += 1) {
    const seen = page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error("a row that its key moves stays where it is")), 30_000);
          const entry = document.activeElement.closest("[data-entry]").dataset.entry;
          const place = () => document.querySelector(`[data-entry="${entry}"]`)?.getAttribute("aria-rowindex");
          const before = place();
          const press = (event) => {
            if (!event.altKey || event.key === "Alt") return;
            removeEventListener("keydown", press, true);
            const look = () => {
              if (place() === before) return requestAnimationFrame(look);
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - event.timeStamp);
              requestAnimationFrame(() => port2.postMessage(undefined));
            };
            requestAnimationFrame(look);
          };
          addEventListener("keydown", press, true);
        }),
    );
    await after(50);
    await page.keyboard.press(pressed % 2 ? "Alt+ArrowUp" : "Alt+ArrowDown");
    took.push(await seen);
    await after(key_rests_ms);
  }
  return took;
}

/** Each measures and returns its goals; named on the command line, a part is measured alone. */
const PARTS = {
  async acts(browser, page, desk) {
    console.log(`one act at a time, ${waiting} waiting`);
    const { median, most } = await oneByOne(browser, page, desk);
    return [goalLine("console_act_median", median, "ms", 16), goalLine("console_act_longest_task", most, "ms", long_ms)];
  },
  async rush(browser, page, desk) {
    console.log(`${acts_per_second} acts a second for ${seconds} s`);
    const { frame, blocked_ms } = await inARush(browser, page, desk);
    return [goalLine("console_rush_frame_p95", frame, "ms", 20), goalLine("console_rush_blocked", blocked_ms, "ms", 100)];
  },
  async keys(_, page) {
    console.log("keys");
    await firstRow(page);
    const letters = await keyToPaint(page, (pressed) => page.keyboard.press("abcdefgilmnprstu"[pressed % 16]));
    await firstRow(page);
    const arrows = await keyToPaint(page, (pressed) => page.keyboard.press(pressed % 10 < 8 ? "ArrowDown" : "PageDown"));
    const pauses = await keyToPaint(page, () => page.keyboard.press("Shift+P"));
    const moves = await moveByKey(page);
    console.log(`  a move by its key is seen after ${rounded(quantile(moves, 0.5))} ms at the median`);
    return [
      goalLine("console_key_letter", quantile(letters, 0.95), "ms", 100),
      goalLine("console_key_arrow", quantile(arrows, 0.95), "ms", 100),
      goalLine("console_key_pause", quantile(pauses, 0.95), "ms", 100),
      goalLine("console_move_seen", quantile(moves, 0.95), "ms", 100),
    ];
  },
};

const hall = await openHall(waiting);
const browser = await openBrowser();
try {
  const page = await openPage(browser);
  await page.goto(hall.server.signIn("chair").url.replace("/join", "/chair"));
  await page.locator(`[role=grid][aria-rowcount="${waiting}"]`).waitFor();
  await page.evaluate(() => document.fonts.ready);
  const goals = [];
  const named = process.argv.slice(2);
  for (const [name, measure] of Object.entries(PARTS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    await after(2_000);
    goals.push(...(await measure(browser, page, hall.desk)));
  }
  for (const goal of goals) console.log(goal);
} finally {
  await browser.close();
  await closeHall(hall);
}
