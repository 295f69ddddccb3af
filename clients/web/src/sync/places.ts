// Where the session is served: the page's own server, which may be a balancer before several, and where the last greeting
// said that others are. Tells which to try next: each once in a round, in an order by chance, so that a hall does not go
// to one of them together. Pure.

/** More than so many others are not remembered. */
export const others_max = 16;

export class Places {
  private others: string[] = [];
  /** Where the line stood last. */
  private last: string;
  private round: string[] = [];
  private leaving = false;

  constructor(
    private readonly home: string,
    private readonly random: () => number,
  ) {
    this.last = home;
  }

  /** All of them, each once. */
  get all(): readonly string[] {
    return [...new Set([this.home, this.last, ...this.others])];
  }

  /** The line stands at `place`, and was told where else the session is served, as origins. */
  arrived(place: string, elsewhere: readonly string[]): void {
    this.last = place;
    this.others = elsewhere.flatMap((origin) => lineOf(origin) ?? []).slice(0, others_max);
  }

  /** Nobody there knows this sign-in. It is not tried again before a greeting names it. */
  strike(place: string): void {
    this.others = this.others.filter((other) => other !== place);
    this.round = this.round.filter((other) => other !== place);
    if (this.last === place) this.last = this.home;
  }

  /** A new round: where the line stood last is tried first, or last where it is to be left. */
  begin(leave: boolean): void {
    this.leaving = leave;
    const others = shuffled(
      this.all.filter((place) => place !== this.last),
      this.random,
    );
    this.round = leave ? [...others, this.last] : [this.last, ...others];
  }

  /** Of this round, or of another such round where it is over. */
  next(): string {
    if (this.round.length === 0) this.begin(this.leaving);
    return this.round.shift() ?? this.home;
  }
}

/** The address of the line of an origin; undefined where it is none of a server. */
export function lineOf(origin: string): string | undefined {
  const found = /^http(s?):\/\/([^\s/?#@]+)\/?$/.exec(origin);
  return found ? `ws${found[1]}://${found[2]}/ws` : undefined;
}

function shuffled(places: readonly string[], random: () => number): string[] {
  const left = [...places];
  const order: string[] = [];
  while (left.length > 0) {
    const at = Math.min(left.length - 1, Math.floor(random() * left.length));
    order.push(...left.splice(at, 1));
  }
  return order;
}
