import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderScreen } from "../../testing/hall";
import {
  afternoon,
  as,
  entries,
  entry,
  guestEntry,
  help,
  kenyaSpeaks,
  meetings,
  noon_of_tests,
  notice,
  panels,
  pointHeard,
  pointOfOrder,
  pointSpeaks,
  queue,
  signal,
  speech,
  standing,
  texts,
} from "../../testing/views";
import {
  HelpStatus,
  Kind,
  ListStatus,
  type Meeting,
  MeetingStatus,
  Outcome,
  type Panel,
  PanelStatus,
  SignalKind,
} from "../../wire";
import Delegate from "./index";

const user = () => userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const noButton = (name: string | RegExp) => expect(screen.queryByRole("button", { name })).toBeNull();
const alerts = () => screen.getAllByRole("alert").map((one) => one.textContent);
const meeting = (over: Partial<Meeting>) => as.meeting({ ...(meetings[1] as Meeting), ...over });
const live = (over: Partial<Panel>) => as.panel({ ...(panels[1] as Panel), ...over });
const others = entries.map(({ id }) => id).filter((id) => id !== 15);
const ours = speech("EC", 60_000, { language: "es", limitMs: 180_000 });

describe("L5 a point of order", () => {
  it("is raised with a note or without one", async () => {
    const { hall } = renderScreen(<Delegate />);
    await user().click(button("Point of order"));
    await user().type(screen.getByLabelText("A word for the chair and the desk"), " No interpretation ");
    await user().click(button("Raise the point of order"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user().click(button("Point of order"));
    await user().click(button("Raise the point of order"));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([
      { case: "raisePointOfOrder", value: { panel: "high-level", note: "No interpretation" } },
      { case: "raisePointOfOrder", value: { panel: "high-level", note: "" } },
    ]);
  });

  it("can be raised in a suspension, and not between two meetings of a panel that is continued", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(meeting({ status: MeetingStatus.SUSPENDED })) });
    expect(button("Point of order")).toBeDefined();
    act(() => hall.put(meeting({ status: MeetingStatus.CLOSED })));
    noButton("Point of order");
  });

  it("can be raised while the list is closed, and not while the panel is", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(live({ listStatus: ListStatus.CLOSED })) });
    expect(button("Point of order")).toBeDefined();
    act(() => hall.put(live({ status: PanelStatus.PLANNED })));
    noButton("Point of order");
  });

  it("says a refusal in the form, in words", async () => {
    renderScreen(<Delegate />, { answer: () => ({ ok: false, code: "panel_not_open", details: {} }) });
    await user().click(button("Point of order"));
    await user().click(button("Raise the point of order"));
    expect((await within(screen.getByRole("dialog")).findByRole("alert")).textContent).toBe("The panel is not open.");
  });

  it("is not sent with a note that is too long, which is said and not cut", async () => {
    const { hall } = renderScreen(<Delegate />);
    await user().click(button("Point of order"));
    const dialog = within(screen.getByRole("dialog"));
    const note = await dialog.findByRole("textbox");
    await user().click(note);
    await user().paste("и".repeat(321));
    await user().click(dialog.getByRole("button", { name: "Raise the point of order" }));
    expect(hall.acts).toEqual([]);
    expect(dialog.getByText("1 character too many")).toBeDefined();
    await user().type(note, "{Backspace}");
    await user().click(dialog.getByRole("button", { name: "Raise the point of order" }));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([
      { case: "raisePointOfOrder", value: { panel: "high-level", note: "и".repeat(320) } },
    ]);
  });

  it("stands before the chair until it is withdrawn", async () => {
    const { hall } = renderScreen(<Delegate />, {
      entities: [...afternoon(), as.ownPoint(pointOfOrder(95, "EC", { note: "No interpretation" }))],
    });
    const point = within(screen.getByRole("region", { name: "Point of order" }));
    expect(point.getByText("Your point of order is before the chair")).toBeDefined();
    expect(point.getByText("raised at 15:41 · No interpretation")).toBeDefined();
    noButton("Point of order");
    await user().click(point.getByRole("button", { name: "Withdraw" }));
    await user().click(point.getByRole("button", { name: "Withdraw now" }));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "withdrawEntry", value: { entry: 95 } }]);
  });

  it("has the own clock in full while it is heard, and can give the floor back", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(as.floor(pointSpeaks("EC", kenyaSpeaks))) });
    expect(alerts()).toContain("Your point of order: you have the floor");
    expect(screen.getByRole("heading", { name: "Point of order" })).toBeDefined();
    expect(screen.getByRole("timer").textContent).toContain("0:48 left");
    await user().click(button("Give back the floor"));
    await user().click(button("Give it back now"));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "endSpeech", value: { speech: 8 } }]);
  });

  it("waits for the ruling once it was heard, and can no longer be withdrawn", () => {
    renderScreen(<Delegate />, {
      entities: [
        ...afternoon(as.floor(pointHeard("EC", kenyaSpeaks))),
        as.ownPoint(pointOfOrder(95, "EC", { recognised: true })),
      ],
    });
    const point = within(screen.getByRole("region", { name: "Point of order" }));
    expect(point.getByText("Your point of order was heard. The chair will rule on it.")).toBeDefined();
    expect(point.queryByRole("button")).toBeNull();
  });

  it.each([
    [Outcome.UPHELD, "At 15:41 the chair upheld your point of order."],
    [Outcome.OVERRULED, "At 15:41 the chair overruled your point of order."],
    [Outcome.NOTED, "At 15:41 the chair noted your point of order."],
    [Outcome.REMOVED, "At 15:41 the chair did not take up your point of order."],
    [Outcome.RESTORED, "At 15:41 your point of order was put before the chair again."],
  ])("is told its outcome in words: %i", (outcome, words) => {
    renderScreen(<Delegate />, {
      entities: [...afternoon(), as.standing(standing("EC", { outcome, kind: Kind.POINT_OF_ORDER }))],
    });
    expect(screen.getByText(words)).toBeDefined();
  });

  it("of another delegation is named, with the speech that it interrupts and where its clock stands", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(as.floor(pointSpeaks("CL", kenyaSpeaks))) });
    expect(screen.getByText("Chile: point of order")).toBeDefined();
    expect(screen.getByText("interrupts Kenya, whose clock stands and goes on afterwards")).toBeDefined();
    expect(screen.getAllByRole("timer").map((clock) => clock.textContent)).toEqual([
      expect.stringContaining("0:48 left"),
      expect.stringContaining("2:14 left"),
    ]);
    act(() => hall.put(as.floor(pointHeard("CL", kenyaSpeaks))));
    expect(screen.getByText("Chile: point of order")).toBeDefined();
    expect(screen.getByText("The chair will rule on it")).toBeDefined();
    expect(screen.getByRole("timer").textContent).toContain("2:14 left");
  });

  it("that interrupts the own speech leaves its clock on the screen, standing", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(as.floor(ours)) });
    act(() => hall.put(as.floor(pointSpeaks("CL", ours, 0, 60_000))));
    expect(screen.getByRole("heading", { name: "A point of order by Chile has interrupted you" })).toBeDefined();
    expect(alerts()).toContain("Your clock stands. You go on with the time that you see once the chair has ruled.");
    act(() => hall.moveTime(30_000));
    expect(screen.getByRole("timer").textContent).toContain("2:00 left");
    noButton("Give back the floor");
    act(() => hall.put(as.floor(pointHeard("CL", ours))));
    expect(screen.getByText("Interrupted")).toBeDefined();
  });
});

describe("I3 a signal of a booth", () => {
  it.each([
    [SignalKind.SPEAK_SLOWLY, "Please speak more slowly"],
    [SignalKind.NO_SOUND, "The interpreters do not hear you"],
    [SignalKind.MICROPHONE, "Please speak into the microphone"],
  ])("is told to the one who speaks at once, in words: %i", async (kind, words) => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(as.floor(ours)) });
    act(() => hall.put(as.ownSignal("EC", signal(3, { kind }))));
    expect(alerts()).toContain(words);
    await user().click(button(`Seen: ${words}`));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "markSignalSeen", value: { signal: 3 } }]);
    act(() => hall.put(as.ownSignal("EC", signal(3, { kind, seenAt: noon_of_tests }))));
    expect(alerts()).not.toContain(words);
    expect(screen.getByText(`${words} · seen`)).toBeDefined();
    act(() => hall.remove("own/signal/EC/3"));
    expect(screen.queryByText(`${words} · seen`)).toBeNull();
  });
});

describe("V3 notices", () => {
  const all = as.notice(notice(1, texts("The bus leaves at seven.", "Le bus part à sept heures.")));
  const own = as.ownNotice(
    "EC",
    notice(2, texts("Please come to the desk."), { to: { to: { case: "delegation", value: "EC" } } }),
  );

  it("stand at the top of every part of the screen, those to the delegation marked", async () => {
    renderScreen(<Delegate />, { entities: [...afternoon(), all, own] });
    expect(alerts()).toContainEqual(expect.stringContaining("Notice to participants, 15:37The bus leaves at seven."));
    expect(alerts()).toContainEqual(expect.stringContaining("To your delegation, 15:37Please come to the desk."));
    await user().click(screen.getByRole("tab", { name: "Programme" }));
    expect(screen.getByText("The bus leaves at seven.")).toBeDefined();
  });

  it("come in the language of the screen", () => {
    renderScreen(<Delegate />, { entities: [...afternoon(), all] }, "fr");
    expect(screen.getByText("Le bus part à sept heures.")).toBeDefined();
  });

  it("stay dismissed on this device, and go when they are withdrawn", async () => {
    const first = renderScreen(<Delegate />, { entities: [...afternoon(), all, own] });
    const bus = within(screen.getByText("The bus leaves at seven.").closest("[role=alert]") as HTMLElement);
    await user().click(bus.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText("The bus leaves at seven.")).toBeNull();
    first.unmount();
    const { hall } = renderScreen(<Delegate />, { entities: [...afternoon(), all, own] });
    expect(screen.queryByText("The bus leaves at seven.")).toBeNull();
    act(() => hall.remove("own/notice/EC/2"));
    expect(screen.queryByText("Please come to the desk.")).toBeNull();
  });

  it("leave the place in line in sight: further ones are behind a button", async () => {
    const many = [1, 2, 3, 4].map((id) => as.notice(notice(id, texts(`Notice ${id}.`), { sentAt: id })));
    renderScreen(<Delegate />, { entities: [...afternoon(), ...many] });
    expect(screen.queryByText("Notice 1.")).toBeNull();
    await user().click(button("Show 2 more notices"));
    expect(screen.getByText("Notice 1.")).toBeDefined();
  });

  it("to the delegation reach it while it speaks", () => {
    renderScreen(<Delegate />, { entities: [...afternoon(as.floor(ours)), all, own] });
    expect(screen.getByText("Please come to the desk.")).toBeDefined();
    expect(screen.queryByText("The bus leaves at seven.")).toBeNull();
  });
});

describe("V3 help of the desk", () => {
  it("is asked for with a note or without one", async () => {
    const { hall } = renderScreen(<Delegate />);
    await user().click(button("Ask the desk for help"));
    await user().type(screen.getByLabelText("What you need"), "Water");
    await user().click(button("Ask for help"));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "requestHelp", value: { note: "Water" } }]);
  });

  it("is told how it stands, and can be withdrawn", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: [...afternoon(), as.ownHelp(help(4, "EC"))] });
    noButton("Ask the desk for help");
    const asked = within(screen.getByRole("region", { name: "Help" }));
    expect(asked.getByText("You have asked the desk for help")).toBeDefined();
    act(() => hall.put(as.ownHelp(help(4, "EC", { status: HelpStatus.TAKEN }))));
    expect(asked.getByText("The desk is seeing to it")).toBeDefined();
    await user().click(asked.getByRole("button", { name: "Take back the call for help" }));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "closeHelp", value: { help: 4 } }]);
    act(() => hall.remove("own/help/EC/4"));
    expect(button("Ask the desk for help")).toBeDefined();
  });
});

describe("L3 a guest", () => {
  it("stands in the list by name and body", () => {
    renderScreen(<Delegate />, {
      entities: afternoon(as.entry(guestEntry(31)), as.queue(queue("high-level", [31, 15]))),
    });
    const row = within(screen.getByRole("tabpanel")).getAllByRole("listitem")[0];
    expect(row?.textContent).toContain("Ines Sample (fictional)Institute for Mobility StudiesGuest");
  });

  it("who speaks is named", () => {
    const floor = speech("", 1_000, { body: "Institute for Mobility Studies" });
    renderScreen(<Delegate />, { entities: afternoon(as.floor(floor)) });
    expect(screen.getByText("Institute for Mobility Studies has the floor")).toBeDefined();
  });
});

describe("L6 who was passed over", () => {
  const passed = as.entry(entry(15, "EC", { skipped: true }));

  it("keeps the place, and is told so", () => {
    renderScreen(<Delegate />, {
      entities: afternoon(passed, as.queue(queue("high-level", [15, ...others], { next: others[0] ?? 0 }))),
    });
    expect(alerts()).not.toContain("You are next");
    const place = within(screen.getByRole("region", { name: "Your place in line" }));
    expect(place.getByText("1")).toBeDefined();
    expect(place.getByText("You were passed over once and keep your place.")).toBeDefined();
  });

  it("makes the one after it the next", () => {
    renderScreen(<Delegate />, {
      entities: afternoon(
        as.entry(entry(11, "CL", { skipped: true })),
        as.queue(queue("high-level", [11, 15, 12], { next: 15 })),
      ),
    });
    expect(screen.getByText("You are next")).toBeVisible();
    expect(screen.getByText("passed over once, keeps its place")).toBeDefined();
  });
});
