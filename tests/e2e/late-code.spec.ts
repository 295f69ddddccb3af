// Code that does not come at once, or at all: what waits for it says so, can be left, and is cured without anybody who knows how.
import type { Page } from "@playwright/test";
import { actOnRow } from "./support/console.ts";
import { expect, screenshot, tablet, test } from "./support/fixtures.ts";
import { rowOf } from "./support/lists.ts";
import { meeting, panel } from "./support/programme.ts";

test.beforeEach(async ({ seat }) => {
  const desk = await seat("desk");
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  for (const delegation of ["KE", "CL"]) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
});

/** Keeps the files of that name away until it is told to let them through. */
function holdBack(name: RegExp) {
  let held = true;
  let asked = 0;
  const watch = (page: Page) =>
    page.route(name, (route) => {
      asked += 1;
      return held ? route.abort() : route.continue();
    });
  return { watch, asked: () => asked, letThrough: () => void (held = false) };
}

for (const screen of ["display", "booth"]) {
  test(`the screen of a ${screen} whose code could not be had at first comes without a press`, async ({ enter }) => {
    const code = holdBack(new RegExp(`/assets/${screen}-[^/]*\\.js`));
    const role = screen === "booth" ? "interpreter" : "observer";
    const entered = enter(role, { watch: code.watch });
    await expect.poll(code.asked, "asked for, again and again").toBeGreaterThan(2);
    code.letThrough();
    await entered;
  });
}

test("a form of the chair that is opened before its code is here says so, and never opens by itself", async ({ enter }) => {
  const code = holdBack(/\/assets\/CorrectForm-[^/]*\.js/);
  const chair = await enter("chair", { watch: code.watch });
  await actOnRow(chair, "Chile", "Correct…");
  const coming = chair.getByRole("dialog", { name: "Loading…" });
  await expect(coming.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(coming.getByRole("alert")).toBeVisible();
  await screenshot(chair, "late-form-chair");
  await coming.getByRole("button", { name: "Cancel" }).click();
  await expect(coming).toBeHidden();
  await expect(rowOf(chair, "Chile")).toBeFocused();
  // What the browser keeps of the failure goes with the page.
  await actOnRow(chair, "Chile", "Correct…");
  code.letThrough();
  const form = chair.getByRole("dialog", { name: "Correct the request: Chile" });
  const again = coming.getByRole("button", { name: "Load again" });
  await expect(form.or(again)).toBeVisible();
  if (await again.isVisible()) {
    await again.click();
    await actOnRow(chair, "Chile", "Correct…");
  }
  await expect(form).toBeVisible();
});

test("a delegation's form that is opened before its code is here says so, and can be left", async ({ enter }) => {
  const code = holdBack(/\/assets\/AskForm-[^/]*\.js/);
  const ecuador = await enter("delegate", { delegation: "EC", language: "fr", viewport: tablet, watch: code.watch });
  await ecuador.getByRole("button", { name: "Demander la parole", exact: true }).click();
  const form = ecuador.getByRole("dialog");
  await expect(form.getByRole("button", { name: "Recharger" })).toBeVisible();
  await screenshot(ecuador, "late-form-delegate");
  await form.getByRole("button", { name: "Annuler" }).click();
  await expect(form).toBeHidden();
});
