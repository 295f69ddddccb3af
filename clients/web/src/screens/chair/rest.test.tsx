import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REST_MS, SWAP_REST_MS } from "../../shared/acts/book";
import { accepted, type StagedHall } from "../../testing/staged";
import { ListStatus, MeetingStatus, PanelStatus } from "../../wire";
import { changeSpeech, freeFloor, pointOf, pointSpeaks, type Sitting, signalOf } from "./fixture";
import { key, meeting, panel, row, show } from "./fixtureStage";

// Time stands still unless a case moves it.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const click = (on: Element) => act(async () => fireEvent.click(on));
const next = () => screen.getByRole("region", { name: "Next" });
const large = (name: RegExp) => within(next()).getByRole("button", { name });
const acts = (hall: StagedHall) => hall.acts.map(({ act }) => act.case);
const entries = (hall: StagedHall) =>
  hall.acts.map(({ act }) =>
    act.case === "giveFloor" ? act.value.to?.value : (act.value as { entry?: number } | undefined)?.entry,
  );
const signals = (hall: StagedHall) => hall.acts.map(({ act }) => (act.value as { signal?: number }).signal);
const gone = (entry: number) => (of: Sitting) => {
  of.queue.entries = of.queue.entries.filter((id) => id !== entry);
};
const toldOfIt = () => screen.queryByText(/^Nothing was done: another act had only just been done here/) !== null;

describe("the next act rests a moment after it was done", () => {
  it("two quick presses give the floor to one speaker", async () => {
    const { hall, answer, change } = show();
    await key(" ");
    await change(gone(1));
    await answer();
    await wait(REST_MS - 1);
    await key(" ");
    expect(entries(hall)).toEqual([1]);
    await wait(1);
    await key(" ");
    expect(entries(hall)).toEqual([1, 2]);
  });

  it("a double click that resumes the meeting gives nobody the floor", async () => {
    const { hall, answer, change } = show(3, (of) => Object.assign(meeting(of), { status: MeetingStatus.SUSPENDED }));
    await click(large(/^Resume the meeting/));
    await change((of) => Object.assign(meeting(of), { status: MeetingStatus.OPEN }));
    await answer();
    await click(large(/^Give the floor to Chile/));
    await key(" ");
    expect(acts(hall)).toEqual(["resumeMeeting"]);
    await wait(REST_MS);
    await click(large(/^Give the floor to Chile/));
    expect(acts(hall)).toEqual(["resumeMeeting", "giveFloor"]);
  });

  it("opens the meeting, the panel and the list in turn, each by a press of its own", async () => {
    const { hall, answer, change } = show(0, (of) => {
      of.floor = freeFloor();
      meeting(of).status = MeetingStatus.PLANNED;
      panel(of).status = PanelStatus.PLANNED;
      panel(of).listStatus = ListStatus.NOT_OPEN;
    });
    const steps: [RegExp, (of: Sitting) => void][] = [
      [/^Open the meeting/, (of) => Object.assign(meeting(of), { status: MeetingStatus.OPEN })],
      [/^Open the panel/, (of) => Object.assign(panel(of), { status: PanelStatus.OPEN })],
      [/^Open the list/, (of) => Object.assign(panel(of), { listStatus: ListStatus.OPEN })],
    ];
    for (const [name, done] of steps) {
      await click(large(name));
      await change(done);
      await answer();
      await key(" ");
      await key(" ");
      await wait(REST_MS);
    }
    expect(acts(hall)).toEqual(["openMeeting", "openPanel", "openList"]);
  });

  it("K twice passes over one delegation, and Space after it calls nobody yet", async () => {
    const { hall, answer, change } = show();
    await key("Shift+K");
    await change((of) => {
      of.entries = of.entries.map((entry) => (entry.id === 1 ? { ...entry, skipped: true } : entry));
      of.queue.next = 2;
    });
    await answer();
    await key("Shift+K");
    await key(" ");
    expect(hall.acts.map(({ act }) => act)).toEqual([{ case: "skipEntry", value: { entry: 1 } }]);
    await wait(REST_MS);
    await key("Shift+K");
    expect(entries(hall)).toEqual([1, 2]);
  });

  it("and says so meanwhile: what it is, that it does nothing yet, and, of a press, that nothing was done", async () => {
    const { answer, change } = show();
    await key(" ");
    await change(gone(1));
    await answer();
    const button = large(/^Give the floor to Morocco/);
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(button.querySelector("[data-rests]")?.textContent).toContain("one moment");
    expect(toldOfIt()).toBe(false);
    await key(" ");
    expect(toldOfIt()).toBe(true);
    await wait(REST_MS);
    expect(toldOfIt()).toBe(false);
    expect(button.getAttribute("aria-disabled")).toBeNull();
    expect(button.querySelector("[data-rests]")).toBeNull();
  });

  it("not where it was refused, nor where the screen has opened with it", async () => {
    const { hall, answer } = show(3, (of) => {
      of.points = [pointOf()];
    });
    await key(" ");
    await answer({ ok: false, code: "changed_meanwhile", details: {} });
    await key(" ");
    expect(acts(hall)).toEqual(["recognisePointOfOrder", "recognisePointOfOrder"]);
  });
});

describe("the next act rests a moment when another comes to stand in its place", () => {
  const presses = async (hall: StagedHall) => {
    await key(" ");
    await wait(REST_MS - 1);
    await key(" ");
    const before = hall.acts.length;
    await wait(1);
    await key(" ");
    return [before, acts(hall).at(-1), entries(hall).at(-1)];
  };

  it("L5 a point of order that has just come", async () => {
    const { hall, change } = show();
    await change((of) => {
      of.points = [pointOf()];
    });
    expect(await presses(hall)).toEqual([0, "recognisePointOfOrder", 950]);
  });

  it("L5 a point of order that was withdrawn under the finger", async () => {
    const { hall, change } = show(6, (of) => {
      of.points = [pointOf({ delegation: "MA" })];
    });
    expect(large(/^Recognise the point of order: Morocco/)).toBeTruthy();
    await change((of) => {
      of.points = [];
    });
    expect(await presses(hall)).toEqual([0, "giveFloor", 1]);
  });

  it("L5 one of two points of order that was withdrawn under the finger", async () => {
    const { hall, change } = show(6, (of) => {
      of.points = [pointOf(), pointOf({ entry: 951, delegation: "EC", raisedAt: pointOf().raisedAt + 1 })];
    });
    await change((of) => {
      of.points = of.points.slice(1);
    });
    expect(await presses(hall)).toEqual([0, "recognisePointOfOrder", 951]);
  });

  it("the one who was next has withdrawn", async () => {
    const { hall, change } = show();
    await change(gone(1));
    expect(await presses(hall)).toEqual([0, "giveFloor", 2]);
  });
});

describe("what has come to stand in the place of another act rests a moment", () => {
  const upheld = () => screen.getByRole("button", { name: /^Upheld/ });
  const recognised = async () => {
    const shown = show(6, (of) => {
      of.points = [pointOf()];
    });
    await key(" ");
    await shown.change(pointSpeaks);
    await shown.answer();
    expect(document.activeElement).toBe(upheld());
    return shown.hall;
  };

  it.each<[string, () => Promise<unknown>]>([
    ["a second Space", () => key(" ", upheld())],
    ["Enter", () => key("Enter", upheld())],
    ["its letter", () => key("u", upheld())],
    ["a click", () => click(upheld())],
  ])("L5 a point of order just recognised is not ruled on by %s, which is said", async (_, press) => {
    const hall = await recognised();
    await wait(SWAP_REST_MS - 1);
    expect(upheld().getAttribute("aria-disabled")).toBe("true");
    await press();
    expect(acts(hall)).toEqual(["recognisePointOfOrder"]);
    expect(toldOfIt()).toBe(true);
    await wait(1);
    expect(upheld().getAttribute("aria-disabled")).toBeNull();
    await press();
    expect(acts(hall)).toEqual(["recognisePointOfOrder", "rulePointOfOrder"]);
  });

  it.each([" ", "Enter"])("L5 nor by a key (%j) that is held down, however long", async (held) => {
    const hall = await recognised();
    fireEvent.keyDown(upheld(), { key: held });
    await wait(SWAP_REST_MS);
    for (let times = 0; times < 3; times += 1) fireEvent.keyDown(upheld(), { key: held, repeat: true });
    await act(async () => fireEvent.keyUp(upheld(), { key: held }));
    expect(acts(hall)).toEqual(["recognisePointOfOrder"]);
  });

  it("L5 nor by a press that was meant for what stood there when the desk recognised it", async () => {
    const { hall, change } = show(6, (of) => {
      of.points = [pointOf()];
    });
    await change(pointSpeaks);
    await click(upheld());
    expect(hall.acts).toEqual([]);
    await wait(SWAP_REST_MS);
    await click(upheld());
    expect(acts(hall)).toEqual(["rulePointOfOrder"]);
  });

  it("a double click pauses the speech and does not resume it", async () => {
    const { hall, change, answer } = show();
    await click(screen.getByRole("button", { name: /^Pause/ }));
    await change((of) => changeSpeech(of, () => ({ pausedAt: 1 })));
    await answer();
    await click(screen.getByRole("button", { name: /^Resume/ }));
    await key("Shift+P");
    expect(acts(hall)).toEqual(["pauseSpeech"]);
    await wait(SWAP_REST_MS);
    await key("Shift+P");
    expect(acts(hall)).toEqual(["pauseSpeech", "resumeSpeech"]);
  });

  it("I3 a double click sees a signal and does not end it, while another one can be seen at once", async () => {
    const { hall, change, answer } = show(6, (of) => {
      of.signals = [signalOf({ id: 1 }), signalOf({ id: 2, language: "es" })];
    });
    const [first, second] = within(screen.getByRole("region", { name: "Booths" })).getAllByRole("button");
    await click(first as Element);
    await answer();
    await change((of) => {
      of.signals = of.signals.map((each) => (each.id === signals(hall)[0] ? { ...each, seenAt: 1 } : each));
    });
    await click(first as Element);
    await click(second as Element);
    expect(acts(hall)).toEqual(["markSignalSeen", "markSignalSeen"]);
    expect(new Set(signals(hall))).toEqual(new Set([1, 2]));
  });
});

describe("the keys of rows rest a moment after one of them has acted", () => {
  it("Delete twice takes one off the list, also where the focus has moved on to the neighbour", async () => {
    const { hall, answer, change } = show();
    const second = row(/^2\. /);
    act(() => second.focus());
    await key("Delete", second);
    await change(gone(2));
    await answer();
    expect(document.activeElement).toBe(row(/Philippines/));
    await key("Delete", row(/Philippines/));
    expect(entries(hall)).toEqual([2]);
    const list = screen.getByRole("region", { name: "List of speakers" });
    expect(within(list).getByText("one moment")).toBeTruthy();
    expect(toldOfIt()).toBe(true);
    await wait(REST_MS);
    expect(within(list).queryByText("one moment")).toBeNull();
    await key("Delete", row(/Philippines/));
    expect(entries(hall)).toEqual([2, 3]);
  });

  it("but moves by key follow each other, and what was done is taken back at once", async () => {
    const { hall, answer } = show();
    const up = (name: RegExp) => act(async () => fireEvent.keyDown(row(name), { key: "ArrowUp", altKey: true }));
    await key("Delete", row(/Morocco/));
    await answer(accepted({ case: "restoreEntry", value: { entry: 2 } }));
    await key("Ctrl+Z");
    await up(/^4\. /);
    await answer();
    await up(/^5\. /);
    expect(acts(hall)).toEqual(["removeEntry", "restoreEntry", "moveEntry", "moveEntry"]);
  });

  it("but two rows acted on from their menus do not", async () => {
    const { hall, answer } = show();
    for (const name of ["Morocco", "Philippines"]) {
      await click(screen.getByRole("button", { name: `Acts for ${name}` }));
      await click(screen.getByRole("menuitem", { name: /^Not in the room/ }));
      await answer();
    }
    expect(entries(hall)).toEqual([2, 3]);
  });
});

describe("the programme's acts rest a moment after one of them", () => {
  it("a second click of a double click closes nothing", async () => {
    const { hall, answer, change } = show(3, (of) => Object.assign(meeting(of), { status: MeetingStatus.SUSPENDED }));
    await click(screen.getByRole("button", { name: /^Programme/ }));
    const programme = screen.getByRole("navigation", { name: "Programme" });
    const button = (name: string) => within(programme).getByRole("button", { name });
    await click(button("Resume the meeting"));
    await change((of) => Object.assign(meeting(of), { status: MeetingStatus.OPEN }));
    await answer();
    await click(button("Close the meeting"));
    expect(acts(hall)).toEqual(["resumeMeeting"]);
    await wait(REST_MS);
    await click(button("Close the meeting"));
    expect(acts(hall)).toEqual(["resumeMeeting", "closeMeeting"]);
  });
});
