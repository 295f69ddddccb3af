// What every screen that acts has to show of what it has asked and has no answer to.
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, vi } from "vitest";
import { moment_ms } from "../shared/acts/unanswered";
import type { Unanswered } from "../sync/hall";
import type { Act } from "../wire";
import type { StagedHall } from "./staged";
import { noon_of_tests } from "./views";

/** As the line has lost it, or never had it. */
export const unanswered = (id: string, of: Act, sent = false): Unanswered => ({
  id,
  act: of,
  expiresAt: noon_of_tests + 60_000,
  sent,
});

/** As long as it takes until it is told; with fake timers. */
export const wait = (for_ms = moment_ms) => act(async () => vi.advanceTimersByTime(for_ms));

/** One act that was never sent is told by its name, and can be called off; in English. */
export async function expectUnsentTold(hall: StagedHall, of: Act, name: string): Promise<void> {
  vi.useFakeTimers();
  const told = `1 act waits for the connection: ${name}`;
  const said = () => screen.getAllByRole("status").filter(({ textContent }) => textContent === told);
  await act(async () => hall.stage({ status: "reconnecting", unanswered: [unanswered("c1", of)] }));
  expect(said()).toEqual([]);
  await wait();
  expect(said()).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: `Do not send: ${name}` }));
  await wait(0);
  expect(hall.unanswered).toEqual([]);
  expect(said()).toEqual([]);
  expect(screen.getByText(`Not sent: ${name}`)).toHaveClass("visually-hidden");
  vi.useRealTimers();
}
