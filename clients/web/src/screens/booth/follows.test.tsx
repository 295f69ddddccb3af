// What the booth is told of what others do: a text that is read beforehand leaves the list, a signal is ended elsewhere; and where the
// keys are meanwhile.
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Locale, locales } from "../../i18n/catalogues";
import { frenchBooth, kenya, texts_of_booth } from "../../testing/booth";
import { renderScreen } from "../../testing/hall";
import type { Staging } from "../../testing/staged";
import { afternoon, as, entries, entry, queue, signal, speech, statement, statementText } from "../../testing/views";
import { type Entity, SignalKind } from "../../wire";
import Booth from "./index";
import { next_shown } from "./Next";
import { APART_MS } from "./withdrawing";

afterEach(() => void vi.useRealTimers());

const show = (over: Entity[] = [], staging: Staging = {}, locale: Locale = "en") =>
  renderScreen(<Booth />, { hello: frenchBooth, entities: afternoon(...texts_of_booth, ...over), ...staging }, locale);
const main = () => within(screen.getByRole("main"));
const button = (name: RegExp | string) => screen.getByRole("button", { name });
const press = (name: RegExp | string) => userEvent.click(button(name));
const reached = () => document.querySelector("[aria-current]")?.textContent;
const order = (...numbers: number[]) => as.queue(queue("high-level", numbers));
const said = () => screen.getAllByRole("status").map(({ textContent }) => textContent);

describe("a text read beforehand whose request leaves the list", () => {
  const words = "The text of Chile is closed: its request is no longer on the list.";
  const leaves = async () => {
    const shown = show();
    await press("Text v2, Chile");
    act(() => {
      shown.hall.put(order(12, 13));
      shown.hall.remove("entry/11", "statement/11");
    });
    return shown;
  };

  it("is said to be closed, and the reader stays where nothing moves, with who is next", async () => {
    await leaves();
    expect(said()).toContain(words);
    expect(main().getAllByText(words)[1]).toBeVisible();
    expect(main().getByText("Next: Morocco")).toBeVisible();
    expect(reached()).toBeUndefined();
    await press("Back to the live text");
    expect(reached()).toContain("Coherence begins at home");
    expect(said()).not.toContain(words);
  });

  it("has the way back under the key, and gives way to the next speech", async () => {
    const { unmount } = await leaves();
    expect(button("Back to the live text")).toHaveFocus();
    fireEvent.keyDown(document.body, { key: "b" });
    expect(reached()).toContain("Coherence begins at home");
    unmount();
    const again = await leaves();
    act(() => again.hall.put(as.floor(speech("BA", 1_000, { speech: 8, entry: 91 }))));
    expect(main().queryByText("Next: Morocco")).toBeNull();
    expect(main().getByText("No text was handed in for this speech.")).toBeVisible();
  });

  it("does not open by itself should it come back, and is not said to be gone then", async () => {
    const { hall } = await leaves();
    act(() => hall.put(order(11, 12, 13), as.entry(entry(11, "CL")), ...texts_of_booth));
    expect(said()).not.toContain(words);
    expect(reached()).toContain("Coherence begins at home");
  });

  it("is not said to be gone when its speech begins", async () => {
    const { hall } = show();
    await press("Text v2, Chile");
    act(() => hall.put(order(12, 13), as.floor(speech("CL", 1_000, { speech: 8, entry: 11, language: "es" }))));
    expect(said()).not.toContain(words);
    expect(main().getByText(/Señora Presidenta/)).toBeVisible();
  });
});

describe("the keys", () => {
  const text = () => main().getByRole("region", { name: "Text of the statement" });

  it("scroll a text as soon as it is opened beforehand, and go back to where it was opened when it is closed", async () => {
    show();
    await press("Text v2, Chile");
    expect(text()).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(text()).not.toHaveFocus();
    await press("Back to the live text");
    expect(button("Text v2, Chile")).toHaveFocus();
  });

  it("stay in the text that follows where that was being read", async () => {
    show();
    await press("Text v2, Chile");
    fireEvent.keyDown(text(), { key: "b" });
    expect(text()).toHaveFocus();
    expect(reached()).toContain("Coherence begins at home");
  });
});

describe("a signal that somebody else ends", () => {
  it.each([
    ["en", "Speak slowly: Ended elsewhere at 15:42"],
    ["fr", "Parlez plus lentement\u00a0: Retiré d’un autre poste à 15:42"],
    ["es", "Hable más despacio: Retirado desde otro puesto a las 15:42"],
  ] as const)("I3 is said to have ended, in the button and aloud, in %s", (locale, words) => {
    const { hall } = show([as.signal(signal(5))], {}, locale);
    act(() => hall.remove("signal/5"));
    const [name = "", state = ""] = words.split(/\u00a0?: /);
    expect(said()).toContain(words);
    expect(within(button(`${name}, ${state}`)).getByText(state)).toBeVisible();
    act(() => hall.put(as.signal(signal(6))));
    expect(said().join()).not.toContain(state);
  });

  it("I3 is not said to have ended where it ended here, or with its speech", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    const { hall } = show([as.signal(signal(5)), as.signal(signal(6, { kind: SignalKind.MICROPHONE }))]);
    await press(/^Speak slowly/);
    act(() => void vi.advanceTimersByTime(APART_MS));
    await press(/^Speak slowly/);
    act(() => hall.remove("signal/5"));
    act(() => {
      hall.remove("signal/6");
      hall.put(as.floor({ ...kenya, speech: 8 }));
    });
    await waitFor(() => expect(button("Microphone")).toBeVisible());
    expect(said().join()).not.toContain("Ended");
  });
});

describe("the next speakers", () => {
  it("beyond the fifth are counted, and shown on demand", async () => {
    show();
    const rows = () => within(screen.getByRole("complementary")).getAllByRole("listitem");
    expect(rows()).toHaveLength(next_shown);
    await press(`${entries.length - next_shown} more`);
    expect(rows()).toHaveLength(entries.length);
    await press("Only the next five");
    expect(rows()).toHaveLength(next_shown);
  });

  it("are as many as there are, where there are no more than five", () => {
    show([order(11, 12, 13)]);
    expect(screen.queryByRole("button", { name: / more$/ })).toBeNull();
  });
});

describe("a text that takes longer than its time", () => {
  const long = (number: number, delegation: string) =>
    as.statement(statement(number, delegation, [statementText("es", [Array(440).fill("palabra").join(" ")])]));

  it.each(locales)("says by how much, at the text and in the list, in %s", async (locale) => {
    const over = { en: "1 min over", fr: "1 min de trop", es: "1 min de más" }[locale];
    show([long(11, "CL"), as.entry(entry(11, "CL", { language: "es", limitMs: 180_000 }))], {}, locale);
    expect(screen.getAllByText(over)).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: /Chile|Chili/ }));
    expect(within(screen.getByRole("main")).getByText(over)).toBeVisible();
  });

  it("says nothing of one that keeps within it", () => {
    show([long(90, "KE"), as.floor({ ...kenya, language: "es", limitMs: 240_000 })]);
    expect(screen.queryByText(/ over$/)).toBeNull();
  });
});
