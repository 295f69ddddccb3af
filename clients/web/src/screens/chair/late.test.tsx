import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { I18nProvider } from "../../i18n";
import { HallProvider } from "../../shared/hall";
import { sitting } from "./fixture";
import { FixtureHall, refusedWith } from "./fixtureHall";
import Chair from "./index";

function show(code: string) {
  const hall = new FixtureHall(sitting(1));
  hall.late = [{ id: "c1", act: { case: "endSpeech", value: { speech: 7 } }, outcome: refusedWith(code) }];
  render(
    <I18nProvider fixed="en">
      <HallProvider hall={hall}>
        <Chair />
      </HallProvider>
    </I18nProvider>,
  );
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
