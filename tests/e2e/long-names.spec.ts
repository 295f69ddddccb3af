// Sixty delegations wait, those with the longest names: the clock and the next act stay in sight, keys reach any row, and
// what is refused is said at the row.
import { expect, expectAccessible, screenshot, test } from "./support/fixtures.ts";
import { expectNothingBeyondSides } from "./support/layout.ts";
import { expectChairShows, expectRows, rowAt, rowsOf } from "./support/lists.ts";
import { meeting, panel, roster } from "./support/programme.ts";
import type { Seat } from "./support/seat.ts";
import { type Language, words } from "./support/words.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const waiting = 60;
const place_of_refused = 30;

for (const language of ["fr", "es"] as const) {
  test(`sixty of the longest names in ${language} leave the chair its clock, its next act and every row`, async ({
    server,
    enter,
    seat,
    newLine,
  }) => {
    const t = words(language);
    const desk = await seat("desk");
    const chairSeat = await seat("chair");
    const longest = byLength(desk, language);
    await arrange(desk, chairSeat, longest);

    const line = await newLine();
    const chair = await enter("chair", { language, through: line });
    await expectRows(chair, waiting, language);
    await expectChairShows(chair, desk, language);
    const clock = chair.getByRole("region", { name: t("chair.floor.title") }).getByRole("timer");
    const next = chair.getByRole("button", {
      name: t("chair.act.give_floor_to", { name: desk.name(longest[1] as string, language) }),
    });
    const staysInSight = async () => {
      await expect(clock).toBeInViewport({ ratio: 1 });
      await expect(next).toBeInViewport({ ratio: 1 });
      await expectNothingBeyondSides(chair);
    };
    await staysInSight();
    await screenshot(chair, `chair-long-names-${language}`);
    await expectAccessible(chair);

    await test.step("the keyboard moves row 50 to place 2", async () => {
      const moved = desk.order(panel)[49] as number;
      await rowsOf(chair, language).first().focus();
      await expect(rowsOf(chair, language).first()).toBeFocused();
      await chair.keyboard.press("End");
      for (let up = 0; up < 10; up += 1) await chair.keyboard.press("ArrowUp");
      await expect(rowAt(chair, 50, language)).toBeFocused();
      await staysInSight();
      await chair.keyboard.press("Enter");
      await chair.getByRole("menuitem", { name: t("chair.act.move_to_place") }).click();
      await expect(chair.getByRole("dialog")).toBeVisible();
      await chair.keyboard.type("2");
      await chair.keyboard.press("Enter");
      await desk.until(() => desk.order(panel)[1] === moved, "the move to place 2");
      await expectChairShows(chair, desk, language);
      await expect(rowAt(chair, 2, language)).toBeFocused();
      await staysInSight();
    });

    await test.step("a move beside a delegation that has just withdrawn is refused at the row", async () => {
      const mover = desk.order(panel)[place_of_refused - 1] as number;
      const beside = desk.list(panel)[place_of_refused - 3] as string;
      const withdraws = await seat("delegate", beside);
      await chair.keyboard.press("Home");
      for (let down = 1; down < place_of_refused; down += 1) await chair.keyboard.press("ArrowDown");
      const row = chair.locator(`[data-entry="${mover}"]`);
      await expect(row).toBeFocused();
      line.die();
      await withdraws.done({ withdrawEntry: { entry: withdraws.entryOf(panel, beside) } });
      await chair.keyboard.press("Alt+ArrowUp");
      await line.mend();
      await expectRows(chair, waiting - 1, language);
      const refusal = row.getByText(t("rejection.changed_meanwhile", { what: "" }));
      await expect(refusal).toBeInViewport({ ratio: 1 });
      await staysInSight();
      await screenshot(chair, `chair-refusal-at-row-${language}`);
      await row.getByRole("button", { name: t("common.dismiss") }).click();
      await expect(refusal).toBeHidden();
    });
    expect(server.output).not.toContain("error");
  });
}

/** Longest first. */
function byLength(desk: Seat, language: Language): string[] {
  const length = (delegation: string) => desk.name(delegation, language).length;
  return roster()
    .toSorted((left, right) => length(right) - length(left))
    .slice(0, waiting + 1);
}

/** The first has the floor, the others wait. Two sign-ins, since each may send so many acts at once. */
async function arrange(desk: Seat, chair: Seat, delegations: string[]): Promise<void> {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  const speaker = {
    name: "Marie-Antoinette de la Rochefoucauld-Montmorency (fictional)",
    title: "Ministre des affaires étrangères",
  };
  for (const [index, delegation] of delegations.entries()) {
    await (index % 2 ? chair : desk).done({
      requestFloor: { panel, delegation, kind: "KIND_STATEMENT", language: "fr", speaker },
    });
  }
  await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, delegations[0] as string) } }, { speech: 0 });
}
