// The server's clock as this device knows it.
//
// Each probe's round trip bounds the offset: the server read its clock at some instant between sending and receiving, so
// the best of the recent round trips is the shortest. Units: milliseconds; local instants count from any origin; server
// instants run `speed` times as fast as local ones. What `now` returns never goes back, but for a correction too large to
// be waited for.

export const samples_max = 20;
/** A correction backwards of up to this much is waited out; a larger one is a new clock. */
export const held_ms_max = 3_000;
/** Two readings further apart than their round trips explain, by more than this, are of two different clocks. */
export const slack_ms = 250;

type Sample = { anchor: number; serverAt: number; half: number };

export class Clock {
  /** How fast the session's clock runs. */
  speed = 1;
  private samples: Sample[] = [];
  private best: Sample | undefined;
  private shown = Number.NEGATIVE_INFINITY;
  private recalled = false;

  constructor(private readonly local: () => number = () => performance.timeOrigin + performance.now()) {}

  /** The device's own clock, as probes carry it. */
  localNow(): number {
    return this.local();
  }

  /** What it read before the page was loaded again, until the server says anything. */
  recall(serverAt: number, speed: number): void {
    if (this.best) return;
    this.greet(serverAt, speed);
    this.recalled = true;
  }

  /** A first idea, from the greeting: it was written at some instant before it came. */
  greet(serverAt: number, speed: number): void {
    const wanted = speed > 0 ? speed : 1;
    if (wanted !== this.speed || this.recalled) this.forget();
    this.speed = wanted;
    if (this.best === undefined) this.best = { anchor: this.local(), serverAt, half: Number.POSITIVE_INFINITY };
  }

  /** Takes the answer to a probe and returns how far it moved the server's instant, either way. */
  reply(clientAt: number, serverAt: number): number {
    const received = this.local();
    if (clientAt > received) return 0;
    const before = this.best;
    const sample = { anchor: (clientAt + received) / 2, serverAt, half: (received - clientAt) / 2 };
    if (this.samples.some((older) => this.contradict(older, sample))) this.samples = [];
    this.samples.push(sample);
    if (this.samples.length > samples_max) this.samples.shift();
    this.best = this.samples.reduce((left, right) => (right.half <= left.half ? right : left));
    return Math.abs(this.estimate(received, this.best) - this.estimate(received, before));
  }

  /** The server's instant now; the device's own before the server has said anything. */
  now(): number {
    const estimate = this.estimate(this.local(), this.best);
    if (estimate < this.shown && this.shown - estimate <= held_ms_max * this.speed) return this.shown;
    this.shown = estimate;
    return estimate;
  }

  /** Whether the server has said anything: before that the instant is the device's, which may lie years off the session's. */
  get heard(): boolean {
    return this.best !== undefined && !this.recalled;
  }

  /** How far off the estimate can be; infinite before the first round trip. */
  get uncertaintyMs(): number {
    return this.best?.half ?? Number.POSITIVE_INFINITY;
  }

  private estimate(at: number, by: Sample | undefined): number {
    return by ? by.serverAt + (at - by.anchor) * this.speed : at;
  }

  private contradict(left: Sample, right: Sample): boolean {
    const expected = left.serverAt + (right.anchor - left.anchor) * this.speed;
    return Math.abs(right.serverAt - expected) > (left.half + right.half + slack_ms) * this.speed;
  }

  private forget(): void {
    this.samples = [];
    this.best = undefined;
    this.recalled = false;
    this.shown = Number.NEGATIVE_INFINITY;
  }
}
