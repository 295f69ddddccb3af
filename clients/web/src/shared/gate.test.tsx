import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { spokenHere } from "../i18n/first";
import type { Outcome } from "../sync/hall";
import { keepLast, type Last, lastOf, lastViewOf } from "../sync/last";
import { renderScreen } from "../testing/hall";
import { refusedWith, type Staging } from "../testing/staged";
import { afternoon, as, noon_of_tests, panel, statement, texts } from "../testing/views";
import { Role } from "../wire";
import { keepCode, type ScreenName } from "./code";
import { Entrance, signOut } from "./gate";

const code = "ABCD2345";
const last: Last = {
  title: { en: "Council 2005", fr: "Conseil 2005" },
  timezone: "Europe/Zurich",
  knownAt: noon_of_tests,
  serverAt: noon_of_tests,
  deviceAt: 1,
  speed: 1,
};

describe("a device that is signed out", () => {
  const signedOut = (...outcomes: Outcome[]) => {
    const late = outcomes.map((outcome, at) => ({
      id: `c${at}`,
      act: { case: "endSpeech", value: { speech: 7 } } as const,
      outcome,
    }));
    const entrance = (
      <Entrance screen="delegate" code="ABCD2345" go={() => {}}>
        {null}
      </Entrance>
    );
    renderScreen(entrance, { status: "refused", refusal: "revoked", late });
    expect(screen.getByRole("heading")).toHaveTextContent("Signed out");
  };
  const unknown = () => screen.queryAllByText(/it is not known whether it was done\. Look once you are signed in/);

  it("says so once where nobody knows of something that was sent whether it was done", () => {
    signedOut(refusedWith("outcome_unknown"), refusedWith("outcome_unknown"));
    expect(unknown()).toHaveLength(1);
  });

  it("says nothing of what was certainly not done", () => {
    signedOut(refusedWith("not_connected"));
    expect(unknown()).toEqual([]);
  });
});

describe("a page that is loaded while the server is away", () => {
  const away = (staging: Staging, locale: "en" | "fr" = "en") =>
    renderScreen(
      <Entrance screen="chair" code={code} go={() => {}}>
        <p>The screen</p>
      </Entrance>,
      { status: "connecting", hello: { role: Role.CHAIR }, entities: [], ...staging },
      locale,
    );

  it("says at once that it is tried again, with what the session is called and its time", () => {
    away({ away: { last } }, "fr");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Conseil 2005");
    expect(screen.getByRole("alert")).toHaveTextContent("Le serveur ne répond pas encore. Nouvel essai.");
    expect(screen.getByText("Il est 15:42")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Utiliser un autre code" })).toBeInTheDocument();
  });

  it("says so too where nothing is known of before", () => {
    away({ away: { last: undefined } });
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Rostrum");
    expect(screen.getByRole("alert")).toHaveTextContent("Trying again");
  });

  it("is the screen again once there is a view", () => {
    const { hall } = away({ away: { last } });
    act(() => {
      hall.away = undefined;
      hall.status = "live";
      hall.replace(afternoon());
    });
    expect(screen.getByText("The screen")).toBeInTheDocument();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("what a tab keeps for when its page is loaded again", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());

  const text = as.statement(statement(11, "KE", []));
  const standing = (name: ScreenName, role: Role, staging: Staging = {}) => {
    keepCode(name, code);
    return renderScreen(
      <Entrance screen={name} code={code} go={() => {}}>
        {null}
      </Entrance>,
      { hello: { role }, entities: [...afternoon(), text], ...staging },
    );
  };
  const leave = () => window.dispatchEvent(new Event("pagehide"));
  const view = () => lastViewOf(sessionStorage, code);

  it("is of a display what the hall saw last, and no text", () => {
    const { hall } = standing("display", Role.DISPLAY);
    act(() => hall.put(as.panel(panel("year", { title: texts("Review of 2005") }))));
    leave();
    expect(view()).toContainEqual(as.panel(panel("year", { title: texts("Review of 2005") })));
    expect(view()).not.toContainEqual(text);
    expect(lastOf(sessionStorage, code)).toMatchObject({ knownAt: noon_of_tests, speed: 1 });
    expect(spokenHere()).toBe("en");
  });

  it("is of every other screen what the session is called, and nothing that stands in it", () => {
    standing("chair", Role.CHAIR);
    leave();
    expect(lastOf(sessionStorage, code)?.title.en).toMatch(/Council/);
    expect(view()).toEqual([]);
  });

  it("is kept every few seconds, for a page that goes without a word", () => {
    standing("display", Role.DISPLAY);
    vi.advanceTimersByTime(5_000);
    expect(view().length).toBeGreaterThan(3);
  });

  it("is of the instant at which the line last stood", () => {
    const { hall } = standing("display", Role.DISPLAY);
    act(() => hall.stage({ status: "reconnecting" }));
    act(() => hall.moveTime(60_000));
    leave();
    expect(lastOf(sessionStorage, code)).toMatchObject({ knownAt: noon_of_tests, serverAt: noon_of_tests + 60_000 });
  });

  it("stays as it was while only what was kept is shown", () => {
    keepLast(sessionStorage, code, last, []);
    standing("display", Role.DISPLAY, { status: "connecting", away: { last } });
    leave();
    expect(lastOf(sessionStorage, code)).toEqual(last);
  });

  it.each(["revoked", "expired_code"])("is gone once the sign-in is %s", (refusal) => {
    keepLast(sessionStorage, code, last, afternoon());
    standing("display", Role.DISPLAY, { status: "refused", refusal });
    leave();
    expect(lastOf(sessionStorage, code)).toBeUndefined();
    expect(view()).toEqual([]);
  });

  it("is gone once somebody signs out, also as the page goes", () => {
    standing("display", Role.DISPLAY);
    leave();
    signOut("display", () => {});
    leave();
    expect(spokenHere()).toBeUndefined();
    expect(lastOf(sessionStorage, code)).toBeUndefined();
    expect(view()).toEqual([]);
  });
});
