import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { two_away } from "../testing/away";
import { StagedNetwork } from "../testing/line";
import { ack, ask, give, greeting, hallOn, snapshot } from "../testing/served";
import { afternoon, as, hello, ledgerStanding, noon_of_tests, panel, texts } from "../testing/views";
import { type Entity, LedgerIs, type LedgerStanding, type ServerItem } from "../wire";
import { wait_ms_max } from "./backoff";
import { ask_again_ms, type Hall, unseen_ms } from "./hall";
import { view_ms_max } from "./last";
import { lifetime_ms_max, prompt_ms, remembered_ms } from "./pending";

const patch = (seq: number, ...upserts: Entity[]): ServerItem["item"] => ({
  case: "patch",
  value: { seq, upserts, removals: [] },
});

describe("the hall", () => {
  let network: StagedNetwork;
  let hall: Hall;
  let ids: number;

  const make = () => hallOn(network, { newId: () => `c${++ids}`, random: () => 1 });
  const live = (seq = 7) => {
    network.last.open();
    network.last.say(greeting(), snapshot(seq));
  };
  const back = () => {
    vi.advanceTimersByTime(wait_ms_max);
    network.last.open();
  };
  const commands = () => network.last.of("command");

  beforeEach(() => {
    vi.useFakeTimers();
    sessionStorage.clear();
    ids = 0;
    network = new StagedNetwork();
    hall = make();
  });
  afterEach(() => {
    hall.stop();
    vi.useRealTimers();
  });

  it("is live once the view is whole", () => {
    expect(hall.status).toBe("connecting");
    network.last.open();
    network.last.say(greeting());
    expect(hall.status).toBe("connecting");
    network.last.say(snapshot());
    expect(hall.status).toBe("live");
    expect(hall.hello?.delegation).toBe("EC");
    expect(hall.clock.now()).toBe(noon_of_tests);
  });

  describe("before which the page is loaded again", () => {
    const last = {
      title: { en: "Council 2005" },
      timezone: "Europe/Zurich",
      knownAt: noon_of_tests,
      serverAt: noon_of_tests,
      deviceAt: Date.parse("2026-03-01T12:00Z"),
      speed: 2,
    };
    const recalling = (view: Entity[], known = last) => {
      hall.stop();
      vi.setSystemTime(last.deviceAt + 10_000);
      hall = hallOn(network, { random: () => 1, recall: () => ({ last: known, view }) });
    };

    it("shows nothing of before while the server may still answer", () => {
      recalling(afternoon());
      expect(hall.away).toBeUndefined();
      expect(hall.store.filled).toBe(false);
    });

    it("shows what stood before once the server cannot be reached, by a clock that went on, until there is a view", () => {
      recalling(afternoon());
      network.last.drop();
      expect(hall.away).toEqual({ last });
      expect(hall.status).toBe("connecting");
      expect(hall.store.session()?.id).toBe("council-2005");
      expect(hall.clock.now()).toBeCloseTo(noon_of_tests + 2 * 10_000, -2);
      back();
      expect(network.last.of("signIn")[0]?.position).toBeUndefined();
      network.last.say(greeting(), snapshot(7, [as.panel(panel("year", { title: texts("A") }))]));
      expect(hall.away).toBeUndefined();
      expect(hall.store.session()).toBeUndefined();
      expect(hall.clock.now()).toBe(noon_of_tests);
    });

    it.each([
      ["older than ten minutes", { deviceAt: last.deviceAt - view_ms_max }],
      ["of a line that was gone for ten minutes", { knownAt: last.serverAt - last.speed * view_ms_max }],
      ["of an instant that is still to come", { deviceAt: last.deviceAt + 86_400_000 }],
    ])("shows no view that is %s, but what the session is called and its time", (_, of) => {
      recalling(afternoon(), { ...last, ...of });
      network.last.drop();
      expect(hall.away?.last?.title).toEqual(last.title);
      expect(hall.store.filled).toBe(false);
    });

    it("shows what stood before no longer than ten minutes", () => {
      recalling(afternoon());
      network.last.drop();
      vi.advanceTimersByTime(view_ms_max - 10_000 - ask_again_ms);
      expect(hall.store.filled).toBe(true);
      vi.advanceTimersByTime(2 * ask_again_ms);
      expect(hall.store.filled).toBe(false);
      expect(hall.away).toEqual({ last });
    });

    it("is away without anything to show where nothing is known of before", () => {
      network.last.drop();
      expect(hall.away).toEqual({ last: undefined });
      expect(hall.store.filled).toBe(false);
    });

    it("is not away where a line has stood since", () => {
      live();
      network.last.drop();
      expect(hall.status).toBe("reconnecting");
      expect(hall.away).toBeUndefined();
    });
  });

  it("tells once of frames that come together, however many items they hold", () => {
    live();
    vi.advanceTimersByTime(0);
    const told = vi.fn();
    const leave = hall.subscribe(told);
    const before = hall.version;
    network.last.say(patch(8, as.panel(panel("year", { title: texts("A") }))), patch(9));
    network.last.say(patch(10));
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(told).toHaveBeenCalledTimes(1);
    expect(hall.version).toBeGreaterThan(before);
    leave();
    network.last.say(patch(11));
    vi.advanceTimersByTime(0);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("tells of a clock that was set by what can be seen, and of no other answer to a probe", () => {
    live();
    vi.advanceTimersByTime(0);
    const told = vi.fn();
    hall.subscribe(told);
    const answer = (off_ms: number) => {
      network.last.say({ case: "timeReply", value: { clientAt: Date.now(), serverAt: hall.clock.now() + off_ms } });
      vi.advanceTimersByTime(0);
    };
    answer(unseen_ms - 1);
    const { version } = hall;
    answer(0);
    expect(told).not.toHaveBeenCalled();
    answer(unseen_ms);
    expect(told).toHaveBeenCalledTimes(1);
    expect(hall.version).toBeGreaterThan(version);
    hall.clock.greet(hall.clock.now(), 20);
    answer(20 * unseen_ms - 1);
    expect(told).toHaveBeenCalledTimes(1);
    answer(20 * unseen_ms);
    expect(told).toHaveBeenCalledTimes(2);
    network.last.say(patch(8), { case: "timeReply", value: { clientAt: Date.now(), serverAt: hall.clock.now() } });
    vi.advanceTimersByTime(0);
    expect(told, "a patch, with an answer beside it").toHaveBeenCalledTimes(3);
  });

  it("keeps the last view while it reconnects, and resumes from its position", () => {
    live();
    network.last.say(patch(8));
    network.last.drop();
    expect(hall.status).toBe("reconnecting");
    expect(hall.store.panel("high-level")).toBeDefined();
    back();
    expect(network.last.of("signIn")[0]?.position).toMatchObject({ epoch: "e1", delegation: "EC", seq: 8 });
    network.last.say(greeting(true), patch(9));
    expect(hall.status).toBe("live");
    expect(hall.store.position?.seq).toBe(9);
  });

  it("asks again from its position where a patch was missed", () => {
    live();
    network.last.say(patch(9));
    expect(hall.status).toBe("reconnecting");
    vi.advanceTimersByTime(0);
    network.last.open();
    expect(network.last.of("signIn")[0]?.position?.seq).toBe(7);
    network.last.say(greeting(true), patch(8), patch(9));
    expect(hall.store.position?.seq).toBe(9);
  });

  it("asks for a snapshot where its position leads into a gap again", () => {
    live();
    network.last.say(patch(9));
    vi.advanceTimersByTime(0);
    network.last.open();
    network.last.say(greeting(true), patch(9));
    vi.advanceTimersByTime(0);
    network.last.open();
    expect(network.last.of("signIn")[0]?.position).toBeUndefined();
    expect(hall.store.panel("high-level")).toBeDefined();
  });

  it("sends an act and resolves it with its Ack", async () => {
    live();
    const outcome = hall.act(give, { speech: 7 });
    expect(commands()).toMatchObject([{ id: "c1", expects: { speech: 7 }, act: { case: "giveFloor" } }]);
    expect(commands()[0]?.expiresAt).toBe(noon_of_tests + prompt_ms);
    network.last.say(ack());
    await expect(outcome).resolves.toEqual({ ok: true, seq: 8, index: 2, inverse: [] });
    expect(hall.unanswered).toEqual([]);
  });

  it("tells with the Ack what takes the act back, in order, ready to be sent", async () => {
    const opens = { case: "openList", value: { panel: "high-level" } } as const;
    const says = {
      case: "sendNotice",
      value: { to: { to: { case: "delegation", value: "EC" } }, text: { en: "The room is open." } },
    } as const;
    live();
    const outcome = hall.act(give);
    network.last.say(ack(opens, says));
    const answer = await outcome;
    expect(answer).toMatchObject({ ok: true, inverse: [opens, says] });
    for (const act of answer.ok ? answer.inverse : []) void hall.act(act);
    expect(commands().map(({ act }) => act)).toMatchObject([give, opens, says]);
  });

  it("tells of no inverse where it does not know one of the acts: half of it would be wrong", async () => {
    live();
    const outcome = hall.act(give);
    network.last.say(ack({ case: "openList", value: { panel: "high-level" } }, { case: undefined }));
    await expect(outcome).resolves.toMatchObject({ ok: true, inverse: [] });
  });

  it("resolves an act with its rejection", async () => {
    live();
    const outcome = hall.act(ask);
    network.last.say({ case: "rejection", value: { commandId: "c1", code: "list_closed_at", details: { at: "1" } } });
    await expect(outcome).resolves.toEqual({ ok: false, code: "list_closed_at", details: { at: "1" } });
  });

  it("keeps an act made while the line is down and sends it once it is live", async () => {
    live();
    network.last.drop();
    const outcome = hall.act(ask);
    expect(hall.unanswered).toMatchObject([{ id: "c1", sent: false }]);
    back();
    network.last.say(greeting(true));
    expect(commands().map(({ id }) => id)).toEqual(["c1"]);
    network.last.say(ack());
    await expect(outcome).resolves.toMatchObject({ ok: true });
  });

  it("sends nothing of an act that was called off before there was a line, and leaves the others as they are", async () => {
    live();
    network.last.drop();
    const [first, second] = [hall.act(ask), hall.act(ask)];
    vi.advanceTimersByTime(0);
    const told = vi.fn();
    hall.subscribe(told);
    hall.callOff("c1");
    await expect(first).resolves.toEqual({ ok: false, code: "called_off", details: {} });
    vi.advanceTimersByTime(0);
    expect(told).toHaveBeenCalledTimes(1);
    back();
    network.last.say(greeting(true));
    expect(commands().map(({ id }) => id)).toEqual(["c2"]);
    network.last.say({ case: "rejection", value: { commandId: "c2", code: "list_closed", details: {} } });
    await expect(second).resolves.toMatchObject({ code: "list_closed" });
    expect(hall.late).toEqual([]);
  });

  it("cannot call off an act that went over a line, even one that is lost", () => {
    live();
    void hall.act(ask);
    hall.callOff("c1");
    network.last.drop();
    hall.callOff("c1");
    expect(hall.unanswered).toMatchObject([{ id: "c1", sent: true }]);
    back();
    network.last.say(greeting(true));
    expect(commands().map(({ id }) => id)).toEqual(["c1"]);
  });

  it("sends nothing of an act of before a reload that was called off, and tells of no answer", () => {
    live();
    network.last.drop();
    void hall.act(ask);
    hall.stop();
    hall = make();
    hall.callOff("c1");
    expect(hall.late).toEqual([]);
    live();
    expect(commands()).toEqual([]);
    hall.stop();
    hall = make();
    expect(hall.unanswered).toEqual([]);
  });

  it("sends nothing of an act that was called off in another tab, of which this one is a copy", () => {
    live();
    network.last.drop();
    void hall.act(ask);
    const kept = sessionStorage.getItem("rostrum.pending") ?? "";
    const copy = make();
    expect(copy.unanswered).toMatchObject([{ id: "c1", sent: false }]);
    hall.callOff("c1");
    sessionStorage.setItem("rostrum.pending", kept);
    vi.advanceTimersByTime(ask_again_ms);
    expect(copy.unanswered).toEqual([]);
    copy.stop();
    hall.stop();
    hall = make();
    live();
    expect(commands()).toEqual([]);
    expect(hall.late).toEqual([]);
  });

  it("sends an unanswered act again under the same id after the line was lost", async () => {
    live();
    const outcome = hall.act(ask);
    network.last.drop();
    back();
    network.last.say(greeting(true));
    expect(commands().map(({ id }) => id)).toEqual(["c1"]);
    network.last.say(ack());
    await expect(outcome).resolves.toMatchObject({ ok: true });
  });

  it("sends an unanswered act again under the same id after a reload, and tells of the answer", () => {
    live();
    void hall.act(ask);
    hall.stop();
    hall = make();
    live();
    expect(commands().map(({ id }) => id)).toEqual(["c1"]);
    network.last.say({ case: "rejection", value: { commandId: "c1", code: "list_closed", details: {} } });
    expect(hall.late).toMatchObject([
      { id: "c1", act: { case: "requestFloor" }, outcome: { ok: false, code: "list_closed" } },
    ]);
    hall.dismissLate("c1");
    expect(hall.late).toEqual([]);
  });

  it("asks again where a snapshot in the middle may have swallowed the answer", () => {
    live();
    void hall.act(ask);
    network.last.say(snapshot(12));
    expect(commands().map(({ id }) => id)).toEqual(["c1", "c1"]);
  });

  it("asks again after a while without an answer", () => {
    live();
    void hall.act(ask);
    network.last.say();
    vi.advanceTimersByTime(ask_again_ms);
    expect(commands().map(({ id }) => id)).toEqual(["c1", "c1"]);
  });

  it("gives up an act that came too late while the line was down", async () => {
    live();
    network.last.drop();
    const outcome = hall.act(give);
    vi.advanceTimersByTime(prompt_ms + ask_again_ms);
    await expect(outcome).resolves.toMatchObject({ ok: false, code: "expired" });
  });

  it("gives up nothing of before a reload by the device's clock, while it has not heard the session's", () => {
    live();
    network.last.drop();
    void hall.act(ask);
    hall.stop();
    hall = make();
    vi.advanceTimersByTime(ask_again_ms);
    expect(hall.late).toEqual([]);
    expect(hall.unanswered).toMatchObject([{ id: "c1", sent: false }]);
    live();
    expect(commands().map(({ id }) => id)).toEqual(["c1"]);
  });

  it("does not claim that nothing was done, where the server may have forgotten an act that was sent", async () => {
    live();
    const outcome = hall.act(give);
    network.last.drop();
    vi.advanceTimersByTime(lifetime_ms_max + remembered_ms);
    network.last.open();
    network.last.say(greeting(true));
    expect(commands().map(({ id }) => id)).toEqual(["c1"]);
    network.last.say({ case: "rejection", value: { commandId: "c1", code: "expired", details: {} } });
    await expect(outcome).resolves.toMatchObject({ ok: false, code: "outcome_unknown" });
  });

  it("does not send an act that came too late before it could ever be sent", () => {
    live();
    network.last.drop();
    void hall.act(give);
    hall.stop();
    vi.advanceTimersByTime(prompt_ms);
    hall = make();
    network.last.open();
    network.last.say({ case: "hello", value: hello({ serverAt: noon_of_tests + prompt_ms }) }, snapshot());
    expect(commands()).toEqual([]);
    expect(hall.late).toMatchObject([{ id: "c1", outcome: { code: "expired" } }]);
  });

  it("tells why it was refused, and answers every act from then on", async () => {
    const before = hall.act(ask);
    network.last.open();
    network.last.say({ case: "refusal", value: { code: "revoked", reconnect: false } });
    expect(hall.status).toBe("refused");
    expect(hall.refusal).toEqual({ code: "revoked" });
    await expect(before).resolves.toMatchObject({ ok: false, code: "not_connected" });
    await expect(hall.act(ask)).resolves.toMatchObject({ ok: false, code: "not_connected" });
  });

  it("keeps for who is signed out what had no answer, of this page and of before a reload", () => {
    live();
    void hall.act(give);
    hall.stop();
    hall = make();
    void hall.act(ask);
    network.last.open();
    network.last.say({ case: "refusal", value: { code: "revoked", reconnect: false } });
    expect(hall.unanswered).toEqual([]);
    expect(hall.late).toMatchObject([
      { id: "c1", act: { case: "giveFloor" }, outcome: { ok: false, code: "outcome_unknown" } },
      { id: "c2", act: { case: "requestFloor" }, outcome: { ok: false, code: "not_connected" } },
    ]);
  });

  it("tells why it was sent away for now, until it is back", () => {
    network.last.open();
    network.last.say({ case: "refusal", value: { code: "too_many_connections", reconnect: true } });
    network.last.drop();
    expect(hall.status).toBe("connecting");
    expect(hall.turnedAway).toEqual({ code: "too_many_connections" });
    vi.advanceTimersByTime(wait_ms_max);
    live();
    expect(hall.turnedAway).toBeUndefined();
  });

  it("opens again after it was stopped and started", () => {
    hall.stop();
    hall.start();
    live();
    expect(hall.status).toBe("live");
  });

  describe("asked for what is no act", () => {
    const log = (id: string): ServerItem["item"] => ({
      case: "log",
      value: {
        id,
        lines: [{ seq: 3, index: 0, at: 9, actor: "chair", event: "list_opened", details: {} }],
        nextBefore: 3,
      },
    });

    it("gives each question the answer that bears its id", async () => {
      live();
      const all = hall.askLog();
      const older = hall.askLog({ panel: "year", before: 12 });
      const sheet = hall.askSheet({ language: "fr", seat: "ec" });
      const [first, second] = network.last.of("logRequest");
      expect(second).toMatchObject({ panel: "year", before: 12 });
      const [third] = network.last.of("sheetRequest");
      expect(third).toMatchObject({ language: "fr", seat: "ec" });
      network.last.say({ case: "signInSheet", value: { id: third?.id ?? "", html: "<p>card</p>" } });
      network.last.say(log(second?.id ?? ""));
      network.last.say(log(first?.id ?? ""));
      await expect(sheet).resolves.toMatchObject({ ok: true, value: { html: "<p>card</p>" } });
      await expect(older).resolves.toMatchObject({ ok: true, value: { id: second?.id, nextBefore: 3 } });
      await expect(all).resolves.toMatchObject({ ok: true, value: { id: first?.id } });
    });

    it("tells why a question was refused", async () => {
      live();
      const asked = hall.askLog();
      const id = network.last.of("logRequest")[0]?.id ?? "";
      network.last.say({ case: "rejection", value: { commandId: id, code: "unauthorized", details: { act: "log" } } });
      await expect(asked).resolves.toEqual({ ok: false, code: "unauthorized", details: { act: "log" } });
    });

    it("answers not_connected without a line, and when the line is lost before the answer", async () => {
      await expect(hall.askLog()).resolves.toMatchObject({ ok: false, code: "not_connected" });
      live();
      const asked = hall.askLog();
      network.last.drop();
      await expect(asked).resolves.toMatchObject({ ok: false, code: "not_connected" });
      back();
      network.last.say(greeting(true));
      expect(network.last.of("logRequest")).toEqual([]);
    });

    it("asks again where a snapshot in the middle may have swallowed the answer", () => {
      live();
      void hall.askLog();
      network.last.say(snapshot(12));
      expect(network.last.of("logRequest").map(({ id }) => id)).toEqual(["ask-1", "ask-1"]);
    });
  });

  describe("of how the ledger stands", () => {
    const stands = (over: Partial<LedgerStanding> = {}): ServerItem["item"] => ({
      case: "standing",
      value: ledgerStanding(over),
    });
    const well = { is: LedgerIs.WELL, away: [] };

    it("keeps what it was told last, and nothing where it stands well", () => {
      live();
      expect(hall.ledger).toBeUndefined();
      network.last.say(stands({ why: "no node writes" }));
      expect(hall.ledger).toMatchObject({ is: LedgerIs.HELD, since: noon_of_tests - 600_000, why: "no node writes" });
      network.last.say(stands({ is: LedgerIs.OUT_OF_TOUCH }));
      expect(hall.ledger?.is).toBe(LedgerIs.OUT_OF_TOUCH);
      network.last.say(stands(well));
      expect(hall.ledger).toBeUndefined();
    });

    it("keeps which servers are away, also while all is well", () => {
      live();
      network.last.say(stands({ ...well, away: two_away }));
      expect(hall.ledger?.away).toEqual(two_away);
    });

    it("makes nothing of a state that it does not know", () => {
      live();
      network.last.say(stands({ is: 99 as LedgerIs, away: two_away }));
      expect(hall.ledger).toBeUndefined();
    });

    it("knows nothing any more once the line is lost, or another one greets", () => {
      live();
      network.last.say(stands());
      network.last.drop();
      expect(hall.ledger).toBeUndefined();
      back();
      network.last.say(greeting(true), stands());
      expect(hall.ledger).toBeDefined();
      network.last.say({ case: "refusal", value: { code: "revoked", reconnect: false } });
      expect(hall.ledger).toBeUndefined();
    });
  });

  it("P6 keeps how many devices of each seat are connected, whole after a sign-in and then what changes", () => {
    const presence = (whole: boolean, seats: Record<string, number>): ServerItem["item"] => ({
      case: "presence",
      value: { whole, seats: Object.entries(seats).map(([seat, devices]) => ({ seat, devices })) },
    });
    live();
    expect(hall.presence.size).toBe(0);
    network.last.say(presence(true, { ec: 2, ke: 1 }));
    const before = hall.presence;
    network.last.say(presence(false, { ke: 0, cl: 1 }));
    expect(Object.fromEntries(hall.presence)).toEqual({ ec: 2, cl: 1 });
    expect(hall.presence).not.toBe(before);
    network.last.say(presence(true, { ma: 1 }));
    expect(Object.fromEntries(hall.presence)).toEqual({ ma: 1 });
  });
});
