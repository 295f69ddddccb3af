import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { refusedWith } from "../../testing/staged";
import { refusals, show as shown } from "./fixtureStage";

function show(code: string) {
  const late = [{ id: "c1", act: { case: "endSpeech", value: { speech: 7 } }, outcome: refusedWith(code) } as const];
  return shown(1, undefined, "en", { late });
}

describe("an act of before a reload", () => {
  it("is told of where it was refused, by its name and read out, until Escape", async () => {
    const { hall } = show("speech_over");
    const told = within(refusals()).getByRole("alert");
    expect(told).toHaveTextContent(
      /^End the speech of Kenya\s· Something done before the page was loaded again was refused: /,
    );
    await userEvent.keyboard("{Escape}");
    expect(hall.late).toEqual([]);
  });

  it("is not said to be refused where nobody knows whether it was done", () => {
    show("outcome_unknown");
    expect(
      screen.getByText(/^No answer to a request of yours came back: it is not known whether it was done/),
    ).toBeTruthy();
    expect(screen.queryByText(/was refused/)).toBeNull();
  });
});
