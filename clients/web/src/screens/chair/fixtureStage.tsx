// The console as tests put it on: the real screen over a hall that answers when it is told to.
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Locale } from "../../i18n";
import type { Outcome } from "../../sync/hall";
import { renderScreen } from "../../testing/hall";
import { accepted, type Staging } from "../../testing/staged";
import { entitiesOf, type Sitting, sitting, staged } from "./fixture";
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

type Changed = (of: Sitting) => void;

export function show(waiting = 6, change: Changed = () => {}, locale: Locale = "en", more: Partial<Staging> = {}) {
  let of = sitting(waiting, change);
  const asked: ((outcome: Outcome) => void)[] = [];
  const answer = () => new Promise<Outcome>((resolve) => asked.push(resolve));
  const { hall } = renderScreen(<Chair />, staged(of, { answer, ...more }), locale);
  return {
    hall,
    /** The answer to the last act asked. */
    answer: (outcome = accepted()) => act(async () => asked.at(-1)?.(outcome)),
    change: (how: Changed) =>
      act(async () => {
        of = structuredClone(of);
        how(of);
        hall.replace(entitiesOf(of));
      }),
  };
}

export const row = (name: RegExp | string) => screen.getByRole("row", { name });
export const rows = () => screen.getAllByRole("row").filter((each) => each.dataset.entry);
export const order = () => rows().map((each) => Number(each.dataset.entry));
export const press = (name: RegExp | string) => userEvent.click(screen.getByRole("button", { name }));
export const nothingFocused = () => act(() => (document.activeElement as HTMLElement | null)?.blur());
export const key = (pressed: string, on: Element = document.body) =>
  act(async () => fireEvent.keyDown(on, { key: pressed }));
