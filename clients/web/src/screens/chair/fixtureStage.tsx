// The console as tests put it on: the real screen over a hall that answers when it is told to.
import { act, createEvent, fireEvent, screen, within } from "@testing-library/react";
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
/** "Shift+E" and "Ctrl+Z" are pressed together; the space bar goes to the large button, which has the focus after an act. */
export const key = (pressed: string, on?: Element) =>
  act(async () => {
    const [name = "", modifier] = pressed.split("+").reverse();
    const main = name === " " ? document.querySelector("[data-main]") : null;
    const target = on ?? main ?? document.body;
    const init = {
      key: name,
      code: name === " " ? "Space" : name,
      shiftKey: modifier === "Shift",
      ctrlKey: modifier === "Ctrl",
    };
    if (main && !on) (main as HTMLElement).focus();
    fireEvent(target, rightAfter(createEvent.keyDown(target, init)));
    fireEvent.keyUp(target, init);
  });

let pressed_at = 0;
/** By the keyboard's clock keys come right after each other, however slow the machine: letters are one word. */
function rightAfter(event: Event): Event {
  pressed_at += 10;
  Object.defineProperty(event, "timeStamp", { value: pressed_at });
  return event;
}

/** After this, a letter begins another word. */
export const aMomentLater = () => {
  pressed_at += 2_000;
};

/** An act from the menu of a row. */
export const choose = async (name: string, item: RegExp | string) => {
  await press(`Acts for ${name}`);
  await userEvent.click(await screen.findByRole("menuitem", { name: item }));
};

/** Where it is told what was refused, but at its row or in what is open. */
export const refusals = () => document.querySelector("[data-refusals]") as HTMLElement;

/** Opens what the rail holds, unless it is open. */
export async function draw(title: RegExp): Promise<HTMLElement> {
  const rail = screen.getByRole("region", { name: "Beside the list" });
  const item = within(rail).getByRole("button", { name: title });
  if (item.getAttribute("aria-expanded") === "false") await userEvent.click(item);
  return document.querySelector("[data-drawer]") as HTMLElement;
}

/** A button of what the rail opens. */
export const pressIn = async (title: RegExp, name: RegExp | string) => {
  const drawn = await draw(title);
  await userEvent.click(within(drawn).getByRole("button", { name }));
};
