import { beforeEach, describe, expect, it } from "vitest";
import { type Act, Delivery, Kind, Ruling, TextFormat } from "../wire";
import {
  brisk_ms,
  last_word_ms,
  leavePending,
  lifetime_ms_max,
  outcome_unknown,
  Pending,
  patient_ms,
  prompt_ms,
  randomId,
  remembered_ms,
} from "./pending";

const ask: Act = { case: "requestFloor", value: { panel: "high-level", kind: Kind.STATEMENT, language: "es" } };
const give: Act = { case: "giveFloor", value: { panel: "high-level", to: { case: "entry", value: 11 } } };
const correct: Act = {
  case: "correctEntry",
  value: { entry: 11, kind: Kind.STATEMENT, language: "fr", onBehalfOf: "", body: "", place: 0 },
};
const closing: Act = { case: "announceListClosing", value: { panel: "high-level", closesAt: 1 } };
const submit: Act = {
  case: "submitStatement",
  value: {
    entry: 11,
    language: "es",
    text: "Palabras bajo embargo.",
    format: TextFormat.PLAIN,
    delivery: Delivery.VERBATIM,
  },
};

describe("commands without an answer", () => {
  let ids: number;
  const newId = () => `c${++ids}`;
  const pending = (owner = "K7QM3XPA") => new Pending(owner, sessionStorage, newId);
  beforeEach(() => {
    ids = 0;
    sessionStorage.clear();
  });

  it("resolve with the answer, once", async () => {
    const waiting = pending();
    const { command, outcome } = waiting.add(ask, undefined, 1_000, 1);
    expect(waiting.settle(command.id, { ok: true, seq: 8, index: 0, inverse: [] })).toBeUndefined();
    expect(waiting.settle(command.id, { ok: false, code: "expired", details: {} })).toBeUndefined();
    await expect(outcome).resolves.toEqual({ ok: true, seq: 8, index: 0, inverse: [] });
    expect(waiting.all()).toEqual([]);
  });

  it("have the same id, content and expiry after a reload", () => {
    const before = pending();
    const { command } = before.add(give, { speech: 7 }, 1_000, 1);
    before.markSent(command.id, 1_000);
    const after = pending();
    expect(after.all()).toHaveLength(1);
    expect(after.all()[0]).toMatchObject({
      id: command.id,
      expiresAt: command.expiresAt,
      expects: { speech: 7 },
      sent: true,
    });
    expect(after.all()[0]?.act).toEqual(give);
  });

  it("keep their order over a reload", () => {
    const before = pending();
    before.add(ask, undefined, 0, 1);
    before.add(give, undefined, 0, 1);
    expect(
      pending()
        .all()
        .map(({ act }) => act.case),
    ).toEqual(["requestFloor", "giveFloor"]);
  });

  it("are told to whoever looks when the answer comes after a reload", () => {
    const { command } = pending().add(ask, undefined, 0, 1);
    const after = pending();
    const answer = { ok: false, code: "list_closed", details: {} } as const;
    expect(after.settle(command.id, answer)).toMatchObject({ id: command.id, outcome: answer });
    expect(sessionStorage.length).toBe(0);
  });

  it("of another sign-in are not taken over, and do not stay in the tab", () => {
    pending("K7QM3XPA").add(submit, undefined, 0, 1);
    expect(pending("B2RT9WNE").all()).toEqual([]);
    expect(sessionStorage.length).toBe(0);
    expect(pending("K7QM3XPA").all()).toEqual([]);
  });

  it("do not stay in the tab when the sign-in is left, whatever answers still come", () => {
    const waiting = pending();
    const { command } = waiting.add(ask, undefined, 0, 1);
    waiting.add(submit, undefined, 0, 1);
    leavePending("K7QM3XPA", sessionStorage);
    expect(sessionStorage.length).toBe(0);
    waiting.settle(command.id, { ok: true, seq: 8, index: 0, inverse: [] });
    expect(sessionStorage.length).toBe(0);
    pending().add(ask, undefined, 0, 1);
    expect(sessionStorage.length).toBe(1);
  });

  it("expire here when they were never sent", async () => {
    const waiting = pending();
    const { outcome } = waiting.add(give, undefined, 1_000, 1);
    waiting.expire(1_000 + prompt_ms - 1, 1);
    expect(waiting.all()).toHaveLength(1);
    waiting.expire(1_000 + prompt_ms, 1);
    await expect(outcome).resolves.toMatchObject({ ok: false, code: "expired" });
  });

  it("are the server's to judge once they were sent, however late", () => {
    const waiting = pending();
    const { command } = waiting.add(give, undefined, 1_000, 1);
    waiting.markSent(command.id, 1_000);
    expect(waiting.expire(1_000 + 10 * prompt_ms, 1)).toEqual({ settled: false, late: [] });
    expect(waiting.all()).toHaveLength(1);
  });

  describe("that are unconfirmed", () => {
    const speed = 6;
    const expiresAt = prompt_ms * speed;
    const last_word = last_word_ms * speed;
    const unconfirmed = () => {
      const waiting = pending();
      const { command } = waiting.add(give, undefined, 0, speed);
      waiting.markSent(command.id, 0);
      expect(waiting.leavesOpen(command.id, "unconfirmed")).toBe(true);
      return { waiting, id: command.id };
    };
    const unknown = { settled: true, late: [] };
    const kept = { settled: false, late: [] };

    it("are given up once they have expired and a copy has since had its time, as fast as the session's clock runs", () => {
      const { waiting, id } = unconfirmed();
      waiting.markSent(id, expiresAt + 1);
      expect(waiting.expire(expiresAt + 1 + last_word - 1, speed)).toEqual(kept);
      expect(waiting.expire(expiresAt + 1 + last_word, speed)).toEqual(unknown);
    });

    it("are not given up, however late, where the last copy went before they expired", () => {
      const { waiting, id } = unconfirmed();
      waiting.markSent(id, expiresAt - 1);
      waiting.heard();
      expect(waiting.expire(expiresAt + 100 * last_word, speed)).toEqual(kept);
      expect(waiting.toSendAgain()).toMatchObject([{ id }]);
    });

    it("are sent again only once anything was heard over the line since the copy before", () => {
      const { waiting, id } = unconfirmed();
      waiting.markSent(id, expiresAt - 1);
      expect(waiting.toSendAgain()).toEqual([]);
      waiting.heard();
      expect(waiting.toSendAgain()).toMatchObject([{ id }]);
    });

    it("are not sent again after that copy", () => {
      const { waiting, id } = unconfirmed();
      waiting.markSent(id, expiresAt);
      waiting.heard();
      expect(waiting.toSendAgain()).toEqual([]);
    });

    it("are not given up for a copy over a line that is gone, but sent again", () => {
      const { waiting, id } = unconfirmed();
      waiting.markSent(id, expiresAt);
      waiting.leaveLine();
      expect(waiting.expire(expiresAt + 100 * last_word, speed)).toEqual(kept);
      expect(waiting.toSendAgain()).toMatchObject([{ id }]);
    });
  });

  describe("that were sent and are refused as expired when they are sent again", () => {
    const expired = { ok: false, code: "expired", details: {} } as const;
    const answered = (after_ms: number) => {
      const before = pending();
      const { command } = before.add(ask, undefined, 1_000, 60);
      before.markSent(command.id, 1_000);
      return pending().answer(command.id, expired, 1_000 + after_ms);
    };
    it("were not done, as long as the server would still know the act", () => {
      expect(answered(remembered_ms - 1)).toMatchObject({ outcome: expired });
    });
    it("were done or not, nobody knows, once the server may have forgotten the act", () => {
      expect(answered(remembered_ms)).toMatchObject({ outcome: { ok: false, code: outcome_unknown } });
    });
    it("keep any other answer however late it comes", () => {
      const waiting = pending();
      const { command } = waiting.add(ask, undefined, 0, 1);
      waiting.markSent(command.id, 1_000);
      const answer = { ok: false, code: "list_closed", details: {} } as const;
      pending().answer(command.id, answer, 10 * remembered_ms);
      expect(pending().all()).toEqual([]);
    });
  });

  it("were done or not, nobody knows, where the sign-in is over after they were sent", async () => {
    const waiting = pending();
    const { command, outcome } = waiting.add(ask, undefined, 0, 1);
    waiting.markSent(command.id, 1_000);
    waiting.abandon("not_connected");
    await expect(outcome).resolves.toMatchObject({ ok: false, code: outcome_unknown });
  });

  it("that expired over a reload are told of", () => {
    pending().add(give, undefined, 1_000, 1);
    expect(pending().expire(1_000 + prompt_ms, 1).late).toMatchObject([{ outcome: { ok: false, code: "expired" } }]);
  });

  it("wait longer where a delegation asks than where the chair presses, within the server's bound", () => {
    const waiting = pending();
    expect(waiting.add(ask, undefined, 0, 1).command.expiresAt).toBe(patient_ms);
    expect(waiting.add(closing, undefined, 0, 1).command.expiresAt).toBe(brisk_ms);
    expect(waiting.add(correct, undefined, 0, 1).command.expiresAt).toBe(patient_ms);
    expect(waiting.add(ask, undefined, 0, 60).command.expiresAt).toBe(lifetime_ms_max);
  });

  it("are done within ten seconds or not at all, where they are meant for this moment on the floor", () => {
    const waiting = pending();
    const speech = { speech: 7 };
    const entry = { entry: 3 };
    const acts: Act[] = [
      give,
      { case: "endSpeech", value: speech },
      { case: "pauseSpeech", value: speech },
      { case: "resumeSpeech", value: speech },
      { case: "addTime", value: { ...speech, addedMs: 30_000 } },
      { case: "setSpeechLimit", value: { ...speech, limitMs: 60_000 } },
      { case: "returnSpeaker", value: { panel: "high-level" } },
      { case: "skipEntry", value: entry },
      { case: "recordNoShow", value: entry },
      { case: "recognisePointOfOrder", value: entry },
      { case: "rulePointOfOrder", value: { ...entry, ruling: Ruling.NOTED } },
    ];
    for (const act of acts) expect(waiting.add(act, undefined, 0, 1).command.expiresAt, act.case).toBe(10_000);
  });

  it("are all answered when the sign-in is over", async () => {
    const waiting = pending();
    const outcomes = [waiting.add(ask, undefined, 0, 1).outcome, waiting.add(give, undefined, 0, 1).outcome];
    waiting.abandon("not_connected");
    for (const outcome of outcomes) await expect(outcome).resolves.toMatchObject({ ok: false, code: "not_connected" });
  });

  describe("in two tabs of which one is a copy of the other", () => {
    /** The storage of a tab, which is copied with it. */
    const tab = (before?: Map<string, string>) => {
      const kept = new Map(before);
      const keep = {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      };
      return { kept, open: () => new Pending("K7QM3XPA", keep, newId, localStorage) };
    };
    const twice = () => {
      const first = tab();
      const one = first.open();
      const { command, outcome } = one.add(ask, undefined, 1_000, 1);
      return { one, other: tab(first.kept).open(), again: () => tab(first.kept).open(), id: command.id, outcome };
    };
    beforeEach(() => localStorage.clear());

    it("are called off in both", async () => {
      const { one, other, again, id, outcome } = twice();
      expect(other.all()).toMatchObject([{ id, sent: false }]);
      expect(one.callOff(id, 2_000)).toBe(true);
      await expect(outcome).resolves.toMatchObject({ ok: false, code: "called_off" });
      expect(other.followOtherTabs()).toBe(true);
      expect(other.all()).toEqual([]);
      expect(other.followOtherTabs()).toBe(false);
      const reloaded = again();
      reloaded.followOtherTabs();
      expect(reloaded.all()).toEqual([]);
    });

    it("are not called off in one once the other has sent them", () => {
      const { one, other, id } = twice();
      other.markSent(id, 2_000, true);
      expect(one.callOff(id, 3_000)).toBe(true);
      expect(one.all()).toMatchObject([{ id, sent: true }]);
    });

    it("are not remembered beyond their time, nor where they were sent as they were made", () => {
      const { one, other, id } = twice();
      one.callOff(id, 2_000);
      const late = other.add(give, undefined, 10 * patient_ms, 1).command;
      other.markSent(late.id, 10 * patient_ms);
      expect(localStorage.getItem("rostrum.waited")).toContain(`"${id}"`);
      const later = other.add(give, undefined, 10 * patient_ms, 1).command;
      other.callOff(later.id, 10 * patient_ms);
      expect(Object.keys(JSON.parse(localStorage.getItem("rostrum.waited") ?? ""))).toEqual([later.id]);
    });
  });

  it("are made without a storage, and with a damaged one", () => {
    expect(new Pending("K7QM3XPA", undefined).add(ask, undefined, 0, 1).command.sent).toBe(false);
    sessionStorage.setItem("rostrum.pending", "{ not json");
    expect(pending().all()).toEqual([]);
    localStorage.setItem("rostrum.waited", "{ not json");
    const waiting = new Pending("K7QM3XPA", undefined, newId, localStorage);
    const { command } = waiting.add(ask, undefined, 0, 1);
    expect(waiting.followOtherTabs()).toBe(false);
    expect(waiting.callOff(command.id, 0)).toBe(true);
    localStorage.clear();
  });

  it("get ids within the protocol's bound that do not repeat", () => {
    const made = new Set(Array.from({ length: 100 }, randomId));
    expect(made.size).toBe(100);
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{24}$/);
  });
});
