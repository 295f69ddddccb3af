import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome as Answer } from "../../sync/hall";
import { renderScreen } from "../../testing/hall";
import { expectUnsentTold } from "../../testing/unanswered";
import {
  afternoon,
  as,
  entries,
  entry,
  freeFloor,
  kenyaSpeaks,
  meetings,
  noon_of_tests,
  panels,
  queue,
  session,
  speech,
  standing,
} from "../../testing/views";
import { type Act, Kind, ListStatus, type Meeting, MeetingStatus, Outcome, type Panel, PanelStatus } from "../../wire";
import { asks_for_ms } from "./ConfirmButton";
import Delegate from "./index";

const others = entries.map(({ id }) => id).filter((id) => id !== 15);
const order = (...numbers: number[]) => as.queue(queue("high-level", numbers));
const withoutUs = () => afternoon(order(...others));
const live = (over: Partial<Panel>) => as.panel({ ...(panels[1] as Panel), ...over });
const meeting = (over: Partial<Meeting>) => as.meeting({ ...(meetings[1] as Meeting), ...over });
const ask: Act = { case: "requestFloor", value: { panel: "high-level", kind: Kind.STATEMENT } };
const user = () => userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const noButton = (name: string | RegExp) => expect(screen.queryByRole("button", { name })).toBeNull();
/** What is read out when there is time. */
const told = () => screen.getAllByRole("status").map((one) => one.textContent);
const alerts = () => screen.getAllByRole("alert").map((one) => one.textContent);

describe("the place in line", () => {
  it("is told with the expected time and what was asked for", () => {
    renderScreen(<Delegate />);
    const place = screen.getByRole("region", { name: "Your place in line" });
    expect(within(place).getByText("5")).toBeDefined();
    expect(within(place).getByText("about 15:57–15:59")).toBeDefined();
    expect(within(place).getByText(/Statement · Minister · 3 min · Español · asked 15:16/)).toBeDefined();
  });

  it("follows the list", () => {
    const { hall } = renderScreen(<Delegate />);
    act(() => hall.put(order(11, 15, 12)));
    expect(within(screen.getByRole("region", { name: "Your place in line" })).getByText("2")).toBeDefined();
  });

  it("marks the own row for the ear too", () => {
    renderScreen(<Delegate />);
    const rows = within(screen.getByRole("tabpanel")).getAllByRole("listitem");
    expect(rows.filter((row) => row.textContent?.includes("your delegation")).map((row) => row.textContent)).toEqual([
      expect.stringContaining("Ecuador"),
    ]);
  });

  it("shows every request of the delegation", () => {
    const question = entry(30, "EC", { kind: Kind.QUESTION, addressedTo: "italy" });
    renderScreen(<Delegate />, { entities: afternoon(as.entry(question), order(11, 15, 12, 30)) });
    expect(screen.getByText("Place 4")).toBeDefined();
    expect(screen.getByText(/Question · Panellist from Italy/)).toBeDefined();
    expect(screen.getAllByRole("button", { name: /^Withdraw/ })).toHaveLength(2);
  });
});

describe("being next", () => {
  it("is unmistakable, and announced without a word in between", () => {
    const { hall } = renderScreen(<Delegate />);
    expect(told().join()).not.toContain("You are next");
    act(() => hall.put(order(15, ...others)));
    expect(told().join()).toMatch(/You are next, about \d\d:\d\d( to \d\d:\d\d)?\./);
    expect(alerts().join()).toBe("");
    expect(screen.getByText("You are next")).toBeVisible();
    expect(screen.getByText(/^After Kenya · Statement/)).toBeVisible();
  });

  it("shows the place at the same spot, with how many speak before", () => {
    const { hall } = renderScreen(<Delegate />);
    const place = () => screen.getByRole("region", { name: "Your place in line" });
    const spot = () => within(place()).getByText(/^\d+$/).previousElementSibling?.textContent;
    for (const [at, words] of [
      [5, "4 speak before you"],
      [2, "You are next but one"],
      [1, "You are next"],
    ] as const) {
      act(() => hall.put(order(...others.slice(0, at - 1), 15, ...others.slice(at - 1))));
      expect(within(place()).getByText(String(at))).toBeVisible();
      expect(spot()).toBe("Your place in line");
      expect(within(place()).getByText(words)).toBeVisible();
    }
  });

  it.each(["statement", "live", "programme"] as const)(
    "is seen on the tab %s too, from where the place can be gone to",
    async (tab) => {
      renderScreen(<Delegate tab={tab} />, { entities: afternoon(order(15, ...others)) });
      expect(screen.getAllByText("You are next").some((each) => !each.closest(".visually-hidden"))).toBe(true);
      expect(told().filter((words) => words?.startsWith("You are next"))).toHaveLength(1);
      await user().click(button("To your place"));
      expect(screen.getByRole("region", { name: "Your place in line" }).textContent).toContain("You are next");
    },
  );

  it("is felt once, where the device can", () => {
    const vibrate = vi.fn(() => true);
    Object.defineProperty(navigator, "vibrate", { configurable: true, value: vibrate });
    const { hall } = renderScreen(<Delegate />);
    expect(vibrate).not.toHaveBeenCalled();
    act(() => hall.put(order(15, ...others)));
    act(() => hall.put(order(15, ...others.slice(1))));
    expect(vibrate).toHaveBeenCalledTimes(1);
  });

  it("is said also where the panel goes on in the next meeting", () => {
    const morning = as.meeting({ ...(meetings[2] as Meeting), status: MeetingStatus.OPEN });
    renderScreen(<Delegate />, {
      entities: afternoon(order(15), meeting({ status: MeetingStatus.CLOSED }), morning),
    });
    expect(told().join()).toContain("You are next");
  });

  it("is not said while the panel is not open", () => {
    renderScreen(<Delegate />, { entities: afternoon(order(15), live({ status: PanelStatus.PLANNED })) });
    expect(screen.queryByText("You are next")).toBeNull();
    expect(within(screen.getByRole("region", { name: "Your place in line" })).getByText("1")).toBeDefined();
  });
});

describe("asking for the floor", () => {
  it("has what was typed before, where its form was left by going back", async () => {
    renderScreen(<Delegate />, { entities: withoutUs() });
    await user().click(button("Ask for the floor"));
    await user().type(screen.getByRole("textbox", { name: "Title or function" }), "Minister");
    await act(async () => window.history.back());
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user().click(button("Ask for the floor"));
    expect(screen.getByRole("textbox", { name: "Title or function" })).toHaveValue("Minister");
  });

  it("opens a form and sends what it says", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: withoutUs() });
    await user().click(button("Ask for the floor"));
    const form = screen.getByRole("dialog");
    await user().click(within(form).getByRole("radio", { name: "Français" }));
    await user().type(within(form).getByLabelText("Name of the speaker"), " A. Ejemplo (fictional) ");
    await user().type(within(form).getByLabelText("Title or function"), "Minister");
    await user().click(within(form).getByRole("button", { name: "Ask for the floor" }));
    expect(hall.acts).toEqual([
      {
        act: {
          case: "requestFloor",
          value: {
            panel: "high-level",
            kind: Kind.STATEMENT,
            language: "fr",
            speaker: { name: "A. Ejemplo (fictional)", title: "Minister" },
            onBehalfOf: "",
            addressedTo: "",
            rank: 0,
          },
        },
        expects: undefined,
      },
    ]);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("remembers the speaker on the device, for the session", async () => {
    const first = renderScreen(<Delegate />, { entities: withoutUs() });
    await user().click(button("Ask for the floor"));
    await user().type(screen.getByLabelText("Name of the speaker"), "A. Ejemplo (fictional)");
    await user().click(within(screen.getByRole("dialog")).getByRole("button", { name: "Ask for the floor" }));
    first.unmount();
    const other = renderScreen(<Delegate />, { entities: withoutUs(), hello: { session: "another" } });
    await user().click(button("Ask for the floor"));
    expect((screen.getByLabelText("Name of the speaker") as HTMLInputElement).value).toBe("");
    other.unmount();
    renderScreen(<Delegate />, { entities: withoutUs() });
    await user().click(button("Ask for the floor"));
    expect((screen.getByLabelText("Name of the speaker") as HTMLInputElement).value).toBe("A. Ejemplo (fictional)");
  });

  it("wants the group of a group statement", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: withoutUs() });
    await user().click(button("Ask for the floor"));
    const form = screen.getByRole("dialog");
    await user().click(within(form).getByRole("radio", { name: /Group statement/ }));
    await user().click(within(form).getByRole("button", { name: "Ask for the floor" }));
    expect(within(form).getByText("Say on whose behalf you will speak.")).toBeDefined();
    expect(document.activeElement).toBe(within(form).getByLabelText("On behalf of"));
    expect(hall.acts).toEqual([]);
    await user().type(within(form).getByLabelText("On behalf of"), "GRULAC");
    await user().click(within(form).getByRole("button", { name: "Ask for the floor" }));
    expect(hall.acts[0]?.act.value).toMatchObject({ kind: Kind.GROUP_STATEMENT, onBehalfOf: "GRULAC" });
  });

  it("addresses a question to a panellist", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: withoutUs() });
    await user().click(button("Ask for the floor"));
    const form = screen.getByRole("dialog");
    await user().click(within(form).getByRole("radio", { name: /Question/ }));
    await user().click(within(form).getByRole("button", { name: /To whom/ }));
    await user().click(screen.getByRole("option", { name: "Panellist from Italy" }));
    await user().click(within(screen.getByRole("dialog")).getByRole("button", { name: "Ask for the floor" }));
    expect(hall.acts[0]?.act.value).toMatchObject({ kind: Kind.QUESTION, addressedTo: "italy" });
  });

  it("works by keyboard alone", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: withoutUs() });
    const keys = user();
    button("Ask for the floor").focus();
    await keys.keyboard("{Enter}");
    const form = screen.getByRole("dialog");
    within(form).getByLabelText("Name of the speaker").focus();
    await keys.keyboard("B. Muster (fictional){Enter}");
    expect(hall.acts[0]?.act.value).toMatchObject({ speaker: { name: "B. Muster (fictional)" } });
  });

  it("says a refusal in the form, in words", async () => {
    const refusal: Answer = { ok: false, code: "list_closed", details: {} };
    renderScreen(<Delegate />, { entities: withoutUs(), answer: () => refusal });
    await user().click(button("Ask for the floor"));
    const form = screen.getByRole("dialog");
    await user().click(within(form).getByRole("button", { name: "Ask for the floor" }));
    expect((await within(form).findByRole("alert")).textContent).toBe("The list of speakers is closed.");
  });

  it("is kept while the line is down, and says so", async () => {
    renderScreen(<Delegate />, {
      entities: withoutUs(),
      status: "reconnecting",
      unanswered: [{ id: "c1", act: ask, expiresAt: noon_of_tests + 60_000, sent: false }],
    });
    expect(screen.getByText("Asking for the floor")).toBeDefined();
    expect(screen.getByText(/kept on this device/)).toBeDefined();
    noButton("Ask for the floor");
  });

  it("closes the form at once while the line is down", async () => {
    renderScreen(<Delegate />, { entities: withoutUs(), status: "reconnecting", answer: () => new Promise(() => {}) });
    await user().click(button("Ask for the floor"));
    await user().click(within(screen.getByRole("dialog")).getByRole("button", { name: "Ask for the floor" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("offers only the kinds that do not wait already", async () => {
    renderScreen(<Delegate />);
    await user().click(button("Ask for another turn"));
    const form = screen.getByRole("dialog");
    expect((within(form).getByRole("radio", { name: /^Statement/ }) as HTMLInputElement).disabled).toBe(true);
    expect((within(form).getByRole("radio", { name: /Group statement/ }) as HTMLInputElement).checked).toBe(true);
  });

  it("offers every kind again where the panel takes several of one", async () => {
    renderScreen(<Delegate />, { entities: afternoon(live({ severalEntries: true })) });
    await user().click(button("Ask for another turn"));
    expect(
      (within(screen.getByRole("dialog")).getByRole("radio", { name: /^Statement/ }) as HTMLInputElement).disabled,
    ).toBe(false);
  });

  it.each([
    [{ listStatus: ListStatus.CLOSED }, "The list of speakers is closed."],
    [{ listStatus: ListStatus.NOT_OPEN }, "The list of speakers is not open yet."],
    [{ listStatus: ListStatus.NOT_OPEN, listOpensAt: noon_of_tests + 600_000 }, "The list of speakers opens at 15:52."],
  ])("is not offered where the list takes none: %o", (over, words) => {
    renderScreen(<Delegate />, { entities: afternoon(order(...others), live(over)) });
    expect(screen.getByText(words)).toBeDefined();
    noButton("Ask for the floor");
  });

  it("tells of a refusal that came after a reload, until dismissed", async () => {
    const { hall } = renderScreen(<Delegate />, {
      late: [{ id: "c1", act: ask, outcome: { ok: false, code: "list_closed", details: {} } }],
    });
    expect(
      screen.getByText("Your request for the floor was not accepted. The list of speakers is closed."),
    ).toBeDefined();
    await user().click(button("Dismiss"));
    expect(hall.late).toEqual([]);
  });
});

describe("an answer that nobody has", () => {
  it("is not told as a refusal", () => {
    renderScreen(<Delegate />, {
      late: [{ id: "c1", act: ask, outcome: { ok: false, code: "outcome_unknown", details: {} } }],
    });
    expect(
      screen.getByText(/^No answer to a request of yours came back: it is not known whether it was done/),
    ).toBeDefined();
    expect(screen.queryByText(/was not accepted/)).toBeNull();
  });
});

describe("withdrawing", () => {
  it("asks once more within the button, and pressing twice keeps the place", async () => {
    const { hall } = renderScreen(<Delegate />);
    await user().dblClick(button("Withdraw"));
    expect(hall.acts).toEqual([]);
    expect(button("Withdraw")).toBeDefined();
  });

  it("withdraws on the second word", async () => {
    const { hall } = renderScreen(<Delegate />);
    await user().click(button("Withdraw"));
    expect(screen.getByText("Asking again later puts you at the end of the list.")).toBeDefined();
    await user().click(button("Withdraw now"));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "withdrawEntry", value: { entry: 15 } }]);
  });

  it("says why it was refused, there", async () => {
    renderScreen(<Delegate />, { answer: () => ({ ok: false, code: "not_waiting", details: {} }) });
    await user().click(button("Withdraw"));
    await user().click(button("Withdraw now"));
    const place = screen.getByRole("region", { name: "Your place in line" });
    expect((await within(place).findByRole("alert")).textContent).toBe("This request is no longer waiting.");
  });

  it("is under way until it is answered, also after a reload", () => {
    renderScreen(<Delegate />, {
      unanswered: [
        { id: "c", act: { case: "withdrawEntry", value: { entry: 15 } }, expiresAt: noon_of_tests, sent: true },
      ],
    });
    expect((button("Withdrawing") as HTMLButtonElement).disabled).toBe(true);
  });

  describe("left alone", () => {
    beforeEach(() => {
      vi.useFakeTimers({ shouldAdvanceTime: true });
    });
    afterEach(() => {
      vi.useRealTimers();
    });
    it("goes back to what it was after ten seconds", async () => {
      renderScreen(<Delegate />);
      await userEvent.setup({ advanceTimers: vi.advanceTimersByTime }).click(button("Withdraw"));
      expect(button("Withdraw now")).toBeDefined();
      act(() => vi.advanceTimersByTime(asks_for_ms));
      noButton("Withdraw now");
    });
  });
});

describe("having the floor", () => {
  const ours = as.floor(speech("EC", 46_000, { language: "es", limitMs: 180_000 }));

  it("fills the screen with the own clock and is announced at once", () => {
    const { hall } = renderScreen(<Delegate />, { entities: withoutUs() });
    act(() => hall.put(ours));
    expect(alerts()).toContain("You have the floor, 3\u00a0min.");
    expect(screen.getByRole("timer").textContent).toContain("2:14 left");
    expect(screen.getByText("Within time")).toBeDefined();
    expect(screen.queryByRole("tab")).toBeNull();
  });

  it("is given back by asking once more", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(ours) });
    await user().click(button("Give back the floor"));
    expect(hall.acts).toEqual([]);
    await user().click(button("Give it back now"));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "endSpeech", value: { speech: 7 } }]);
  });

  it("says that it is paused, and why", () => {
    renderScreen(<Delegate />, {
      entities: afternoon(as.floor(speech("EC", 46_000, { pausedAt: noon_of_tests, pauseCause: 1 }))),
    });
    expect(screen.getByText("Paused")).toBeDefined();
    expect(screen.getByText("The chair has paused your speech")).toBeDefined();
  });

  it("counts overtime up and says so", () => {
    renderScreen(<Delegate />, { entities: afternoon(as.floor(speech("EC", 312_000))) });
    expect(screen.getByText("+0:12")).toBeDefined();
    expect(screen.getByText("Over time")).toBeDefined();
  });

  it("is not taken from a panellist's turn", () => {
    renderScreen(<Delegate />, { entities: afternoon(as.floor(speech("", 1_000, { panellist: "italy", entry: 0 }))) });
    expect(screen.queryByText("You have the floor")).toBeNull();
    expect(screen.getByText("Panellist from Italy has the floor")).toBeDefined();
  });
});

describe("the state of the meeting", () => {
  it.each<[string, Partial<Meeting>, string]>([
    ["planned", { status: MeetingStatus.PLANNED }, "The meeting opens shortly"],
    [
      "suspended until an instant",
      { status: MeetingStatus.SUSPENDED, suspendedUntil: Date.parse("2005-11-29T16:00+01:00") },
      "The meeting is suspended until 16:00",
    ],
    ["suspended", { status: MeetingStatus.SUSPENDED }, "The meeting is suspended"],
    ["open with a free floor", {}, "The floor is free"],
  ])("is told in words: %s", (_, over, words) => {
    const status = over.status === MeetingStatus.PLANNED ? PanelStatus.PLANNED : PanelStatus.OPEN;
    renderScreen(<Delegate />, { entities: afternoon(meeting(over), live({ status }), as.floor(freeFloor())) });
    expect(screen.getByText(words)).toBeDefined();
  });

  it("names the hour of a meeting that is still to come", () => {
    renderScreen(<Delegate />, {
      now: Date.parse("2005-11-29T14:30+01:00"),
      entities: afternoon(
        meeting({ status: MeetingStatus.PLANNED }),
        live({ status: PanelStatus.PLANNED }),
        as.floor(freeFloor()),
      ),
    });
    expect(screen.getByText("The meeting opens at 15:00")).toBeDefined();
  });

  it("tells what it has asked and never sent, and calls it off", async () => {
    const { hall } = renderScreen(<Delegate />);
    await expectUnsentTold(hall, { case: "withdrawEntry", value: { entry: 15 } }, "Withdraw the request");
  });

  it("keeps the last view while reconnecting, and says so", () => {
    renderScreen(<Delegate />, { status: "reconnecting" });
    expect(screen.getByText("Reconnecting. What you see is the last known state.")).toBeDefined();
    expect(screen.getByRole("region", { name: "Your place in line" })).toBeDefined();
  });

  it("says on whose behalf the speaker speaks", () => {
    renderScreen(<Delegate />, { entities: afternoon(as.floor(kenyaSpeaks)) });
    expect(screen.getByText("on behalf of the African Group")).toBeDefined();
  });
});

describe("what the chair did with a request", () => {
  it.each([
    [Outcome.REMOVED, "At 15:41 the chair took your request off the list (Statement)."],
    [Outcome.NO_SHOW, "At 15:41 you were called and not there. You were moved back on the list (Statement)."],
    [
      Outcome.NO_SHOW_OFF,
      "At 15:41 you were called a second time and not there. Your request was taken off the list (Statement).",
    ],
    [Outcome.RESTORED, "At 15:41 your request was put back on the list (Statement)."],
    [Outcome.RETURNED, "At 15:41 you were returned to the head of the list (Statement)."],
    [Outcome.CUT, "At 15:41 the floor was released: your time was over (Statement)."],
  ])("is told in words: outcome %i", (outcome, words) => {
    renderScreen(<Delegate />, { entities: [...afternoon(), as.standing(standing("EC", { outcome }))] });
    expect(screen.getByText(words)).toBeDefined();
  });

  it("is dismissed for good, until something new happens", async () => {
    const removed = as.standing(standing("EC", { outcome: Outcome.REMOVED }));
    const first = renderScreen(<Delegate />, { entities: [...withoutUs(), removed] });
    await user().click(button("Dismiss"));
    expect(screen.queryByText(/took your request off/)).toBeNull();
    first.unmount();
    const { hall } = renderScreen(<Delegate />, { entities: [...withoutUs(), removed] });
    expect(screen.queryByText(/took your request off/)).toBeNull();
    act(() => hall.put(as.standing(standing("EC", { outcome: Outcome.RESTORED, at: noon_of_tests }))));
    expect(screen.getByText(/put back on the list/)).toBeDefined();
  });
});

describe("a notice dismissed in one of two sessions", () => {
  const removed = as.standing(standing("EC", { outcome: Outcome.REMOVED }));
  const show = (session: string, epoch: string) =>
    renderScreen(<Delegate />, { entities: [...withoutUs(), removed], hello: { session, epoch } });

  it("stays dismissed there, and hides none of the other", async () => {
    const first = show("first", "e1");
    await user().click(button("Dismiss"));
    first.unmount();
    const second = show("second", "e2");
    expect(screen.getByText(/took your request off/)).toBeDefined();
    await user().click(button("Dismiss"));
    second.unmount();
    show("first", "e1");
    expect(screen.queryByText(/took your request off/)).toBeNull();
  });
});

describe("a notice dismissed in a rehearsal", () => {
  const removed = as.standing(standing("EC", { outcome: Outcome.REMOVED }));
  const entities = [...withoutUs(), removed];

  it("hides none of the session that follows, and leaves nothing behind", async () => {
    const rehearsal = renderScreen(<Delegate />, { entities, hello: { epoch: "rehearsal" } });
    await user().click(button("Dismiss"));
    rehearsal.unmount();
    const kept = localStorage.length;
    const real = renderScreen(<Delegate />, { entities, hello: { epoch: "real" } });
    expect(screen.getByText(/took your request off/)).toBeDefined();
    await user().click(button("Dismiss"));
    expect(localStorage.length).toBe(kept);
    real.unmount();
    renderScreen(<Delegate />, { entities, hello: { epoch: "real" } });
    expect(screen.queryByText(/took your request off/)).toBeNull();
  });
});

describe("the programme", () => {
  const open = async () => user().click(screen.getByRole("tab", { name: "Programme" }));

  it("shows every panel with its documents and themes", async () => {
    renderScreen(<Delegate />);
    await open();
    const panel = screen.getByRole("tabpanel");
    for (const words of [
      "Special Event",
      "High-level Plenary Panel",
      "The Year in Review",
      "Migration and Development",
    ]) {
      expect(within(panel).getByRole("heading", { name: words })).toBeDefined();
    }
    expect(within(panel).getByText("IC/2005/3")).toBeDefined();
    expect(within(panel).getByText("Lack of trust")).toBeDefined();
  });

  it("takes advance inscriptions where a list is open, and nowhere else", async () => {
    const { hall } = renderScreen(<Delegate />);
    await open();
    const buttons = screen.getAllByRole("button", { name: /^Ask for the floor/ });
    expect(buttons.map((one) => one.getAttribute("aria-label"))).toEqual(["Ask for the floor: The Year in Review"]);
    await user().click(button("Ask for the floor: The Year in Review"));
    await user().click(within(screen.getByRole("dialog")).getByRole("button", { name: "Ask for the floor" }));
    expect(hall.acts[0]?.act.value).toMatchObject({ panel: "year" });
  });

  it("tells the place on a list of advance inscriptions and lets withdraw from it", async () => {
    const ahead = entry(40, "EC", { panel: "year" });
    const { hall } = renderScreen(<Delegate />, {
      entities: afternoon(as.entry(ahead), as.queue(queue("year", [40]))),
    });
    await open();
    expect(screen.getByText("You are on this list: place 1")).toBeDefined();
    await user().click(button(/^Withdraw \(/));
    await user().click(button(/^Withdraw now/));
    expect(hall.acts[0]?.act).toEqual({ case: "withdrawEntry", value: { entry: 40 } });
  });
});

describe("without a programme", () => {
  it("says so", () => {
    renderScreen(<Delegate />, { entities: [as.session(session({ panels: [], meetings: [] }))] });
    expect(screen.getByText("There is no programme yet.")).toBeDefined();
  });
});
