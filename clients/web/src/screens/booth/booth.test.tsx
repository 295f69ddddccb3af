import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Locale } from "../../i18n";
import { frenchBooth, kenya, kenyaText, longText, texts_of_booth } from "../../testing/booth";
import { renderScreen } from "../../testing/hall";
import { expectLedgerToldOnce } from "../../testing/ledger";
import type { Staging } from "../../testing/staged";
import { expectUnsentTold } from "../../testing/unanswered";
import {
  afternoon,
  as,
  at,
  entry,
  freeFloor,
  guestEntry,
  meetings,
  noon_of_tests,
  notice,
  pointHeard,
  pointSpeaks,
  queue,
  signal,
  speech,
  statement,
  statementText,
  texts,
} from "../../testing/views";
import { Delivery, type Entity, Kind, MeetingStatus, SignalKind } from "../../wire";
import Booth from "./index";
import { next_shown } from "./Next";
import { APART_MS, ASKS_MS } from "./withdrawing";

afterEach(() => void vi.useRealTimers());

const show = (over: Entity[] = [], staging: Staging = {}, locale: Locale = "en") =>
  renderScreen(<Booth />, { hello: frenchBooth, entities: afternoon(...texts_of_booth, ...over), ...staging }, locale);
const meeting = (status: MeetingStatus, suspendedUntil = 0) =>
  as.meeting({ ...(meetings[1] as (typeof meetings)[number]), status, suspendedUntil });
const side = () => within(screen.getByRole("complementary"));
const main = () => within(screen.getByRole("main"));
const rows = () => side().getAllByRole("listitem");
const reached = () => document.querySelector("[aria-current]")?.textContent;
const button = (name: RegExp | string) => screen.getByRole("button", { name });
const press = (name: RegExp | string) => userEvent.click(button(name));
const key = (pressed: string) => act(async () => fireEvent.keyDown(document.body, { key: pressed }));

describe("the booth", () => {
  it.each<[Locale, string]>([
    ["en", "French booth"],
    ["fr", "Cabine française"],
    ["es", "Cabina de francés"],
  ])("goes by the language of its seat, in %s", (locale, name) => {
    show([], {}, locale);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(name);
    expect(document.title).toBe(`${name}\u00a0· Rostrum`);
  });

  it("names a booth of any other language, and one of none", () => {
    const { unmount } = show([], { hello: { ...frenchBooth, language: "pt" } });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Booth: Portuguese");
    unmount();
    show([], { hello: { ...frenchBooth, language: "" } });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Booth");
  });

  it("can be light by choice, which the device keeps for its booths alone", async () => {
    const { unmount } = show();
    await press("Light screen");
    expect(document.documentElement.dataset.theme).toBe("light");
    unmount();
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(localStorage.getItem("rostrum.theme")).toBeNull();
    const again = show();
    expect(document.documentElement.dataset.theme).toBe("light");
    await press("Dark screen");
    expect(document.documentElement.dataset.theme).toBe("dark");
    again.unmount();
    localStorage.clear();
  });

  it("is dark at first, whatever the device prefers", () => {
    const { unmount } = show();
    expect(document.documentElement.dataset.theme).toBe("dark");
    unmount();
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it("says quietly, in one line, that nothing new is accepted, and no more once it is", () => {
    const { hall } = show();
    expectLedgerToldOnce(hall);
  });

  it("tells what it has asked and never sent, and calls it off", async () => {
    const { hall } = show();
    const signalled = { case: "raiseSignal", value: { kind: SignalKind.NO_SOUND } } as const;
    await expectUnsentTold(hall, signalled, "Send the signal “No sound”");
  });

  it("keeps the last view while reconnecting, and says so", () => {
    const { hall } = show();
    act(() => hall.stage({ status: "reconnecting" }));
    expect(screen.getByText("Reconnecting. What you see is the last known state.")).toBeDefined();
    expect(reached()).toContain("Coherence begins at home");
  });

  it("shows the newest notice, and the others on demand", async () => {
    show([
      as.notice(notice(1, texts("The meeting goes on until 18:30."))),
      as.notice(notice(2, texts("Relief at 16:30."), { sentAt: noon_of_tests })),
    ]);
    expect(main().getByText("Relief at 16:30.")).toBeDefined();
    expect(main().queryByText("The meeting goes on until 18:30.")).toBeNull();
    await press("1 more notice");
    expect(main().getByText("The meeting goes on until 18:30.")).toBeDefined();
  });
});

describe("who speaks", () => {
  it("I1 has name, title, language, kind, limit, clock, light and delivery mode", () => {
    show();
    expect(side().getByRole("heading", { name: "Kenya" })).toBeDefined();
    expect(
      side().getByText("Permanent Representative · on behalf of the African Group · English · Group statement"),
    ).toBeDefined();
    expect(side().getByRole("timer").textContent).toContain("2:14 left");
    expect(side().getByText("Within time")).toBeDefined();
    expect(side().getByText(/left of 5:00/)).toBeDefined();
    expect(side().getByText("Check against delivery")).toBeDefined();
  });

  it("I1 tells a text that is read word for word", () => {
    show([as.statement({ ...kenyaText, delivery: Delivery.VERBATIM })]);
    expect(side().getByText("Read word for word")).toBeDefined();
  });

  it("L5 a point of order is shown with its own clock, and whose speech it interrupts with what is left of it", () => {
    show([as.floor(pointSpeaks("BR", kenya))]);
    expect(side().getByText("Point of order")).toBeDefined();
    expect(side().getByRole("heading", { name: "Brazil" })).toBeDefined();
    expect(side().getByRole("timer").textContent).toContain("0:48 left");
    expect(side().getByText("Interrupted: Kenya · 2:14 left")).toBeDefined();
    expect(side().queryByText(/English/)).toBeNull();
    // The text that goes on afterwards stays open at its place.
    expect(reached()).toContain("Coherence begins at home");
    expect(main().getByText("Goes on afterwards")).toBeDefined();
  });

  it("L5 a point of order that was heard waits for its ruling", () => {
    show([as.floor(pointHeard("BR", kenya))]);
    expect(side().getByRole("heading", { name: "Brazil" })).toBeDefined();
    expect(side().getByText("Heard. The chair is to rule on it.")).toBeDefined();
    expect(side().queryByRole("timer")).toBeNull();
  });

  it("says aloud who has got the floor", () => {
    const { hall } = show([as.floor(freeFloor())]);
    act(() => hall.put(as.floor(kenya)));
    expect(
      side()
        .getAllByRole("status")
        .map((said) => said.textContent),
    ).toContain("Kenya has the floor");
  });

  it("L3 a guest goes by body, name and title", () => {
    const speaker = { name: "Ines Sample (fictional)", title: "Director" };
    show([as.floor(speech("", 30_000, { body: "Institute for Mobility Studies", speaker }))]);
    expect(side().getByRole("heading", { name: "Institute for Mobility Studies" })).toBeDefined();
    expect(side().getByText(/^Ines Sample \(fictional\), Director · English · Statement · Guest$/)).toBeDefined();
  });

  it.each<[string, Entity[], string]>([
    ["the floor is free", [as.floor(freeFloor())], "The floor is free"],
    ["the meeting is closed", [meeting(MeetingStatus.CLOSED), as.floor(freeFloor())], "The meeting is closed"],
    [
      "the meeting is suspended",
      [meeting(MeetingStatus.SUSPENDED, at("2005-11-29T16:00+01:00")), as.floor(freeFloor())],
      "The meeting is suspended until 16:00",
    ],
  ])("says that %s, at the side and where the text would be", (_, over, words) => {
    const { hall } = show();
    act(() => hall.put(...over));
    expect(side().getByText(words)).toBeDefined();
    expect(main().getByText(words)).toBeDefined();
  });

  it("shows a speech that a suspension paused", () => {
    show([meeting(MeetingStatus.SUSPENDED), as.floor({ ...kenya, pausedAt: noon_of_tests })]);
    expect(side().getByText("The meeting is suspended")).toBeDefined();
    expect(side().getByText("Paused")).toBeDefined();
    expect(reached()).toContain("Coherence begins at home");
  });
});

describe("the next speakers", () => {
  it("I1 have name, language, kind and the state of the text", () => {
    show();
    expect(rows()).toHaveLength(next_shown);
    expect(rows()[0]?.textContent).toBe(
      "Chile ESAmbassadorStatement\u00a0· 3\u00a0min\u00a0· Check against delivery\u00a0· Under embargoText v2",
    );
    expect(rows()[1]?.textContent).toBe(
      "Morocco FRMinisterStatement\u00a0· 3\u00a0min\u00a0· Check against delivery\u00a0· ReleasedText",
    );
    expect(rows()[2]?.textContent).toBe("Philippines ENUnder-SecretaryStatement\u00a0· 3\u00a0minNo text");
    expect(rows()[3]?.textContent).toContain("Question");
  });

  it("L6 come in the order in which they are called: who was passed over comes after the one that is next", () => {
    show([as.queue(queue("high-level", [11, 12, 13], { next: 12 }))]);
    expect(rows().map((row) => row.textContent?.slice(0, 5))).toEqual(["Moroc", "Chile", "Phili"]);
  });

  it("L3 name a guest by the body", () => {
    show([as.entry(guestEntry(31)), as.queue(queue("high-level", [31]))]);
    expect(rows()[0]?.textContent).toContain("Institute for Mobility Studies");
    expect(rows()[0]?.textContent).toContain("Guest");
    expect(rows()[0]?.querySelector("[aria-hidden]")?.textContent, "a plate with letters").toBe("IMS");
  });

  it("says that nobody waits", () => {
    show([as.queue(queue("high-level", []))]);
    expect(side().getByText("Nobody waiting")).toBeDefined();
  });
});

describe("the text", () => {
  it("S3 follows the paragraph reached", () => {
    const { hall } = show();
    expect(reached()).toContain("Coherence begins at home");
    act(() => hall.put(as.floor({ ...kenya, paragraph: 3 })));
    expect(reached()).toContain("Our diasporas are partners");
  });

  it("I1 is of sixty paragraphs too", () => {
    show([as.statement(longText), as.floor({ ...kenya, paragraph: 31 })]);
    expect(reached()).toContain("31. ");
    expect(document.querySelectorAll("[data-paragraph]")).toHaveLength(60);
  });

  it("I1 names version, words and the time they take", () => {
    show();
    expect(main().getByText("Version 2")).toBeDefined();
    expect(main().getByText("106 words · 58 s")).toBeDefined();
    expect(main().queryByText("Under embargo")).toBeNull();
  });

  it("S2 is there under embargo too, which it says", () => {
    show([as.statement({ ...kenyaText, releasedAt: 0 }), as.floor({ ...kenya, paragraph: 0 })]);
    expect(main().getByText("Under embargo")).toBeDefined();
    expect(main().getByText(/Coherence begins at home/)).toBeDefined();
  });

  it("I1 starts in the language spoken, and goes to another at the same paragraph", async () => {
    show();
    expect(button("English").getAttribute("aria-pressed")).toBe("true");
    await press("Français");
    expect(button("Français").getAttribute("aria-pressed")).toBe("true");
    expect(reached()).toContain("La cohérence commence chez soi");
    await key("l");
    expect(reached()).toContain("Coherence begins at home");
  });

  it("I1 keeps the choice of a language to the speech it was made in", async () => {
    const { hall } = show();
    await press("Français");
    const next = statement(91, "BA", [statementText("fr", ["Un."]), statementText("en", ["One."])]);
    act(() => hall.put(as.statement(next), as.floor(speech("BA", 1_000, { speech: 8, entry: 91 }))));
    expect(main().getByText("One.")).toBeDefined();
  });

  it("I1 has two sizes, kept on the device", async () => {
    const size = () =>
      document.querySelector<HTMLElement>("[style*='--text-size']")?.style.getPropertyValue("--text-size");
    const { unmount } = show();
    expect(size()).toBe("1.375rem");
    await press("Large size");
    expect(size()).toBe("1.875rem");
    unmount();
    show();
    expect(size()).toBe("1.875rem");
    await key("s");
    expect(size()).toBe("1.375rem");
  });

  it("says that there is none", () => {
    show([as.floor(speech("BA", 1_000, { entry: 91 }))]);
    expect(main().getByText("No text was handed in for this speech.")).toBeDefined();
  });
});

describe("a text read beforehand", () => {
  it("I1 opens from the list, without a paragraph, and returns by a button", async () => {
    show();
    await press("Text v2, Chile");
    expect(main().getByText("Read beforehand")).toBeDefined();
    expect(main().getByRole("heading", { name: "Chile" })).toBeDefined();
    expect(main().getByText(/La confianza se construye/)).toBeDefined();
    expect(reached()).toBeUndefined();
    expect(button("Text v2, Chile").getAttribute("aria-pressed")).toBe("true");
    await press("Back to the live text");
    expect(reached()).toContain("Coherence begins at home");
  });

  it("I1 returns by its key, and by a second press", async () => {
    show();
    await press("Text v2, Chile");
    await key("b");
    expect(reached()).toContain("Coherence begins at home");
    await press("Text v2, Chile");
    await press("Text v2, Chile");
    expect(reached()).toContain("Coherence begins at home");
  });

  it("I1 becomes the live one when its speech begins", async () => {
    const { hall } = show();
    await press("Text v2, Chile");
    act(() =>
      hall.put(
        as.queue(queue("high-level", [12, 13])),
        as.floor(speech("CL", 1_000, { speech: 8, entry: 11, language: "es", paragraph: 1 })),
      ),
    );
    expect(main().queryByText("Read beforehand")).toBeNull();
    expect(reached()).toContain("Señora Presidenta");
  });

  it("I1 can be opened while nobody speaks", async () => {
    show([as.floor(freeFloor()), as.entry(entry(11, "CL", { kind: Kind.STATEMENT, language: "es" }))]);
    await press("Text v2, Chile");
    expect(main().getByText(/La confianza se construye/)).toBeDefined();
  });
});

describe("signals", () => {
  it("I3 are raised by a press and ended by two more that are apart", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    const { hall } = show();
    await press("Speak slowly");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "raiseSignal", value: { kind: SignalKind.SPEAK_SLOWLY } });
    act(() => hall.put(as.signal(signal(5))));
    expect(button(/^Speak slowly/).getAttribute("aria-pressed")).toBe("true");
    expect(button(/^Speak slowly/).textContent).toContain("Raised at 15:42");
    await press(/^Speak slowly/);
    await press("Speak slowly, Raised at 15:42\u00a0· press again to withdraw");
    expect(hall.acts, "a double press never withdraws").toHaveLength(1);
    act(() => void vi.advanceTimersByTime(APART_MS));
    await press(/^Speak slowly/);
    expect(hall.acts.at(-1)?.act).toEqual({ case: "endSignal", value: { signal: 5 } });
  });

  it("I3 that were raised here are told from a later one of a colleague", async () => {
    const { hall } = show();
    await press("Speak slowly");
    act(() => hall.put(as.signal(signal(5))));
    expect(button(/^Speak slowly/).textContent).not.toContain("another device");
    act(() => hall.remove("signal/5"));
    act(() => hall.put(as.signal(signal(6))));
    expect(button(/^Speak slowly/).textContent).toContain("by another device");
  });

  it("I3 that a colleague has raised say so, and are withdrawn by no single or double press, nor by a late second one", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    const { hall } = show([as.signal(signal(5))]);
    expect(button(/^Speak slowly/).textContent).toContain("Raised at 15:42 by another device");
    await key("1");
    await key("1");
    act(() => void vi.advanceTimersByTime(ASKS_MS));
    expect(button("Speak slowly, Raised at 15:42 by another device")).toBeDefined();
    await key("1");
    expect(hall.acts).toEqual([]);
    act(() => void vi.advanceTimersByTime(APART_MS));
    await key("1");
    expect(hall.acts.map(({ act: one }) => one)).toEqual([{ case: "endSignal", value: { signal: 5 } }]);
  });

  it("I3 tell when they were seen", () => {
    const { hall } = show([as.signal(signal(5))]);
    act(() => hall.put(as.signal(signal(5, { seenAt: noon_of_tests }))));
    expect(screen.getByText("Speak slowly: Seen at 15:42")).toBeDefined();
    act(() => hall.remove("signal/5"));
    expect(button(/^Speak slowly/).getAttribute("aria-pressed")).toBe("false");
  });

  it.each([
    ["1", SignalKind.SPEAK_SLOWLY],
    ["2", SignalKind.NO_SOUND],
    ["3", SignalKind.MICROPHONE],
  ])("I3 have keys: %s", async (pressed, kind) => {
    const { hall } = show();
    await key(pressed);
    expect(hall.acts.map(({ act: one }) => one)).toEqual([{ case: "raiseSignal", value: { kind } }]);
  });

  it("I3 have their keys where a French keyboard has the digits", async () => {
    const { hall } = show();
    await act(async () => fireEvent.keyDown(document.body, { key: "&", code: "Digit1" }));
    await act(async () => fireEvent.keyDown(document.body, { key: "é", code: "Digit2" }));
    await act(async () => fireEvent.keyDown(document.body, { key: "!", code: "Digit3", shiftKey: true }));
    expect(hall.acts.map(({ act: one }) => one)).toEqual([
      { case: "raiseSignal", value: { kind: SignalKind.SPEAK_SLOWLY } },
      { case: "raiseSignal", value: { kind: SignalKind.NO_SOUND } },
    ]);
  });

  it("I3 are sent once, however often they are pressed before the answer", async () => {
    const { hall } = show([], { answer: () => new Promise(() => {}) });
    await key("1");
    await key("1");
    expect(hall.acts).toHaveLength(1);
    expect(button(/^Speak slowly/).textContent).toContain("Sending");
  });

  it("I3 say at the button why they were refused", async () => {
    show([as.floor(freeFloor())], { answer: () => ({ ok: false, code: "nobody_speaks", details: {} }) });
    await press("Microphone");
    const refusal = await screen.findByRole("alert");
    expect(refusal.textContent).toBe("Not sent: that speech had ended.");
    expect(refusal.parentElement?.contains(button("Microphone"))).toBe(true);
  });

  it("I3 that were refused say so until somebody else speaks, and keep the focus then", async () => {
    const { hall } = show([], { answer: () => ({ ok: false, code: "nobody_speaks", details: {} }) });
    act(() => hall.put(as.floor(freeFloor())));
    await press("Microphone");
    await screen.findByRole("alert");
    act(() => hall.put(as.floor(speech("BA", 1_000, { speech: 8, entry: 91 }))));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(button("Microphone")).toHaveFocus();
  });

  it("I3 that were refused say so no more once they stand after all", async () => {
    const { hall } = show([], { answer: () => ({ ok: false, code: "too_fast", details: {} }) });
    await press("Speak slowly");
    await screen.findByRole("alert");
    act(() => hall.put(as.signal(signal(5))));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("I1 lists keys of the text where there is something for them to do", async () => {
    const { hall } = show([as.floor(speech("BA", 1_000, { entry: 91 }))]);
    const foot = () => within(screen.getByRole("contentinfo"));
    for (const words of [/Language of the text/, /Size of the text/, /Back to the live text/])
      expect(foot().queryByText(words)).toBeNull();
    expect(foot().getByText(/Signals/)).toBeDefined();
    await press("Text v2, Chile");
    expect(foot().queryByText(/Language of the text/)).toBeNull();
    expect(foot().getByText(/Size of the text/)).toBeDefined();
    expect(foot().getByText(/Back to the live text/)).toBeDefined();
    act(() => hall.put(as.floor(kenya)));
    await key("b");
    expect(foot().getByText(/Language of the text/)).toBeDefined();
    expect(foot().queryByText(/Back to the live text/)).toBeNull();
  });

  it("I3 of other booths are shown by kind, and are not this booth's", () => {
    show([
      as.signal(signal(1, { kind: SignalKind.NO_SOUND, seat: "booth-es", language: "es" })),
      as.signal(signal(2, { kind: SignalKind.NO_SOUND, seat: "booth-ar", language: "ar" })),
    ]);
    const others = within(screen.getByRole("list", { name: "Other booths" }));
    expect(others.getByText("No sound: Spanish booth and Arabic booth")).toBeDefined();
    expect(button("No sound").getAttribute("aria-pressed")).toBe("false");
  });
});

describe("while nobody speaks", () => {
  const free = [as.floor(freeFloor())];

  it("S3 the last statement stays to be read, under words that say that nobody speaks", () => {
    show(free);
    expect(main().getByText("The floor is free")).toBeDefined();
    expect(main().getByText("The last statement")).toBeDefined();
    expect(main().getByRole("heading", { name: "Kenya" })).toBeDefined();
    expect(main().getByText(/Coherence begins at home/)).toBeDefined();
    expect(reached()).toBeUndefined();
  });

  it("S3 neither the text of one that waits nor of another panel is taken for the last", () => {
    const { hall } = show(free);
    act(() => hall.remove("statement/90"));
    expect(main().queryByText(/The last statement/)).toBeNull();
    act(() => hall.put(as.statement({ ...kenyaText, panel: "review" })));
    expect(main().queryByText(/The last statement/)).toBeNull();
    expect(main().getByText("The floor is free")).toBeDefined();
  });

  it("says of a signal on its button that it is not known to be raised yet, and raises it once", async () => {
    const { hall } = show([], { answer: () => "unconfirmed" });
    await press(/^Speak slowly/);
    const slowly = button("Speak slowly, Sent, not yet confirmed");
    expect(within(slowly).getByText("Sent, not yet confirmed")).toBeVisible();
    expect(slowly).toHaveAttribute("data-unconfirmed");
    expect(screen.getByText("Speak slowly: Sent, not yet confirmed")).toHaveAttribute("role", "status");
    await userEvent.click(slowly);
    expect(hall.acts).toHaveLength(1);
    await act(async () => hall.confirm());
    expect(screen.queryByText(/not yet confirmed/)).toBeNull();
  });
});
