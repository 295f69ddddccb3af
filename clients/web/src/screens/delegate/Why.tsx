// Below the place that it explains: nobody waits for it.
import { later } from "../../shared/later";

export const Why = later(
  async () => (await import("./WhyThere")).WhyThere,
  () => null,
);
