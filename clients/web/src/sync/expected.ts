// When those who wait may speak, out of what a queue tells: a mean and a variance in seconds, by docs/time-allocation.md.
// The one place that makes a range of them.
import type { Queue } from "../wire";

export type Moments = { mean: number; variance: number };

/** Seconds; nine times in ten it is between `earliest` and `latest`. */
export type Range = { earliest: number; middle: number; latest: number };

/** The 95 % of the standard normal distribution. */
const nine_of_ten = 1.6448536269514722;
/** A speech that is longer than this many deviations is taken for as long. */
const deviations_most = 8;

const none: Moments = { mean: 0, variance: 0 };

export function plus(...all: Moments[]): Moments {
  return all.reduce((sum, { mean, variance }) => ({ mean: sum.mean + mean, variance: sum.variance + variance }), none);
}

/** Of a time that is log-normal by its mean and its variance. */
export function rangeOf({ mean, variance }: Moments): Range {
  if (mean <= 0) return { earliest: 0, middle: 0, latest: 0 };
  const spread_squared = Math.log1p(variance / mean ** 2);
  const middle = Math.log(mean) - spread_squared / 2;
  const away = nine_of_ten * Math.sqrt(spread_squared);
  return {
    earliest: Math.floor(Math.exp(middle - away)),
    middle: Math.round(Math.exp(middle)),
    latest: Math.ceil(Math.exp(middle + away)),
  };
}

/** The rest of a speech of normal length, given that it is longer than what has passed of it. */
export function restOf({ mean, variance }: Moments, elapsed_s: number): Moments {
  if (variance <= 0) return { mean: Math.max(0, mean - elapsed_s), variance: 0 };
  const spread = Math.sqrt(variance);
  const passed = Math.min(deviations_most, (elapsed_s - mean) / spread);
  const hazard = Math.exp(-(passed ** 2) / 2) / Math.sqrt(2 * Math.PI) / beyond(passed);
  return {
    mean: spread * (hazard - passed),
    variance: variance * Math.max(0, 1 + passed * hazard - hazard ** 2),
  };
}

/** How much of a standard normal distribution lies beyond; to seven digits, also far out (Numerical Recipes, erfcc). */
function beyond(deviations: number): number {
  const x = Math.abs(deviations) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ].reduceRight((sum, factor) => factor + t * sum, 0);
  const half = (t * Math.exp(-x * x + series)) / 2;
  return deviations >= 0 ? half : 1 - half;
}

/** Of the whole of the speech under way, or of the one that a point of order interrupts. */
export function speechOf({ speechMeanS, speechVariance }: Queue): Moments {
  return { mean: speechMeanS, variance: speechVariance };
}

/** From the end of that speech until the entry at this place (from 0) has the floor. */
export function untilPlace({ meanS, variance }: Queue, place: number): Moments | undefined {
  const mean = meanS[place];
  const spread = variance[place];
  return mean === undefined || spread === undefined ? undefined : { mean, variance: spread };
}

/** From the end of that speech until all have spoken. */
export function untilFinish({ finishMeanS, finishVariance }: Queue): Moments {
  return { mean: finishMeanS, variance: finishVariance };
}
