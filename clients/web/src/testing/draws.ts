// Made-up draws by lot, for tests.
import type { DrawStage } from "../shared/draw";
import type { Draw } from "../wire";
import { noon_of_tests } from "./views";

/** Kenya and Chile wait to be drawn among; `drawn`: Chile first. */
export function drawOf(stage: DrawStage, over: Partial<Draw> = {}): Draw {
  const frozen = stage !== "prepared";
  const drawn = stage === "drawn";
  return {
    panel: "high-level",
    number: 1,
    reason: "",
    commitment: "d5667ebc453957b974760f16ad1c7d228f235c43c7668c2b3450ed73edb3c90a",
    preparedAt: noon_of_tests - 120_000,
    pool: frozen ? ["KE", "CL"] : [],
    entries: frozen ? [1, 2] : [],
    frozenAt: frozen ? noon_of_tests - 60_000 : 0,
    word: drawn ? "6-2-5-HERON" : "",
    secret: drawn ? "5eed".repeat(16) : "",
    seed: drawn ? "0dd5".repeat(16) : "",
    drawn: drawn ? ["CL", "KE"] : [],
    drawnAt: drawn ? noon_of_tests - 10_000 : 0,
    ...over,
  };
}
