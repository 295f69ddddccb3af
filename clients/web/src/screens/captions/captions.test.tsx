import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Locale } from "../../i18n";
import { captioner, kenya, kenyaText, texts_of_booth } from "../../testing/booth";
import { renderScreen } from "../../testing/hall";
import { expectLedgerToldOnce } from "../../testing/ledger";
import type { Staging } from "../../testing/staged";
import { expectUnsentTold } from "../../testing/unanswered";
import { afternoon, as, freeFloor, noon_of_tests, pointSpeaks, speech, statementText } from "../../testing/views";
import type { Entity } from "../../wire";
import Captions from "./index";

const show = (over: Entity[] = [], staging: Staging = {}, locale: Locale = "en") =>
  renderScreen(<Captions />, { hello: captioner, entities: afternoon(...texts_of_booth, ...over), ...staging }, locale);
const button = (name: RegExp | string) => screen.getByRole("button", { name });
const press = (name: RegExp | string) => userEvent.click(button(name));
const key = (pressed: string, on: Element = document.body) => act(async () => fireEvent.keyDown(on, { key: pressed }));
const reach = (paragraph: number) => ({ case: "reachParagraph", value: { speech: 7, paragraph } });
const acts = (hall: { acts: { act: unknown }[] }) => hall.acts.map(({ act: one }) => one);
const place = () => within(screen.getByRole("region", { name: "Paragraph reached" }));

describe("the captioner", () => {
  it("S3 sees who speaks, the text, and where it stands", () => {
    show();
    expect(screen.getAllByRole("heading", { name: /Kenya/ })).toHaveLength(2);
    expect(place().getByText("Paragraph 2 of 4")).toBeDefined();
    expect(document.querySelector("[aria-current]")?.textContent).toContain("Coherence begins at home");
  });

  it("S3 moves the paragraph on and back by buttons", async () => {
    const { hall } = show();
    await press("Next paragraph");
    await press("Previous paragraph");
    expect(acts(hall)).toEqual([reach(3), reach(1)]);
  });

  it.each([
    ["ArrowDown", 3],
    ["ArrowRight", 3],
    ["PageDown", 3],
    ["ArrowUp", 1],
    ["ArrowLeft", 1],
    ["PageUp", 1],
  ])("S3 moves the paragraph by keys, also from within the text: %s", async (pressed, paragraph) => {
    const { hall } = show();
    await key(pressed, screen.getByRole("region", { name: "Text of the statement" }));
    expect(acts(hall)).toEqual([reach(paragraph)]);
  });

  it("S3 moves no paragraph while a menu is open", async () => {
    const { hall } = show();
    await press(/choose a language/);
    await key("ArrowDown", screen.getByRole("menu"));
    expect(hall.acts).toEqual([]);
  });

  it("S3 moves the paragraph by pressing one, or its number", async () => {
    const { hall } = show();
    await userEvent.click(screen.getByText(/Our diasporas are partners/));
    await press("Paragraph 4: reached");
    expect(acts(hall)).toEqual([reach(3), reach(4)]);
  });

  it("S3 goes on from the last move that was sent, before the floor has it", async () => {
    const sent = { id: "c1", act: reach(3) as never, expiresAt: noon_of_tests + 30_000, sent: true };
    const { hall } = show([], { unanswered: [sent] });
    expect(place().getByText("Paragraph 3 of 4")).toBeDefined();
    await press("Next paragraph");
    expect(acts(hall)).toEqual([reach(4)]);
  });

  it("S3 shows a move as asked for until the floor has it, and goes back where it is refused", async () => {
    const { hall } = show();
    const marked = () => document.querySelector<HTMLElement>("[data-paragraph][aria-current]");
    const move = { id: "c1", act: reach(3) as never, expiresAt: noon_of_tests + 30_000, sent: true };
    act(() => hall.stage({ unanswered: [move] }));
    expect(marked()?.dataset).toMatchObject({ paragraph: "3", unconfirmed: "true" });
    expect(marked()?.textContent).toContain("Paragraph asked for, not yet confirmed:");
    expect(place().getByText("Being sent")).toBeVisible();
    act(() => hall.stage({ unanswered: [] }));
    expect(marked()?.dataset).toMatchObject({ paragraph: "2" });
    expect(marked()?.dataset.unconfirmed).toBeUndefined();
    act(() => hall.stage({ unanswered: [move] }));
    act(() => hall.put(as.floor({ ...kenya, paragraph: 3 })));
    expect(marked()?.dataset).toMatchObject({ paragraph: "3" });
    expect(marked()?.dataset.unconfirmed).toBeUndefined();
    expect(place().queryByText("Being sent")).toBeNull();
  });

  it("S3 counts in the text that is followed, whichever is shown", async () => {
    const half = statementText("fr", ["Un et deux.", "Trois et quatre."]);
    const { hall } = show([as.statement({ ...kenyaText, texts: [...kenyaText.texts.slice(0, 1), half] })]);
    await press("Français");
    expect(place().getByText("Paragraph 1 of 2")).toBeDefined();
    await press("Next paragraph");
    expect(acts(hall)).toEqual([reach(3)]);
  });

  it("S3 goes no further than the text, nor before its first paragraph", () => {
    const { hall } = show([as.floor({ ...kenya, paragraph: 4 })]);
    expect(button("Next paragraph")).toBeDisabled();
    act(() => hall.put(as.floor({ ...kenya, paragraph: 1 })));
    expect(button("Next paragraph")).toBeEnabled();
    expect(button("Previous paragraph")).toBeDisabled();
  });

  it("S3 is told when someone else moved it, until the next move from here", async () => {
    const { hall } = show();
    act(() => hall.put(as.floor({ ...kenya, paragraph: 4 })));
    expect(place().getByText("Someone else moved to paragraph 4 at 15:42:10.")).toBeDefined();
    await press("Previous paragraph");
    expect(place().queryByText(/Someone else/)).toBeNull();
  });

  it("S3 is told nothing of moves from here, also where several come as one", async () => {
    const { hall } = show();
    await press("Next paragraph");
    await press("Paragraph 4: reached");
    act(() => hall.put(as.floor({ ...kenya, paragraph: 4 })));
    expect(place().queryByText(/Someone else/)).toBeNull();
  });

  it("S3 takes the move of someone else for what it is after an own one was refused", async () => {
    const { hall } = show([], { answer: () => ({ ok: false, code: "held", details: {} }) });
    await press("Next paragraph");
    expect((await screen.findByRole("alert")).textContent).toBe(
      "The record cannot be written at the moment. Nothing was done.",
    );
    act(() => hall.put(as.floor({ ...kenya, paragraph: 3 })));
    expect(place().getByText(/Someone else moved to paragraph 3/)).toBeDefined();
  });

  it("S3 goes on while a move is not known to be done yet, and says so", async () => {
    const { hall } = show([], { answer: () => "unconfirmed" });
    await press("Next paragraph");
    expect(place().getByText("Sent, not yet confirmed")).toBeVisible();
    await press("Next paragraph");
    expect(acts(hall)).toEqual([reach(3), reach(4)]);
    await act(async () => hall.confirm());
    expect(place().queryByText("Sent, not yet confirmed")).toBeNull();
  });

  it("S2 is warned that the first paragraph ends the embargo", async () => {
    const { hall } = show([as.floor({ ...kenya, paragraph: 0 }), as.statement({ ...kenyaText, releasedAt: 0 })]);
    expect(place().getByText("Not begun: 4 paragraphs")).toBeDefined();
    expect(place().getByText("Under embargo. Marking a paragraph releases the text.")).toBeDefined();
    await press("Next paragraph");
    expect(acts(hall)).toEqual([reach(1)]);
  });

  it("S3 does not run through the text while a key is held down", async () => {
    const { hall } = show();
    await act(async () => fireEvent.keyDown(document.body, { key: "ArrowDown", repeat: true }));
    expect(hall.acts).toEqual([]);
  });

  it("L5 moves nothing while a point of order interrupts the speech", async () => {
    const { hall } = show([as.floor(pointSpeaks("BR", kenya))]);
    expect(place().getByText(/^A point of order interrupts this speech/)).toBeDefined();
    expect(button("Next paragraph")).toBeDisabled();
    await key("ArrowDown");
    await userEvent.click(screen.getByText(/Our diasporas are partners/));
    expect(hall.acts).toEqual([]);
  });

  it.each<[string, Entity, string]>([
    ["nobody speaks", as.floor(freeFloor()), "The floor is free"],
    ["there is no text", as.floor(speech("BA", 1_000, { entry: 91 })), "No text was handed in for this speech."],
  ])("says that %s", async (_, entity, words) => {
    const { hall } = show([entity]);
    expect(within(screen.getByRole("main")).getByText(words)).toBeDefined();
    expect(screen.queryByRole("button", { name: "Next paragraph" })).toBeNull();
    await key("ArrowDown");
    expect(hall.acts).toEqual([]);
  });

  it("is dark at first, and light by choice", async () => {
    const { unmount } = show();
    expect(document.documentElement.dataset.theme).toBe("dark");
    await press("Light screen");
    expect(document.documentElement.dataset.theme).toBe("light");
    unmount();
    localStorage.clear();
  });

  it("says quietly, in one line, that nothing new is accepted, and no more once it is", () => {
    const { hall } = show();
    expectLedgerToldOnce(hall);
  });

  it("tells what it has asked and never sent, and calls it off", async () => {
    const { hall } = show();
    const moved = { case: "reachParagraph", value: { speech: 7, paragraph: 3 } } as const;
    await expectUnsentTold(hall, moved, "Move the live paragraph");
  });

  it("keeps the last view while reconnecting, and speaks French and Spanish", () => {
    const { hall, unmount } = show([], {}, "fr");
    act(() => hall.stage({ status: "reconnecting" }));
    expect(screen.getByText("Reconnexion en cours. Vous voyez le dernier état connu.")).toBeDefined();
    expect(screen.getByText("Paragraphe 2 sur 4")).toBeDefined();
    unmount();
    show([], {}, "es");
    expect(button("Párrafo siguiente")).toBeDefined();
  });
});
