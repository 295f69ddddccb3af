// What a screen that tells how the ledger stands in one line has to do.
import { act, screen } from "@testing-library/react";
import { expect } from "vitest";
import { LedgerIs } from "../wire";
import type { StagedHall } from "./staged";
import { ledgerStanding } from "./views";

/** It is said once, quietly, and no more once all is well; in English. */
export function expectLedgerToldOnce(hall: StagedHall): void {
  const said = () => screen.getAllByRole("status").filter((each) => each.textContent?.startsWith("Nothing new"));
  expect(said()).toEqual([]);
  act(() => hall.stage({ ledger: ledgerStanding() }));
  expect(said()).toHaveLength(1);
  act(() => hall.stage({ ledger: ledgerStanding({ is: LedgerIs.OUT_OF_TOUCH }) }));
  expect(screen.getByText("This may be behind; finding another connection.")).toBeVisible();
  act(() => hall.stage({ ledger: undefined }));
  expect(screen.queryByText("This may be behind; finding another connection.")).toBeNull();
}
