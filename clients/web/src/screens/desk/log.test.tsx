import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { I18nProvider, type Locale, locales } from "../../i18n";
import { wordsOf } from "../../i18n/catalogues";
import { HallProvider } from "../../shared/hall";
import { StagedHall } from "../../testing/staged";
import { noon_of_tests } from "../../testing/views";
import type { LogLine } from "../../wire";
import { staged } from "./fixture";
import { useSentence, withLatest } from "./log";

const line = (event: string, details: Record<string, string> = {}, seq = 1): LogLine => ({
  seq,
  index: 0,
  at: noon_of_tests,
  actor: "chair",
  event,
  details,
});

function say(of: LogLine, locale: Locale = "en"): string {
  function Sentence() {
    return <p data-testid="sentence">{useSentence()(of)}</p>;
  }
  const hall = new StagedHall(staged());
  const shown = render(
    <I18nProvider fixed={locale}>
      <HallProvider hall={hall}>
        <Sentence />
      </HallProvider>
    </I18nProvider>,
  );
  const text = screen.getByTestId("sentence").textContent ?? "";
  shown.unmount();
  return text;
}

/** The details of every event, as docs/protocol.md#log lists them. */
const all = {
  who: "EC",
  panel: "high-level",
  meeting: "d1-pm",
  entry: "15",
  place: "3",
  times: "1",
  until: String(noon_of_tests),
  at: String(noon_of_tests),
  limit_ms: "180000",
  added_ms: "30000",
  grace_ms: "15000",
  at_limit: "cut",
  kind: "question",
  of: "igo",
  policy: "category",
  title: "A title",
  node: "north",
  ruling: "upheld",
  cause: "next",
  signal: "no_sound",
  language: "fr",
  version: "2",
  words: "97",
  paragraph: "4",
  seat: "booth-fr",
  text: "Words",
};
const events = Object.keys(wordsOf("en") ?? {})
  .filter((id) => id.startsWith("log.") && id !== "log.other")
  .map((id) => id.slice(4));

describe("the sentences of the log", () => {
  it.each([
    [
      "floor_requested",
      { who: "EC", panel: "high-level", kind: "question", place: "3" },
      "Ecuador asks for the floor in “High-level Plenary Panel” for a question, place 3.",
    ],
    ["term_started", { node: "north" }, "The node north writes from now on."],
    ["secret_checked", {}, "Only nodes that have the session’s secret serve it from now on."],
    ["clock_anchored", { at: String(noon_of_tests) }, "The clock that all nodes go by was started. [15:42]"],
    ["floor_given", { who: "EC", limit_ms: "90000" }, "Ecuador has the floor for 1\u00a0min 30\u00a0s."],
    ["meeting_suspended", { meeting: "d1-pm" }, "The meeting “Day 1, afternoon” is suspended."],
    [
      "meeting_suspended",
      { meeting: "d1-pm", until: String(noon_of_tests) },
      "The meeting “Day 1, afternoon” is suspended. [15:42]",
    ],
    [
      "point_of_order_raised",
      { who: "EC", panel: "high-level", text: "" },
      "Ecuador raises a point of order in “High-level Plenary Panel”.",
    ],
    [
      "point_of_order_raised",
      { who: "EC", panel: "high-level", text: "Quorum" },
      "Ecuador raises a point of order in “High-level Plenary Panel”: Quorum",
    ],
    ["notice_sent", { who: "EC", text: "Hello" }, "A notice goes to Ecuador: Hello."],
    ["notice_sent", { to: "all", text: "Hello" }, "A notice goes to all: Hello."],
    ["signal_raised", { signal: "no_sound", seat: "booth-fr" }, "French booth signals: no sound."],
    [
      "limit_set",
      { panel: "high-level", of: "igo", limit_ms: "60000" },
      "The limit for IGOs in “High-level Plenary Panel” is 1\u00a0min.",
    ],
    [
      "limits_announced",
      { panel: "high-level", of: "igo", limit_ms: "60000", more: "yes" },
      "New limits are announced in “High-level Plenary Panel”: 1\u00a0min for IGOs, others too.",
    ],
    [
      "reserve_set",
      { panel: "high-level", reserve_ms: "600000" },
      "The reserve of “High-level Plenary Panel” is 10\u00a0min.",
    ],
    ["grant_revoked", { seat: "ec", cause: "replaced" }, "The code of Ecuador is void, as a new one is issued."],
    ["floor_given", { who: "Ines (Institute)", limit_ms: "60000" }, "Ines (Institute) has the floor for 1\u00a0min."],
  ])("L14 %s with %j is: %s", (event, details, sentence) => {
    expect(say(line(event, details as Record<string, string>))).toBe(sentence);
  });

  it.each(locales)("L14 are there for every event in %s, with nothing left open", (locale) => {
    for (const event of events) {
      const sentence = say(line(event, all), locale);
      expect(sentence, event).not.toMatch(/[{}]|undefined|NaN|^log\./);
      expect(sentence.length, event).toBeGreaterThan(5);
    }
  });

  it.each([
    [
      "fr",
      "floor_given",
      { who: "EC", limit_ms: "90000" },
      "La parole est donnée à l’Équateur, pour 1\u00a0min 30\u00a0s.",
    ],
    ["fr", "entry_moved", { who: "CL", place: "3" }, "La demande du Chili passe à la place 3."],
    ["fr", "floor_given", { who: "PH", limit_ms: "60000" }, "La parole est donnée aux Philippines, pour 1\u00a0min."],
    ["fr", "entry_removed", { who: "Ines (Institut)" }, "La demande d’Ines (Institut) est écartée."],
    ["fr", "notice_sent", { who: "KE", text: "Bonjour" }, "Annonce au Kenya\u00a0: Bonjour"],
    ["es", "floor_given", { who: "EC", limit_ms: "60000" }, "Se da la palabra al Ecuador, por 1\u00a0min."],
    ["es", "help_requested", { who: "CL", text: "" }, "La delegación de Chile pide ayuda a la secretaría."],
    ["es", "signal_raised", { signal: "no_sound", seat: "booth-fr" }, "Señal: «no hay sonido» (Cabina de francés)."],
  ] as const)("L14 have their articles, in %s %s with %j", (locale, event, details, sentence) => {
    expect(say(line(event, { ...details }), locale)).toBe(sentence);
  });

  it.each(locales)("L14 keep a name that runs from right to left to itself, in %s", (locale) => {
    const name = "وفد المثال (خيالي)";
    const said = say(line("entry_moved", { who: name, place: "3" }), locale);
    expect(said).toContain(`\u2068${name}\u2069`);
    expect(said).toMatch(/ 3\.$/);
  });

  it("L14 an event that this client does not know is told by its code and who did it", () => {
    expect(say(line("vote_taken"))).toBe("Chair: vote_taken");
  });
});

describe("the latest lines", () => {
  const at = (...seqs: number[]) => seqs.map((seq) => line("list_opened", {}, seq));
  const seqs = (held: { lines: LogLine[] }) => held.lines.map(({ seq }) => seq);
  const latest = (nextBefore: number, ...of: number[]) => ({ id: "", lines: at(...of), nextBefore });

  it("go before those already held, each once", () => {
    const held = withLatest(undefined, "", latest(5, 7, 6, 5));
    const older = { ...held, lines: [...held.lines, ...at(4, 3)], nextBefore: 3 };
    expect(seqs(withLatest(older, "", latest(6, 8, 7, 6)))).toEqual([8, 7, 6, 5, 4, 3]);
    expect(withLatest(older, "", latest(6, 8, 7, 6)).nextBefore).toBe(3);
  });

  it("stand alone where lines between are missing, or the panel is another", () => {
    const held = withLatest(undefined, "", latest(2, 3, 2));
    expect(withLatest(held, "", latest(9, 10, 9))).toMatchObject({ nextBefore: 9 });
    expect(seqs(withLatest(held, "", latest(9, 10, 9)))).toEqual([10, 9]);
    expect(seqs(withLatest(held, "year", latest(3, 4, 3)))).toEqual([4, 3]);
  });

  it("are all where the answer says so", () => {
    const held = withLatest(undefined, "", latest(2, 3, 2));
    expect(seqs(withLatest(held, "", latest(0, 4, 3, 2, 1)))).toEqual([4, 3, 2, 1]);
  });
});
