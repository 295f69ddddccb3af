// Every screen with letters of 24 px by the system, in each language, with the longest names: nothing is cut, nothing lies over an
// act, everything is got at, and the focus is seen.
import { expect, phone, screenshot, test } from "./support/fixtures.ts";
import { english, moreOf, placeOf } from "./support/people.ts";
import { lettersOf, testsWithLetters } from "./support/readers.ts";
import { askFor, giveFloor, openPanel } from "./support/session.ts";

test.use(lettersOf(24));
testsWithLetters(24);

test("a phone with letters of 24 px keeps the place, the time and the act, and has the rows behind one", async ({ enter, seat }) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL", "MA", "KE");
  await giveFloor(wire, "CL");
  const kenya = await enter("delegate", { ...english, delegation: "KE", viewport: phone, hasTouch: true });
  await expect(placeOf(kenya).getByText(/^about \d\d:\d\d/)).toBeVisible();
  await expect(moreOf(kenya)).toBeInViewport({ ratio: 1 });
  await expect(kenya.getByRole("button", { name: "List of speakers" })).toHaveCount(0);
  await kenya.getByRole("button", { name: "More about your place" }).tap();
  await expect(kenya.getByRole("button", { name: "List of speakers" })).toBeVisible();
  await screenshot(kenya, "letters-24-phone");
});
