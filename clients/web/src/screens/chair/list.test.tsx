// What a long list costs: rows that did not change are not rendered, and rows out of sight are not in the page; and that both
// are seen by nobody, by whatever way a row is reached.
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { type Sitting, sitting } from "./fixture";
import { key, row, rows, show } from "./fixtureStage";
import * as room from "./rowRoom";

// Each row asks once, as it is rendered, in which size its name is whole.
let asked: MockInstance<typeof room.nameStep>;
beforeEach(() => {
  asked = vi.spyOn(room, "nameStep");
});
const rendered = () => {
  const names = asked.mock.calls.map(([name]) => name);
  asked.mockClear();
  return names;
};
const nameOf = (index: number) =>
  rows()
    [index]?.getAttribute("aria-label")
    ?.match(/^\d+\. ([^,]+)/)?.[1] ?? "";
const list = () => screen.getByRole("grid", { name: "List of speakers" });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(HTMLElement.prototype, "animate");
});

describe("a row that did not change is not rendered", () => {
  it("when another is passed over", async () => {
    const { change } = show(12);
    const third = nameOf(2);
    rendered();
    await change((of) => {
      of.entries = of.entries.map((entry) => (entry.id === 3 ? { ...entry, skipped: true } : entry));
    });
    expect(rendered()).toEqual([third]);
  });

  it("when others change places", async () => {
    const { change } = show(12);
    const names = [2, 3, 4].map(nameOf);
    rendered();
    await change((of) => {
      const [one, two, three, four, five, ...more] = of.queue.entries as [number, number, number, number, number];
      of.queue.entries = [one, two, five, three, four, ...more];
    });
    expect(rendered().sort()).toEqual(names.sort());
  });

  it("when a point of order is raised, the floor paused or a notice sent", async () => {
    const { change } = show(12);
    rendered();
    await change((of) => {
      of.notices = [];
      of.points = [
        {
          entry: 950,
          panel: "high-level",
          delegation: "BR",
          note: "",
          raisedAt: of.entries[0]?.requestedAt ?? 0,
          recognised: false,
        },
      ];
    });
    expect(rendered()).toEqual([]);
  });

  it("when the clock ticks within a minute", async () => {
    vi.useFakeTimers();
    show(12, () => {}, "en", { running: true });
    rendered();
    await act(async () => vi.advanceTimersByTimeAsync(5_000));
    expect(rendered()).toEqual([]);
  });

  it("when the focus goes from row to row, but for those two", async () => {
    show(12);
    const [first, second] = [nameOf(0), nameOf(1)];
    act(() => row(/^1\. /).focus());
    rendered();
    await key("ArrowDown", row(/^1\. /));
    expect(document.activeElement).toBe(row(/^2\. /));
    expect(rendered()).toEqual([first, second]);
  });

  it("when a name is typed and it stays where it is; no key renders a row twice", async () => {
    // Nobody goes by "ch" better than Chile: Switzerland, whose code it is, waits not.
    show(12, (of) => {
      of.entries = of.entries.map((entry) => (entry.delegation === "CH" ? { ...entry, delegation: "XX" } : entry));
    });
    const find = within(screen.getByRole("region", { name: "List of speakers" })).getByRole("searchbox");
    const first = nameOf(0);
    const names: string[][] = [];
    for (const letter of [...first.slice(0, 3).toLowerCase(), "{Escape}"]) {
      rendered();
      await userEvent.type(find, letter);
      names.push(rendered());
    }
    expect(rows()).toHaveLength(12);
    for (const of of names) expect(of.length).toBe(new Set(of).size);
    expect(names.flat()).not.toContain(first);
  });
});

describe("rows that change places", () => {
  it("slide there, those alone; and are there at once where places change again meanwhile", async () => {
    const running = { playState: "running", cancel: vi.fn() };
    const slid: string[] = [];
    HTMLElement.prototype.animate = function (this: HTMLElement) {
      slid.push(this.dataset.entry ?? "");
      return running as unknown as Animation;
    };
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
    const { change } = show(12);
    const swap = (first: number) => (of: Sitting) => {
      const order = [...of.queue.entries];
      [order[first], order[first + 1]] = [order[first + 1] as number, order[first] as number];
      of.queue.entries = order;
    };
    await change(swap(3));
    expect(slid.sort()).toEqual(["4", "5"]);
    await change(swap(6));
    expect(slid).toHaveLength(2);
    expect(running.cancel).toHaveBeenCalledTimes(2);
    running.playState = "finished";
    await change(swap(6));
    expect(slid).toHaveLength(4);
  });
});

describe("the columns of the list", () => {
  const width = 900;
  const watched = new Set<Element>();
  class Observer {
    private readonly of = new Set<Element>();
    observe(element: Element) {
      this.of.add(element);
      watched.add(element);
    }
    disconnect() {
      for (const element of this.of) watched.delete(element);
    }
    unobserve() {}
  }
  const known = () => list().parentElement?.style.getPropertyValue("--name") ?? "";
  beforeEach(() => {
    watched.clear();
    vi.stubGlobal("ResizeObserver", Observer);
    const wide = vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
    return () => wide.mockRestore();
  });

  it("have their room also where nobody waited at first", async () => {
    const { change } = show(0);
    await change((of) => {
      const more = sitting(6);
      of.entries = more.entries;
      of.queue = more.queue;
    });
    expect(known()).not.toBe("");
    expect(watched).toContain(list());
  });

  it("have it again after nobody was found", async () => {
    show(12);
    const before = list();
    expect(known()).not.toBe("");
    const find = within(screen.getByRole("region", { name: "List of speakers" })).getByRole("searchbox");
    await userEvent.type(find, "zzzz");
    expect(screen.queryByRole("grid")).toBeNull();
    expect(watched).not.toContain(before);
    await userEvent.clear(find);
    expect(known()).not.toBe("");
    expect(watched).toContain(list());
  });
});

describe("a long list", () => {
  const waiting = 160;
  // Ten rows high; jsdom lays nothing out.
  beforeEach(() => {
    const height = vi.spyOn(HTMLElement.prototype, "clientHeight", "get");
    height.mockImplementation(function (this: HTMLElement) {
      return this.getAttribute("role") === "grid" ? 400 : 0;
    });
    return () => height.mockRestore();
  });
  const places = () => rows().map((each) => Number(each.getAttribute("aria-rowindex")));
  const scrollTo = (index: number) =>
    act(async () => {
      list().scrollTop = index * 40;
      fireEvent.scroll(list());
    });
  const pressed = (name: string) => key(name, document.activeElement as Element);

  it("has the rows in sight and some beside in the page, and says how many there are and which each is", async () => {
    show(waiting);
    expect(list()).toHaveAttribute("aria-rowcount", "160");
    expect(places().length).toBeLessThan(40);
    expect(places().slice(0, 18)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    await scrollTo(100);
    expect(places().length).toBeLessThan(40);
    expect(places()).toEqual(expect.arrayContaining(Array.from({ length: 18 }, (_, index) => index + 97)));
    for (const each of rows()) {
      expect(each.getAttribute("aria-label")).toMatch(new RegExp(`^${each.getAttribute("aria-rowindex")}\\. `));
    }
  });

  it("is as high as all its rows, wherever it is scrolled to", async () => {
    show(waiting);
    const height = () => {
      const gaps = [...list().querySelectorAll<HTMLElement>(":scope > [aria-hidden]")];
      return rows().length * 40 + gaps.reduce((sum, gap) => sum + Number.parseFloat(gap.style.height), 0);
    };
    for (const index of [0, 50, 150]) {
      await scrollTo(index);
      expect(height()).toBe(waiting * 40);
    }
  });

  it("is gone through by keys to its end and back, and by letters to whoever is meant", async () => {
    show(waiting);
    act(() => row(/^1\. /).focus());
    await pressed("End");
    expect(document.activeElement).toHaveAttribute("aria-rowindex", "160");
    // Ten rows high, of which the line of the meeting's end may hide one; and one of them stays.
    await pressed("PageUp");
    expect(document.activeElement).toHaveAttribute("aria-rowindex", "152");
    await pressed("ArrowUp");
    expect(document.activeElement).toHaveAttribute("aria-rowindex", "151");
    await pressed("Home");
    expect(document.activeElement).toHaveAttribute("aria-rowindex", "1");
    for (const letter of "serb") await pressed(letter);
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^\d+\. Serbia/);
    for (let step = 0; step < 30; step += 1) await pressed("ArrowDown");
    expect(document.activeElement?.closest("[role=grid]")).toBe(list());
  });

  it("keeps the row in focus in the page, and in focus, when it is scrolled or moved out of sight", async () => {
    const { change } = show(waiting);
    act(() => row(/^5\. /).focus());
    const focused = document.activeElement;
    await scrollTo(100);
    expect(document.activeElement).toBe(focused);
    expect(places()).toContain(5);
    await change((of) => {
      const [first, ...more] = of.queue.entries.filter((entry) => entry !== 5);
      of.queue.entries = [first ?? 0, ...more.slice(0, 48), 5, ...more.slice(48)];
    });
    expect(document.activeElement).toBe(focused);
    expect(focused).toHaveAttribute("aria-rowindex", "50");
    expect(focused).toHaveAttribute("tabindex", "0");
    expect(rows().filter((each) => each.tabIndex === 0)).toEqual([focused]);
  });

  it("keeps the row that is carried in the page, and puts it where it is let go, however far that is", async () => {
    const { hall } = show(waiting);
    let under: Element = list();
    // Nothing is laid out, so nothing lies under the pointer but what the test says.
    vi.stubGlobal("PointerEvent", window.PointerEvent ?? MouseEvent);
    Object.defineProperty(document, "elementFromPoint", { configurable: true, value: () => under });
    const pointer = (clientY: number) => ({ pointerId: 1, pointerType: "mouse", button: 0, clientY });
    const carry = (to: Element, clientY: number) => {
      under = to;
      fireEvent.pointerMove(document, pointer(clientY));
    };
    fireEvent.pointerDown(row(/^5\. /), pointer(10));
    carry(row(/^6\. /), 30);
    await scrollTo(100);
    expect(places()).toContain(5);
    expect(row(/^5\. /)).toHaveAttribute("data-dragging");
    carry(row(/^101\. /), 200);
    expect([...document.querySelectorAll("[data-drop]")]).toEqual([row(/^101\. /)]);
    fireEvent.pointerUp(document, pointer(200));
    expect(document.querySelector("[data-dragging], [data-drop]")).toBeNull();
    expect(hall.acts.map(({ act }) => act)).toEqual([
      { case: "moveEntry", value: { entry: 5, place: { case: "after", value: 101 } } },
    ]);
    await scrollTo(0);

    // Over its own row, also where that was drawn anew meanwhile.
    fireEvent.pointerDown(row(/^7\. /), pointer(10));
    carry(row(/^7\. /).cloneNode(true) as Element, 30);
    fireEvent.pointerUp(document, pointer(30));
    expect(hall.acts).toHaveLength(1);
    Reflect.deleteProperty(document, "elementFromPoint");
  });

  describe("with its rows laid out", () => {
    beforeEach(() => {
      const above = (row: HTMLElement) =>
        [...list().children]
          .slice(0, [...list().children].indexOf(row))
          .reduce((sum, each) => sum + heightOf(each as HTMLElement), 0);
      const heightOf = (each: HTMLElement) =>
        each.style.height ? Number.parseFloat(each.style.height) : "endOfMeeting" in each.dataset ? 30 : 40;
      const top = vi.spyOn(HTMLElement.prototype, "offsetTop", "get").mockImplementation(function (this: HTMLElement) {
        return this.dataset.entry ? above(this) : 0;
      });
      const height = vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(function (
        this: HTMLElement,
      ) {
        return heightOf(this);
      });
      return () => {
        top.mockRestore();
        height.mockRestore();
      };
    });
    /** How far the row in focus lies below the top of the list. */
    const top = () => (Number(document.activeElement?.getAttribute("aria-rowindex")) - 1) * 40 - list().scrollTop;
    const inSight = () => top() >= 0 && top() <= 400 - 40 - 30;
    const find = () => within(screen.getByRole("region", { name: "List of speakers" })).getByRole("searchbox");
    /** To the row at a place, by the field that finds, in which nobody else goes by that name. */
    async function foundAt(place: number) {
      await scrollTo(place - 1);
      const name = nameOf(places().indexOf(place));
      await userEvent.type(find(), name);
      await pressed("Enter");
      expect(document.activeElement?.getAttribute("aria-label")).toContain(`${place}. ${name}`);
    }
    const moved = (entry: number, place: number) => (of: Sitting) => {
      const others = of.queue.entries.filter((other) => other !== entry);
      of.queue.entries = [...others.slice(0, place - 1), entry, ...others.slice(place - 1)];
    };

    it("has the row in focus in sight once the filters are off, and then wherever others move it", async () => {
      const { change } = show(waiting);
      await foundAt(80);
      await pressed("Escape");
      expect(document.activeElement).toHaveAttribute("aria-rowindex", "80");
      expect(inSight()).toBe(true);
      await change(moved(80, 20));
      expect(document.activeElement).toHaveAttribute("aria-rowindex", "20");
      expect(inSight()).toBe(true);
      fireEvent.wheel(list());
      await change(moved(80, 120));
      expect(inSight(), "who scrolls is not taken elsewhere").toBe(false);
    });

    it("has it in sight also where the filters that are off hid nobody", async () => {
      show(waiting, (of) => {
        of.entries = of.entries.map((entry) => ({ ...entry, statementsBefore: 0 }));
      });
      await userEvent.click(screen.getByRole("button", { name: /^Not yet heard/ }));
      act(() => row(/^5\. /).focus());
      await scrollTo(100);
      await pressed("Escape");
      expect(document.activeElement).toHaveAttribute("aria-rowindex", "5");
      expect(inSight()).toBe(true);
    });

    it("shows a row that a key is pressed on, and acts on it only where it was in sight", async () => {
      const { hall } = show(waiting);
      const grid = list();
      act(() => row(/^5\. /).focus());
      await scrollTo(100);
      await pressed("Delete");
      expect(hall.acts).toEqual([]);
      expect(inSight()).toBe(true);
      await scrollTo(100);
      const name = document.activeElement?.getAttribute("aria-label")?.match(/^5\. ([^,]+)/)?.[1];
      await pressed("Enter");
      expect(screen.getByRole("dialog", { name: `Acts for ${name}` })).toBeVisible();
      expect(grid.scrollTop).toBe(160);
      expect(hall.acts).toEqual([]);
    });

    it("acts on every row up to the last one, behind which there is no line", async () => {
      const { hall } = show(waiting);
      act(() => row(/^1\. /).focus());
      await pressed("End");
      list().scrollTop = waiting * 40 + 30 - 400;
      await pressed("Delete");
      expect(hall.acts.map(({ act }) => act)).toEqual([{ case: "removeEntry", value: { entry: waiting } }]);
    });
  });

  it("leads from the field that finds to the first row, also after it was scrolled", async () => {
    show(waiting);
    await scrollTo(100);
    const find = within(screen.getByRole("region", { name: "List of speakers" })).getByRole("searchbox");
    act(() => find.focus());
    await pressed("ArrowDown");
    expect(document.activeElement).toHaveAttribute("aria-rowindex", "1");
  });

  it("has the line of the meeting's end at its place, also while the rows around it are out of sight", () => {
    show(waiting);
    const line = document.querySelector<HTMLElement>("[data-end-of-meeting]");
    const place = Number(/after place (\d+)/.exec(line?.textContent ?? "")?.[1]);
    expect(place).toBeGreaterThan(24);
    const above = [...list().children].slice(0, [...list().children].indexOf(line as Element));
    const rowsIn = (each: Element) =>
      each instanceof HTMLElement && each.style.height ? Number.parseFloat(each.style.height) / 40 : 1;
    expect(above.reduce((sum, each) => sum + rowsIn(each), 0)).toBe(place);
  });
});
