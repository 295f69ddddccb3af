import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Locale } from "../../i18n";
import { SWAP_REST_MS } from "../../shared/acts/book";
import { renderScreen } from "../../testing/hall";
import type { Staging } from "../../testing/staged";
import { expectUnsentTold } from "../../testing/unanswered";
import {
  as,
  help,
  kenyaSpeaks,
  noon_of_tests,
  notice,
  pointHeard,
  pointOfOrder,
  pointSpeaks,
  seat,
  signal,
  statement,
  statementText,
  texts,
} from "../../testing/views";
import {
  Audience,
  Delivery,
  type Entity,
  Kind,
  type Panel,
  PanelStatus,
  Role,
  Ruling,
  SignalKind,
  TextFormat,
} from "../../wire";
import { busy, lines, recognised, staged } from "./fixture";
import DeskScreen from "./index";
import { notice_characters_max } from "./NoticeDialog";
import type { Part } from "./Rail";

// The gate's way to another page is jsdom's: it cannot go there.
vi.mock("../../shared/gate", async (real) => ({
  ...(await real<typeof import("../../shared/gate")>()),
  openAlso: vi.fn(),
}));

const few: Entity[] = busy.filter(({ key }) => !/^(delegation|seat)\/[a-z]{2}$/i.test(key));
const own = [seat("desk", { role: Role.DESK }), seat("ec", { delegation: "EC" }), seat("ke", { delegation: "KE" })];

function show(tab: Part = "roster", over: Entity[] = few, more: Partial<Staging> = {}, locale: Locale = "en") {
  return renderScreen(<DeskScreen tab={tab} />, staged([...over, ...own.map(as.seat)], more), locale);
}
const press = (name: RegExp | string) => userEvent.click(screen.getByRole("button", { name }));
const needs = () => screen.getByRole("region", { name: "Needs an act now" });
/** What is read out at once. */
const read = () =>
  within(needs())
    .getAllByRole("alert")
    .map((alert) => alert.textContent ?? "");
const last = (hall: { acts: { act: unknown }[] }) => hall.acts.at(-1)?.act;

afterEach(() => {
  vi.useRealTimers();
});

describe("what needs an act now", () => {
  it("says at the act that was pressed, and at no other, that it is not known to be done yet", async () => {
    const { hall } = show("roster", few, { answer: () => "unconfirmed" });
    const [first, ...others] = within(needs()).getAllByRole("listitem");
    const [recognise, refuse] = within(first as HTMLElement).getAllByRole("button");
    await userEvent.click(recognise as HTMLElement);
    expect(within(first as HTMLElement).getByText("Sent, not yet confirmed")).toBeVisible();
    expect(recognise).toHaveAttribute("data-unconfirmed");
    expect(refuse).not.toHaveAttribute("data-unconfirmed");
    for (const other of others) expect(within(other).queryByText("Sent, not yet confirmed")).toBeNull();
    await userEvent.click(recognise as HTMLElement);
    expect(hall.acts).toHaveLength(1);
    await act(async () => hall.confirm());
    expect(screen.queryByText("Sent, not yet confirmed")).toBeNull();
  });

  it("L5 a point of order stands first, with its note and age, and is read out at once", () => {
    show("notices");
    const first = within(needs()).getAllByRole("listitem")[0] as HTMLElement;
    expect(first.textContent).toContain("Democratic Republic of the Congo");
    expect(first.textContent).toContain("The speaker addresses a matter that is not before this panel.");
    expect(first.textContent).toContain("for 0:21");
    expect(read()[0]).toMatch(/^Point of order: Democratic Republic of the Congo\. The speaker addresses/);
  });

  it("L5 I3 each is read out by itself: what was there already is not touched by what comes", () => {
    const { hall } = show("notices");
    const before = within(needs()).getAllByRole("alert");
    expect(before.every((alert) => within(alert).queryByRole("alert") === null)).toBe(true);
    const texts = before.map((alert) => alert.textContent);
    act(() => hall.put(as.point(pointOfOrder(96, "CH"))));
    const after = within(needs()).getAllByRole("alert");
    expect(after.filter((alert) => !before.includes(alert)).map((alert) => alert.textContent?.trim())).toEqual([
      expect.stringMatching(/^Point of order: Switzerland\./),
    ]);
    expect(before.map((alert) => alert.textContent)).toEqual(texts);
  });

  it("V3 a request for help is read out when there is time, and only the new one", async () => {
    const { hall } = show("notices");
    const log = within(needs()).getByRole("log");
    const told: string[] = [];
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) told.push(node.textContent ?? "");
    });
    watch.observe(log, { childList: true, characterData: true, subtree: true });
    act(() => hall.put(as.help(help(99, "CH"))));
    await waitFor(() => expect(told).toEqual(["Switzerland asks the desk for help."]));
    watch.disconnect();
  });

  it("L5 a point of order is recognised", async () => {
    const { hall } = show("notices");
    await press("Recognise the point of order of Democratic Republic of the Congo");
    expect(last(hall)).toEqual({ case: "recognisePointOfOrder", value: { entry: 31 } });
  });

  it("L5 a point of order that is not taken up can be put back", async () => {
    const { hall } = show("notices");
    await press("Point of order of Democratic Republic of the Congo: not taken up");
    expect(last(hall)).toEqual({ case: "removeEntry", value: { entry: 31 } });
    act(() => hall.remove("point/31"));
    await press("Put it back");
    expect(last(hall)).toEqual({ case: "restoreEntry", value: { entry: 31 } });
  });

  it("L5 another point waits while one is before the chair, and the ruling is offered for that one", async () => {
    const { hall } = show("notices", recognised);
    expect(screen.getByRole("button", { name: "Recognise the point of order of Switzerland" })).toBeDisabled();
    expect(within(needs()).getByText("Another point of order is before the chair.")).toBeDefined();
    await press("Overruled: point of order of Democratic Republic of the Congo");
    expect(last(hall)).toEqual({ case: "rulePointOfOrder", value: { entry: 95, ruling: Ruling.OVERRULED } });
  });

  it("says why an act was refused, where it was done", async () => {
    show("notices", few, { answer: () => ({ ok: false, code: "meeting_not_open", details: {} }) });
    await press(/^Recognise the point/);
    const first = within(needs()).getAllByRole("listitem")[0] as HTMLElement;
    expect(within(first).getByRole("alert").textContent).toContain("The meeting is not open.");
  });

  it("V3 a request for help is taken and done; the oldest stands first, with who has taken it", async () => {
    const { hall } = show("notices");
    await press("2 seen or taken");
    const help = within(needs())
      .getAllByRole("listitem")
      .map((item) => item.textContent ?? "")
      .filter((text) => text.includes("Asks for help"));
    expect(help[0]).toContain("Our microphone does not light up.");
    expect(help[0]).toContain("for 6:00");
    expect(help[1]).toContain("Taken by Paul Muster (fictional)");
    await press(/^Take the request of Office/);
    expect(last(hall)).toEqual({ case: "takeHelp", value: { help: 7 } });
    await press("Request of Ecuador: done");
    expect(last(hall)).toEqual({ case: "closeHelp", value: { help: 8 } });
  });

  it("I3 a signal of a booth is read out until it is seen, and can be ended", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    const { hall } = show("notices");
    expect(read()).toContain("French booth: Speak slowly");
    expect(read().join()).not.toContain("No sound");
    await press("Seen: French booth: Speak slowly");
    expect(last(hall)).toEqual({ case: "markSignalSeen", value: { signal: 4 } });
    act(() => hall.put(as.signal(signal(4, { kind: SignalKind.SPEAK_SLOWLY, seenAt: noon_of_tests }))));
    expect(read().join()).not.toContain("Speak slowly");
    await press("3 seen or taken");
    await press("End: French booth: Speak slowly");
    expect(last(hall), "a double press of what stood there does not end it").toMatchObject({ case: "markSignalSeen" });
    act(() => void vi.advanceTimersByTime(SWAP_REST_MS));
    await press("End: French booth: Speak slowly");
    expect(last(hall)).toEqual({ case: "endSignal", value: { signal: 4 } });
  });

  it("says that nothing waits", () => {
    show("notices", []);
    expect(within(needs()).getByText("Nothing is waiting for the desk.")).toBeDefined();
  });

  it("L5 tells whose speech goes on after the point of order", () => {
    show("notices", [as.floor(pointHeard("CL", kenyaSpeaks)), as.point(pointOfOrder(95, "CL", { recognised: true }))]);
    const floor = screen.getByRole("region", { name: "The floor" });
    expect(floor.textContent).toContain("The point of order of Chile is before the chair.");
    expect(floor.textContent).toContain("Kenya goes on afterwards, with 2:14 left.");
  });
});

describe("the roster", () => {
  const row = (id: string) => document.querySelector(`[data-delegation="${id}"]`) as HTMLElement;

  it("P6 tells for each delegation how many devices are connected, live and in words", () => {
    const { hall } = show("roster", few, { presence: { ec: 2 } });
    expect(row("EC").textContent).toContain("2 devices");
    expect(row("KE").textContent).toContain("Not connected");
    act(() => hall.stage({ presence: new Map([["ke", 1]]) }));
    expect(row("EC").textContent).toContain("Not connected");
    expect(row("KE").textContent).toContain("1 device");
  });

  it("draws those in sight first, and then all of them, in the order of the roster", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const drawn = () => [...document.querySelectorAll("[data-delegation]")].map((each) => each.textContent ?? "");
    const { hall } = show("roster", busy);
    const first = drawn();
    expect(first).toHaveLength(24);
    await act(async () => vi.runOnlyPendingTimers());
    await act(async () => vi.runOnlyPendingTimers());
    expect(drawn()).toHaveLength(hall.store.delegations().length);
    expect(drawn().slice(0, 24)).toEqual(first);
  });

  it("tells where a delegation stands", () => {
    show();
    expect(row("KE").textContent).toContain("Has the floor");
    expect(row("EC").textContent).toContain("Waits, place 5");
    expect(row("EC").textContent).toContain("Asks for help");
    expect(row("CD").textContent).toContain("Point of order");
  });

  it("finds a delegation by name or code, and shows those not connected", async () => {
    show("roster", few, { presence: { ec: 1 } });
    await userEvent.type(screen.getByLabelText("Find a delegation"), "moroc");
    expect(row("MA")).not.toBeNull();
    expect(row("EC")).toBeNull();
    await userEvent.clear(screen.getByLabelText("Find a delegation"));
    await userEvent.click(screen.getByRole("radio", { name: "Not connected" }));
    expect(row("EC")).toBeNull();
    expect(row("MA")).not.toBeNull();
    await userEvent.type(screen.getByLabelText("Find a delegation"), "nowhere");
    expect(screen.getByText("No delegation is found.")).toBeDefined();
  });

  it("P5 a sign-in is withdrawn only after it was asked once more", async () => {
    const { hall } = show();
    await press("Sign-ins of Kenya: 1");
    const of = () => document.querySelector('[data-seat="ke"]') as HTMLElement;
    await userEvent.click(within(of()).getByRole("button", { name: /^Withdraw the sign-in/ }));
    expect(hall.acts).toEqual([]);
    await userEvent.click(within(of()).getByRole("button", { name: "Cancel" }));
    expect(within(of()).queryByText(/cannot be taken back/)).toBeNull();
    await userEvent.click(within(of()).getByRole("button", { name: /^Withdraw the sign-in/ }));
    await userEvent.click(within(of()).getByRole("button", { name: "Withdraw now" }));
    expect(last(hall)).toEqual({ case: "revokeSeat", value: { seat: "ke" } });
    act(() => hall.put(as.seat(seat("ke", { delegation: "KE", revoked: true }))));
    expect(of().textContent).toContain("Withdrawn");
    expect(within(of()).queryByRole("button", { name: /^Withdraw/ })).toBeNull();
  });

  it("P5 a sign-in expires before the desk's eyes, at its instant", async () => {
    vi.useFakeTimers();
    const guest = seat("guest", { role: Role.DISPLAY, expiresAt: noon_of_tests + 5_000 });
    show("roster", [...few, as.seat(guest)], { running: true });
    const line = () => document.querySelector('[data-seat="guest"]')?.textContent;
    await act(async () => vi.advanceTimersByTime(4_900));
    expect(line()).not.toContain("Expired");
    await act(async () => vi.advanceTimersByTime(200));
    expect(line()).toContain("Expired");
  });

  it("P5 a new code shows the card of that sign-in alone", async () => {
    const { hall } = show();
    await press("Sign-ins of Kenya: 1");
    const of = document.querySelector('[data-seat="ke"]') as HTMLElement;
    await userEvent.click(within(of).getByRole("button", { name: /^New code/ }));
    await userEvent.click(within(of).getByRole("button", { name: "Issue a new code" }));
    expect(last(hall)).toEqual({ case: "issueCode", value: { seat: "ke" } });
    const card = await screen.findByRole("dialog", { name: "Card: Kenya" });
    expect(hall.asked).toEqual([{ sheet: { language: "en", seat: "ke" } }]);
    expect(await within(card).findByTitle("Card: Kenya")).toBeDefined();
  });

  it("offers no act on the own sign-in", () => {
    show();
    const mine = document.querySelector('[data-seat="desk"]') as HTMLElement;
    expect(mine.textContent).toContain("Your own");
    expect(within(mine).queryByRole("button", { name: /Withdraw|New code/ })).toBeNull();
  });
});

describe("the list", () => {
  it("L5 a point of order is raised for a delegation whose sign is up in the hall", async () => {
    const { hall } = show("list");
    await press("Add to the list…");
    await userEvent.type(screen.getByRole("combobox", { name: "Delegation" }), "br");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await userEvent.click(screen.getByRole("radio", { name: "Point of order" }));
    await press("Raise");
    expect(last(hall)).toEqual({
      case: "raisePointOfOrder",
      value: { panel: "high-level", delegation: "BR", note: "" },
    });
  });

  it("L3 a guest is put on it with name and body", async () => {
    const { hall } = show("list");
    await press("Add to the list…");
    await userEvent.click(screen.getByRole("radio", { name: "A guest" }));
    await press("Add");
    expect(screen.getByText("Write the guest’s name")).toBeDefined();
    await userEvent.type(screen.getByLabelText("Speaker’s name"), "Ines Sample (fictional)");
    await userEvent.type(screen.getByLabelText("Body that the guest speaks for"), "Institute");
    await press("Add");
    expect(last(hall)).toMatchObject({
      case: "requestFloor",
      value: {
        panel: "high-level",
        delegation: "",
        kind: Kind.STATEMENT,
        language: "en",
        speaker: { name: "Ines Sample (fictional)", title: "" },
        onBehalfOf: "",
        addressedTo: "",
        body: "Institute",
      },
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("L3 a delegation of the roster is put on it for a group", async () => {
    const { hall } = show();
    await press("Add Brazil to the list");
    await userEvent.click(screen.getByRole("radio", { name: "Group statement" }));
    await press("Add");
    expect(screen.getByText("Write on whose behalf")).toBeDefined();
    await userEvent.type(screen.getByLabelText("On behalf of"), "the Group");
    await press("Add");
    expect(last(hall)).toMatchObject({
      case: "requestFloor",
      value: { delegation: "BR", kind: Kind.GROUP_STATEMENT, onBehalfOf: "the Group", body: "" },
    });
  });

  it("shows who waits, guests too, and for whom a text is there", () => {
    show("list");
    const entry = (id: number) => document.querySelector(`[data-entry="${id}"]`)?.textContent ?? "";
    expect(entry(11)).toContain("Next");
    expect(entry(15)).toContain("Text: ES, EN");
    expect(entry(11)).toContain("No text");
    expect(entry(21)).toContain("Institute for Mobility Studies");
    expect(entry(21)).toContain("Guest");
  });

  it("L6 an entry that was removed can be put back", async () => {
    const { hall } = show("list");
    await press("Remove Chile from the list");
    expect(last(hall)).toEqual({ case: "removeEntry", value: { entry: 11 } });
    await press("Put it back");
    expect(last(hall)).toEqual({ case: "restoreEntry", value: { entry: 11 } });
  });

  it("adds to it and corrects what is on it while its panel is not closed", async () => {
    const { hall } = show("list");
    await press("Correct the request of Chile");
    expect(screen.getByRole("dialog", { name: "Correct the request: Chile" })).toBeDefined();
    await press("Cancel");
    const panel = hall.store.panel("high-level") as Panel;
    act(() => hall.put(as.panel({ ...panel, status: PanelStatus.CLOSED })));
    expect(screen.getByRole("button", { name: "Correct the request of Chile" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Add to the list…" })).toBeDisabled();
  });
});

describe("the texts received", () => {
  const row = (id: number) => document.querySelector(`[data-statement="${id}"]`) as HTMLElement;

  it("S1 S2 stand with versions, words against the limit, delivery and embargo, the one spoken first", () => {
    show("statements");
    expect(
      [...document.querySelectorAll("[data-statement]")].map((each) => each.getAttribute("data-statement")),
    ).toEqual(["90", "12", "15", "18"]);
    expect(row(12).textContent).toContain("412 words, 3:44 over the limit of 3:00");
    expect(row(12).textContent).toContain("Read word for word");
    expect(row(12).textContent).toContain("Embargo until 16:00");
    expect(row(15).textContent).toContain("ES version 2");
    expect(row(15).textContent).toContain("Under embargo");
    expect(row(90).textContent).toContain("Released at 15:39");
    expect(within(row(90)).queryByRole("button", { name: /^Release/ })).toBeNull();
  });

  it("S2 one under embargo is released by the desk", async () => {
    const { hall } = show("statements");
    await press("Release the text of Ecuador");
    expect(last(hall)).toEqual({ case: "releaseStatement", value: { entry: 15 } });
  });

  it.each([
    ["speaks", as.floor(pointSpeaks("BR", { ...kenyaSpeaks, paragraph: 2 }))],
    ["was heard", as.floor(pointHeard("BR", { ...kenyaSpeaks, paragraph: 2 }))],
  ])(
    "L5 S3 the text of a speech that a point of order interrupts keeps its paragraph while the point %s",
    async (_, floor) => {
      show("statements", [...few, floor]);
      expect(within(row(90)).getByText("Has the floor")).toBeDefined();
      await press("Read the text of Kenya");
      const reader = screen.getByRole("region", { name: "Text of Kenya" });
      expect(reader.querySelector("[aria-current]")?.getAttribute("data-paragraph")).toBe("2");
    },
  );

  it("can be read in each language", async () => {
    show("statements");
    await press("Read the text of Ecuador");
    const reader = screen.getByRole("region", { name: "Text of Ecuador" });
    expect(within(reader).getByText("Señora Presidenta:")).toBeDefined();
    await userEvent.click(within(reader).getByRole("radio", { name: "English" }));
    expect(within(reader).getByText("Madam President,")).toBeDefined();
  });

  it("S1 one is handed in for a delegation, with its words counted against the limit", async () => {
    const { hall } = show("list");
    await press("Hand in a text for Ecuador");
    await userEvent.click(screen.getByRole("radio", { name: "English" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Text" }), "Madam President, thank you.");
    expect(screen.getByText(/4 words, 0:02 of 3:00 · replaces version 1/)).toBeDefined();
    await userEvent.click(screen.getByRole("radio", { name: "Read word for word" }));
    await press("Hand in");
    expect(last(hall)).toEqual({
      case: "submitStatement",
      value: {
        entry: 15,
        language: "en",
        text: "Madam President, thank you.",
        format: TextFormat.PLAIN,
        delivery: Delivery.VERBATIM,
      },
    });
  });

  it("S1 one is taken from a file, as Markdown by its name", async () => {
    const { hall } = show("statements");
    await press("Hand in a text…");
    const file = new File(["## Title\n\nWords."], "text.md", { type: "text/markdown" });
    const input = document.querySelector('input[type="file"]') as HTMLInputElement;
    await userEvent.upload(input, file);
    await waitFor(() => expect(screen.getByRole("radio", { name: "Markdown" })).toBeChecked());
    await press("Hand in");
    expect(last(hall)).toMatchObject({ value: { entry: 90, text: "## Title\n\nWords.", format: TextFormat.MARKDOWN } });
  });

  it("S1 one from a file in UTF-16 is read, and a file that is no text is refused", async () => {
    show("statements");
    await press("Hand in a text…");
    const input = document.querySelector('input[type="file"]') as HTMLInputElement;
    await userEvent.upload(input, new File([Uint8Array.from([0xff, 0xfe, 0x53, 0, 0xed, 0])], "text.txt"));
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Text" })).toHaveValue("Sí"));
    await userEvent.upload(input, new File([Uint8Array.from([0x50, 0x4b, 0, 3])], "text.txt"));
    expect(await screen.findByText("Only text files can be taken: .txt or .md.")).toBeDefined();
  });

  it("tells that there is none yet", () => {
    show("statements", []);
    expect(screen.getByText("No text has been received for this panel.")).toBeDefined();
  });

  it("shows only those of the panel", () => {
    show("statements", [as.statement(statement(200, "CL", [statementText("es", ["Hola"])], { panel: "year" }))]);
    expect(row(200)).toBeNull();
  });
});

describe("the notices", () => {
  it("V3 cut no pasted words: the field says how many are too many, and nothing is sent until they are fewer", async () => {
    const { hall } = show("notices");
    await press("Write a notice…");
    const english = screen.getByRole("textbox", { name: "English" });
    await userEvent.click(english);
    await userEvent.paste("a".repeat(notice_characters_max + 7));
    expect(english).toHaveValue("a".repeat(notice_characters_max + 7));
    expect(screen.getByText("7 characters too many")).toBeVisible();
    await press("Send");
    expect(hall.acts).toEqual([]);
    await userEvent.type(english, "{Backspace>7/}");
    await press("Send");
    expect(hall.acts).toHaveLength(1);
  });

  it("V3 one goes to an audience in the languages filled in", async () => {
    const { hall } = show("notices");
    await press("Write a notice…");
    await press("Send");
    expect(screen.getByText("Write the notice in at least one language")).toBeDefined();
    await userEvent.click(screen.getByRole("radio", { name: "Booths" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Français" }), "Pause à 17 h");
    await press("Send");
    expect(last(hall)).toEqual({
      case: "sendNotice",
      value: { to: { to: { case: "audience", value: Audience.BOOTH } }, text: { fr: "Pause à 17 h" } },
    });
  });

  it("V3 one goes to a delegation of the roster", async () => {
    const { hall } = show();
    await press("Notice to Chile");
    await userEvent.type(screen.getByRole("textbox", { name: "English" }), "Your badge is at the desk.");
    await press("Send");
    expect(last(hall)).toMatchObject({ value: { to: { to: { case: "delegation", value: "CL" } } } });
  });

  it("V3 one that is withdrawn can be sent again", async () => {
    const { hall } = show("notices", [as.notice(notice(2, texts("The shuttle leaves at 18:30.")))]);
    await press("Withdraw the notice: The shuttle leaves at 18:30.");
    expect(last(hall)).toEqual({ case: "withdrawNotice", value: { notice: 2 } });
    await press("Send it again");
    expect(last(hall)).toMatchObject({ case: "sendNotice", value: { to: { to: { case: "all" } } } });
  });
});

describe("the log", () => {
  it("L14 is told as sentences, the latest first, and earlier ones are asked for", async () => {
    const { hall } = show("log");
    expect(
      await screen.findByText(
        "Democratic Republic of the Congo raises a point of order in “High-level Plenary Panel”: Another matter",
      ),
    ).toBeDefined();
    expect(screen.getByText("Kenya has the floor for 5 min.")).toBeDefined();
    await press("Show earlier acts");
    expect(hall.asked).toEqual([{ log: { panel: "" } }, { log: { panel: "", before: 48 } }]);
  });

  it("L14 is asked for again when the hall has moved, at most once a second", async () => {
    const { hall } = show("log");
    await screen.findByText(/Kenya has the floor/);
    for (const id of [1, 2, 3]) act(() => hall.put(as.notice(notice(id, texts("A")))));
    expect(hall.asked).toHaveLength(1);
    await waitFor(() => expect(hall.asked).toHaveLength(2));
  });

  it("L14 can be of one panel only", async () => {
    const { hall } = show("log");
    await screen.findByText(/The meeting .* opens/);
    await userEvent.click(screen.getByRole("button", { name: /Acts concerning/ }));
    await userEvent.click(await screen.findByRole("option", { name: "High-level Plenary Panel" }));
    await waitFor(() => expect(screen.queryByText(/The meeting .* opens/)).toBeNull());
    expect(hall.asked.at(-1)).toEqual({ log: { panel: "high-level" } });
  });

  it("says why it cannot be shown", async () => {
    show("log", few, { log: () => ({ ok: false, code: "unauthorized", details: {} }) });
    expect(await screen.findByText("This sign-in may not do that.")).toBeDefined();
  });

  it("is in the language of the screen", async () => {
    show("log", few, { log: () => ({ ok: true, value: { id: "", lines, nextBefore: 0 } }) }, "fr");
    expect(await screen.findByText("La parole est donnée au Kenya, pour 5 min.")).toBeDefined();
  });
});

describe("the sign-in sheet", () => {
  it("P5 is shown only when asked for, in the language chosen, and can be printed", async () => {
    const { hall } = show("sheet");
    expect(hall.asked).toEqual([]);
    await userEvent.click(screen.getByRole("radio", { name: "Español" }));
    await press("Show the sheet");
    const page = (await screen.findByTitle("Sign-in sheet")) as HTMLIFrameElement;
    expect(hall.asked).toEqual([{ sheet: { language: "es" } }]);
    expect(page.getAttribute("sandbox")).not.toContain("allow-scripts");
    expect(screen.getByRole("button", { name: "Print" })).toBeDefined();
    await press("Hide the sheet");
    expect(screen.queryByTitle("Sign-in sheet")).toBeNull();
  });

  it("says why it was refused", async () => {
    show("sheet", few, { sheet: () => ({ ok: false, code: "not_connected", details: {} }) });
    await press("Show the sheet");
    expect(await screen.findByText("Not connected: nothing was sent.")).toBeDefined();
  });
});

describe("the desk", () => {
  it("goes on to the chair's console with the same sign-in", async () => {
    const { openAlso } = await import("../../shared/gate");
    show("notices");
    await press("Chair’s console");
    expect(openAlso).toHaveBeenCalledWith("desk", "chair");
  });

  it("tells what it has asked and never sent, and calls it off", async () => {
    const { hall } = show();
    await expectUnsentTold(hall, { case: "withdrawNotice", value: { notice: 1 } }, "Withdraw a notice");
  });

  it("holds acts while the line is down, and keeps the last view", async () => {
    const { hall } = show("notices", few, { status: "reconnecting" });
    expect(screen.getByText(/last known state/)).toBeDefined();
    await press(/^Recognise the point/);
    expect(hall.acts).toEqual([]);
  });

  it("is not for a delegation", () => {
    show("notices", few, { hello: { role: Role.DELEGATE } });
    expect(screen.getByRole("alert").textContent).toContain("This sign-in may not do that.");
  });
});
