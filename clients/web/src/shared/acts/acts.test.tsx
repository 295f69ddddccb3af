import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "../../sync/hall";
import { renderScreen, StagedHall } from "../../testing/hall";
import { accepted, refusedWith, type Staging } from "../../testing/staged";
import type { Act } from "../../wire";
import type { ActingScreen, Place } from "./act";
import { bookOf, TAKEN_BACK_MS } from "./book";
import { Done } from "./Done";
import { removeEntry } from "./table/entries";
import { withdrawEntry } from "./table/own";
import { type Acting, ActingProvider, useActs } from "./useActs";

afterEach(() => {
  vi.useRealTimers();
});

const on = (acting: Partial<Acting>, ...shown: React.ReactNode[]) => (
  <ActingProvider value={{ screen: "delegate", panel: "high-level", keeps: true, ...acting }}>{shown}</ActingProvider>
);

function Withdraw({ name }: { name: string }) {
  const acts = useActs(`form/${name}`);
  return (
    <section aria-label={name}>
      <button type="button" onClick={() => acts.press(withdrawEntry, 1)}>
        act {name}
      </button>
      <button type="button" onClick={acts.dismiss}>
        clear {name}
      </button>
      <p>{`${name}: ${acts.busy ? "busy" : (acts.book.refusals.get(`form/${name}`)?.code ?? "nothing")}`}</p>
    </section>
  );
}

describe("an act", () => {
  it("keeps a refusal where it happened until the next act or until cleared", async () => {
    const codes = ["list_closed", "too_fast"];
    renderScreen(on({}, <Withdraw key="one" name="one" />, <Withdraw key="two" name="two" />), {
      answer: () => refusedWith(codes.shift() ?? ""),
    });
    const user = userEvent.setup();
    await user.click(screen.getByText("act one"));
    expect(await screen.findByText("one: list_closed")).toBeDefined();
    expect(screen.getByText("two: nothing")).toBeDefined();
    await user.click(screen.getByText("act one"));
    expect(await screen.findByText("one: too_fast")).toBeDefined();
    await user.click(screen.getByText("clear one"));
    expect(screen.getByText("one: nothing")).toBeDefined();
  });

  it("forgets a refusal with the place that it was told at", async () => {
    const answer = () => refusedWith("list_closed");
    const { hall, unmount } = renderScreen(on({}, <Withdraw key="one" name="one" />), { answer });
    await userEvent.click(screen.getByText("act one"));
    expect(bookOf(hall).refusals.size).toBe(1);
    unmount();
    expect(bookOf(hall).refusals.size).toBe(0);
  });

  it.each([
    ["is kept without a line where the screen keeps it", true, 1],
    ["is not done without a line where it is not worth sending later", false, 0],
  ])("%s", async (_, keeps, sent) => {
    const { hall } = renderScreen(on({ keeps }, <Withdraw key="one" name="one" />), { status: "reconnecting" });
    await userEvent.click(screen.getByText("act one"));
    expect(hall.acts).toHaveLength(sent);
  });

  it("is not on the screen of everybody", () => {
    function Press() {
      const acts = useActs();
      expect(() => acts.reach(removeEntry)).toThrow("remove_entry is not on the screen of booth");
      return null;
    }
    renderScreen(on({ screen: "booth" }, <Press key="press" />));
  });
});

describe("the places where something is not known to be done", () => {
  it("are the same set until they are others, so that what is drawn from it is not drawn again", async () => {
    const { hall } = renderScreen(on({}, <Withdraw key="one" name="one" />), { answer: () => "unconfirmed" });
    const book = bookOf(hall);
    expect(book.unconfirmedPlaces).toEqual(new Set());
    await userEvent.click(screen.getByText("act one"));
    const one = book.unconfirmedPlaces;
    expect(one).toEqual(new Set(["form/one"]));
    act(() => hall.stage({ unanswered: [...hall.unanswered] }));
    expect(book.unconfirmedPlaces).toBe(one);
    await act(async () => hall.confirm());
    expect(book.unconfirmedPlaces).toEqual(new Set());
  });
});

describe("what was just done", () => {
  function Remove({ at }: { at: Place }) {
    const acts = useActs(at);
    return (
      <button type="button" onClick={() => acts.press(removeEntry, 11)}>
        remove
      </button>
    );
  }
  const removes: Act = { case: "removeEntry", value: { entry: 11 } };
  const restores: Act = { case: "restoreEntry", value: { entry: 11 } };
  const moves: Act = { case: "moveEntry", value: { entry: 11, place: { case: "before", value: 12 } } };
  const remove = async (of: ActingScreen, answer: Staging["answer"]) => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const screens = on({ screen: of }, <Remove key="act" at="entry/11" />, <Done key="done" at="list" />);
    const { hall } = renderScreen(screens, { answer });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await user.click(screen.getByText("remove"));
    return { hall, takeBack: () => user.click(screen.getByRole("button", { name: /Put (it )?back|Undo/ })) };
  };
  const sent = (hall: StagedHall) => hall.acts.map(({ act }) => act);

  it.each(["chair", "desk"] as const)("can be taken back by the %s, by what the server names", async (of) => {
    const { hall, takeBack } = await remove(of, () => accepted(restores));
    await takeBack();
    expect(sent(hall)).toEqual([removes, restores]);
    expect(screen.queryByRole("button", { name: /Put (it )?back|Undo/ })).toBeNull();
  });

  it("is not told of where the server names nothing that takes it back", async () => {
    const { hall } = await remove("chair", () => accepted());
    expect(sent(hall)).toEqual([removes]);
    expect(bookOf(hall).done).toBeUndefined();
  });

  it("is taken back in order, each act once the one before was accepted", async () => {
    const asked: ((outcome: Outcome) => void)[] = [];
    const { hall, takeBack } = await remove("chair", ({ case: of }) =>
      of === "removeEntry" ? accepted(restores, moves) : new Promise((resolve) => asked.push(resolve)),
    );
    await takeBack();
    expect(sent(hall)).toEqual([removes, restores]);
    await act(async () => asked[0]?.(accepted()));
    expect(sent(hall)).toEqual([removes, restores, moves]);
  });

  it("is taken back no further than a refusal, which is told where it was done", async () => {
    const { hall, takeBack } = await remove("chair", ({ case: of }) =>
      of === "removeEntry" ? accepted(restores, moves) : refusedWith("not_waiting"),
    );
    await takeBack();
    expect(sent(hall)).toEqual([removes, restores]);
    expect(bookOf(hall).refusals.get("list")?.code).toBe("not_waiting");
  });

  it("can be taken back for ten seconds", async () => {
    const { hall } = await remove("chair", () => accepted(restores));
    act(() => vi.advanceTimersByTime(TAKEN_BACK_MS - 100));
    expect(bookOf(hall).done).toBeDefined();
    act(() => vi.advanceTimersByTime(100));
    expect(bookOf(hall).done).toBeUndefined();
    expect(TAKEN_BACK_MS).toBe(10_000);
  });

  it.each([
    ["nothing takes back", () => accepted()],
    ["can be taken back and is told nowhere", () => accepted(moves)],
  ])("can be taken back no more once something else was done that %s", async (_, answer) => {
    const { hall } = await remove("chair", ({ case: of }) => (of === "removeEntry" ? accepted(restores) : answer()));
    expect(bookOf(hall).done).toBeDefined();
    await act(() => bookOf(hall).send("next", { act: { case: "endSpeech", value: { speech: 7 } } }));
    expect(bookOf(hall).done).toBeUndefined();
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("can be taken back also after something else was refused", async () => {
    const { hall } = await remove("chair", ({ case: of }) =>
      of === "removeEntry" ? accepted(restores) : refusedWith("speech_over"),
    );
    await act(() => bookOf(hall).send("next", { act: { case: "endSpeech", value: { speech: 7 } } }));
    expect(bookOf(hall).done).toBeDefined();
  });

  it("is told of one hall only", () => {
    expect(bookOf(new StagedHall())).not.toBe(bookOf(new StagedHall()));
  });
});
