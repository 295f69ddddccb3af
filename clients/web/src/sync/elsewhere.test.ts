// A hall that is served at several places: where it goes when it cannot stay, and that it leaves no line before another one
// goes on from there.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StagedNetwork, type StagedSocket } from "../testing/line";
import { ack, ask, hallOn, snapshot } from "../testing/served";
import { as, hello, ledgerStanding, panel, texts } from "../testing/views";
import { LedgerIs, type ServerItem } from "../wire";
import { first_seek_ms_max, first_wait_ms_max, seekMs, wait_ms_max } from "./backoff";
import { first_greeting_ms_max, greeting_ms_max } from "./connection";
import type { Hall } from "./hall";

/** So long nobody waits for the first tries, and nobody gives a try up. */
const a_while_ms = 2_000;

const home = "ws://hall/ws";
const elsewhere = ["https://b.example", "https://c.example"];
const [b, c] = ["wss://b.example/ws", "wss://c.example/ws"];

const patch = (seq: number, title = ""): ServerItem["item"] => ({
  case: "patch",
  value: { seq, upserts: title ? [as.panel(panel("year", { title: texts(title) }))] : [], removals: [] },
});
const refusal = (code: string, reconnect = true): ServerItem["item"] => ({
  case: "refusal",
  value: { code, reconnect },
});
const stands = (is: LedgerIs): ServerItem["item"] => ({ case: "standing", value: ledgerStanding({ is }) });
const out_of_touch = stands(LedgerIs.OUT_OF_TOUCH);
const greets = (resumed: boolean, names = elsewhere): ServerItem["item"] => ({
  case: "hello",
  value: hello({ resumed, elsewhere: names }),
});

describe("a hall at several places", () => {
  let network: StagedNetwork;
  let hall: Hall;
  let random: number;
  let made: number;
  const statuses: string[] = [];

  const socket = (index: number) => network.sockets[index] as StagedSocket;
  const begin = (names = elsewhere) => {
    network.last.open();
    network.last.say(greets(false, names), snapshot(7));
    return network.last;
  };
  const urls = () => network.sockets.map(({ url }) => url);
  const title = () => hall.store.panel("year")?.title.en;
  /** Told to be out of touch at the first place, and the attempt at the next one has begun. */
  const seeking = () => {
    const first = begin();
    first.say(out_of_touch);
    vi.advanceTimersByTime(first_seek_ms_max);
    expect(network.sockets).toHaveLength(2);
    return { first, second: network.last };
  };

  beforeEach(() => {
    vi.useFakeTimers();
    sessionStorage.clear();
    network = new StagedNetwork();
    random = 0;
    made = 0;
    statuses.length = 0;
    hall = hallOn(network, { newId: () => `c${++made}`, random: () => random });
    hall.subscribe(() => statuses.push(hall.status));
  });
  afterEach(() => {
    hall.stop();
    vi.useRealTimers();
  });

  describe("out of touch with the others", () => {
    it("waits for another place by chance, later each time and two seconds at most", () => {
      expect([0, 1, 5, 8, 50].map((attempt) => seekMs(attempt, 1))).toEqual([50, 100, 1_600, 10_000, 10_000]);
      expect(seekMs(3, 0)).toBe(0);
    });

    it("keeps its line and what it shows while it signs in elsewhere, from where it stands", () => {
      const { first, second } = seeking();
      expect(second.url).toBe(b);
      second.open();
      expect(second.of("signIn")[0]?.position).toMatchObject({ epoch: "e1", seq: 7 });
      expect(first.closed).toBe(false);
      expect(hall.status).toBe("live");
      expect(hall.ledger?.is).toBe(LedgerIs.OUT_OF_TOUCH);
    });

    it("leaves it once another place has greeted, and was live all the time", () => {
      const { first, second } = seeking();
      second.open();
      second.say(greets(true));
      expect(first.closed).toBe(true);
      expect(second.closed).toBe(false);
      expect(hall.ledger).toBeUndefined();
      second.say(patch(8, "Elsewhere"));
      vi.advanceTimersByTime(wait_ms_max);
      expect(title()).toBe("Elsewhere");
      expect(new Set(statuses)).toEqual(new Set(["live"]));
      expect(network.sockets).toHaveLength(2);
    });

    it("sends there what has no answer yet, under the same id, and asks again what was asked", async () => {
      const { second } = seeking();
      const outcome = hall.act(ask);
      const log = hall.askLog();
      expect(socket(0).of("command")).toHaveLength(1);
      second.open();
      second.say(greets(true));
      expect(second.of("command")).toEqual(socket(0).of("command"));
      second.say(ack(), { case: "log", value: { id: "ask-1", lines: [], nextBefore: 0 } });
      await expect(outcome).resolves.toMatchObject({ ok: true });
      await expect(log).resolves.toMatchObject({ ok: true });
    });

    it("does not go to a place that is behind before that has caught up, and nothing goes back", () => {
      const { first, second } = seeking();
      second.open();
      first.say(patch(8, "Eight"), patch(9, "Nine"));
      second.say(greets(true));
      second.say(patch(8, "Eight"));
      expect(first.closed).toBe(false);
      expect(title()).toBe("Nine");
      second.say(patch(9, "Nine"), patch(10, "Ten"));
      expect(first.closed).toBe(true);
      expect(title()).toBe("Ten");
      expect(hall.store.position?.seq).toBe(10);
      second.say(patch(11, "Eleven"));
      expect(hall.store.position?.seq).toBe(11);
    });

    it("goes to a place that sends all anew once that is there, unless it is older", () => {
      const { first, second } = seeking();
      second.open();
      second.say(greets(false));
      expect(first.closed).toBe(false);
      second.say(snapshot(6));
      expect(first.closed).toBe(false);
      expect(hall.store.position?.seq).toBe(7);
      second.say(snapshot(8));
      expect(first.closed).toBe(true);
      expect(hall.store.position?.seq).toBe(8);
    });

    it("goes to another epoch, wherever that stands", () => {
      const { second } = seeking();
      second.open();
      const anew = snapshot(2);
      const position = { ...anew.value.position, epoch: "e2" };
      second.say({ case: "hello", value: hello({ epoch: "e2", elsewhere }) });
      second.say({ ...anew, value: { ...anew.value, position } });
      expect(hall.store.position).toMatchObject({ epoch: "e2", seq: 2 });
    });

    it("goes on trying, at each place in turn, while it is turned away, not greeted, or not let in", () => {
      random = 1;
      const { first, second } = seeking();
      expect(second.url).toBe(c);
      second.open();
      second.say(refusal("going_away"));
      second.drop();
      vi.advanceTimersByTime(2 * first_seek_ms_max);
      expect(urls()).toEqual([home, c, b]);
      network.last.open();
      vi.advanceTimersByTime(first_greeting_ms_max);
      expect(socket(2).closed).toBe(true);
      vi.advanceTimersByTime(4 * first_seek_ms_max);
      expect(urls()).toEqual([home, c, b, home]);
      network.last.drop();
      vi.advanceTimersByTime(a_while_ms);
      expect(urls()).toEqual([home, c, b, home, c]);
      expect(first.closed).toBe(false);
      expect(hall.status).toBe("live");
      expect(hall.turnedAway).toBeUndefined();
      network.last.open();
      network.last.say(greets(true));
      expect(first.closed).toBe(true);
    });

    it("asks at its own address where it knows of no other: a balancer may stand there", () => {
      const first = begin([]);
      first.say(out_of_touch);
      vi.advanceTimersByTime(first_seek_ms_max);
      expect(urls()).toEqual([home, home]);
      network.last.open();
      network.last.say(greets(true, []));
      expect(first.closed).toBe(true);
    });

    it("stays once all is well again", () => {
      const { first, second } = seeking();
      second.open();
      first.say(stands(LedgerIs.WELL));
      expect(second.closed).toBe(true);
      first.say(patch(8, "Here"));
      vi.advanceTimersByTime(wait_ms_max);
      expect(title()).toBe("Here");
      expect(network.sockets).toHaveLength(2);
      expect(first.closed).toBe(false);
    });

    it("stays where nothing is accepted, but the others are in reach", () => {
      const first = begin();
      first.say(stands(LedgerIs.HELD));
      vi.advanceTimersByTime(wait_ms_max);
      expect(network.sockets).toHaveLength(1);
    });

    it("looks once, however often it is told", () => {
      const { first } = seeking();
      first.say(out_of_touch, out_of_touch);
      vi.advanceTimersByTime(first_seek_ms_max);
      expect(network.sockets).toHaveLength(2);
    });

    it("goes on to where it was going when its own line ends first", () => {
      const { first, second } = seeking();
      second.open();
      first.drop();
      expect(hall.status).toBe("reconnecting");
      vi.advanceTimersByTime(first_wait_ms_max);
      expect(network.sockets).toHaveLength(2);
      second.say(greets(true));
      expect(hall.status).toBe("live");
    });

    it("begins anew from where it stands when its own line ends while the other place is behind", () => {
      const { first, second } = seeking();
      second.open();
      first.say(patch(8));
      second.say(greets(true));
      first.drop();
      expect(second.closed).toBe(true);
      vi.advanceTimersByTime(first_wait_ms_max);
      network.last.open();
      expect(network.last.of("signIn")[0]?.position?.seq).toBe(8);
    });

    it.each(["revoked", "expired_code"])("is signed out where it is told %s at another place", (code) => {
      const { first, second } = seeking();
      second.open();
      second.say(refusal(code, false));
      expect(hall.status).toBe("refused");
      expect([first.closed, second.closed]).toEqual([true, true]);
    });

    it("does not ask again where nobody knows the sign-in, and is not signed out by that", () => {
      const { first, second } = seeking();
      second.open();
      second.say(refusal("unknown_code", false));
      expect(second.closed).toBe(true);
      for (let attempt = 0; attempt < 4; attempt += 1) {
        vi.advanceTimersByTime(a_while_ms);
        network.last.drop();
      }
      expect(urls()).toEqual([home, b, c, home, c, home]);
      expect(hall.status).toBe("live");
      expect(first.closed).toBe(false);
    });

    it("leaves nothing behind when it is stopped", () => {
      const { first, second } = seeking();
      hall.stop();
      expect([first.closed, second.closed]).toEqual([true, true]);
      vi.advanceTimersByTime(wait_ms_max);
      expect(network.sockets).toHaveLength(2);
    });
  });

  describe("without its line", () => {
    it("asks where it stood, and then at the others, each by chance within half a second", () => {
      random = 1;
      const first = begin();
      first.drop();
      for (const url of [home, c, b]) {
        vi.advanceTimersByTime(first_wait_ms_max);
        expect(network.last.url).toBe(url);
        network.last.drop();
      }
      expect(hall.status).toBe("reconnecting");
      // The whole round was in vain: the next one goes more slowly.
      vi.advanceTimersByTime(first_wait_ms_max);
      expect(network.sockets).toHaveLength(4);
      vi.advanceTimersByTime(first_wait_ms_max);
      expect(network.sockets).toHaveLength(5);
    });

    it("asks at the others first where it was sent away", () => {
      const first = begin();
      first.say(refusal("going_away"));
      first.drop();
      vi.advanceTimersByTime(first_wait_ms_max);
      expect(urls()).toEqual([home, b]);
      network.last.open();
      expect(network.last.of("signIn")[0]?.position?.seq).toBe(7);
      network.last.say(greets(true));
      expect(hall.status).toBe("live");
    });

    it("does not wait long for a place that says nothing, where there are others", () => {
      const first = begin();
      first.drop();
      vi.advanceTimersByTime(first_wait_ms_max);
      vi.advanceTimersByTime(first_greeting_ms_max);
      vi.advanceTimersByTime(0);
      expect(urls()).toEqual([home, home, b]);
    });

    it("waits longer for a greeting in each round, up to as long as for one place alone", () => {
      const first = begin();
      first.drop();
      const waited: number[] = [];
      for (let attempt = 0; attempt < 9; attempt += 1) {
        vi.advanceTimersByTime(1);
        const before = network.last;
        let ms = 0;
        while (!before.closed) {
          vi.advanceTimersByTime(500);
          ms += 500;
        }
        waited.push(ms);
      }
      expect(waited.at(0)).toBe(first_greeting_ms_max);
      expect(waited.at(-1)).toBe(greeting_ms_max);
      expect([...waited].sort((one, other) => one - other)).toEqual(waited);
    });

    it("comes back to where it went, and not to where the page is from", () => {
      const { second } = seeking();
      second.open();
      second.say(greets(true, ["https://c.example", "http://hall"]));
      second.drop();
      vi.advanceTimersByTime(first_wait_ms_max);
      expect(network.last.url).toBe(b);
    });
  });
});
