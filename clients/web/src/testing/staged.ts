// The hall that tests and the gallery set up by hand. See hall.tsx.
import { Clock } from "../sync/clock";
import type { HallView, Late, Outcome, Status, Waiting } from "../sync/hall";
import { Store } from "../sync/store";
import { type Act, Audience, type Entity, type Expects, type Hello } from "../wire";
import { afternoon, hello as helloOf, noon_of_tests } from "./views";

export type Staging = {
  /** Public and private entities; the afternoon of views.ts where left out. */
  entities?: Entity[];
  hello?: Partial<Hello>;
  status?: Status;
  refusal?: string;
  turnedAway?: string;
  now?: number;
  waiting?: Waiting[];
  late?: Late[];
  /** Lets the clock run from `now` on instead of standing still. */
  running?: boolean;
  /** The answer to an act; an Ack where left out. */
  answer?: (act: Act, expects: Expects | undefined) => Outcome | Promise<Outcome>;
};

export class StagedHall implements HallView {
  status: Status;
  refusal: { code: string } | undefined;
  turnedAway: { code: string } | undefined;
  hello: Hello;
  readonly store = new Store();
  readonly clock: Clock;
  version = 0;
  waiting: Waiting[];
  late: Late[];
  /** Every act made, in order. */
  readonly acts: { act: Act; expects: Expects | undefined }[] = [];

  private now: number;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly staging: Staging = {}) {
    this.now = staging.now ?? noon_of_tests;
    const began = performance.now();
    this.clock = new Clock(() => this.now + (staging.running ? performance.now() - began : 0));
    this.hello = helloOf(staging.hello);
    this.status = staging.status ?? "live";
    this.refusal = staging.refusal ? { code: staging.refusal } : undefined;
    this.turnedAway = staging.turnedAway ? { code: staging.turnedAway } : undefined;
    this.waiting = staging.waiting ?? [];
    this.late = staging.late ?? [];
    this.store.apply({
      item: {
        case: "snapshot",
        value: {
          position: { session: "council-2005", epoch: "e1", audience: Audience.DELEGATE, delegation: "", seq: 1 },
          entities: staging.entities ?? afternoon(),
        },
      },
    });
  }

  /** As a patch of the server does. */
  put(...upserts: Entity[]): void {
    this.patch(upserts, []);
  }

  remove(...removals: string[]): void {
    this.patch([], removals);
  }

  stage(change: Partial<Pick<StagedHall, "status" | "waiting" | "late">>): void {
    Object.assign(this, change);
    this.changed();
  }

  moveTime(by_ms: number): void {
    this.now += by_ms;
    this.changed();
  }

  dismissLate(id: string): void {
    this.late = this.late.filter((late) => late.id !== id);
    this.changed();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async act(act: Act, expects?: Expects): Promise<Outcome> {
    this.acts.push({ act, expects });
    return this.staging.answer ? this.staging.answer(act, expects) : { ok: true, seq: 2, index: 0 };
  }

  private patch(upserts: Entity[], removals: string[]): void {
    const seq = (this.store.position?.seq ?? 0) + 1;
    this.store.apply({ item: { case: "patch", value: { seq, upserts, removals } } });
    this.changed();
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
