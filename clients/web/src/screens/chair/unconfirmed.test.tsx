import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { accepted, type StagedHall, type Staging } from "../../testing/staged";
import { expectUnsentTold, unanswered, wait } from "../../testing/unanswered";
import { pointOf } from "./fixture";
import { key, press, refusals, row, show } from "./fixtureStage";

const WORD = "Sent, not yet confirmed";
const unconfirmed: Staging = { answer: () => "unconfirmed" };
const region = (name: string) => within(screen.getByRole("region", { name }));
const readOut = () => screen.getAllByRole("status").filter((each) => each.textContent === WORD);
const confirm = (hall: StagedHall, outcome = accepted()) => act(async () => hall.confirm(outcome));

afterEach(() => {
  vi.useRealTimers();
});

describe("an act that is not known to be done yet", () => {
  it("keeps its button pressed and says so there, and once more for who listens", async () => {
    const { hall } = show(6, undefined, "en", unconfirmed);
    expect(readOut()).toEqual([]);
    await press("Pause");
    const pause = screen.getByRole("button", { name: /^Pause/ });
    expect(pause).toHaveAttribute("data-unconfirmed");
    expect(region("The floor").getByText(WORD)).toBeVisible();
    expect(region("Next").queryByText(WORD)).toBeNull();
    expect(readOut()).toHaveLength(1);
    await userEvent.click(pause);
    expect(hall.acts).toHaveLength(1);
  });

  it("leaves the other acts at their work", async () => {
    const { hall } = show(6, undefined, "en", unconfirmed);
    await press("Pause");
    await press("+\u00a030\u00a0s");
    expect(hall.acts.map(({ act }) => act.case)).toEqual(["pauseSpeech", "addTime"]);
  });

  it("says no more of it once it is done", async () => {
    const { hall } = show(6, undefined, "en", unconfirmed);
    await press("Pause");
    await confirm(hall);
    expect(screen.queryByText(WORD)).toBeNull();
    expect(readOut()).toEqual([]);
    expect(screen.getByRole("button", { name: /^Pause/ })).not.toHaveAttribute("data-unconfirmed");
  });

  it("is told in words that nobody knows, where it expired so", async () => {
    const { hall } = show(6, undefined, "en", unconfirmed);
    await press("Pause");
    await confirm(hall, { ok: false, code: "outcome_unknown", details: {} });
    expect(
      within(refusals()).getByText(/it is not known whether it was done\. The screen shows what stands/),
    ).toBeVisible();
    expect(within(refusals()).queryByText(/Nothing was done/)).toBeNull();
  });

  it("gives the floor once, whatever is pressed meanwhile", async () => {
    const { hall } = show(6, undefined, "en", unconfirmed);
    await key(" ");
    expect(region("Next").getByText(WORD)).toBeVisible();
    const large = region("Next").getByRole("button", { name: /^Give the floor to/ });
    expect(large).toHaveAttribute("data-unconfirmed");
    await userEvent.click(large);
    await key(" ");
    expect(hall.acts).toHaveLength(1);
  });

  it("is told under the row that it is about", async () => {
    const { hall } = show(6, undefined, "en", unconfirmed);
    await key("Delete", row(/^2\. /));
    expect(hall.acts[0]?.act.case).toBe("removeEntry");
    expect(within(row(/^2\. /)).getByText(WORD)).toBeVisible();
    expect(within(row(/^1\. /)).queryByText(WORD)).toBeNull();
    await confirm(hall);
    expect(screen.queryByText(WORD)).toBeNull();
  });

  it("L5 is told on the large button that recognises the point of order, and on no other", async () => {
    const points = [pointOf(), pointOf({ entry: 951, delegation: "VC" })];
    show(6, (of) => Object.assign(of, { points }), "en", unconfirmed);
    await key(" ");
    expect(region("Next").getByText(WORD)).toBeVisible();
    expect(region("Points of order").queryByText(WORD)).toBeNull();
  });

  it("is told by its name as sent while the line is down, and cannot be called off", async () => {
    vi.useFakeTimers();
    const pause = { case: "pauseSpeech", value: { speech: 7 } } as const;
    const { hall } = show();
    act(() => hall.stage({ status: "reconnecting", unanswered: [unanswered("c1", pause, true)] }));
    await wait();
    expect(screen.getByText(/^1 act was sent; the answer is awaited: Pause the speech/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Do not send/ })).toBeNull();
  });

  it("is told in the place of the connection where it was never sent", async () => {
    const { hall } = show();
    await expectUnsentTold(hall, { case: "closeList", value: { panel: "high-level" } }, "Close the list");
  });

  it("is told and called off in the form that asked it, which can ask it anew", async () => {
    const { hall } = show(6, undefined, "en", { answer: () => "unsent" });
    await key("Shift+L");
    const form = within(await screen.findByRole("dialog"));
    vi.useFakeTimers();
    const submit = form.getAllByRole("button").at(-1) as HTMLElement;
    fireEvent.click(submit);
    await wait();
    expect(form.getByText(/^1 act waits for the connection: Set the limit of the speech/)).toBeVisible();
    fireEvent.click(form.getByRole("button", { name: /^Do not send/ }));
    await wait(0);
    expect(form.queryByText(/waits for the connection/)).toBeNull();
    expect(form.queryByRole("alert")).toBeNull();
    fireEvent.click(submit);
    await wait(0);
    expect(hall.acts.map(({ act }) => act.case)).toEqual(["setSpeechLimit", "setSpeechLimit"]);
  });

  it("of before a reload is told over the screen, once", async () => {
    vi.useFakeTimers();
    const pause = { case: "pauseSpeech", value: { speech: 7 } } as const;
    const sent = { id: "c1", act: pause, expiresAt: 9, sent: true, unconfirmed: true } as const;
    show(6, undefined, "en", { unanswered: [sent] });
    const told = () => screen.getAllByText(/before the page was loaded again|the answer is awaited/);
    await wait();
    expect(told().map(({ textContent }) => textContent)).toEqual([
      "1 act was sent; the answer is awaited: Pause the speech of Kenya",
    ]);
  });
});
