import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { I18nProvider, useText } from "../i18n";
import { holdWords, type Locale, letGoOfWords } from "../i18n/catalogues";
import { LanguageMenu } from "../parts/LanguageMenu";
import { StagedHall } from "../testing/staged";
import { holdAllWords, wordsIn } from "../testing/words";
import { Entrance } from "./gate";
import { HallProvider } from "./hall";

// The words of English are here; those of others are on their way until a test lets them come, or not.
const way: { locale: Locale; come(): void; fail(): void }[] = [];
const load = (locale: Locale) =>
  new Promise<void>((come, fail) => {
    way.push({ locale, come, fail: () => fail(new Error("no line")) });
  });

beforeEach(() => {
  way.length = 0;
  letGoOfWords("fr");
  letGoOfWords("es");
});
afterAll(holdAllWords);

const end = (locale: Locale, ok: boolean) =>
  act(async () => {
    const last = way.filter((one) => one.locale === locale).at(-1);
    if (!ok) return last?.fail();
    holdWords(locale, wordsIn(locale));
    last?.come();
  });

function Typing() {
  const t = useText();
  return (
    <>
      <LanguageMenu />
      <h1>{t("list.title")}</h1>
      <input aria-label="words" />
    </>
  );
}

const user = () => userEvent.setup();
async function choose(name: string) {
  await user().click(screen.getByRole("button", { name: /language|langue|idioma/ }));
  await user().click(await screen.findByRole("menuitemradio", { name }));
}
const title = () => screen.getByRole("heading").textContent;

describe("another language", () => {
  it("is spoken once its words are here; what was typed stays", async () => {
    render(
      <I18nProvider load={load}>
        <Typing />
      </I18nProvider>,
    );
    await user().type(screen.getByRole("textbox"), "Chair, I");
    await choose("Français");
    expect(title()).toBe("List of speakers");
    await end("fr", true);
    expect(title()).toBe("Liste des orateurs");
    expect(document.documentElement.lang).toBe("fr");
    expect(screen.getByRole("textbox")).toHaveValue("Chair, I");
    expect(localStorage.getItem("rostrum.language")).toBe("fr");
  });

  it("whose words do not come leaves the one before, and can be chosen again", async () => {
    render(
      <I18nProvider load={load}>
        <Typing />
      </I18nProvider>,
    );
    await choose("Español");
    await end("es", false);
    expect(title()).toBe("List of speakers");
    expect(document.documentElement.lang).toBe("en");
    expect(localStorage.getItem("rostrum.language")).toBeNull();
    await choose("Español");
    await end("es", true);
    expect(title()).toBe("Lista de oradores");
  });

  it("that is chosen while one is on its way is the one that counts", async () => {
    render(
      <I18nProvider load={load}>
        <Typing />
      </I18nProvider>,
    );
    await choose("Español");
    await choose("Français");
    await end("fr", true);
    await end("es", true);
    expect(title()).toBe("Liste des orateurs");
  });
});

describe("the menu", () => {
  it("marks what was picked while its words are on their way, until something else is", async () => {
    render(
      <I18nProvider load={load}>
        <Typing />
      </I18nProvider>,
    );
    const marked = async () => {
      await user().click(screen.getByRole("button", { name: /language/ }));
      const name = screen.getByRole("menuitemradio", { checked: true }).textContent;
      await user().keyboard("{Escape}");
      return name;
    };
    await choose("Español");
    expect(await marked()).toBe("Español");
    await choose("English");
    expect(await marked()).toBe("English");
    await choose("Français");
    await end("fr", false);
    expect(await marked()).toBe("English");
  });
});

describe("a screen", () => {
  const enter = () =>
    render(
      <I18nProvider load={load}>
        <HallProvider hall={new StagedHall({ hello: { language: "fr" } })}>
          <Entrance screen="delegate" code="ABCD2345" go={() => {}}>
            <Typing />
          </Entrance>
        </HallProvider>
      </I18nProvider>,
    );

  it("is not seen before the words of its seat's language are here", async () => {
    enter();
    expect(screen.queryByRole("heading")).toBeNull();
    await end("fr", true);
    expect(title()).toBe("Liste des orateurs");
  });

  it("is seen in the device's language where they do not come", async () => {
    enter();
    await end("fr", false);
    expect(title()).toBe("List of speakers");
  });

  it("stays, with what is typed in it, while another language is on its way", async () => {
    enter();
    await end("fr", true);
    await user().type(screen.getByRole("textbox"), "Monsieur");
    await choose("Español");
    expect(screen.getByRole("textbox")).toHaveValue("Monsieur");
    await end("es", true);
    expect(title()).toBe("Lista de oradores");
    expect(screen.getByRole("textbox")).toHaveValue("Monsieur");
  });
});
