// The console as tests put it on: the real screen over a hall that answers when it is told to.
import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nProvider, type Locale } from "../../i18n";
import { HallProvider } from "../../shared/hall";
import { type Sitting, sitting } from "./fixture";
import { ACCEPTED, FixtureHall } from "./fixtureHall";
import Chair from "./index";

export const panel = (of: Sitting, id = "high-level") => {
  const found = of.panels.find((each) => each.id === id);
  if (!found) throw new Error(`no panel ${id}`);
  return found;
};
export const meeting = (of: Sitting, id = "d1-pm") => {
  const found = of.meetings.find((each) => each.id === id);
  if (!found) throw new Error(`no meeting ${id}`);
  return found;
};

export function show(waiting = 6, change: (of: Sitting) => void = () => {}, locale: Locale = "en") {
  let local = 0;
  const hall = new FixtureHall(sitting(waiting, change), "when told", () => local);
  render(
    <I18nProvider fixed={locale}>
      <HallProvider hall={hall}>
        <Chair />
      </HallProvider>
    </I18nProvider>,
  );
  return {
    hall,
    /** The answer to the last act asked. */
    answer: (outcome = ACCEPTED) => act(async () => hall.asked.at(-1)?.answer(outcome)),
    change: (how: (of: Sitting) => void) => act(async () => hall.change(how)),
    later: (by_ms: number) => {
      local += by_ms;
    },
  };
}

export const row = (name: RegExp | string) => screen.getByRole("row", { name });
export const rows = () => screen.getAllByRole("row").filter((each) => each.dataset.entry);
export const order = () => rows().map((each) => Number(each.dataset.entry));
export const press = (name: RegExp | string) => userEvent.click(screen.getByRole("button", { name }));
export const nothingFocused = () => act(() => (document.activeElement as HTMLElement | null)?.blur());
export const key = (pressed: string, on: Element = document.body) =>
  act(async () => fireEvent.keyDown(on, { key: pressed }));
