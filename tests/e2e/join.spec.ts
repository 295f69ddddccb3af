// The ways in: a link, a code that is typed, a language; and out again.
import { once } from "node:events";
import type { Page } from "@playwright/test";
import { WebSocket } from "ws";
import { expect, tablet, test } from "./support/fixtures.ts";
import type { RostrumServer } from "./support/server.ts";

test.use({ viewport: tablet });

test("a link signs in and leaves no code in the address or the history", async ({ server, page }) => {
  const { url, code } = server.signIn("delegate", "CL");
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "Chile" })).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/delegate`);
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole("heading", { name: "Chile" })).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/delegate`);
  expect(await page.content()).not.toContain(code.replace("-", ""));
});

test("a link straight to a screen signs in there, and one of another role goes on to its own screen", async ({
  server,
  page,
}) => {
  const { code } = server.signIn("delegate", "CL");
  await page.goto(`${server.url}/delegate#${code}`);
  await expect(page.getByRole("heading", { name: "Chile" })).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/delegate`);
  await page.goto(`${server.url}/chair#${code}`);
  await expect(page.getByRole("heading", { name: "Chile" })).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/delegate`);
});

test("a code may be typed with spaces and in lower case", async ({ server, page }) => {
  await page.goto(server.url);
  await page
    .getByRole("textbox", { name: "Code or link" })
    .fill(` ${server.signIn("delegate", "CL").code.toLowerCase().replace("-", " ")} `);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Chile" })).toBeVisible();
});

test("a wrong code is told in words, and can be corrected where it stands", async ({ server, page }) => {
  await page.goto(server.url);
  const code = page.getByRole("textbox", { name: "Code or link" });
  await code.fill("KEN");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toHaveText("A code has eight letters and digits.");
  await code.fill("ABCD-EFGH");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toHaveText(
    "This code is not known here. Check it, or ask the secretariat for another.",
  );
  await expect(code).toHaveAccessibleDescription(/This code is not known here/);
  await code.fill(server.signIn("display").code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${server.url}/display`);
});

test("a screen without a sign-in leads to the way in", async ({ server, page }) => {
  for (const screen of ["chair", "delegate", "display"]) {
    await page.goto(`${server.url}/${screen}`);
    await expect(page).toHaveURL(`${server.url}/join`);
    await expect(page.getByRole("textbox", { name: "Code or link" })).toBeVisible();
  }
});

test("signing out forgets the code on this device", async ({ server, page }) => {
  await page.goto(server.signIn("delegate", "CL").url);
  await page.getByRole("tab", { name: "Programme" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out now" }).click();
  await expect(page.getByRole("textbox", { name: "Code or link" })).toBeVisible();
  await page.goto(`${server.url}/delegate`);
  await expect(page).toHaveURL(`${server.url}/join`);
  expect(await stored(page)).not.toContain(server.signIn("delegate", "CL").code.replace("-", ""));
});

test("a language once chosen is kept on the device", async ({ server, page }) => {
  await page.goto(server.url);
  await page.getByRole("radio", { name: "Français" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.getByRole("textbox", { name: "Code ou lien" }).fill(server.signIn("delegate", "CL").code);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("heading", { name: "Chili" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Chili" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Programme" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("a seat starts in its own language where none was chosen", async ({ server, page }) => {
  const seat = server.signIns.find(({ name }) => name.startsWith("Rosario Quilodrán"));
  await page.goto(seat?.url ?? "");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("button", { name: "Pedir la palabra" })).toBeVisible();
});

test("signing in takes a keyboard and nothing else", async ({ server, page }) => {
  await page.goto(server.url);
  await expect(page.getByRole("textbox", { name: "Code or link" })).toBeFocused();
  await page.keyboard.type(server.signIn("chair").code);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${server.url}/chair`);
  await expect(page.getByRole("button", { name: "Open the meeting" }).first()).toBeVisible();
});

test.describe("where codes are valid for a day, and a day takes a minute and a half", () => {
  test.use({
    serverOptions: {
      clock: "2005-11-29T14:55+01:00,1000",
      change: (programme) => programme.replace(/^  languages:/m, "  codes_valid_days: 1\n$&"),
    },
  });

  test("P5 a code that expires signs its devices out, with why, and lets nobody in any more", async ({ enter, server }) => {
    const kenya = await enter("delegate", { delegation: "KE", language: "en" });
    const chair = await enter("chair", { language: "en" });
    const why = "This code is no longer valid. Ask the secretariat for another.";
    await expect(kenya.getByRole("heading", { name: "Signed out" })).toBeVisible({ timeout: 150_000 });
    await expect(kenya.getByText(why)).toBeVisible();
    await kenya.getByRole("button", { name: "Sign in" }).click();
    await kenya.getByRole("textbox", { name: "Code or link" }).fill(server.signIn("delegate", "KE").code);
    await kenya.keyboard.press("Enter");
    await expect(kenya.getByRole("alert")).toHaveText(why);
    await expect(chair.getByRole("button", { name: "Open the meeting" }).first(), "the chair's does not expire").toBeEnabled();
  });
});

test.describe("where three guesses are too many", () => {
  const limits = ["guesses_burst_max=3", "guesses_per_second_max=1"].join(",");
  test.use({ serverOptions: { more: ["--limits", limits] } });

  test("P5 one who guesses codes is told to wait, and so is who comes from there, until the guessing is over", async ({ server, page }) => {
    await page.goto(server.url);
    const code = page.getByRole("textbox", { name: "Code or link" });
    const alert = page.getByRole("alert");
    const tries = async (text: string) => {
      await code.fill(text);
      await page.keyboard.press("Enter");
    };
    const guesser = guessAgainAndAgain(server);
    await expect(async () => {
      if (await code.isVisible()) await tries("ABCD-EFGH");
      await expect(alert).toHaveText("Too many attempts came from this address. Please wait a moment. Trying again.", { timeout: 2_000 });
    }).toPass({ timeout: 120_000 });
    await guesser.stop();
    await expect(alert, "its turn comes by itself").toHaveText("This code is not known here. Check it, or ask the secretariat for another.");
    await tries(server.signIn("display").code);
    await expect(page).toHaveURL(`${server.url}/display`);
  });
});

/** Wrong codes, one after the other, until it is told to stop. */
function guessAgainAndAgain(server: RostrumServer): { stop: () => Promise<void> } {
  let stopped = false;
  const guesses = (async () => {
    while (!stopped) {
      const socket = new WebSocket(`${server.url.replace("http", "ws")}/ws`, "rostrum.v1.json");
      socket.on("open", () => socket.send(JSON.stringify({ items: [{ signIn: { code: "ABCDEFGH" } }] })));
      socket.on("error", () => undefined);
      await once(socket, "close");
    }
  })();
  return {
    stop: () => {
      stopped = true;
      return guesses;
    },
  };
}

async function stored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
}
