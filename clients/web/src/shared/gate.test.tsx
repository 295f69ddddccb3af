import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../sync/hall";
import { renderScreen } from "../testing/hall";
import { refusedWith } from "../testing/staged";
import { Entrance } from "./gate";

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
