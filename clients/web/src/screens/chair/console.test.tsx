import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SWAP_REST_MS } from "../../shared/acts/book";
import { accepted } from "../../testing/staged";
import { Kind, SignalKind } from "../../wire";
import { changeSpeech, entryOf, floorOf, freeFloor, pointOf, pointSpeaks, type Sitting, signalOf } from "./fixture";
import { aMomentLater, choose, draw, key, order, press, row, rows, show } from "./fixtureStage";

afterEach(() => void vi.useRealTimers());

const list = () => within(screen.getByRole("region", { name: "List of speakers" }));
const find = () => list().getByRole("searchbox", { name: "Find a name" });
const said = () => document.querySelector("[data-said]")?.textContent;
const next = () => within(screen.getByRole("region", { name: "Next" }));

/** These wait, in this order. */
const waits =
  (...delegations: string[]) =>
  (of: Sitting) => {
    const name = (en: string, fr: string) => ({ en, fr, es: en });
    const called: Record<string, Record<string, string>> = {
      GB: name("United Kingdom of Great Britain and Northern Ireland", "Royaume-Uni"),
      CD: name("Democratic Republic of the Congo", "République démocratique du Congo"),
      CI: name("Côte d’Ivoire", "Côte d’Ivoire"),
      GW: name("Guinea-Bissau", "Guinée-Bissau"),
      DE: name("Germany", "Allemagne"),
    };
    of.delegations = of.delegations.map((each) => ({
      ...each,
      name: called[each.id] ?? each.name,
      groups: each.id === "GB" || each.id === "DE" ? ["WEOG"] : ["AG"],
    }));
    of.entries = delegations.map((id, index) => entryOf(index + 1, id, { kind: Kind.STATEMENT, onBehalfOf: "" }));
  };
/** The five, in another order, with these speaking for them. */
const speakers =
  (...names: string[]) =>
  (of: Sitting) => {
    waits("CD", "CI", "GB", "GW", "DE")(of);
    of.entries.forEach((entry, index) => {
      entry.speaker = { name: names[index] ?? "", title: "" };
    });
  };
const five = ["GB", "CD", "CI", "GW", "DE"];

describe("finding in the list", () => {
  it.each([
    ["uk", [1]],
    ["drc", [2]],
    ["cote d ivoire", [3]],
    ["guinea bissau", [4]],
    ["bissau guinea", [4]],
    ["CÔTE", [3]],
    ["allem", [5]],
    ["congo democratic", [2]],
  ])("%s finds who is meant, in any language of the session", async (typed, entries) => {
    show(5, waits(...five));
    await userEvent.type(find(), typed);
    expect(order()).toEqual(entries);
    expect(list().getByText(`${entries.length} of 5 shown`)).toHaveAttribute("role", "status");
  });

  it("keeps the places of the whole list, and Escape shows all again", async () => {
    show(5, waits(...five));
    await userEvent.type(find(), "germ");
    expect(rows().map((each) => each.getAttribute("aria-label")?.split(",")[0])).toEqual(["5. Germany"]);
    await userEvent.keyboard("{Escape}");
    expect(order()).toEqual([1, 2, 3, 4, 5]);
    expect(find()).toHaveValue("");
  });

  it("says where nobody is found", async () => {
    show(5, waits(...five));
    await userEvent.type(find(), "zzz");
    expect(list().queryAllByRole("row")).toEqual([]);
    expect(list().getByText("No delegation is found.")).toBeTruthy();
  });

  it("filters by group and by text, named while they are on", async () => {
    show(5, waits(...five));
    await userEvent.click(list().getByRole("button", { name: "Group or kind" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "WEOG" }));
    expect(order()).toEqual([1, 5]);
    await userEvent.click(list().getByRole("button", { name: /^No text/ }));
    expect(list().getByRole("button", { name: /^No text/ })).toHaveAttribute("aria-pressed", "true");
    expect(list().queryAllByRole("row")).toEqual([]);
    await userEvent.click(list().getByRole("button", { name: "WEOG: take the filter off" }));
    expect(order()).toEqual([3]);
  });

  it("L15 shows those not yet heard in their places, and says how many of how many", async () => {
    show(5, waits(...five));
    await userEvent.click(list().getByRole("button", { name: "Not yet heard 2" }));
    expect(order()).toEqual([3, 5]);
    expect(rows().map((each) => each.getAttribute("aria-label")?.slice(0, 2))).toEqual(["3.", "5."]);
    expect(list().getByText("2 of 5 shown")).toBeTruthy();
    await userEvent.type(find(), "{Escape}");
    expect(order()).toEqual([1, 2, 3, 4, 5]);
  });

  it("goes by letters on a row, which never act", async () => {
    const { hall } = show(5, waits(...five));
    const first = row(/^1\. /);
    act(() => first.focus());
    for (const letter of "guin") await key(letter, document.activeElement ?? first);
    expect(document.activeElement).toBe(row(/Guinea-Bissau/));
    for (const letter of "fkmxedp") await key(letter, document.activeElement ?? first);
    expect(hall.acts).toEqual([]);
  });

  it("takes a delegation that goes by it before a speaker who does, and Enter the first that is found", async () => {
    show(5, speakers("Luka Ukrop", "", "", "Gerard Ukić", ""));
    await userEvent.type(find(), "uk");
    expect(order()).toEqual([3, 1, 4]);
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(row(/United Kingdom/));
  });

  it("goes by letters to a delegation before a speaker, and to the next of those that go by them alike", async () => {
    show(5, speakers("", "Gerard Ukić", "", "", "Gudrun Novak"));
    act(() => row(/^1\. /).focus());
    for (const letter of "uk") await key(letter, document.activeElement as Element);
    expect(document.activeElement).toBe(row(/United Kingdom/));
    act(() => row(/^1\. /).focus());
    for (const name of [/United Kingdom/, /Guinea-Bissau/, /Germany/, /United Kingdom/]) {
      aMomentLater();
      await key("g", document.activeElement as Element);
      expect(document.activeElement).toBe(row(name));
    }
  });

  it("stays where it is and says so where letters on a row begin no name", async () => {
    show(5, speakers("", "", "", "", ""));
    const second = row(/^2\. /);
    act(() => second.focus());
    // It stands within "Germany", and begins no word.
    await key("y", second);
    expect(document.activeElement).toBe(second);
    expect(said()).toBe("No delegation is found.");
  });

  it("takes the slash from anywhere, also right after letters on a row", async () => {
    show(5, waits(...five));
    await key("/");
    expect(document.activeElement).toBe(find());
    act(() => row(/^1\. /).focus());
    await key("g", row(/^1\. /));
    expect(document.activeElement).not.toBe(find());
    await key("/", document.activeElement as Element);
    expect(document.activeElement).toBe(find());
  });
});

describe("the end of the meeting in the list", () => {
  it("stands before the first who would speak after it, and says how many would", () => {
    show(60);
    const line = document.querySelector<HTMLElement>("[data-end-of-meeting]");
    expect(line?.textContent).toMatch(/^18:00The meeting ends after place \d+, .+; \d+ would speak later/);
    const [, place = "", later = ""] = /place (\d+), .*; (\d+) would/.exec(line?.textContent ?? "") ?? [];
    expect(Number(place) + Number(later)).toBe(60);
    expect(line?.nextElementSibling).toBe(rows()[Number(place)]);
  });

  it("is said of every time beyond it too, for the eye and the ear, and of none before it", () => {
    show(60);
    const line = document.querySelector<HTMLElement>("[data-end-of-meeting]");
    const beyond = (row: HTMLElement) =>
      Boolean((line as HTMLElement).compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
    expect(rows().filter(beyond).length).toBeGreaterThan(0);
    for (const row of rows()) {
      expect(/after the meeting’s end/.test(row.getAttribute("aria-label") ?? "")).toBe(beyond(row));
      expect(within(row).queryAllByTitle("after the meeting’s end")).toHaveLength(beyond(row) ? 1 : 0);
    }
  });

  it("is not there where all of them fit", () => {
    show(6);
    expect(document.querySelector("[data-end-of-meeting]")).toBeNull();
  });
});

describe("what is read out", () => {
  it("is the floor given, once, whoever gave it", async () => {
    const { change } = show();
    expect(said()).toBe("");
    await change((of) => {
      of.floor = floorOf({ speech: 8, delegation: "CL" });
    });
    expect(said()).toBe("Chile has the floor");
  });

  it("is a row moved by this screen, with its place", async () => {
    const { answer, change } = show();
    await act(async () => fireEvent.keyDown(row(/^3\. /), { key: "ArrowUp", altKey: true }));
    await change((of) => {
      of.queue.entries = [1, 3, 2, 4, 5, 6];
    });
    await answer();
    expect(said()).toBe("Philippines is now at place 2");
  });

  it("is what a form has done, once", async () => {
    const { answer } = show();
    await choose("Morocco", "Correct…");
    const form = await screen.findByRole("dialog", { name: "Correct the request: Morocco" });
    await userEvent.type(within(form).getByRole("textbox", { name: "Speaker’s name" }), "Yasmina");
    await userEvent.click(within(form).getByRole("button", { name: "Correct" }));
    await answer(accepted({ case: "correctEntry", value: { entry: 2 } }));
    expect(said()).toBe("Morocco: the request was corrected");
    expect(screen.getByRole("button", { name: "Undo: Morocco: the request was corrected" })).toBeTruthy();
  });

  it("is a ruling made", async () => {
    const { answer } = show(6, pointSpeaks);
    await press(/^Upheld/);
    await answer();
    expect(said()).toBe("The point of order is ruled on: Upheld");
  });
});

describe("where the focus goes", () => {
  it("after recognising a point of order to the rulings, and after the ruling to the large button", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    const { answer, change } = show(6, (of) => {
      of.points = [pointOf()];
    });
    await press("Recognise the point of order: Brazil");
    await answer();
    await change(pointSpeaks);
    expect(document.activeElement?.textContent).toMatch(/^Upheld/);
    act(() => void vi.advanceTimersByTime(SWAP_REST_MS));
    await userEvent.keyboard("n");
    await answer();
    await change((of) => {
      of.points = [];
      of.floor = floorOf();
    });
    expect(document.activeElement).toBe(next().getByRole("button", { name: /^Give the floor to Chile/ }));
  });

  it("after the floor was given to the large button, also where it was given from a row", async () => {
    const { answer } = show();
    await choose("Philippines", "Give the floor now");
    await answer();
    expect(document.activeElement).toBe(next().getByRole("button", { name: /^Give the floor to Chile/ }));
  });

  it("after a row's act to the row that has come to its place", async () => {
    const { answer, change } = show();
    act(() => row(/^2\. /).focus());
    await key("Delete", row(/^2\. /));
    await change((of) => {
      of.queue.entries = [1, 3, 4, 5, 6];
    });
    await answer(accepted({ case: "restoreEntry", value: { entry: 2 } }));
    expect(document.activeElement).toBe(row(/^2\. Philippines/));
  });
});

describe("the rail", () => {
  it("says the state of each item, so that it need not be opened, and tints where an act is due", async () => {
    const { change } = show();
    const rail = screen.getByRole("region", { name: "Beside the list" });
    const items = () =>
      within(rail)
        .getAllByRole("button")
        .map((each) => each.textContent);
    expect(items()).toEqual([
      "Programme Day 1, afternoon",
      "Limits 3\u00a0min",
      "Panellists 3",
      "Booths All quiet",
      "Notices None",
      "Keys ?",
    ]);
    await change((of) => {
      of.signals = [signalOf({ kind: SignalKind.SPEAK_SLOWLY })];
    });
    expect(items()).toContain("Booths FR: slowly");
  });

  it("opens over the list, Escape closes it, and the focus goes back", async () => {
    show();
    const drawn = await draw(/^Limits/);
    expect(drawn.contains(document.activeElement)).toBe(true);
    expect(within(drawn).getByRole("button", { name: "Change…" })).toBeTruthy();
    await userEvent.keyboard("{Escape}");
    expect(document.querySelector("[data-drawer]")).toBeNull();
    expect(document.activeElement?.textContent).toMatch(/^Limits/);
  });

  it("leaves the large button in its place, outlined and working", async () => {
    const { hall } = show();
    await draw(/^Limits/);
    await press(/^Give the floor to Chile/);
    expect(hall.acts).toHaveLength(1);
  });
});

describe("rows that did not change", () => {
  it("are the same elements and are not drawn again while another one changes", async () => {
    const { change } = show(6);
    const before = rows();
    const observed: string[] = [];
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const of = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>("[data-entry]");
        if (of) observed.push(of.dataset.entry ?? "");
      }
    });
    observer.observe(screen.getByRole("grid"), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    await change((of) => {
      of.entries = of.entries.map((each) =>
        each.id === 3 ? { ...each, speaker: { name: "Noor Sample", title: "" } } : each,
      );
      changeSpeech(of, () => ({ paragraph: 1 }));
    });
    observer.disconnect();
    expect(rows()).toEqual(before);
    expect([...new Set(observed)]).toEqual(["3"]);
  });
});

describe("the menu of a row", () => {
  it("acts by Enter right after Enter has opened it, and names whom it is about", async () => {
    const { hall } = show(5, (of) => {
      waits(...five)(of);
      of.floor = freeFloor();
    });
    act(() => row(/^2\. /).focus());
    await userEvent.keyboard("{Enter}");
    const menu = await screen.findByRole("menu");
    expect(within(menu).getByRole("menuitem", { name: "Give the floor now" })).toHaveFocus();
    const about = within(screen.getByRole("dialog"));
    expect(about.getByText("Democratic Republic of the Congo")).toBeTruthy();
    await userEvent.keyboard("{Enter}");
    expect(hall.acts.map(({ act }) => act.case)).toEqual(["giveFloor"]);
    expect(screen.queryByRole("menu")).toBeNull();
  });
});

describe("taking back", () => {
  it("says where there is nothing to take back", async () => {
    const { hall } = show(5, waits(...five));
    await key("Ctrl+Z");
    expect(said()).toBe("Nothing to take back.");
    expect(hall.acts).toEqual([]);
  });
});

describe("a name that runs from right to left", () => {
  const name = "معالي السفير عبد الرحمن";
  const speaker = { name, title: "Ambassador" };

  it("turns itself and not the line it stands in, on the floor, as the next, in its row and over its acts", async () => {
    show(5, (of) => {
      waits(...five)(of);
      for (const entry of of.entries) Object.assign(entry, { speaker });
      of.floor = floorOf({ speaker: speaker });
    });
    for (const card of ["The floor", "Next"]) {
      const line = within(screen.getByRole("region", { name: card })).getByText(new RegExp(name));
      expect(line.textContent).toContain(`\u2068${name}\u2069`);
      expect(line).not.toHaveAttribute("dir");
    }
    expect(within(row(/^2\. /)).getByText(/Ambassador/)).not.toHaveAttribute("dir");
    await press("Acts for Germany");
    expect(screen.getByRole("dialog").textContent).toContain(`\u2068${name}\u2069, Ambassador`);
  });
});
