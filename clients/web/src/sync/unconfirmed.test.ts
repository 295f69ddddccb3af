// What the server cannot tell yet: how a hall waits for it, asks again, and when it gives it up.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StagedNetwork } from "../testing/line";
import { ack, ask, away, give, greeting, hallOn, passes, rejection, snapshot } from "../testing/served";
import { hello, noon_of_tests } from "../testing/views";
import type { Act } from "../wire";
import { again_ms_max, againMs, first_again_ms, wait_ms_max } from "./backoff";
import { ask_again_ms, type Hall } from "./hall";
import { last_word_ms, patient_ms, prompt_ms } from "./pending";

describe("of an act that is not known to be done, the hall", () => {
  let network: StagedNetwork;
  let hall: Hall;
  let made: number;
  let random: number;
  const settled = vi.fn();

  const make = () => hallOn(network, { newId: () => `c${++made}`, random: () => random });
  const live = () => {
    network.last.open();
    network.last.say(greeting(), snapshot());
  };
  const back = () => {
    network.last.open();
    network.last.say(greeting(true));
  };
  const refuse = (code: string, id?: string) => network.last.say(rejection(code, id));
  const acting = (act: Act = ask) => {
    live();
    const outcome = hall.act(act);
    void outcome.then(settled);
    refuse("unconfirmed");
    return outcome;
  };
  const commands = () => network.last.of("command");
  const ids = () => commands().map(({ id }) => id);

  beforeEach(() => {
    vi.useFakeTimers();
    sessionStorage.clear();
    settled.mockClear();
    made = 0;
    random = 1;
    network = new StagedNetwork();
    hall = make();
  });
  afterEach(() => {
    hall.stop();
    vi.useRealTimers();
  });

  it("answers nobody, and tells that it waits", async () => {
    acting();
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).not.toHaveBeenCalled();
    expect(hall.unanswered).toMatchObject([{ id: "c1", sent: true, unconfirmed: true }]);
  });

  it("sends the same again, later each time and no later than every five seconds", () => {
    acting();
    const [first] = commands();
    // random is 1: the whole of each wait.
    for (const [wait_ms, copies] of [
      [1_000, 2],
      [2_000, 3],
      [4_000, 4],
      [5_000, 5],
      [5_000, 6],
    ] as const) {
      passes(network, wait_ms - 1);
      expect(commands()).toHaveLength(copies - 1);
      passes(network, 1);
      expect(commands()).toHaveLength(copies);
      refuse("unconfirmed");
    }
    for (const copy of commands()) expect(copy).toEqual(first);
  });

  it("waits at least half as long, by chance, and begins anew with the next act", async () => {
    for (const attempt of [0, 1, 2, 3, 50]) {
      const most = Math.min(again_ms_max, first_again_ms * 2 ** attempt);
      expect([againMs(attempt, 0), againMs(attempt, 1)]).toEqual([most / 2, most]);
    }
    acting();
    passes(network, first_again_ms);
    network.last.say(ack());
    passes(network, again_ms_max);
    void hall.act(give);
    refuse("unconfirmed", "c2");
    passes(network, first_again_ms);
    expect(ids()).toEqual(["c1", "c1", "c2", "c2"]);
  });

  it("sends it no more once it is acknowledged", async () => {
    const outcome = acting();
    passes(network, first_again_ms);
    network.last.say(ack());
    await expect(outcome).resolves.toMatchObject({ ok: true, seq: 8 });
    passes(network, patient_ms);
    expect(ids()).toEqual(["c1", "c1"]);
    expect(hall.unanswered).toEqual([]);
  });

  it("sends it no more once it is refused for what it asks", async () => {
    const outcome = acting();
    passes(network, first_again_ms);
    refuse("list_closed");
    await expect(outcome).resolves.toMatchObject({ ok: false, code: "list_closed" });
    passes(network, patient_ms);
    expect(ids()).toEqual(["c1", "c1"]);
  });

  it("sends a last copy after its expiry, and takes the server's word that it was not done", async () => {
    const outcome = acting(give);
    passes(network, prompt_ms + last_word_ms - 1);
    expect(settled).not.toHaveBeenCalled();
    refuse("expired");
    await expect(outcome).resolves.toMatchObject({ ok: false, code: "expired" });
  });

  it("says that nobody knows, once it has expired without an answer", async () => {
    const outcome = acting(give);
    passes(network, prompt_ms + last_word_ms + again_ms_max);
    await expect(outcome).resolves.toMatchObject({ ok: false, code: "outcome_unknown" });
    expect(new Set(ids())).toEqual(new Set(["c1"]));
    const sent = commands().length;
    passes(network, patient_ms);
    expect(commands()).toHaveLength(sent);
  });

  it("sends one copy after its expiry, however short the waits, and gives it its time", async () => {
    const outcome = acting(give);
    random = 0;
    passes(network, prompt_ms);
    const before = commands().length;
    // Half of the longest wait.
    passes(network, again_ms_max / 2);
    expect(commands()).toHaveLength(before + 1);
    passes(network, last_word_ms - again_ms_max / 2);
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).not.toHaveBeenCalled();
    passes(network, again_ms_max);
    await expect(outcome).resolves.toMatchObject({ ok: false, code: "outcome_unknown" });
    expect(commands()).toHaveLength(before + 1);
  });

  describe("while there is no line", () => {
    const waits = async () => {
      await vi.advanceTimersByTimeAsync(0);
      expect(settled).not.toHaveBeenCalled();
      expect(hall.unanswered).toMatchObject([{ id: "c1", unconfirmed: true }]);
    };

    it("gives nothing up", async () => {
      acting(give);
      away(network, 10 * patient_ms);
      await waits();
    });

    it("says that nobody knows, once a copy over the next line has had its time", async () => {
      const outcome = acting(give);
      away(network, patient_ms);
      back();
      expect(ids()).toEqual(["c1"]);
      passes(network, last_word_ms - 1);
      await waits();
      passes(network, again_ms_max);
      await expect(outcome).resolves.toMatchObject({ ok: false, code: "outcome_unknown" });
      expect(ids()).toEqual(["c1"]);
    });

    it("takes the answer to that copy", async () => {
      const outcome = acting(give);
      away(network, patient_ms);
      back();
      network.last.say(ack());
      await expect(outcome).resolves.toMatchObject({ ok: true, seq: 8 });
    });

    it("sends it over each line anew, and counts no time of a line before", async () => {
      acting(give);
      away(network, patient_ms);
      back();
      passes(network, last_word_ms - 1);
      away(network, patient_ms);
      await waits();
      back();
      expect(ids()).toEqual(["c1"]);
      passes(network, last_word_ms - 1);
      await waits();
    });

    it("sends it after a reload too before it says that nobody knows", () => {
      acting(give);
      hall.stop();
      vi.advanceTimersByTime(patient_ms);
      hall = make();
      network.last.open();
      network.last.say({ case: "hello", value: hello({ serverAt: noon_of_tests + patient_ms }) }, snapshot());
      expect(ids()).toEqual(["c1"]);
      passes(network, last_word_ms - 1);
      expect(hall.late).toEqual([]);
      passes(network, again_ms_max);
      expect(hall.late).toMatchObject([{ id: "c1", outcome: { ok: false, code: "outcome_unknown" } }]);
      expect(ids()).toEqual(["c1"]);
    });

    it("gives nothing up while it is stopped, and started again", async () => {
      acting(give);
      passes(network, prompt_ms + again_ms_max);
      hall.stop();
      hall.start();
      vi.advanceTimersByTime(last_word_ms + ask_again_ms);
      await waits();
    });
  });

  it("sends the same again over another line, at once and then as before", async () => {
    const outcome = acting();
    away(network, wait_ms_max);
    back();
    expect(ids()).toEqual(["c1"]);
    passes(network, again_ms_max);
    expect(ids()).toEqual(["c1", "c1"]);
    network.last.say(ack());
    await expect(outcome).resolves.toMatchObject({ ok: true });
  });

  it("knows it again after a reload, and tells of the answer", () => {
    acting();
    hall.stop();
    hall = make();
    expect(hall.unanswered).toMatchObject([{ id: "c1", unconfirmed: true }]);
    live();
    passes(network, first_again_ms - 1);
    passes(network, 1);
    expect(ids()).toEqual(["c1", "c1"]);
    refuse("list_closed");
    expect(hall.late).toMatchObject([{ id: "c1", outcome: { code: "list_closed" } }]);
  });

  it("sends several again in the order in which they were made", () => {
    acting();
    void hall.act(give);
    refuse("unconfirmed", "c2");
    passes(network, first_again_ms);
    expect(ids()).toEqual(["c1", "c2", "c1", "c2"]);
  });

  it.each(["held", "too_fast"])("takes %s for no answer: it is about the later copy alone", async (code) => {
    acting();
    passes(network, first_again_ms);
    refuse(code);
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).not.toHaveBeenCalled();
    expect(hall.unanswered).toMatchObject([{ id: "c1", unconfirmed: true }]);
  });

  it.each(["held", "too_fast"])("takes %s for an answer where it is certain that nothing was done", async (code) => {
    live();
    const outcome = hall.act(ask);
    refuse(code);
    await expect(outcome).resolves.toMatchObject({ ok: false, code });
    passes(network, patient_ms);
    expect(commands()).toHaveLength(1);
  });

  it.each(["held", "too_fast"])("takes %s for no answer where a copy before it had none", async (code) => {
    live();
    void hall.act(ask);
    away(network, wait_ms_max);
    back();
    refuse(code);
    expect(hall.unanswered).toMatchObject([{ id: "c1", unconfirmed: true }]);
  });
});
