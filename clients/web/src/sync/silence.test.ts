// What is silent: a line that is dead is left soon, whatever goes over it, and one that lives is not left for what is long.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StagedNetwork, type StagedSocket } from "../testing/line";
import { ask, give, greeting, hallOn, snapshot } from "../testing/served";
import type { Act } from "../wire";
import { wait_ms_max } from "./backoff";
import { bound_ms_max, calm_ms } from "./connection";
import type { Hall } from "./hall";
import {
  answer_ms_max,
  held_up_ms,
  long_bytes,
  probe_every_ms,
  quick_answer_ms_max,
  slept_ms,
  wake_answer_ms_max,
} from "./line";

const step_ms = 100;
const long: Act = { case: "raisePointOfOrder", value: { panel: "high-level", note: "x".repeat(long_bytes) } };

describe("a line that is silent", () => {
  let network: StagedNetwork;
  let hall: Hall;
  let made: number;
  /** How many probes of each socket were answered. */
  const answered = new Map<StagedSocket, number>();

  beforeEach(() => {
    vi.useFakeTimers();
    sessionStorage.clear();
    answered.clear();
    made = 0;
    network = new StagedNetwork();
    hall = hallOn(network, { newId: () => `c${++made}`, random: () => 0 });
  });
  afterEach(() => {
    hall.stop();
    vi.useRealTimers();
  });

  const live = (resumed = false) => {
    network.last.open();
    network.last.say(greeting(resumed), ...(resumed ? [] : [snapshot()]));
  };
  /** What was asked at least so long ago is answered. */
  const answer = (took_ms = 0) => {
    const socket = network.last;
    const due = socket.of("timeProbe").filter(({ clientAt = 0 }) => clientAt <= Date.now() - took_ms);
    for (const { clientAt = 0 } of due.slice(answered.get(socket) ?? 0)) {
      socket.say({ case: "timeReply", value: { clientAt, serverAt: hall.clock.now() } });
    }
    answered.set(socket, due.length);
  };
  const follows = (ms: number, took_ms = 0) => {
    for (let passed = 0; passed < ms && !network.last.closed; passed += step_ms) {
      vi.advanceTimersByTime(step_ms);
      if (!network.last.closed) answer(took_ms);
    }
  };
  /** How long from now until it is left; at most this. */
  const silentFor = (at_most: number, meanwhile = (_passed: number) => {}) => {
    const socket = network.last;
    let passed = 0;
    for (; !socket.closed && passed < at_most; passed += step_ms) {
      meanwhile(passed);
      vi.advanceTimersByTime(step_ms);
    }
    return passed;
  };
  const look = () => document.dispatchEvent(new Event("visibilitychange"));
  /** The last probe went, and as soon as that was due the device fell asleep for so long. */
  const sleeps = (ms: number) => {
    vi.advanceTimersByTime(probe_every_ms);
    vi.setSystemTime(Date.now() + ms);
    vi.advanceTimersByTime(quick_answer_ms_max);
  };
  const untilLeft = probe_every_ms + answer_ms_max;

  describe("and dead", () => {
    it("is left ten seconds after the first question, however often what is long is sent over it", () => {
      live();
      follows(10_000);
      const left = silentFor(60_000, (passed) => {
        if (passed % 1_000 === 0) void hall.act(long);
      });
      expect(left).toBeLessThanOrEqual(untilLeft);
      expect(hall.status).toBe("reconnecting");
    });

    it("gets what is long once, and is left", () => {
      live();
      follows(10_000);
      const dead = network.last;
      void hall.act(long);
      expect(silentFor(60_000)).toBeLessThanOrEqual(untilLeft);
      expect(dead.of("command")).toHaveLength(1);
    });

    it("gets what is not known to be done once more after it was last heard, and no further copy", () => {
      live();
      void hall.act(ask);
      network.last.say({ case: "rejection", value: { commandId: "c1", code: "unconfirmed", details: {} } });
      silentFor(untilLeft);
      expect(network.sockets[0]?.of("command").map(({ id }) => id)).toEqual(["c1", "c1"]);
    });

    it("is not kept by who looks at the screen again and again", () => {
      live();
      follows(10_000);
      const left = silentFor(60_000, (passed) => {
        if (passed % 1_000 === 0) look();
      });
      expect(left).toBeLessThanOrEqual(5_000);
    });
  });

  describe("and carries what is long", () => {
    /** From `begins_ms` after each greeting on, a message that takes so long is under way, and nothing else comes before it. */
    const carries = (takes_ms: number, begins_ms: number) => {
      vi.advanceTimersByTime(wait_ms_max);
      live(network.sockets.length > 1);
      follows(begins_ms);
      return silentFor(takes_ms) < takes_ms;
    };

    it("is left for a message of seven seconds once at most, whenever that begins", () => {
      for (let begins_ms = 10_000; begins_ms < 10_000 + probe_every_ms; begins_ms += step_ms) {
        network = new StagedNetwork();
        hall.stop();
        hall = hallOn(network, { random: () => 0 });
        let left = 0;
        while (left < 5 && carries(7_000, begins_ms)) left += 1;
        expect(left).toBeLessThanOrEqual(1);
      }
    });

    it("is waited for ten seconds while the view is awaited, however quick it was", () => {
      network.last.open();
      network.last.say(greeting());
      follows(6_000);
      expect(silentFor(8_000)).toBe(8_000);
      network.last.say(snapshot());
      expect(hall.status).toBe("live");
      expect(network.sockets).toHaveLength(1);
    });

    it("is waited for twice as long for a view after each that was left, and for thirty seconds at most", () => {
      const waited: number[] = [];
      for (let line = 0; line < 4; line += 1) {
        vi.advanceTimersByTime(wait_ms_max);
        network.last.open();
        network.last.say(greeting());
        waited.push(silentFor(60_000));
      }
      expect(waited).toEqual([answer_ms_max, 2 * answer_ms_max, bound_ms_max, bound_ms_max]);
    });

    it("is waited for ten seconds at most once the view is there, however many were left", () => {
      for (let line = 0; line < 4; line += 1) {
        vi.advanceTimersByTime(wait_ms_max);
        network.last.open();
        network.last.say(greeting());
        silentFor(60_000);
      }
      vi.advanceTimersByTime(wait_ms_max);
      live();
      follows(10_000);
      expect(silentFor(60_000)).toBeLessThanOrEqual(untilLeft);
    });

    it("is as quickly known for dead as before once a line has held for a minute", () => {
      live();
      follows(10_000);
      silentFor(60_000);
      vi.advanceTimersByTime(wait_ms_max);
      live();
      follows(calm_ms);
      expect(silentFor(60_000)).toBeLessThanOrEqual(5_000);
    });

    it("is not waited for longer after a line that ended by itself", () => {
      live();
      follows(10_000);
      network.last.drop();
      vi.advanceTimersByTime(wait_ms_max);
      live();
      follows(10_000);
      expect(silentFor(60_000)).toBeLessThanOrEqual(5_000);
    });
  });

  describe("when the device wakes", () => {
    it("is waited for as long as before for what is long", () => {
      live();
      follows(10_000);
      vi.advanceTimersByTime(probe_every_ms);
      void hall.act(long);
      look();
      expect(silentFor(60_000)).toBeGreaterThan(answer_ms_max - probe_every_ms);
    });

    it("is waited for as long as its answers take, where that is longer than on a quick one", () => {
      live();
      follows(20_000, 2_000);
      look();
      expect(silentFor(60_000)).toBeGreaterThan(2 * wake_answer_ms_max);
    });

    it("is asked anew after a sleep, and kept where it answers within three seconds", () => {
      live();
      follows(10_000);
      sleeps(60_000);
      const asked = network.last.of("timeProbe").at(-1)?.clientAt ?? 0;
      expect(asked).toBeGreaterThanOrEqual(Date.now() - probe_every_ms);
      expect(silentFor(wake_answer_ms_max - step_ms)).toBe(wake_answer_ms_max - step_ms);
      answer();
      follows(20_000);
      expect(network.sockets).toHaveLength(1);
      expect(hall.status).toBe("live");
    });

    it("is left three seconds after a sleep where it has died meanwhile", () => {
      live();
      follows(10_000);
      sleeps(60_000);
      expect(silentFor(60_000)).toBe(wake_answer_ms_max);
    });

    it("is not asked anew for having been held up for a moment, nor twice in one silence", () => {
      live();
      follows(10_000);
      sleeps(slept_ms - step_ms);
      expect(silentFor(60_000)).toBe(held_up_ms);
      vi.advanceTimersByTime(wait_ms_max);
      live();
      follows(calm_ms);
      sleeps(60_000);
      vi.setSystemTime(Date.now() + 60_000);
      expect(silentFor(60_000)).toBe(wake_answer_ms_max + held_up_ms);
    });
  });

  it("gets again what was sent once it is heard", () => {
    live();
    void hall.act(give);
    follows(10_000);
    expect(network.last.of("command").length).toBeGreaterThan(1);
  });
});
