import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { accepted, refusedWith } from "../../testing/staged";
import { HelpStatus, Kind, Ruling, SignalKind } from "../../wire";
import {
  changeSpeech,
  entryOf,
  guestOf,
  helpOf,
  NOW,
  pointHeard,
  pointOf,
  pointSpeaks,
  type Sitting,
  signalOf,
  textOf,
} from "./fixture";
import { choose, draw, key, press, pressIn, row, show } from "./fixtureStage";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const points = () => screen.getByRole("region", { name: "Points of order" });
const floor = () => screen.getByRole("region", { name: "The floor" });
const next = () => screen.getByRole("region", { name: "Next" });
const raised = (of: Sitting) => {
  of.points = [
    pointOf({ entry: 951, delegation: "EC", note: "", raisedAt: NOW - 4_000 }),
    pointOf({ entry: 950, delegation: "BR" }),
  ];
};

describe("points of order that wait", () => {
  it("L5 are alerts: the oldest in the place of the next act, the others at the head of the side, in their order", () => {
    show(6, (of) => {
      raised(of);
      of.points.push(pointOf({ entry: 952, delegation: "CH", note: "interpretation", raisedAt: NOW - 1_000 }));
    });
    expect(screen.getAllByRole("alert").map((each) => each.textContent)).toEqual([
      "Point of order: Brazil: time limit of the speaker",
      "Point of order: Ecuador",
      "Point of order: Switzerland: interpretation",
    ]);
    expect(within(next()).getByText("Brazil")).toBeTruthy();
    expect(within(next()).getByText("12 s ago")).toBeTruthy();
    expect(within(next()).getByText("1 of 3")).toBeTruthy();
    expect([...points().querySelectorAll("[data-point]")].map((each) => each.textContent)).toEqual([
      "Point of order2 of 3\u00a0· 4\u00a0s agoEcuadorRecognise Not taken up ",
      "Point of order3 of 3\u00a0· 1\u00a0s agoSwitzerland“interpretation”Recognise Not taken up ",
    ]);
    expect(points().parentElement?.firstElementChild).toBe(points());
  });

  it("L5 leave one primary act on the screen", async () => {
    show(6, raised);
    const primary = () => [...document.querySelectorAll("button[class*=primary]")].map((each) => each.textContent);
    expect(primary()).toEqual([expect.stringMatching(/^Recognise the point of order: Brazil/)]);
    await draw(/^Limits/);
    expect(primary()).toEqual([]);
  });

  it("L5 show also while another panel does, and recognising one brings its panel to the front", async () => {
    const { hall } = show(6, raised);
    await pressIn(/^Programme/, /The Year in Review/);
    expect(within(points()).getAllByText("High-level Plenary Panel")).toHaveLength(2);
    await press("Recognise the point of order: Ecuador");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "recognisePointOfOrder", value: { entry: 951 } });
    await draw(/^Programme/);
    expect(screen.getByRole("button", { name: /High-level Plenary Panel/ }).getAttribute("aria-current")).toBe("true");
  });

  it("L5 that are not taken up can be put back for a while", async () => {
    const { hall, answer, change } = show(6, (of) => {
      of.points = [pointOf()];
    });
    await press("Not taken up: the point of order of Brazil");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "removeEntry", value: { entry: 950 } });
    await change((of) => {
      of.points = [];
    });
    await answer(accepted({ case: "restoreEntry", value: { entry: 950 } }));
    expect(screen.getByRole("button", { name: "Undo: Brazil: the point of order was not taken up" })).toBeTruthy();
    await key("Ctrl+Z");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "restoreEntry", value: { entry: 950 } });
  });

  it("L5 take the place of the next act: the large button and the space bar recognise the oldest", async () => {
    const { hall } = show(6, raised);
    const large = within(next()).getByRole("button", { name: "Recognise the point of order: Brazil" });
    expect(large.getAttribute("aria-keyshortcuts")).toBe("Space");
    expect(within(next()).getByText("A point of order goes first")).toBeTruthy();
    expect(within(next()).queryByRole("button", { name: /Pass over/ })).toBeNull();
    await key(" ");
    await key(" ");
    expect(hall.acts.map(({ act }) => act)).toEqual([{ case: "recognisePointOfOrder", value: { entry: 950 } }]);
    cleanup();
    const other = show(0, raised).hall;
    await userEvent.click(within(next()).getByRole("button", { name: "Recognise the point of order: Brazil" }));
    expect(other.acts.map(({ act }) => act.case)).toEqual(["recognisePointOfOrder"]);
  });

  it("L5 have the floor given over them only by another button, and only after it was asked once more", async () => {
    const { hall } = show(6, (of) => {
      of.points = [pointOf()];
    });
    const giveOver = async () => {
      await press("More acts on the floor");
      await userEvent.click(await screen.findByRole("menuitem", { name: "Give the floor all the same…" }));
    };
    await giveOver();
    await press("Cancel");
    expect(screen.queryByRole("dialog")).toBeNull();
    await giveOver();
    const dialog = screen.getByRole("dialog", { name: "A point of order waits" });
    expect(within(dialog).getByText("Brazil")).toBeTruthy();
    expect(hall.acts).toEqual([]);
    await userEvent.click(within(dialog).getByRole("button", { name: /^Give the floor to/ }));
    expect(hall.acts.map(({ act }) => act)).toMatchObject([
      { case: "giveFloor", value: { to: { case: "entry", value: 1 } } },
    ]);
  });

  it("L5 say in their place why one was refused", async () => {
    const { answer } = show(6, raised);
    await press("Recognise the point of order: Ecuador");
    await answer(refusedWith("point_of_order_under_way"));
    expect(within(points()).getByText(/Rule on it first/)).toBeTruthy();
  });
});

describe("a point of order before the chair", () => {
  it("L5 has its own clock and its note, and the speech that it interrupted stands under it", () => {
    show(6, pointSpeaks);
    expect(within(floor()).getByText("Point of order")).toBeTruthy();
    expect(within(floor()).getByRole("heading", { name: "Brazil" })).toBeTruthy();
    expect(within(floor()).getByText("time limit of the speaker")).toBeTruthy();
    expect(within(floor()).getByRole("timer").textContent).toContain("0:48");
    expect(within(floor()).getByText("Kenya")).toBeTruthy();
    // 166 s of 300 s less the 12 s of the point.
    expect(within(floor()).getByText("2:26 left")).toBeTruthy();
    expect(within(floor()).getByText("Interrupted")).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Points of order" })).toBeNull();
  });

  it.each<[string, string, Ruling]>([
    ["Upheld", "u", Ruling.UPHELD],
    ["Overruled", "o", Ruling.OVERRULED],
    ["Noted", "n", Ruling.NOTED],
  ])("L5 is ruled on: %s", async (name, pressed, ruling) => {
    const { hall } = show(6, pointSpeaks);
    await userEvent.click(within(floor()).getByRole("button", { name: new RegExp(name) }));
    expect(hall.acts.at(-1)?.act).toEqual({ case: "rulePointOfOrder", value: { entry: 950, ruling } });
    cleanup();
    const other = show(6, pointHeard).hall;
    await key(pressed);
    expect(other.acts).toEqual([]);
    await key(pressed, within(floor()).getByRole("button", { name: /Upheld/ }));
    expect(other.acts.map(({ act }) => act.value)).toEqual([{ entry: 950, ruling }]);
  });

  it("L5 awaits the ruling when it was heard, and the next act says why the floor cannot be given", async () => {
    const { hall } = show(6, pointHeard);
    expect(within(floor()).getByRole("heading", { name: "Ruling awaited" })).toBeTruthy();
    expect(within(floor()).getByText("time limit of the speaker")).toBeTruthy();
    expect(within(next()).getByText(/after the ruling on the point of order/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Give the floor to Chile/ })).toBeNull();
    await key(" ");
    expect(hall.acts).toEqual([]);
  });

  it("L5 says on another panel that the ruling is awaited, and leads there", async () => {
    show(6, pointHeard);
    await pressIn(/^Programme/, /The Year in Review/);
    expect(within(points()).getByText("Ruling awaited")).toBeTruthy();
    await press("Show the panel");
    expect(within(floor()).getByRole("heading", { name: "Ruling awaited" })).toBeTruthy();
  });
});

describe("the booths", () => {
  it("I3 are shown only when there is something, with language and words, and read out", async () => {
    const { change } = show();
    expect(screen.queryByRole("region", { name: "Booths" })).toBeNull();
    await change((of) => {
      of.signals = [signalOf(), signalOf({ id: 2, language: "", kind: SignalKind.NO_SOUND, raisedAt: NOW })];
    });
    const booths = screen.getByRole("region", { name: "Booths" });
    expect(
      within(booths)
        .getAllByRole("listitem")
        .map((each) => each.textContent),
    ).toEqual(["French boothSpeak slowlySeen ", "BoothNo soundSeen "]);
    expect(screen.getByText("Booth: No sound")).toBeTruthy();
  });

  it("I3 have the newest signal marked as seen by key, then ended", async () => {
    const { hall, change } = show(6, (of) => {
      of.signals = [signalOf(), signalOf({ id: 2, language: "es", raisedAt: NOW })];
    });
    await key("Shift+B");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "markSignalSeen", value: { signal: 2 } });
    await change((of) => {
      of.signals = [signalOf({ seenAt: NOW })];
    });
    await press("Ended: French booth, Speak slowly");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "endSignal", value: { signal: 1 } });
  });
});

describe("the text of a statement", () => {
  it("S1 is told on the row, with language and version, and beside the one who is next", () => {
    show(3, (of) => {
      const [first] = of.statements;
      const [text] = first?.texts ?? [];
      if (first && text) first.texts = [text, { ...text, language: "en", version: 3 }];
    });
    expect(row(/^1\. /).getAttribute("aria-label")).toContain("Text ready: Français version 1 and English version 3");
    expect(within(row(/^1\. /)).getByText("Text")).toBeTruthy();
    expect(row(/^3\. /).getAttribute("aria-label")).toContain("No text");
    expect(within(row(/^3\. /)).getByText("No text")).toBeTruthy();
    expect(within(next()).getByText("Text ready")).toBeTruthy();
  });

  it("S3 is told at the floor: under embargo or released, and the paragraph of how many", async () => {
    const { change } = show(3, (of) => {
      of.statements.push(textOf(900, "KE", "fr"));
    });
    expect(within(floor()).getByText("Text under embargo")).toBeTruthy();
    expect(within(floor()).getByText("3 paragraphs")).toBeTruthy();
    await change((of) => {
      of.statements = [textOf(900, "KE", "fr", { releasedAt: NOW })];
      changeSpeech(of, () => ({ paragraph: 2 }));
    });
    expect(within(floor()).getByText("Text released")).toBeTruthy();
    expect(within(floor()).getByText("Paragraph 2 of 3")).toBeTruthy();
  });
});

describe("a guest", () => {
  it("L3 stands in the list, in the next act and at the floor by name and body", () => {
    show(3, (of) => {
      of.entries = of.entries.map((entry) => (entry.id === 1 ? guestOf(entry) : entry));
      const { delegation, speaker, body, kind, onBehalfOf } = guestOf(entryOf(900, "KE"));
      changeSpeech(of, () => ({ delegation, speaker, body, kind, onBehalfOf }));
    });
    expect(row(/^1\. /).getAttribute("aria-label")).toContain(
      "1. Institute for Mobility Studies, Guest, Ines Sample (fictional), Director",
    );
    expect(screen.getByRole("button", { name: /Give the floor to Institute for Mobility Studies/ })).toBeTruthy();
    expect(within(next()).getByText("Ines Sample (fictional), Director")).toBeTruthy();
    expect(within(floor()).getByRole("heading", { name: "Institute for Mobility Studies" })).toBeTruthy();
    expect(within(floor()).getByText(/Ines Sample \(fictional\).*Director.*Guest/)).toBeTruthy();
  });

  it("L3 is the speech that a point of order interrupts, by its body", () => {
    show(3, (of) => {
      changeSpeech(of, () => ({ delegation: "", body: "Institute for Mobility Studies", kind: Kind.STATEMENT }));
      pointSpeaks(of);
    });
    expect(within(floor()).getByText("Institute for Mobility Studies")).toBeTruthy();
  });
});

describe("the one who is next", () => {
  it("L6 is passed over once from the bar, and that can be taken back", async () => {
    const { hall, answer, change } = show();
    await userEvent.click(within(next()).getByRole("button", { name: /Pass over once/ }));
    expect(hall.acts.at(-1)?.act).toEqual({ case: "skipEntry", value: { entry: 1 } });
    await change((of) => {
      of.entries = of.entries.map((entry) => (entry.id === 1 ? { ...entry, skipped: true } : entry));
      of.queue.next = 2;
    });
    await answer(accepted({ case: "clearSkip", value: { entry: 1 } }));
    expect(within(row(/^1\. /)).getByText("Passed over once")).toBeTruthy();
    expect(row(/^1\. /).getAttribute("aria-label")).toContain("Passed over once");
    // The list keeps its order; who is called is the one that it marks, as the card beside it says.
    const called = [...document.querySelectorAll("[data-next]")];
    expect(called).toEqual([row(/^2\. /)]);
    expect(within(row(/^2\. /)).getByText("Next")).toBeVisible();
    expect(row(/^2\. /)).toHaveAccessibleName(/^2\. Morocco, Next, /);
    expect(screen.getByRole("button", { name: /Give the floor to Morocco/ })).toBeTruthy();
    await key("Ctrl+Z");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "clearSkip", value: { entry: 1 } });
  });

  it("L6 is passed over by key and from the menu of its own row, and no other row is", async () => {
    const { hall } = show();
    await key("Shift+K", row(/^2\. /));
    expect(hall.acts.map(({ act }) => act.value)).toEqual([{ entry: 1 }]);
    cleanup();
    const other = show().hall;
    await press("Acts for Morocco");
    expect(screen.getByRole("menuitem", { name: "Pass over once" })).toHaveAttribute("aria-disabled", "true");
    await userEvent.keyboard("{Escape}");
    await choose("Chile", "Pass over once");
    expect(other.acts.map(({ act }) => act.value)).toEqual([{ entry: 1 }]);
  });

  it("L6 is not passed over where nobody else waits", () => {
    show(1);
    expect(screen.queryByRole("button", { name: /Pass over once/ })).toBeNull();
  });

  it("L6 has the floor given by the space bar, also where it is not the head", async () => {
    const { hall } = show(6, (of) => {
      of.queue.next = 2;
    });
    await key(" ");
    expect(hall.acts.at(-1)).toMatchObject({
      act: { case: "giveFloor", value: { to: { case: "entry", value: 2 } } },
      expects: { speech: 7 },
    });
  });
});

describe("help and notices", () => {
  it("V3 the head counts those who ask for help and whom nobody has taken up", async () => {
    const { change } = show(3, (of) => {
      of.helps = [helpOf(), helpOf({ id: 2, status: HelpStatus.TAKEN })];
    });
    expect(screen.getByText("1 asks for help")).toBeTruthy();
    await change((of) => {
      of.helps = [helpOf({ status: HelpStatus.TAKEN })];
    });
    expect(screen.queryByText(/for help/)).toBeNull();
  });

  it("V3 a notice for all is shown, one for a delegation is not", async () => {
    show(3, (of) => {
      of.notices = [
        { id: 1, to: { to: { case: "all", value: true } }, text: { en: "The fire drill is at 17:00." }, sentAt: NOW },
        { id: 2, to: { to: { case: "delegation", value: "CL" } }, text: { en: "Please come." }, sentAt: NOW },
      ];
    });
    expect(screen.getByText("The fire drill is at 17:00.").closest("[aria-live=polite]")).toBeTruthy();
    expect(within(await draw(/^Notices 1 shown/)).getByText("The fire drill is at 17:00.")).toBeTruthy();
    expect(screen.queryByText("Please come.")).toBeNull();
  });
});

describe("the sheet of keys", () => {
  it("names the keys of points of order, booths and passing over", async () => {
    show();
    await key("?");
    const sheet = await screen.findByRole("dialog", { name: "Keys" });
    for (const words of [
      "Raise a point of order for a delegation",
      "Rule: upheld",
      "Pass over the next in line once",
    ]) {
      await waitFor(() => expect(within(sheet).getByText(words)).toBeTruthy());
    }
  });
});
