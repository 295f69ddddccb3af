import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { accepted, refusedWith } from "../../testing/staged";
import { ledgerStanding } from "../../testing/views";
import { MeetingStatus, PanelStatus } from "../../wire";
import { floorOf, freeFloor, NOW, pointSpeaks, type Sitting } from "./fixture";
import {
  choose,
  draw,
  key,
  meeting,
  nothingFocused,
  order,
  panel,
  press,
  pressIn,
  refusals,
  row,
  rows,
  show,
} from "./fixtureStage";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("what the chair sees at a glance", () => {
  it("is who speaks, how long still, and who is next", () => {
    show();
    const floor = screen.getByRole("region", { name: "The floor" });
    expect(within(floor).getByRole("heading", { name: "Kenya" })).toBeTruthy();
    expect(
      within(floor).getByText(/Permanent Representative.*African Group.*Group statement.*speaks English/),
    ).toBeTruthy();
    expect(within(floor).getByRole("timer").textContent).toContain("2:14");
    expect(within(floor).getByText("Within time")).toBeTruthy();
    expect(screen.getByRole("button", { name: /Give the floor to Chile/ })).toBeTruthy();
  });

  it("is the list with place, kind, category, speaker, language, text, time of asking and expected time", () => {
    show();
    expect(row(/^4\. /).getAttribute("aria-label")).toBe(
      "4. Switzerland, Member State, Adama Exemple (fictional), Ambassadrice, Question, 2nd statement of the session, Français, Text ready: Français version 1, Member States, stand-by: No answer, asked at 15:07:08, expected at 15:54",
    );
    expect(row(/Philippines.*Not in the room/)).toBeTruthy();
  });

  it("is the panel against its time, with a word", () => {
    show(60);
    const time = screen.getByRole("region", { name: "Time" });
    expect(time.textContent).toContain("69\u00a0min over");
    expect(time.textContent).toContain("19:09±\u00a010\u00a0min");
    expect(time.textContent).toContain("the meeting ends at 18:00");
  });

  it("is all in the language of the screen", () => {
    show(6, () => {}, "fr");
    expect(screen.getByRole("button", { name: /Donner la parole au Chili/ })).toBeTruthy();
    expect(screen.getByRole("searchbox", { name: "Chercher un nom" })).toBeTruthy();
    cleanup();
    show(6, () => {}, "es");
    expect(screen.getByRole("button", { name: /Dar la palabra a Chile/ })).toBeTruthy();
  });

  it.each<[string, (of: Sitting) => void, RegExp]>([
    ["nobody waits", (of) => Object.assign(of, { floor: freeFloor() }), /Nobody is waiting to speak/],
    [
      "the panel is closed",
      (of) => Object.assign(of, { floor: freeFloor(), panels: [{ ...panel(of), status: PanelStatus.CLOSED }] }),
      /This panel is closed/,
    ],
    [
      "the meeting is suspended",
      (of) => Object.assign(meeting(of), { status: MeetingStatus.SUSPENDED }),
      /The meeting is suspended/,
    ],
  ])("says so when %s", (_, change, said) => {
    show(0, change);
    expect(screen.getAllByText(said).length).toBeGreaterThan(0);
  });

  it("counts overtime up", () => {
    show(3, (of) => Object.assign(of, { floor: floorOf({ startedAt: NOW - 312_000 }) }));
    const floor = screen.getByRole("region", { name: "The floor" });
    expect(within(floor).getByRole("timer").textContent).toContain("+0:12");
    expect(within(floor).getByText("Over time")).toBeTruthy();
  });
});

describe("the clock of the speech", () => {
  it("turns when a second of the speech is over, also after a pause", async () => {
    vi.useFakeTimers();
    const held = floorOf({ startedAt: NOW - 60_000, pausedMs: 12_400 });
    show(0, (of) => Object.assign(of, { floor: held }), "en", { running: true });
    const read = () => within(screen.getByRole("region", { name: "The floor" })).getByRole("timer").textContent;
    const turns: number[] = [];
    let before = read();
    for (let gone_ms = 20; gone_ms <= 2_000; gone_ms += 20) {
      await act(async () => vi.advanceTimersByTimeAsync(20));
      if (read() !== before) turns.push(gone_ms);
      before = read();
    }
    expect(turns).toHaveLength(2);
    for (const [index, turn] of turns.entries()) {
      expect(turn - (400 + index * 1_000)).toBeGreaterThanOrEqual(0);
      expect(turn - (400 + index * 1_000)).toBeLessThan(100);
    }
  });
});

describe("a panel that goes on in the next meeting", () => {
  it("gives the floor, and its meeting is the one that sits", async () => {
    const { hall } = show(3, (of) => {
      meeting(of, "d1-pm").status = MeetingStatus.CLOSED;
      meeting(of, "d2-am").status = MeetingStatus.OPEN;
    });
    expect(within(document.querySelector("header") as HTMLElement).getByText("Day 2, morning")).toBeTruthy();
    await press(/Give the floor to Chile/);
    await pressIn(/^Programme/, "Close the meeting");
    expect(hall.acts.map((asked) => asked.act)).toMatchObject([
      { case: "giveFloor", value: { panel: "high-level" } },
      { case: "closeMeeting", value: { meeting: "d2-am" } },
    ]);
  });
});

describe("the next act", () => {
  it("names the entry and the speech that were seen", async () => {
    const { hall } = show();
    await press(/Give the floor to Chile/);
    expect(hall.acts).toMatchObject([
      {
        act: { case: "giveFloor", value: { panel: "high-level", to: { case: "entry", value: 1 } } },
        expects: { speech: 7 },
      },
    ]);
  });

  it("is not sent again by a second press while the first is under way, also when the list has moved on", async () => {
    const { hall, change } = show();
    await key(" ");
    await change((of) => {
      of.queue.entries = of.queue.entries.slice(1);
      of.floor = floorOf({ speech: 8, delegation: "CL" });
    });
    expect(screen.getByRole("button", { name: /Give the floor to Morocco/ })).toBeTruthy();
    await key(" ");
    expect(hall.acts).toHaveLength(1);
  });

  it("says in its place why it was refused, and can be tried again at once", async () => {
    const { hall, answer } = show();
    await press(/Give the floor to Chile/);
    await answer(refusedWith("changed_meanwhile"));
    expect(within(refusals()).getByText(/Something changed just before/)).toBeTruthy();
    await press(/Give the floor to Chile/);
    expect(hall.acts).toHaveLength(2);
    expect(within(refusals()).queryByText(/Something changed just before/)).toBeNull();
  });
});

describe("the keys", () => {
  it("act from anywhere on the screen, with Shift", async () => {
    const { hall } = show();
    await key("Shift+E");
    await key("Shift+P");
    expect(hall.acts.map(({ act }) => [act.case, act.value])).toEqual([
      ["endSpeech", { speech: 7 }],
      ["pauseSpeech", { speech: 7 }],
    ]);
  });

  it("do nothing without Shift, and digits and the space bar do nothing away from their button", async () => {
    const { hall } = show();
    for (const pressed of ["e", "p", "c", "r", "1", "3", "7", " "]) await key(pressed, document.body);
    expect(hall.acts).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("can be switched off on the list of them, and are then off", async () => {
    const { hall } = show();
    await key("?");
    const sheet = await screen.findByRole("dialog", { name: "Keys" });
    expect(within(sheet).queryByText(/^Keys are off/)).toBeNull();
    await userEvent.click(within(sheet).getByRole("checkbox", { name: "Keys act on this device" }));
    expect(within(sheet).getByText(/^Keys are off.* it opens by its button beside the list/)).toBeVisible();
    await userEvent.click(within(sheet).getByRole("button", { name: "Close" }));
    expect(screen.getByRole("button", { name: "Keys Off" })).toBeTruthy();
    await key("Shift+E");
    await key("?");
    await key("/");
    expect(hall.acts).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("searchbox")).not.toHaveFocus();
    // No character: it is no key that somebody comes upon by speaking.
    await key("F6");
    expect(row(/^1\. /)).toHaveFocus();
    await press("Keys Off");
    await userEvent.click(screen.getByRole("checkbox", { name: "Keys act on this device" }));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Close" }));
    await key("Shift+E");
    expect(hall.acts).toHaveLength(1);
  });

  it.each([
    ["Shift+E", "End the speech"],
    ["Shift+A", "Add to the list of speakers"],
    ["Ctrl+Z", "Take back what was just done"],
    [" ", /^Give the floor to .+/],
  ])("say while the line is down which act was not done, and why: %s", async (pressed, name) => {
    const { hall } = show();
    await act(async () => hall.stage({ status: "reconnecting" }));
    expect(screen.queryByText(/nothing was sent/)).toBeNull();
    await key(pressed);
    const told = screen.getByText(/: not connected, nothing was sent$/);
    expect(told).toBeVisible();
    expect(told.closest("[role=status]")).toBeTruthy();
    expect(told.textContent?.split(": not")[0]).toMatch(name);
    expect(hall.acts).toEqual([]);
    await act(async () => hall.stage({ status: "live" }));
    expect(screen.queryByText(/nothing was sent/)).toBeNull();
  });

  it("of a row say so too while the line is down", async () => {
    const { hall } = show();
    await act(async () => hall.stage({ status: "reconnecting" }));
    await key("Delete", row(/^2\. /));
    expect(screen.getByText("Remove from the list: not connected, nothing was sent")).toBeVisible();
    expect(hall.acts).toEqual([]);
  });

  it("of a ruling say so too while the line is down", async () => {
    const { hall } = show(6, pointSpeaks);
    await act(async () => hall.stage({ status: "reconnecting" }));
    await key("u", screen.getByRole("button", { name: /^Upheld/ }));
    expect(screen.getByText("Rule: upheld: not connected, nothing was sent")).toBeVisible();
    expect(hall.acts).toEqual([]);
  });

  it("go on from part to part of the screen", async () => {
    show();
    const zones: (string | undefined)[] = [];
    for (let step = 0; step < 5; step += 1) {
      await key("F6");
      zones.push(document.activeElement?.closest<HTMLElement>("[data-zone]")?.dataset.zone);
    }
    expect(zones).toEqual(["list", "side", "rail", "strip", "list"]);
  });

  it("are silent while something is typed and while a dialog is open", async () => {
    const { hall } = show();
    await key("Shift+A");
    const field = await screen.findByRole("combobox", { name: "Delegation" });
    await userEvent.type(field, "ec se");
    expect((field as HTMLInputElement).value).toBe("ec se");
    await key("Shift+E");
    await key("Shift+E", field);
    await key(" ", field);
    expect(hall.acts).toEqual([]);
  });

  it("are silent with a modifier, on repeat, and where the key belongs to the control in focus", async () => {
    const { hall } = show();
    await act(async () => fireEvent.keyDown(document.body, { key: "e", ctrlKey: true }));
    await act(async () => fireEvent.keyDown(document.body, { key: " ", repeat: true }));
    await key(" ", screen.getByRole("button", { name: "Pause" }));
    expect(hall.acts.filter(({ act }) => act.case === "giveFloor")).toEqual([]);
  });

  it("stand on a sheet", async () => {
    show();
    await key("?");
    const sheet = await screen.findByRole("dialog", { name: "Keys" });
    expect(within(sheet).getByText(/^Give the floor to the next in line, or recognise/)).toBeTruthy();
    expect(within(sheet).getByText("Move to the top")).toBeTruthy();
  });
});

describe("the row of an entry", () => {
  it("is moved by keyboard from place 50 to 2", async () => {
    const { hall, answer, change } = show(60);
    const fifty = rows()[49] as HTMLElement;
    act(() => fifty.focus());
    await userEvent.keyboard("{Enter}");
    await userEvent.click(await screen.findByRole("menuitem", { name: "Move to place…" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.type(within(dialog).getByRole("textbox", { name: "Place, from 1 to 60" }), "2{Enter}");
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "moveEntry",
      value: { entry: 50, place: { case: "after", value: 1 } },
    });
    await answer();
    await change((of) => {
      of.queue.entries = [1, 50, ...of.queue.entries.filter((id) => id !== 1 && id !== 50)];
    });
    expect(order().slice(0, 3)).toEqual([1, 50, 2]);
    await waitFor(() => expect(document.activeElement).toBe(rows()[1]));
  });

  it("moves by one place with Alt and the arrows, and to the top", async () => {
    const { hall } = show();
    const third = row(/^3\. /);
    act(() => third.focus());
    for (const pressed of ["ArrowUp", "ArrowDown", "Home"]) {
      await act(async () => fireEvent.keyDown(third, { key: pressed, altKey: true }));
    }
    expect(hall.acts.map(({ act }) => act.value)).toEqual([
      { entry: 3, place: { case: "after", value: 1 } },
      { entry: 3, place: { case: "after", value: 4 } },
      { entry: 3, place: { case: "before", value: 1 } },
    ]);
  });

  it("has a menu with every act", async () => {
    const { hall } = show();
    await press("Acts for Morocco");
    const menu = await screen.findByRole("menu", { name: "Acts for Morocco" });
    expect(
      within(menu)
        .getAllByRole("menuitem")
        .map((item) => item.textContent),
    ).toEqual([
      "Give the floor now",
      "Move up one placeAlt ↑",
      "Move down one placeAlt ↓",
      "Move to the topAlt Home",
      "Move to place…",
      "Correct…",
      "Pass over once",
      "Not in the room",
      "File in writing",
      "Remove from the listDelete",
    ]);
    await userEvent.click(within(menu).getByRole("menuitem", { name: /Give the floor now/ }));
    expect(hall.acts).toMatchObject([
      { act: { case: "giveFloor", value: { to: { case: "entry", value: 2 } } }, expects: { speech: 7 } },
    ]);
  });

  it("shows why an act on it was refused, there, until dismissed", async () => {
    const { answer } = show();
    const second = row(/^2\. /);
    act(() => second.focus());
    await act(async () => fireEvent.keyDown(second, { key: "ArrowUp", altKey: true }));
    await answer(refusedWith("not_waiting", { entry: "2" }));
    expect(within(row(/^2\. /)).getByText("This request is no longer waiting.")).toBeTruthy();
    expect(document.activeElement).toBe(second);
    await userEvent.click(within(row(/^2\. /)).getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText("This request is no longer waiting.", { ignore: "[role=status]" })).toBeNull();
  });

  it("leaves its refusal with the list where the row is gone meanwhile", async () => {
    const { answer, change } = show();
    await choose("Morocco", "Not in the room");
    await change((of) => {
      of.queue.entries = [1, 3, 4, 5, 6];
    });
    await answer(refusedWith("not_waiting"));
    expect(within(refusals()).getByText("This request is no longer waiting.")).toBeTruthy();
  });

  it("keeps the focus while the list changes around it", async () => {
    const { change } = show();
    const fourth = row(/^4\. /);
    act(() => fourth.focus());
    await change((of) => {
      of.queue.entries = [6, 2, 3, 5, 4];
    });
    await waitFor(() => expect(document.activeElement?.getAttribute("data-entry")).toBe("4"));
  });
});

describe("what was just done", () => {
  const opensPanel = { case: "openPanel", value: { panel: "high-level" } } as const;
  const opensList = { case: "openList", value: { panel: "high-level" } } as const;

  it("can be taken back where it was done: remove", async () => {
    const { hall, answer } = show();
    const second = row(/^2\. /);
    act(() => second.focus());
    await key("Delete", second);
    expect(screen.queryByText("Morocco was removed from the list")).toBeNull();
    await answer(accepted({ case: "restoreEntry", value: { entry: 2 } }));
    const list = screen.getByRole("region", { name: "List of speakers" });
    await userEvent.click(within(list).getByRole("button", { name: "Undo: Morocco was removed from the list" }));
    expect(hall.acts.at(-1)?.act).toEqual({ case: "restoreEntry", value: { entry: 2 } });
  });

  it("is told of a move, by key and by its form, of whoever was moved", async () => {
    const { hall, answer } = show();
    const back = { case: "clearMove", value: { entry: 2, move: 1 } } as const;
    await choose("Morocco", /Move to the top/);
    await answer(accepted(back));
    await press("Undo: Morocco was moved");
    expect(hall.acts.at(-1)?.act).toEqual(back);
    await choose("Morocco", "Move to place…");
    const form = await screen.findByRole("dialog");
    await userEvent.type(within(form).getByRole("textbox"), "4");
    await userEvent.click(within(form).getByRole("button", { name: "Move" }));
    await answer(accepted(back));
    expect(screen.getByRole("button", { name: "Undo: Morocco was moved" })).toBeTruthy();
  });

  it("is taken back as one where a form did several things, the last first", async () => {
    const { hall } = show(6, undefined, "en", {
      answer: (act) =>
        act.case === "setLimit" ? accepted({ case: "setLimit", value: { ...act.value, limitMs: 1 } }) : accepted(),
    });
    await pressIn(/^Limits/, /Change/);
    const form = await screen.findByRole("dialog");
    const [first, second] = within(form).getAllByRole("textbox");
    for (const field of [first, second]) {
      await userEvent.clear(field as HTMLElement);
      await userEvent.type(field as HTMLElement, "1:10");
    }
    await userEvent.click(within(form).getByRole("button", { name: "Set the limits" }));
    const set = hall.acts.map((made) => made.act);
    expect(set).toHaveLength(2);
    await userEvent.click(await screen.findByRole("button", { name: "Undo: The limits were changed" }));
    const taken = hall.acts.slice(2).map((made) => made.act);
    expect(taken.map((each) => each.case === "setLimit" && each.value.of)).toEqual(
      set.map((each) => each.case === "setLimit" && each.value.of).reverse(),
    );
  });

  it("is offered with the time it was done, until something else is", async () => {
    vi.useFakeTimers();
    const { answer } = show();
    await key("Shift+C");
    await answer(accepted(opensList));
    const undo = () => screen.queryByRole("button", { name: "Undo: The list is closed" });
    await act(async () => vi.advanceTimersByTimeAsync(600_000));
    expect(undo()?.parentElement?.textContent).toContain("15:42:10");
    await act(async () => fireEvent.keyDown(row(/^2\. /), { key: "Delete" }));
    await answer(accepted({ case: "restoreEntry", value: { entry: 2 } }));
    expect(undo()).toBeNull();
    expect(screen.getByRole("button", { name: "Undo: Morocco was removed from the list" })).toBeTruthy();
  });

  it("is taken back by its key", async () => {
    const { hall, answer } = show();
    await choose("Morocco", "Not in the room");
    await answer(accepted({ case: "clearNoShow", value: { entry: 2 } }));
    await key("Ctrl+Z");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "clearNoShow", value: { entry: 2 } });
  });

  it("shows in the same place for the panel", async () => {
    const { hall, answer } = show();
    await pressIn(/^Programme/, "Close the panel");
    await answer(accepted(opensPanel, opensList));
    await press("Undo: The panel is closed");
    await answer();
    expect(hall.acts.map(({ act }) => act)).toEqual([
      { case: "closePanel", value: { panel: "high-level" } },
      opensPanel,
      opensList,
    ]);
  });

  it("stops taking it back at a refusal, and says it where it was done", async () => {
    const { hall, answer } = show();
    await pressIn(/^Programme/, "Close the panel");
    await answer(accepted(opensPanel, opensList));
    await press("Undo: The panel is closed");
    await answer(refusedWith("another_panel_open", { panel: "review" }));
    expect(hall.acts.map(({ act }) => act.case)).toEqual(["closePanel", "openPanel"]);
    expect(screen.getByText(/Another panel is open/, { ignore: "[role=status]" })).toBeVisible();
  });
});

describe("the panellists", () => {
  it("are given the floor from their own row, with the speech that was seen", async () => {
    const { hall } = show();
    await pressIn(/^Panellists/, "Give the floor to Panellist from Italy");
    expect(hall.acts).toMatchObject([
      { act: { case: "giveFloor", value: { to: { case: "panellist", value: "italy" } } }, expects: { speech: 7 } },
    ]);
  });
});

describe("while the connection is away", () => {
  it("the last view stays, with a word, and nothing is sent", async () => {
    const { hall } = show();
    await act(async () => hall.stage({ status: "reconnecting" }));
    expect(screen.getByText(/Reconnecting/)).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Kenya" })).toBeTruthy();
    await press(/Give the floor to Chile/);
    nothingFocused();
    await key("Shift+E");
    expect(hall.acts).toEqual([]);
  });
});

describe("while the ledger does not stand well", () => {
  it("the chair is told since when and what waits, in one place, and may go on pressing", async () => {
    const { hall } = show(6, undefined, "en", { ledger: ledgerStanding(), answer: () => "unconfirmed" });
    const told = screen.getByText("Nothing new is accepted for a moment; nothing is lost.");
    expect(told).toHaveAttribute("role", "status");
    expect(screen.getByText("Since 15:32 · No act of this screen waits for an answer")).toBeVisible();
    await press("Pause");
    expect(hall.acts).toHaveLength(1);
    expect(screen.getByText("Since 15:32 · 1 act of this screen waits for an answer")).toBeVisible();
    await act(async () => {
      hall.stage({ ledger: undefined });
      hall.confirm();
    });
    expect(screen.queryByText(/Nothing new|Since 15:32/)).toBeNull();
  });
});

describe("the panel shown", () => {
  it("is chosen at the side, and the open one comes to the front when it opens", async () => {
    const { change } = show(0, (of) => {
      of.floor = freeFloor();
      panel(of).status = PanelStatus.PLANNED;
    });
    await pressIn(/^Programme/, /The Year in Review/);
    await draw(/^Programme/);
    expect(screen.getByRole("button", { name: /The Year in Review/ }).getAttribute("aria-current")).toBe("true");
    await change((of) => Object.assign(panel(of), { status: PanelStatus.OPEN }));
    expect(screen.getByRole("button", { name: /High-level Plenary Panel/ }).getAttribute("aria-current")).toBe("true");
  });

  it("stays after it was closed", async () => {
    const { change } = show();
    await draw(/^Programme/);
    await change((of) => Object.assign(panel(of), { status: PanelStatus.CLOSED }));
    expect(screen.getByRole("button", { name: /High-level Plenary Panel/ }).getAttribute("aria-current")).toBe("true");
  });
});
