import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { refusedWith } from "../../testing/staged";
import { show as shown } from "./fixtureStage";

function show(code: string) {
  const late = [{ id: "c1", act: { case: "endSpeech", value: { speech: 7 } }, outcome: refusedWith(code) } as const];
  shown(1, undefined, "en", { late });
}

describe("an act of before a reload", () => {
  it("is told of where it was refused", () => {
    show("speech_over");
    expect(screen.getByText(/^Something done before the page was loaded again was refused: /)).toBeTruthy();
  });

  it("is not said to be refused where nobody knows whether it was done", () => {
    show("outcome_unknown");
    expect(
      screen.getByText(/^No answer to a request of yours came back: it is not known whether it was done/),
    ).toBeTruthy();
    expect(screen.queryByText(/was refused/)).toBeNull();
  });
});
