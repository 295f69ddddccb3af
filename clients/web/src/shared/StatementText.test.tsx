import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { I18nProvider } from "../i18n";
import { Delivery, type Statement, TextFormat } from "../wire";
import { loadMarkdown } from "./markdown";
import { StatementText } from "./StatementText";

const height = 400;
const paragraph_height = 100;

function statement(paragraphs: string[], format = TextFormat.PLAIN, entry = 15): Statement {
  return {
    entry,
    panel: "high-level",
    delegation: "EC",
    delivery: Delivery.VERBATIM,
    texts: [{ language: "en", version: 1, format, paragraphs, words: 0, submittedAt: 0 }],
    releasedAt: 0,
    releasesAt: 0,
    filedAt: 0,
  };
}
const twenty = statement(Array.from({ length: 20 }, (_, index) => `Paragraph ${index + 1} of the text.`));

type Props = Partial<Parameters<typeof StatementText>[0]>;
const element = (props: Props) => (
  <I18nProvider fixed="en">
    <StatementText statement={twenty} language="en" paragraph={0} {...props} />
  </I18nProvider>
);
function show(props: Props = {}) {
  const shown = render(element(props));
  return { ...shown, again: (next: Props) => shown.rerender(element({ ...props, ...next })) };
}
const box = () => screen.getByRole("region", { name: "Text of the statement" });
const back = () => screen.queryByRole("button", { name: "Back to the live paragraph" });
/** The browser tells of a scroll after it. */
const scrollsTo = (top: number) => {
  box().scrollTop = top;
  fireEvent.scroll(box());
};
const byHand = (top: number) => {
  fireEvent.wheel(box());
  scrollsTo(top);
};

describe("S3 the text of a statement", () => {
  it("marks the paragraph reached for the eye and the ear", () => {
    show({ paragraph: 3 });
    const here = box().querySelectorAll("[aria-current]");
    expect([...here].map((one) => one.textContent)).toEqual(["Live paragraph:Paragraph 3 of the text."]);
  });

  it("marks none before the first is reached", () => {
    show();
    expect(box().querySelector("[aria-current]")).toBeNull();
  });

  it("says in which language it is", () => {
    show();
    expect(screen.getByText("Paragraph 1 of the text.").closest("[lang]")?.getAttribute("lang")).toBe("en");
  });

  it("shows nothing in a language in which there is none", () => {
    show({ language: "fr" });
    expect(screen.queryByRole("region")).toBeNull();
  });

  it("keeps the lines of plain text, and takes no sign in it for Markdown", () => {
    show({ statement: statement(["*One*\n# two"]) });
    expect(screen.getByText(/\*One\*/).textContent).toBe("*One*\n# two");
  });

  it("lets the one who may move it mark a paragraph by its number", async () => {
    const reach = vi.fn();
    show({ paragraph: 2, onReach: reach });
    await userEvent.setup().click(screen.getByRole("button", { name: "Paragraph 4: reached" }));
    expect(reach).toHaveBeenCalledExactlyOnceWith(4);
    expect(screen.getByRole("button", { name: "Paragraph 2: reached" })).toHaveAttribute("aria-pressed", "true");
  });
});

describe("S3 a text in Markdown", () => {
  const markdown = (...paragraphs: string[]) => show({ statement: statement(paragraphs, TextFormat.MARKDOWN) });

  it("is plain words until the reader of Markdown is here", async () => {
    // Modules of their own: another test may have loaded it before.
    vi.resetModules();
    const [i18n, text, words] = await Promise.all([
      import("../i18n"),
      import("./StatementText"),
      import("../testing/words"),
    ]);
    words.holdAllWords();
    render(
      <i18n.I18nProvider fixed="en">
        <text.StatementText statement={statement(["# Trust"], TextFormat.MARKDOWN)} language="en" paragraph={0} />
      </i18n.I18nProvider>,
    );
    expect(screen.getByText("# Trust")).toBeDefined();
    expect(await screen.findByRole("heading", { name: "Trust" })).toBeDefined();
  });

  it("has headings below those of the screen, lists and emphasis", async () => {
    await loadMarkdown();
    markdown("# Trust", "* one\n* two", "It is **earned**, _slowly_.");
    expect(screen.getByRole("heading", { level: 3, name: "Trust" })).toBeDefined();
    expect(within(screen.getByRole("list")).getAllByRole("listitem")).toHaveLength(2);
    expect(screen.getByText("earned").tagName).toBe("STRONG");
    expect(screen.getByText("slowly").tagName).toBe("EM");
  });

  it("leads nowhere and loads nothing: the words of links and images stay", async () => {
    await loadMarkdown();
    markdown("See [the note](https://example.org/a) and ![a chart](https://example.org/b.png).");
    expect(screen.queryByRole("link")).toBeNull();
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.getByText("See the note and a chart.")).toBeDefined();
  });

  it("takes HTML for words", async () => {
    await loadMarkdown();
    markdown('A <b onclick="x()">bold</b> claim', "<script>x()</script>");
    expect(box().querySelector("b, script")).toBeNull();
  });
});

describe("S3 following the paragraph reached", () => {
  const smooth = vi.fn();
  let reduced = false;

  beforeEach(() => {
    smooth.mockReset();
    reduced = false;
    vi.spyOn(HTMLElement.prototype, "offsetTop", "get").mockImplementation(function (this: HTMLElement) {
      return (Number(this.dataset.paragraph ?? 1) - 1) * paragraph_height;
    });
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(paragraph_height);
    vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(height);
    vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(20 * paragraph_height);
    Element.prototype.scrollTo = smooth as typeof Element.prototype.scrollTo;
    vi.stubGlobal("matchMedia", (query: string) => ({
      matches: reduced && query.includes("reduce"),
      addEventListener: () => {},
      removeEventListener: () => {},
    }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(Element.prototype, "scrollTo");
  });
  const scrolledTo = () => smooth.mock.calls.map(([{ top }]) => top);

  it("opens at its place at once", () => {
    show({ paragraph: 10 });
    expect(box().scrollTop).toBe(820);
    expect(smooth).not.toHaveBeenCalled();
  });

  it("scrolls smoothly when it moves on", () => {
    const { again } = show({ paragraph: 10 });
    fireEvent.scroll(box());
    again({ paragraph: 11 });
    expect(scrolledTo()).toEqual([920]);
  });

  it("jumps where motion is reduced", () => {
    reduced = true;
    const { again } = show({ paragraph: 10 });
    again({ paragraph: 11 });
    expect(box().scrollTop).toBe(920);
    expect(smooth).not.toHaveBeenCalled();
  });

  it("goes no further than the end", () => {
    show({ paragraph: 20 });
    expect(box().scrollTop).toBe(1600);
  });

  it("does not take its own scrolling for the reader's, however far it goes", () => {
    const { again } = show({ paragraph: 1 });
    again({ paragraph: 15 });
    for (const top of [0, 40, 400, 900, 1200, 1320]) scrollsTo(top);
    expect(back()).toBeNull();
    again({ paragraph: 16 });
    expect(scrolledTo()).toEqual([1320, 1420]);
  });

  it("takes over its own scrolling when the paragraph moves meanwhile", () => {
    const { again } = show({ paragraph: 1 });
    again({ paragraph: 15 });
    scrollsTo(600);
    again({ paragraph: 2 });
    for (const top of [600, 300, 20]) scrollsTo(top);
    expect(back()).toBeNull();
  });

  it("stops when the reader scrolls it out of sight, and offers the way back", () => {
    const { again } = show({ paragraph: 2 });
    byHand(1000);
    expect(back()).not.toBeNull();
    again({ paragraph: 3 });
    expect(box().scrollTop).toBe(1000);
    expect(smooth).not.toHaveBeenCalled();
  });

  it("stops also when the reader scrolls during its own scrolling", () => {
    const { again } = show({ paragraph: 1 });
    again({ paragraph: 15 });
    scrollsTo(200);
    byHand(210);
    expect(back()).not.toBeNull();
  });

  it("stops when the text moves away from where it was sent, whatever moved it", () => {
    const { again } = show({ paragraph: 15 });
    again({ paragraph: 16 });
    scrollsTo(1330);
    scrollsTo(200);
    expect(back()).not.toBeNull();
  });

  it("goes on while the reader only looks around the paragraph", () => {
    const { again } = show({ paragraph: 10 });
    byHand(700);
    expect(back()).toBeNull();
    again({ paragraph: 11 });
    expect(scrolledTo()).toEqual([920]);
  });

  it("goes on when the reader asks for it, and the keyboard stays in the text", async () => {
    const { again } = show({ paragraph: 2 });
    byHand(1000);
    await userEvent.setup().click(screen.getByRole("button", { name: "Back to the live paragraph" }));
    expect(scrolledTo()).toEqual([20]);
    expect(back()).toBeNull();
    expect(document.activeElement).toBe(box());
    for (const top of [900, 500, 20]) scrollsTo(top);
    expect(back()).toBeNull();
    again({ paragraph: 4 });
    expect(scrolledTo()).toEqual([20, 220]);
  });

  it("goes on when the reader scrolls back to it", () => {
    const { again } = show({ paragraph: 2 });
    byHand(1000);
    byHand(100);
    expect(back()).toBeNull();
    again({ paragraph: 4 });
    expect(scrolledTo()).toEqual([220]);
  });

  it("begins anew with another statement", () => {
    const { again } = show({ paragraph: 2 });
    byHand(1000);
    again({ statement: { ...twenty, entry: 16 }, paragraph: 1 });
    expect(back()).toBeNull();
  });

  it("keeps its place when the letters grow", () => {
    const { again } = show({ paragraph: 10 });
    fireEvent.scroll(box());
    box().scrollTop = 500;
    again({ size: 2 });
    expect(box().scrollTop).toBe(820);
    expect(smooth).not.toHaveBeenCalled();
  });

  it("leaves the text alone where it is not to follow", () => {
    const { again } = show({ paragraph: 10, follow: false });
    again({ paragraph: 11 });
    byHand(1500);
    expect(smooth).not.toHaveBeenCalled();
    expect(back()).toBeNull();
  });
});
