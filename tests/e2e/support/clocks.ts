// What the clocks of the screens read: that of the speech under way, and the session's time of day.
import { type Page, expect } from "@playwright/test";

/** The clock of the speech under way, on any screen. */
export function speechClock(page: Page) {
  return page.getByRole("timer").filter({ hasText: / (left|over)$/ });
}

/** Seconds left as the clock says them in words; negative in overtime. */
export async function secondsLeft(page: Page): Promise<number> {
  const text = (await speechClock(page).getByText(/^[\d:]+ (left|over)$/).textContent()) ?? "";
  const [time = "", side] = text.split(" ");
  const seconds = time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return side === "left" ? seconds : -seconds;
}

/** The session's time of day in seconds, as the chair's screen shows it. */
export async function secondOfDay(chair: Page): Promise<number> {
  const text = await chair.getByRole("timer", { name: /^Time now / }).textContent();
  return (text ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Waits until the session's time has gone on by so many seconds at least: it shows whole ones, and the first was begun. */
export async function sessionGoesOn(chair: Page, seconds: number): Promise<void> {
  const from = await secondOfDay(chair);
  await expect.poll(async () => (await secondOfDay(chair)) - from, { timeout: 60_000 + seconds * 1_000 }).toBeGreaterThan(seconds);
}

/** The session's time so many minutes from now, as a chair writes it and as screens show it. */
export async function timeIn(chair: Page, minutes: number): Promise<string> {
  const then = Math.floor((await secondOfDay(chair)) / 60) + minutes;
  return `${Math.floor(then / 60)}:${String(then % 60).padStart(2, "0")}`;
}

/**
 * Reads all clocks in one round, and again where the second turned while they were read, which takes its time: clocks that
 * are a second apart never read the same.
 */
export async function expectSameSecond(pages: Page[]): Promise<number[]> {
  let read: number[] = [];
  await expect(async () => {
    read = await Promise.all(pages.map(secondsLeft));
    expect(new Set(read).size, `the clocks read ${read.join(", ")}`).toBe(1);
  }).toPass({ intervals: [50], timeout: 60_000 });
  return read;
}
