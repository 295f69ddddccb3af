import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StagedNetwork } from "../testing/line";
import { snapshot } from "../testing/served";
import { hello } from "../testing/views";
import type { Position, ServerItem } from "../wire";
import { first_wait_ms_max, wait_ms_max, waitMs } from "./backoff";
import { Connection, greeting_ms_max, steady_ms } from "./connection";
import {
  answer_ms_max,
  first_probes_ms,
  held_up_ms,
  long_bytes,
  probe_every_ms,
  quick_answer_ms_max,
  wake_answer_ms_max,
} from "./line";

const greeting = { case: "hello", value: hello() } as const;

describe("the wait before the next attempt", () => {
  it("is anywhere between none and a bound that doubles up to a cap", () => {
    expect(waitMs(0, 0)).toBe(0);
    expect(waitMs(0, 0.5)).toBe(first_wait_ms_max / 2);
    expect(waitMs(2, 1)).toBe(first_wait_ms_max * 4);
    expect(waitMs(10, 1)).toBe(wait_ms_max);
    expect(waitMs(5_000, 1)).toBe(wait_ms_max);
  });
});

describe("the connection", () => {
  let network: StagedNetwork;
  let connection: Connection;
  let position: Position | undefined;
  let random: number;
  const heard: ServerItem["item"][] = [];
  const lost = vi.fn();
  const refused = vi.fn();
  const turnedAway = vi.fn();
  const vain = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    network = new StagedNetwork();
    position = undefined;
    random = 0.5;
    heard.length = 0;
    lost.mockReset();
    refused.mockReset();
    turnedAway.mockReset();
    vain.mockReset();
    connection = new Connection({
      url: "ws://hall/ws",
      code: "K7QM3XPA",
      position: () => position,
      localNow: () => Date.now(),
      onItems: (items) => heard.push(...items.map(({ item }) => item)),
      onLost: lost,
      onMoved: () => {},
      onRefused: refused,
      onTurnedAway: turnedAway,
      onVain: vain,
      open: network.open,
      random: () => random,
    });
    connection.start();
  });
  afterEach(() => {
    connection.stop();
    vi.useRealTimers();
  });

  const greeted = () => {
    network.last.open();
    network.last.say(greeting);
  };
  const answer = () => {
    const probe = network.last.of("timeProbe").at(-1);
    network.last.say({ case: "timeReply", value: { clientAt: probe?.clientAt ?? 0, serverAt: 1 } });
  };
  const whole = () => {
    greeted();
    network.last.say(snapshot());
  };
  /** Until the first probes are over: whatever was sent by then was answered so late. */
  const answeredAfter = (took_ms: number) => {
    whole();
    for (let told = 0, passed = 0; passed < 10_000; passed += 100) {
      vi.advanceTimersByTime(100);
      const probes = network.last.of("timeProbe");
      const due = probes.filter(({ clientAt = 0 }) => clientAt <= Date.now() - took_ms);
      for (const { clientAt = 0 } of due.slice(told)) {
        network.last.say({ case: "timeReply", value: { clientAt, serverAt: 1 } });
      }
      told = due.length;
    }
  };
  /** How long after the last word of the server it is known that the line is dead; at most this. */
  const silentFor = (at_most: number) => {
    let passed = 0;
    for (; lost.mock.calls.length === 0 && passed < at_most; passed += 100) vi.advanceTimersByTime(100);
    return passed;
  };

  it("opens with the subprotocol and signs in first", () => {
    expect(network.last.protocol).toBe("rostrum.v1.proto");
    network.last.open();
    expect(network.last.sent).toEqual([{ case: "signIn", value: { code: "K7QM3XPA", position: undefined } }]);
  });

  it("sends nothing of the screens before the greeting", () => {
    network.last.open();
    expect(connection.send([{ case: "timeProbe", value: { clientAt: 1 } }])).toBe(false);
    network.last.say(greeting);
    expect(connection.send([{ case: "timeProbe", value: { clientAt: 1 } }])).toBe(true);
  });

  it("comes back after a wait with jitter, from the position it then has", () => {
    greeted();
    network.last.drop();
    expect(lost).toHaveBeenCalledTimes(1);
    position = { session: "s", epoch: "e", audience: 2, delegation: "", seq: 12 };
    vi.advanceTimersByTime(first_wait_ms_max / 2 - 1);
    expect(network.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(network.sockets).toHaveLength(2);
    network.last.open();
    expect(network.last.of("signIn")[0]?.position).toEqual(position);
  });

  it("tells of every attempt that was in vain while there is no line, and of none while one is used", () => {
    network.last.drop();
    expect(vain).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(wait_ms_max);
    network.last.drop();
    expect(vain).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(wait_ms_max);
    greeted();
    connection.seek();
    vi.advanceTimersByTime(wait_ms_max);
    network.last.drop();
    expect(vain).toHaveBeenCalledTimes(2);
  });

  it("waits longer from attempt to attempt, and short again after a line that held", () => {
    random = 1;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const before = network.sockets.length;
      network.last.drop();
      let waited = 0;
      while (network.sockets.length === before) {
        vi.advanceTimersByTime(100);
        waited += 100;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    greeted();
    for (let passed = 0; passed < steady_ms; passed += 1_000) {
      vi.advanceTimersByTime(1_000);
      answer();
    }
    network.last.drop();
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(network.sockets).toHaveLength(8);
  });

  it("does not count a line that was greeted and dropped at once as held", () => {
    random = 1;
    greeted();
    network.last.drop();
    vi.advanceTimersByTime(first_wait_ms_max);
    greeted();
    network.last.drop();
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(network.sockets).toHaveLength(2);
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(network.sockets).toHaveLength(3);
  });

  it("tries at once when the network is back", () => {
    random = 1;
    network.last.drop();
    window.dispatchEvent(new Event("online"));
    expect(network.sockets).toHaveLength(2);
  });

  it("tries at once when somebody looks at the screen again", () => {
    random = 1;
    network.last.drop();
    document.dispatchEvent(new Event("visibilitychange"));
    expect(network.sockets).toHaveLength(2);
    vi.advanceTimersByTime(wait_ms_max);
    expect(network.sockets).toHaveLength(2);
  });

  it("ends at a refusal that says not to come back, and says why", () => {
    network.last.open();
    network.last.say({ case: "refusal", value: { code: "unknown_code", reconnect: false } });
    expect(refused).toHaveBeenCalledWith({ code: "unknown_code" });
    expect(network.last.closed).toBe(true);
    vi.advanceTimersByTime(60_000);
    window.dispatchEvent(new Event("online"));
    expect(network.sockets).toHaveLength(1);
  });

  it("comes back after a refusal that says so", () => {
    greeted();
    network.last.say({ case: "refusal", value: { code: "going_away", reconnect: true } });
    expect(refused).not.toHaveBeenCalled();
    expect(turnedAway).toHaveBeenCalledWith({ code: "going_away" });
    network.last.drop();
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(network.sockets).toHaveLength(2);
  });

  it("probes close together at first, then steadily", () => {
    greeted();
    for (const _ of first_probes_ms) {
      vi.advanceTimersByTime(1_000);
      answer();
    }
    const at_first = network.last.of("timeProbe").length;
    expect(at_first).toBeGreaterThanOrEqual(first_probes_ms.length);
    for (let passed = 0; passed < 4 * probe_every_ms; passed += 1_000) {
      vi.advanceTimersByTime(1_000);
      answer();
    }
    expect(network.last.of("timeProbe").length - at_first).toBe(4);
    expect(network.sockets).toHaveLength(1);
  });

  it("gives up a line on which no probe is answered", () => {
    greeted();
    vi.advanceTimersByTime(answer_ms_max - 1);
    expect(network.last.closed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(lost).toHaveBeenCalled();
    expect(network.sockets[0]?.closed).toBe(true);
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(network.sockets).toHaveLength(2);
  });

  it("knows within five seconds that a line that answered at once is silent", () => {
    expect(probe_every_ms + quick_answer_ms_max).toBeLessThanOrEqual(5_000);
    answeredAfter(0);
    expect(silentFor(20_000)).toBeLessThanOrEqual(5_000);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it("waits longer for a line that is slow, and no longer than for any", () => {
    answeredAfter(2_000);
    const waited = silentFor(20_000);
    expect(waited).toBeGreaterThan(5_000);
    expect(waited).toBeLessThanOrEqual(probe_every_ms + answer_ms_max);
  });

  it("waits longer while what is long is on its way", () => {
    answeredAfter(0);
    const note = "x".repeat(long_bytes);
    const long = { case: "raisePointOfOrder", value: { panel: "high-level", note } } as const;
    connection.send([{ case: "command", value: { id: "c1", act: long, expiresAt: 9 } }]);
    expect(silentFor(20_000)).toBeGreaterThan(5_000);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it("reads first what came while the device was held up", () => {
    answeredAfter(0);
    vi.advanceTimersByTime(probe_every_ms);
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(quick_answer_ms_max);
    expect(lost).not.toHaveBeenCalled();
    answer();
    vi.advanceTimersByTime(held_up_ms);
    expect(lost).not.toHaveBeenCalled();
  });

  it("takes any word of the server as a sign of life", () => {
    greeted();
    vi.advanceTimersByTime(answer_ms_max - 1);
    network.last.say({ case: "patch", value: { seq: 2, upserts: [], removals: [] } });
    vi.advanceTimersByTime(probe_every_ms);
    expect(network.sockets).toHaveLength(1);
    expect(lost).not.toHaveBeenCalled();
  });

  it("tells soon after the device woke that the line has died meanwhile", () => {
    answeredAfter(0);
    document.dispatchEvent(new Event("visibilitychange"));
    vi.advanceTimersByTime(wake_answer_ms_max);
    expect(lost).toHaveBeenCalled();
  });

  it("gives up an attempt that is not greeted", () => {
    network.last.open();
    vi.advanceTimersByTime(greeting_ms_max);
    expect(network.sockets[0]?.closed).toBe(true);
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(network.sockets).toHaveLength(2);
  });

  it("leaves a line that speaks another protocol and tries again", () => {
    network.last.open();
    network.last.sayBytes(new Uint8Array([0xff, 0xff, 0xff]));
    expect(network.last.closed).toBe(true);
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(network.sockets).toHaveLength(2);
  });

  it("hears nothing more of a socket that it left", () => {
    greeted();
    const left = network.last;
    connection.resync();
    left.say({ case: "patch", value: { seq: 2, upserts: [], removals: [] } });
    expect(heard.map(({ case: kind }) => kind)).toEqual(["hello"]);
    vi.advanceTimersByTime(0);
    expect(network.sockets).toHaveLength(2);
  });

  it("tries again where no socket can be made", () => {
    connection.stop();
    let made = 0;
    const failing = new Connection({
      url: "ws://hall/ws",
      code: "K7QM3XPA",
      position: () => undefined,
      localNow: () => 0,
      onItems: () => {},
      onLost: () => {},
      onMoved: () => {},
      onRefused: () => {},
      onTurnedAway: () => {},
      onVain: () => {},
      random: () => 0.5,
      open: () => {
        made += 1;
        throw new Error("no network");
      },
    });
    failing.start();
    vi.advanceTimersByTime(first_wait_ms_max);
    expect(made).toBe(2);
    failing.stop();
  });
});
