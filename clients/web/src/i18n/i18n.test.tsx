import { act, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { formatFor } from "./format";
import {
  clockText,
  durationText,
  I18nProvider,
  type Locale,
  languageName,
  localized,
  useInstant,
  useLocale,
  useMessageOf,
  useRejectionText,
  useText,
  WordingProvider,
  ZoneProvider,
} from "./index";

const quarter_to_four = Date.parse("2005-11-29T15:42:10+01:00");

describe("times and durations", () => {
  const geneva = formatFor("en", "Europe/Zurich");

  it("are written in the time zone of the session, alike in every language", () => {
    for (const locale of ["en", "fr", "es"] as const) {
      expect(formatFor(locale, "Europe/Zurich").time(quarter_to_four)).toBe("15:42");
      expect(formatFor(locale, "Asia/Tokyo").timeSeconds(quarter_to_four)).toBe("23:42:10");
    }
  });

  it("start the day at 00, not at 24", () => {
    expect(geneva.time(Date.parse("2005-11-29T00:05+01:00"))).toBe("00:05");
  });

  it("are one time where a range lies within a minute", () => {
    expect(geneva.timeRange(quarter_to_four, quarter_to_four + 30_000)).toBe("15:42");
    expect(geneva.timeRange(quarter_to_four, quarter_to_four + 180_000)).toBe("15:42–15:45");
  });

  it("fall back to the device's zone where the session's is unknown here", () => {
    expect(formatFor("en", "Moon/Tycho").time(quarter_to_four)).toMatch(/^\d\d:\d\d$/);
  });

  it("tell days apart by the session's calendar", () => {
    expect(geneva.day(Date.parse("2005-11-29T23:30:00Z"))).toBe("2005-11-30");
  });

  it.each([
    [0, "0:00"],
    [134_000, "2:14"],
    [134_999, "2:14"],
    [3_734_000, "1:02:14"],
    [-5, "0:00"],
  ])("of %i ms read %s on a clock", (ms, shown) => {
    expect(clockText(ms)).toBe(shown);
  });

  it.each([
    [155_000, "2\u00a0min 35\u00a0s"],
    [180_000, "3\u00a0min"],
    [40_000, "40\u00a0s"],
  ])("of %i ms are %s in a sentence", (ms, shown) => {
    expect(durationText(ms)).toBe(shown);
  });
});

describe("languages", () => {
  it("are named in themselves", () => {
    expect(["en", "fr", "es"].map(languageName)).toEqual(["English", "Français", "Español"]);
    expect(languageName("not a tag")).toBe("not a tag");
  });

  it("of a text fall back to English, then to whatever there is", () => {
    expect(localized({ en: "Chile", fr: "Chili" }, "fr")).toBe("Chili");
    expect(localized({ en: "Chile", fr: "Chili" }, "es")).toBe("Chile");
    expect(localized({ pt: "Chile" }, "es")).toBe("Chile");
    expect(localized({}, "es")).toBe("");
    expect(localized(undefined, "es")).toBe("");
  });

  function Probe({ seat }: { seat?: string }) {
    const { locale, choose, suggest, fallBack } = useLocale();
    const t = useText();
    return (
      <>
        <p>{t("list.title")}</p>
        <p>{document.documentElement.lang === locale ? "marked" : ""}</p>
        <button type="button" onClick={() => choose("es")}>
          choose
        </button>
        <button type="button" onClick={() => fallBack("es")}>
          fall back
        </button>
        <button type="button" onClick={() => suggest(seat ?? "fr-CH")}>
          suggest
        </button>
      </>
    );
  }
  const press = (name: string) => act(() => screen.getByText(name).click());

  it("are the seat's until somebody chooses one, which the device then keeps", () => {
    const first = render(
      <I18nProvider>
        <Probe />
      </I18nProvider>,
    );
    press("suggest");
    expect(screen.getByText("Liste des orateurs")).toBeDefined();
    press("choose");
    expect(screen.getByText("Lista de oradores")).toBeDefined();
    press("suggest");
    expect(screen.getByText("Lista de oradores")).toBeDefined();
    first.unmount();
    render(
      <I18nProvider>
        <Probe />
      </I18nProvider>,
    );
    expect(screen.getByText("Lista de oradores")).toBeDefined();
    expect(document.documentElement.lang).toBe("es");
  });

  it("on a display are the seat's, whatever somebody once chose on the device", () => {
    localStorage.setItem("rostrum.language", "es");
    render(
      <I18nProvider ignoreKept>
        <Probe />
      </I18nProvider>,
    );
    press("suggest");
    expect(screen.getByText("Liste des orateurs")).toBeDefined();
  });

  it("are those that the tab spoke before its page was loaded again, until the seat's are known", () => {
    render(
      <I18nProvider ignoreKept last="es">
        <Probe />
      </I18nProvider>,
    );
    expect(screen.getByText("Lista de oradores")).toBeDefined();
    press("suggest");
    expect(screen.getByText("Liste des orateurs")).toBeDefined();
  });

  it("start as the address asks, and can still be chosen", () => {
    localStorage.setItem("rostrum.language", "en");
    render(
      <I18nProvider start="es">
        <Probe />
      </I18nProvider>,
    );
    press("suggest");
    expect(screen.getByText("Lista de oradores")).toBeDefined();
    press("choose");
    expect(screen.getByText("Lista de oradores")).toBeDefined();
  });

  it("are the device's where the seat has none, and the session's where the device speaks none of ours", () => {
    const speaks = vi.spyOn(navigator, "languages", "get").mockReturnValue(["fr-CA"]);
    const first = render(
      <I18nProvider>
        <Probe />
      </I18nProvider>,
    );
    press("fall back");
    expect(screen.getByText("Liste des orateurs")).toBeDefined();
    first.unmount();
    speaks.mockReturnValue(["ja"]);
    render(
      <I18nProvider>
        <Probe />
      </I18nProvider>,
    );
    press("fall back");
    expect(screen.getByText("Lista de oradores")).toBeDefined();
  });

  it("on a display are the session's where the seat has none", () => {
    render(
      <I18nProvider ignoreKept>
        <Probe />
      </I18nProvider>,
    );
    press("fall back");
    expect(screen.getByText("Lista de oradores")).toBeDefined();
  });

  it("do not follow a seat into a language that there is not", () => {
    render(
      <I18nProvider>
        <Probe seat="ja" />
      </I18nProvider>,
    );
    press("suggest");
    expect(screen.getByText("List of speakers")).toBeDefined();
  });
});

describe("what a session calls otherwise", () => {
  function Words() {
    const t = useText();
    const messageOf = useMessageOf();
    const of = { who: "Chile", limit: "1 min" };
    return <p>{[t("kind.point_of_order"), messageOf("log.point_of_order_recognised", of)].join(" / ")}</p>;
  }
  const said = (locale: Locale, otherwise: boolean) =>
    render(
      <I18nProvider fixed={locale}>
        <WordingProvider otherwise={otherwise}>
          <Words />
        </WordingProvider>
      </I18nProvider>,
    ).container.textContent;

  it("Spanish says cuestión de orden, or moción de orden where the programme chose it, in titles and in sentences", () => {
    expect(said("es", false)).toBe(
      "Cuestión de orden / Se da la palabra a Chile para una cuestión de orden, por 1 min.",
    );
    expect(said("es", true)).toBe("Moción de orden / Se da la palabra a Chile para una moción de orden, por 1 min.");
  });

  it("no other language changes by it", () => {
    for (const locale of ["en", "fr"] as const) expect(said(locale, true)).toBe(said(locale, false));
  });
});

describe("an instant", () => {
  function Words({ at, beside }: { at: string; beside?: string }) {
    const instant = useInstant();
    return <p>{instant(Date.parse(at), beside ? { time: "soon", beside: Date.parse(beside) } : {})}</p>;
  }
  const said = (locale: Locale, at: string, beside?: string) =>
    render(
      <I18nProvider fixed={locale}>
        <ZoneProvider timeZone="Europe/Zurich" now={Date.parse("2005-11-29T22:30Z")}>
          <Words at={at} {...(beside ? { beside } : {})} />
        </ZoneProvider>
      </I18nProvider>,
    ).container.textContent;

  it.each([
    ["en", "09:00 on Wednesday 30 November"],
    ["fr", "09:00 le mercredi 30 novembre"],
    ["es", "09:00 del miércoles, 30 de noviembre"],
  ] as const)("of another day says its day, in %s", (locale, words) => {
    expect(said(locale, "2005-11-30T08:00Z")).toBe(words);
    expect(said(locale, "2005-11-29T08:00Z")).toBe("09:00");
  });

  it("is of the day that the session's clocks show", () => {
    expect(said("en", "2005-11-29T23:05Z")).toBe("00:05 on Wednesday 30 November");
    expect(said("en", "2005-11-28T23:05Z")).toBe("00:05");
  });

  it("says nothing of the day of what it stands beside", () => {
    expect(said("en", "2005-11-28T08:00Z", "2005-11-28T09:00Z")).toBe("soon");
    expect(said("en", "2005-11-29T08:00Z", "2005-11-28T09:00Z")).toBe("soon on Tuesday 29 November");
  });
});

describe("the words of a rejection", () => {
  function Words({ code, details = {} }: { code: string; details?: Record<string, string> }) {
    return <p>{useRejectionText()(code, details)}</p>;
  }
  const today = Date.parse("2005-11-29T15:42+01:00");
  const say = (code: string, details?: Record<string, string>) => {
    const { container } = render(
      <I18nProvider fixed="en">
        <ZoneProvider timeZone="Europe/Zurich" now={today}>
          <Words code={code} {...(details ? { details } : {})} />
        </ZoneProvider>
      </I18nProvider>,
    );
    return container.textContent;
  };

  it("tell a draw that has moved on from all else that changed, and say as much where the server does not say what", () => {
    expect(say("changed_meanwhile", { what: "draw", now: "1" })).toContain("the draw by lot has moved on");
    const other = "Something changed just before. Look again and repeat if you still want it.";
    expect(say("changed_meanwhile", { what: "head", now: "4" })).toContain(other);
    expect(say("changed_meanwhile", { entry: "4" })).toContain(other);
  });

  it("name the instant by the session's clock", () => {
    expect(say("list_closed_at", { at: String(quarter_to_four) })).toBe("The list of speakers closed at 15:42.");
  });

  it("name its day where that is another", () => {
    expect(say("list_closed_at", { at: String(Date.parse("2005-11-28T15:42+01:00")) })).toBe(
      "The list of speakers closed at 15:42 on Monday 28 November.",
    );
  });

  it("name the bounds", () => {
    expect(say("text_too_long", { field: "on_behalf_of", max: "160" })).toContain("at most 160");
  });

  it("are general for a code that this client does not know", () => {
    expect(say("sun_in_the_eyes")).toBe("This was not accepted (sun_in_the_eyes).");
  });

  it("are general where a detail is missing", () => {
    expect(say("list_full")).toBe("This was not accepted (list_full).");
  });
});
