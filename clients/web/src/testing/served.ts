// A hall before a staged line, and what a test says to it from the server's end. Needs timers that the test moves.
import { vi } from "vitest";
import { wait_ms_max } from "../sync/backoff";
import { Clock } from "../sync/clock";
import { Hall, type HallOptions } from "../sync/hall";
import { type Act, Audience, type Command, type Entity, Kind, type ServerItem } from "../wire";
import type { StagedNetwork } from "./line";
import { afternoon, hello } from "./views";

export const ask: Act = { case: "requestFloor", value: { panel: "high-level", kind: Kind.STATEMENT, language: "es" } };
export const give: Act = { case: "giveFloor", value: { panel: "high-level", to: { case: "entry", value: 11 } } };

export const greeting = (resumed = false) => ({ case: "hello", value: hello({ resumed }) }) as const;

export const snapshot = (seq = 7, entities: Entity[] = afternoon()) =>
  ({
    case: "snapshot",
    value: {
      position: { session: "council-2005", epoch: "e1", audience: Audience.DELEGATE, delegation: "EC", seq },
      entities,
    },
  }) as const;

/** Of the first command. */
export const ack = (...inverse: Command["act"][]): ServerItem["item"] => ({
  case: "ack",
  value: { commandId: "c1", seq: 8, index: 2, inverse: inverse.map((act) => ({ id: "", expiresAt: 0, act })) },
});

/** Of the first command, unless told of which. */
export const rejection = (code: string, commandId = "c1"): ServerItem["item"] => ({
  case: "rejection",
  value: { commandId, code, details: {} },
});

/** Made once more with the same storage, it is the hall after a reload. */
export function hallOn(network: StagedNetwork, options: Pick<HallOptions, "newId" | "random" | "recall">): Hall {
  const hall = new Hall({
    ...options,
    url: "ws://hall/ws",
    code: "K7QM3XPA",
    keep: sessionStorage,
    device: localStorage,
    clock: new Clock(() => Date.now()),
    open: network.open,
  });
  hall.start();
  return hall;
}

/** Over a line that is heard now and then, as from a server that follows. */
export function passes(network: StagedNetwork, ms: number): void {
  for (let left = ms; left > 0; left -= 1_000) {
    vi.advanceTimersByTime(Math.min(left, 1_000));
    network.last.say();
  }
}

/** The line is gone, and so is each that is tried meanwhile; at the end the next one waits to be opened. */
export function away(network: StagedNetwork, ms: number): void {
  for (let left = ms; left > 0; left -= wait_ms_max) {
    network.last.drop();
    vi.advanceTimersByTime(wait_ms_max);
  }
}
