import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderScreen } from "../testing/hall";
import { at, panel } from "../testing/views";
import { ListStatus } from "../wire";
import { ListChip } from "./ListChip";

describe("the chip of a list", () => {
  const closing = (listClosesAt: number) => panel("year", { listStatus: ListStatus.CLOSING, listClosesAt });

  it("says the day on which the list closes, where that is another", () => {
    renderScreen(<ListChip panel={closing(at("2005-11-30T09:00+01:00"))} />);
    expect(screen.getByText("Closes at 09:00 on Wednesday 30 November")).toBeVisible();
  });

  it("says the hour alone of today", () => {
    renderScreen(<ListChip panel={closing(at("2005-11-29T16:10+01:00"))} />);
    expect(screen.getByText("Closes at 16:10")).toBeVisible();
  });

  it("says the day on which the list opens, in the words of the screen", () => {
    const opening = panel("year", { listOpensAt: at("2005-11-30T09:00+01:00") });
    renderScreen(<ListChip panel={opening} />, {}, "fr");
    expect(screen.getByText("Ouverture à 09:00 le mercredi 30 novembre")).toBeVisible();
  });
});
