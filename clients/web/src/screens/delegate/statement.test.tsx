import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderScreen } from "../../testing/hall";
import type { Staging } from "../../testing/staged";
import {
  afternoon,
  as,
  at,
  entries,
  entry,
  freeFloor,
  kenyaSpeaks,
  noon_of_tests,
  pointSpeaks,
  queue,
  speech,
  statement,
  statementText,
} from "../../testing/views";
import { type Act, Delivery, type Entity, Kind, TextFormat } from "../../wire";
import Delegate from "./index";

const user = () => userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const others = entries.map(({ id }) => id).filter((id) => id !== 15);
const held = (over = {}) =>
  as.ownStatement(statement(15, "EC", [statementText("es", ["Uno dos.", "Tres."], { version: 2 })], over));
const field = () => screen.getByRole("textbox") as HTMLTextAreaElement;
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const show = (staging: Staging = {}) => renderScreen(<Delegate tab="statement" />, staging);
const made = (hall: { acts: { act: Act }[] }) => hall.acts.map((one) => one.act);
const file = (content: BlobPart, name: string) => new File([content], name);
const fileInput = () => document.querySelector("input[type=file]") as HTMLInputElement;

describe("S1 preparing a statement", () => {
  it("wants a request for the floor first", () => {
    show({ entities: afternoon(as.queue(queue("high-level", others))) });
    expect(screen.getByText("Ask for the floor first; then your statement can be prepared here.")).toBeDefined();
  });

  it("counts words and minutes against the limit while typing, in words", () => {
    show();
    expect(screen.getByText("No words yet; your limit is 3 min")).toBeDefined();
    type(Array.from({ length: 110 }, () => "palabra").join(" "));
    expect(screen.getByText("110 words, 1 min at 110 words a minute; your limit is 3 min")).toBeDefined();
    expect(screen.getByText("Within your limit")).toBeDefined();
    type(Array.from({ length: 412 }, () => "palabra").join(" "));
    expect(screen.getByText("412 words, 3 min 45 s at 110 words a minute; your limit is 3 min")).toBeDefined();
    expect(screen.getByText("45 s over your limit")).toBeDefined();
  });

  it("sends the text with its language, delivery and format as a new version", async () => {
    const { hall } = show();
    expect(screen.getByRole("radio", { name: /^Español/ })).toBeChecked();
    await user().click(screen.getByRole("radio", { name: "Read word for word" }));
    await user().click(screen.getByRole("radio", { name: "Markdown" }));
    type("Uno.\n\nDos.");
    await user().click(button("Send version 1"));
    expect(made(hall)).toEqual([
      {
        case: "submitStatement",
        value: {
          entry: 15,
          language: "es",
          text: "Uno.\n\nDos.",
          format: TextFormat.MARKDOWN,
          delivery: Delivery.VERBATIM,
        },
      },
    ]);
  });

  it("S1 has paragraphs where Word has parted them by one line end each, and says so", async () => {
    const { hall } = show();
    const lines = ["Señora Presidenta,", `Uno ${"y así ".repeat(30)}fin.`, `Dos ${"y así ".repeat(30)}fin.`];
    await user().click(screen.getByRole("textbox", { name: /^Your words/ }));
    await user().paste(lines.join("\n"));
    expect(screen.getByText("Each line of what was pasted is a paragraph now.")).toBeVisible();
    await user().click(button("Send version 1"));
    expect(made(hall)[0]).toMatchObject({ value: { text: lines.join("\n\n") } });
  });

  it("is not sent yet until the server holds it", async () => {
    const { hall } = show({ entities: [...afternoon(), held()] });
    expect(field().value).toBe("Uno dos.\n\nTres.");
    expect(screen.getByText("Version 2 was sent at 15:22.")).toBeDefined();
    expect(button("Send version 3")).toBeDisabled();
    type("Uno dos.\n\nTres.\n\nCuatro.");
    expect(screen.getAllByText("Not sent yet").length).toBeGreaterThan(0);
    await user().click(button("Send version 3"));
    act(() =>
      hall.put(
        as.ownStatement(
          statement(15, "EC", [
            statementText("es", ["Uno dos.", "Tres.", "Cuatro."], { version: 3, submittedAt: noon_of_tests }),
          ]),
        ),
      ),
    );
    expect(screen.queryByText("Not sent yet")).toBeNull();
    expect(screen.getByText("Version 3 was sent at 15:42.")).toBeDefined();
    await waitFor(() => expect(localStorage.getItem("rostrum.drafts.council-2005.EC")).toBeNull());
  });

  it.each([
    ["a mark of byte order", "\ufeffUno dos.\n\nTres.", "Uno dos."],
    ["a mark of byte order at a later paragraph", "Uno dos.\n\n\ufeffTres.", "Uno dos."],
    ["half a character", "Uno \ud83d dos.\n\nTres.", "Uno \ufffd dos."],
    ["line ends of every kind", "Uno dos.\u2029Tres.", "Uno dos."],
  ])("is sent once it is held as it travels: pasted with %s", async (_, pasted, first) => {
    const { hall } = show();
    type(pasted);
    await user().click(button("Send version 1"));
    const [sent] = made(hall);
    expect(sent?.case === "submitStatement" && sent.value.text).not.toMatch(/[\ufeff\ud83d]/);
    act(() => hall.put(as.ownStatement(statement(15, "EC", [statementText("es", [first, "Tres."])]))));
    expect(screen.queryByText("Not sent yet")).toBeNull();
    expect(screen.queryByText(/was sent from another device/)).toBeNull();
    expect(screen.getByText(/^Version 1 was sent at/)).toBeDefined();
  });

  it("is none where nothing of it is seen", () => {
    show();
    type("\ufeff \u200b\n");
    expect(screen.queryByText("Not sent yet")).toBeNull();
  });

  it("survives a reload, for each language of its own", async () => {
    const first = show();
    type("Sin enviar.");
    await user().click(screen.getByRole("radio", { name: /^English/ }));
    expect(field().value).toBe("");
    type("Not sent.");
    first.unmount();
    show();
    expect(field().value).toBe("Sin enviar.");
    await user().click(screen.getByRole("radio", { name: /^English/ }));
    expect(field().value).toBe("Not sent.");
  });

  it("is of one epoch: entries of a rehearsal bear the same numbers", () => {
    const rehearsal = show({ hello: { epoch: "rehearsal" } });
    type("En el ensayo.");
    rehearsal.unmount();
    show();
    expect(field().value).toBe("");
  });

  it("is of one session: another on the server has a delegation of the same id", () => {
    const first = show({ hello: { session: "first", epoch: "e1" } });
    type("En la primera.");
    first.unmount();
    const second = show({ hello: { session: "second", epoch: "e2" } });
    expect(field().value).toBe("");
    type("En la segunda.");
    second.unmount();
    const again = show({ hello: { session: "first", epoch: "e1" } });
    expect(field().value).toBe("En la primera.");
    again.unmount();
    show({ hello: { session: "second", epoch: "e2" } });
    expect(field().value).toBe("En la segunda.");
  });

  it("can be discarded, by asking once more", async () => {
    show({ entities: [...afternoon(), held()] });
    type("Otra cosa.");
    await user().click(button("Discard what is not sent"));
    expect(field().value).toBe("Otra cosa.");
    await user().click(button("Discard now"));
    expect(field().value).toBe("Uno dos.\n\nTres.");
  });

  it("says when another device has sent a version meanwhile", () => {
    const { hall } = show({ entities: [...afternoon(), held()] });
    type("Lo mío.");
    act(() => hall.put(as.ownStatement(statement(15, "EC", [statementText("es", ["Lo suyo."], { version: 3 })]))));
    expect(screen.getByText(/^Version 3 was sent from another device while you were writing/)).toBeDefined();
    expect(field().value).toBe("Lo mío.");
  });

  it("says a refusal in words and keeps what was typed", async () => {
    show({ answer: () => ({ ok: false, code: "entry_over", details: {} }) });
    type("Uno.");
    await user().click(button("Send version 1"));
    expect(await screen.findByText("This request is over: it no longer takes a text.")).toBeDefined();
    expect(field().value).toBe("Uno.");
  });

  it("is refused over 32 KiB, in words", () => {
    show();
    type("é ".repeat(11_000));
    expect(screen.getByText("This text is too long: at most 32 KiB.")).toBeDefined();
    expect(button("Send version 1")).toBeDisabled();
  });

  it("is looked at as others will read it", async () => {
    show();
    await user().click(screen.getByRole("radio", { name: "Markdown" }));
    type("# Confianza\n\nSe **gana**.");
    await user().click(button("Preview"));
    const text = within(screen.getByRole("region", { name: "Text of the statement" }));
    expect(await text.findByRole("heading", { name: "Confianza" })).toBeDefined();
    expect(text.getByText("gana").tagName).toBe("STRONG");
    await user().click(button("Go on writing"));
    expect(field().value).toContain("# Confianza");
  });

  it("is of the entry chosen, where there are several", async () => {
    const { hall } = show({
      entities: afternoon(
        as.entry(entry(40, "EC", { panel: "year", kind: Kind.GROUP_STATEMENT, onBehalfOf: "GRULAC", language: "en" })),
        as.queue(queue("year", [40])),
      ),
    });
    await user().click(button(/^Statement\s· Place 5/));
    await user().click(screen.getByRole("option", { name: /GRULAC\s· Place 1\s.* The Year in Review/ }));
    type("For the Group.");
    await user().click(button("Send version 1"));
    expect(made(hall)[0]?.value).toMatchObject({ entry: 40, language: "en" });
  });
});

describe("S1 a text from a file", () => {
  it("is taken in, in the format that its name says", async () => {
    show();
    await user().upload(fileInput(), file("# Título\r\n\r\nUno.", "texto.md"));
    await waitFor(() => expect(field().value).toContain("# Título"));
    expect(screen.getByRole("radio", { name: "Markdown" })).toBeChecked();
  });

  it("can be dropped on the field", async () => {
    show();
    fireEvent.drop(field(), { dataTransfer: { files: [file("Uno dos.", "texto.txt")] } });
    await waitFor(() => expect(field().value).toBe("Uno dos."));
  });

  it("is read as older programs write it, where it is not UTF-8", async () => {
    show();
    fireEvent.drop(field(), { dataTransfer: { files: [file(new Uint8Array([0x53, 0xed, 0x2e]), "texto.txt")] } });
    await waitFor(() => expect(field().value).toBe("Sí."));
  });

  it.each<[string, BlobPart, string, string]>([
    ["of another type", "x", "texto.docx", "Only text files can be taken: .txt or .md."],
    ["with a name that lies", new Uint8Array([1, 0, 2]), "texto.txt", "Only text files can be taken: .txt or .md."],
    ["that is too long", "é".repeat(17_000), "texto.txt", "This text is too long: at most 32 KiB."],
    ["that is far too long", "x".repeat(200_000), "texto.txt", "This text is too long: at most 32 KiB."],
    ["without a word", " \n ", "texto.txt", "There is no text in this file."],
  ])("%s is refused in words and changes nothing", async (_, content, name, words) => {
    show({ entities: [...afternoon(), held()] });
    fireEvent.drop(field(), { dataTransfer: { files: [file(content, name)] } });
    expect(await screen.findByText(words)).toBeDefined();
    expect(field().value).toBe("Uno dos.\n\nTres.");
  });
});

describe("S2 the embargo", () => {
  it("is told with what the server holds, and lifted by asking once more", async () => {
    const { hall } = show({ entities: [...afternoon(), held()] });
    expect(screen.getByText("Under embargo")).toBeDefined();
    expect(screen.getByText(/version 2, 3 words, 2 s, sent at 15:22/)).toBeDefined();
    await user().click(button("Release now"));
    expect(screen.getByText("Everyone will be able to read it. This cannot be taken back.")).toBeDefined();
    await user().click(button("Release to everyone"));
    expect(made(hall)).toEqual([{ case: "releaseStatement", value: { entry: 15 } }]);
    act(() => hall.put(held({ releasedAt: noon_of_tests })));
    expect(screen.getByText("Released at 15:42")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Release now" })).toBeNull();
  });

  it("is planned to end at a time of day in the time zone of the session", async () => {
    const { hall } = show({ entities: [...afternoon(), held()] });
    await user().click(button("Plan the release"));
    const time = screen.getByLabelText("Time of the release");
    await user().type(time, "soon");
    await user().click(button("Plan the release"));
    expect(screen.getByText("Write a time of day such as 16:10")).toBeDefined();
    await user().clear(time);
    await user().type(time, "15:00");
    expect(screen.getByText("Tomorrow, Wednesday 30 November")).toBeDefined();
    await user().clear(time);
    await user().type(time, "16:30");
    await user().click(button("Plan the release"));
    expect(made(hall)).toEqual([
      { case: "planStatementRelease", value: { entry: 15, releasesAt: at("2005-11-29T16:30+01:00") } },
    ]);
  });

  it("is planned over midnight, and on the meeting's day where that is still to come", async () => {
    const late = show({ entities: [...afternoon(), held()], now: at("2005-11-29T23:49+01:00") });
    await user().click(button("Plan the release"));
    await user().type(screen.getByLabelText("Time of the release"), "0:05{Enter}");
    expect(made(late.hall)).toEqual([
      { case: "planStatementRelease", value: { entry: 15, releasesAt: at("2005-11-30T00:05+01:00") } },
    ]);
    cleanup();
    const early = show({ entities: [...afternoon(), held()], now: at("2005-11-27T10:00+01:00") });
    await user().click(button("Plan the release"));
    await user().type(screen.getByLabelText("Time of the release"), "15:30{Enter}");
    expect(made(early.hall)).toEqual([
      { case: "planStatementRelease", value: { entry: 15, releasesAt: at("2005-11-29T15:30+01:00") } },
    ]);
  });

  it("has a plan that can be taken back", async () => {
    const { hall } = show({ entities: [...afternoon(), held({ releasesAt: at("2005-11-29T16:30+01:00") })] });
    expect(screen.getByText(/^It will be released at 16:30 on Tuesday/)).toBeDefined();
    await user().click(button("Take the plan back"));
    expect(made(hall)).toEqual([{ case: "planStatementRelease", value: { entry: 15, releasesAt: 0 } }]);
  });
});

describe("S3 the live text", () => {
  const kenya = as.statement(
    statement(
      90,
      "KE",
      [statementText("en", ["One.", "Two.", "Three.", "Four."]), statementText("fr", ["Un.", "Deux."])],
      { releasedAt: noon_of_tests - 1 },
    ),
  );
  const here = () => document.querySelector("[aria-current=true]")?.textContent;
  const open = (entities: Entity[], locale?: "fr") => renderScreen(<Delegate tab="live" />, { entities }, locale);

  it("follows the paragraph reached", () => {
    const { hall } = open([...afternoon(as.floor({ ...kenyaSpeaks, paragraph: 1 })), kenya]);
    expect(screen.getByRole("heading", { name: "Statement of Kenya" })).toBeDefined();
    expect(here()).toContain("One.");
    act(() => hall.put(as.floor({ ...kenyaSpeaks, paragraph: 3 })));
    expect(here()).toContain("Three.");
  });

  it("comes in the language of the screen, and in another when asked", async () => {
    open([...afternoon(as.floor({ ...kenyaSpeaks, paragraph: 3 })), kenya], "fr");
    expect(here()).toContain("Deux.");
    await user().click(button("Langue du texte\u00a0: Français"));
    await user().click(screen.getByRole("menuitemradio", { name: "English" }));
    expect(here()).toContain("Three.");
  });

  it("grows with the letters that the reader wants, and keeps that on the device", async () => {
    const first = open([...afternoon(), kenya]);
    await user().click(button("Larger letters"));
    first.unmount();
    open([...afternoon(), kenya]);
    expect(localStorage.getItem("rostrum.text_size")).toBe("1.5");
    expect(screen.getByText("One.").closest("[style]")?.getAttribute("style")).toContain("1.5rem");
  });

  it("stays where it was while a point of order interrupts the speech", () => {
    open([...afternoon(as.floor(pointSpeaks("CL", { ...kenyaSpeaks, paragraph: 2 }))), kenya]);
    expect(here()).toContain("Two.");
    expect(screen.getByText("This speech is interrupted.")).toBeDefined();
  });

  it("keeps the last statement while nobody speaks, under words that say so", () => {
    const { hall } = open([...afternoon(as.floor({ ...kenyaSpeaks, paragraph: 3 })), kenya]);
    act(() => hall.put(as.floor(freeFloor())));
    expect(screen.getByText("The floor is free")).toBeDefined();
    expect(screen.getByText("The last statement")).toBeDefined();
    expect(screen.getByRole("heading", { name: "Statement of Kenya" })).toBeDefined();
    expect(screen.getByText("Three.")).toBeDefined();
    expect(here()).toBeUndefined();
    act(() => hall.put(as.floor(speech("CL", 4_000, { entry: 11 }))));
    expect(screen.queryByText("The last statement")).toBeNull();
    expect(screen.getByText("The text, if there is one, is still under embargo.")).toBeDefined();
  });

  it.each<[string, Entity[], string]>([
    ["nobody speaks", [as.floor(freeFloor())], "Nobody speaks at the moment."],
    [
      "a panellist speaks",
      [as.floor(speech("", 1, { panellist: "italy", entry: 0 }))],
      "A panellist speaks; there is no text to follow.",
    ],
    ["it has just begun", [as.floor(speech("KE", 4_000))], "The text, if there is one, is still under embargo."],
    ["there is none", [as.floor(speech("KE", 40_000))], "There is no text of this speech."],
  ])("says why there is none: %s", (_, over, words) => {
    open(afternoon(...over));
    expect(screen.getByText(words)).toBeDefined();
  });
});

describe("S3 the text of the own speech", () => {
  const ours = speech("EC", 46_000, { language: "es", limitMs: 180_000 });
  const text = as.ownStatement(statement(90, "EC", [statementText("es", ["Uno.", "Dos.", "Tres."])]));
  const speaking = (paragraph: number, over: Partial<Staging> = {}) =>
    renderScreen(<Delegate />, { entities: [...afternoon(as.floor({ ...ours, paragraph })), text], ...over });
  const reached = (paragraph: number): Act => ({ case: "reachParagraph", value: { speech: 7, paragraph } });

  it("stands with the clock, and is moved by two large buttons", async () => {
    const { hall } = speaking(0);
    expect(screen.getByRole("timer").textContent).toContain("2:14 left");
    expect(screen.getByText("No paragraph reached yet")).toBeDefined();
    expect(button("Previous")).toBeDisabled();
    await user().click(button("Next paragraph"));
    act(() => hall.put(as.floor({ ...ours, paragraph: 2 })));
    expect(screen.getByText("Paragraph 2 of 3")).toBeDefined();
    await user().click(button("Previous"));
    await user().click(button("Next paragraph"));
    expect(made(hall)).toEqual([reached(1), reached(1), reached(3)]);
  });

  it("ends with its last paragraph", () => {
    speaking(3);
    expect(button("Next paragraph")).toBeDisabled();
  });

  it.each([
    ["{ArrowDown}", 3],
    ["{ArrowRight}", 3],
    ["{PageDown}", 3],
    [" ", 3],
    ["{ArrowUp}", 1],
    ["{ArrowLeft}", 1],
    ["{PageUp}", 1],
  ])("is moved by the keyboard and by a presenter: %s", async (key, paragraph) => {
    const { hall } = speaking(2);
    await user().keyboard(key);
    expect(made(hall)).toEqual([reached(paragraph)]);
  });

  it("goes on from what was asked for already", async () => {
    const unanswered = [{ id: "c", act: reached(2), expiresAt: noon_of_tests + 9_000, sent: true }];
    const { hall } = speaking(1, { unanswered });
    await user().keyboard("{ArrowDown}");
    expect(made(hall)).toEqual([reached(3)]);
  });

  it("leaves the space bar to a button that has the focus", async () => {
    const { hall } = speaking(2);
    button("Give back the floor").focus();
    await user().keyboard(" ");
    expect(made(hall)).toEqual([]);
    expect(button("Give it back now")).toBeDefined();
  });

  it("follows what an assistant moves on another device", () => {
    const { hall } = speaking(1);
    act(() => hall.put(as.floor({ ...ours, paragraph: 3 })));
    expect(document.querySelector("[aria-current=true]")?.textContent).toContain("Tres.");
  });

  it("stays while a point of order interrupts, and cannot be moved", async () => {
    const { hall } = speaking(2);
    act(() => hall.put(as.floor(pointSpeaks("CL", { ...ours, paragraph: 2 }))));
    expect(document.querySelector("[aria-current=true]")?.textContent).toContain("Dos.");
    expect(button("Next paragraph")).toBeDisabled();
    expect(button("Previous")).toBeDisabled();
    await user().keyboard("{PageDown}");
    expect(hall.acts).toEqual([]);
  });

  it("can be left for the other parts of the screen, and come back to", async () => {
    const { hall } = speaking(1);
    await user().click(button("Other parts of the screen"));
    expect(screen.getByRole("tab", { name: "Statement" })).toHaveAttribute("aria-selected", "true");
    expect(field().value).toBe("Uno.\n\nDos.\n\nTres.");
    await user().click(button("Back to your clock"));
    expect(button("Next paragraph")).toBeDefined();
    await user().click(button("Other parts of the screen"));
    act(() => hall.put(as.floor({ ...ours, speech: 12 })));
    expect(button("Give back the floor")).toBeDefined();
  });

  it("is none where none was handed in: the clock fills the screen", () => {
    renderScreen(<Delegate />, { entities: afternoon(as.floor(ours)) });
    expect(screen.queryByRole("button", { name: "Next paragraph" })).toBeNull();
  });
});
