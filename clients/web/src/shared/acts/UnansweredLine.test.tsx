import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Locale, locales } from "../../i18n/catalogues";
import { renderScreen } from "../../testing/hall";
import type { Staging } from "../../testing/staged";
import { expectUnsentTold, unanswered, wait } from "../../testing/unanswered";
import { afternoon, as, ledgerStanding, pointOfOrder, signal } from "../../testing/views";
import { type Act, Kind, SignalKind } from "../../wire";
import { CommandSchema } from "../../wire/gen/rostrum/v1/command_pb";
import { bookOf } from "./book";
import { withdrawEntry } from "./table/own";
import { UnansweredLine } from "./UnansweredLine";
import { moment_ms } from "./unanswered";
import { ActingProvider, useActs } from "./useActs";
import { useActWords } from "./words";

const ask: Act = { case: "requestFloor", value: { panel: "high-level", kind: Kind.STATEMENT } };
const withdraw: Act = { case: "withdrawEntry", value: { entry: 11 } };
const give: Act = { case: "giveFloor", value: { panel: "high-level", to: { case: "entry", value: 11 } } };
const line = () => screen.getByRole("status");
const button = (name: string) => screen.getByRole("button", { name });
const show = (staging: Staging, locale: Locale = "en") => renderScreen(<UnansweredLine />, staging, locale);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what has no answer", () => {
  it("is told by its name once it has lasted a moment, and can be called off where it was never sent", async () => {
    const { hall } = show({});
    await expectUnsentTold(hall, withdraw, "Withdraw the request of Chile");
  });

  it("is not told where the answer comes in time", async () => {
    const { hall } = show({ unanswered: [unanswered("c1", ask, true)] });
    await wait(moment_ms - 1);
    await act(async () => hall.stage({ unanswered: [] }));
    await wait();
    expect(line().textContent).toBe("");
  });

  it("counts the moment from when each was asked, however fast others follow", async () => {
    const { hall } = show({ unanswered: [unanswered("c1", ask, true)] });
    await wait(moment_ms - 1);
    await act(async () => hall.stage({ unanswered: [unanswered("c1", ask, true), unanswered("c2", give, true)] }));
    await wait(1);
    expect(line().textContent).toMatch(/^1 act was sent/);
    await wait(moment_ms - 1);
    expect(line().textContent).toMatch(/^2 acts were sent/);
  });

  it("cannot be called off once it was sent, and says so", async () => {
    show({ unanswered: [unanswered("c1", give, true)] });
    await wait();
    expect(line().textContent).toBe("1 act was sent; the answer is awaited: Give the floor to Chile");
    expect(screen.queryAllByRole("button")).toEqual([]);
  });

  it("is a list to unfold where it is several, each with how it stands", async () => {
    const { hall } = show({ unanswered: [unanswered("c1", give, true), unanswered("c2", withdraw)] });
    await wait();
    expect(line().textContent).toBe("1 act waits for the connection\u00a0· 1 act was sent; the answer is awaited");
    expect(screen.queryByRole("list")).toBeNull();
    expect(button("Show")).toHaveAttribute("aria-expanded", "false");
    fireEvent.click(button("Show"));
    const items = within(screen.getByRole("list", { name: "What waits" })).getAllByRole("listitem");
    expect(items.map(({ textContent }) => textContent)).toEqual([
      "Give the floor to Chile sent; the answer is awaited",
      "Withdraw the request of Chile not sent yetDo not send",
    ]);
    fireEvent.click(button("Do not send: Withdraw the request of Chile"));
    await wait(0);
    expect(hall.unanswered.map(({ id }) => id)).toEqual(["c1"]);
    expect(screen.queryByRole("list")).toBeNull();
  });

  it("leaves the focus to the next button where its own goes, and else where the line was", async () => {
    const both = [unanswered("c1", ask), unanswered("c2", withdraw)];
    const { container } = show({ status: "reconnecting", unanswered: both });
    await wait();
    fireEvent.click(button("Show"));
    for (const name of ["Do not send: Ask for the floor", "Do not send: Withdraw the request of Chile"]) {
      button(name).focus();
      fireEvent.click(button(name));
      await wait(0);
    }
    expect(document.activeElement).toBe(container.querySelector("section"));
  });

  it("is left to the word on the ledger while that does not stand well", async () => {
    const { hall } = show({ ledger: ledgerStanding(), unanswered: [unanswered("c1", give, true)] });
    await wait();
    expect(line().textContent).toBe("");
    await act(async () => hall.stage({ ledger: undefined }));
    expect(line().textContent).toMatch(/^1 act was sent/);
  });

  it("is nothing refused where it was called off: it can be asked anew", async () => {
    function Withdraw() {
      const acts = useActs("entry/11");
      return (
        <button type="button" onClick={() => acts.press(withdrawEntry, 11)}>
          {acts.refusal ?? (acts.busy ? "busy" : "free")}
        </button>
      );
    }
    const { hall } = renderScreen(
      <ActingProvider value={{ screen: "delegate", panel: "high-level", keeps: true }}>
        <Withdraw />
      </ActingProvider>,
      { answer: () => "unsent" },
    );
    fireEvent.click(button("free"));
    await wait(0);
    await act(async () => hall.callOff(hall.unanswered[0]?.id ?? ""));
    expect(bookOf(hall).refusals.size).toBe(0);
    fireEvent.click(button("free"));
    await wait(0);
    expect(button("busy")).toBeDefined();
    expect(hall.acts).toHaveLength(2);
  });

  it.each<[Locale, string, string]>([
    ["en", "1 act waits for the connection: Withdraw the request of Chile", "Do not send"],
    ["fr", "1 action attend la connexion\u00a0: Retirer la demande du Chili", "Ne pas envoyer"],
    ["es", "1 acto espera la conexión: Retirar la solicitud de Chile", "No enviar"],
  ])("is told in words of %s", async (locale, words, call_off) => {
    show({ unanswered: [unanswered("c1", withdraw)] }, locale);
    await wait();
    expect(line().textContent?.replace(/[\u2068\u2069]/g, "")).toBe(words);
    expect(screen.getByText(call_off)).toBeVisible();
  });

  it.each<[Locale, string]>([
    ["en", "3 acts wait for the connection"],
    ["fr", "3 actions attendent la connexion"],
    ["es", "3 actos esperan la conexión"],
  ])("is counted by the rules of %s", async (locale, words) => {
    show({ unanswered: ["c1", "c2", "c3"].map((id) => unanswered(id, ask)) }, locale);
    await wait();
    expect(line().textContent).toBe(words);
  });
});

describe("an act by its name", () => {
  const named = (of: Act, staging: Staging = {}, locale: Locale = "en") => {
    function Name() {
      return <p>{useActWords()(of)}</p>;
    }
    const { container, unmount } = renderScreen(<Name />, staging, locale);
    const words = container.textContent?.replace(/[\u2068\u2069]/g, "");
    unmount();
    return words;
  };

  it.each(locales)("has one in %s, whichever it is", (locale) => {
    const acts = CommandSchema.oneofs.find(({ localName }) => localName === "act")?.fields ?? [];
    expect(acts.length).toBeGreaterThan(40);
    for (const { localName } of acts) {
      expect(named({ case: localName, value: {} } as Act, {}, locale), localName).toMatch(/^\p{Lu}[^{}]+$/u);
    }
  });

  it("says whom it is about, where that is known and somebody else", () => {
    const point = as.point(pointOfOrder(951, "VC"));
    expect(named({ case: "removeEntry", value: { entry: 11 } })).toBe("Remove the request of Chile from the list");
    expect(named({ case: "removeEntry", value: { entry: 999 } })).toBe("Remove the request from the list");
    expect(named({ case: "withdrawEntry", value: { entry: 15 } })).toBe("Withdraw the request");
    expect(named({ case: "recognisePointOfOrder", value: { entry: 951 } }, { entities: [...afternoon(), point] })).toBe(
      "Recognise the point of order of VC",
    );
    expect(named({ case: "requestFloor", value: { delegation: "KE" } })).toBe("Ask for the floor for Kenya");
  });

  it("says of a signal which it is", () => {
    const raised = as.signal(signal(4, { kind: SignalKind.NO_SOUND }));
    expect(named({ case: "raiseSignal", value: { kind: SignalKind.SPEAK_SLOWLY } })).toBe(
      "Send the signal “Speak slowly”",
    );
    expect(named({ case: "endSignal", value: { signal: 4 } }, { entities: [...afternoon(), raised] })).toBe(
      "End the signal “No sound”",
    );
  });
});
