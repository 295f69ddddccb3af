// Commands that the server has not answered yet.
//
// They are kept in the session storage of the tab, so that a reload loses none, and sent again under the same id after
// each reconnect until an answer comes: the server acts once per id, so nothing is doubled. A command that expires before
// it was ever sent is given up here; one that was sent is the server's to judge, and once the server may have forgotten it,
// nobody knows whether it was done.
//
// A command is unconfirmed where the server says that it cannot tell yet, or where it turns away a later copy of what it may
// have taken before: it is sent again, and given up only once it has expired, a last copy has gone over the line that stands,
// and that copy has had time to be answered. Without a line it is kept, however late: the next line may bring the answer.
import { type Act, decodeCommand, type Expects, encodeCommand, type NewCommand } from "../wire";
import { Marks } from "./marks";

/** The server refuses to look further ahead than ten minutes. */
export const lifetime_ms_max = 570_000;
/** The server knows the id of an act for twenty minutes from then on. */
export const remembered_ms = 1_200_000;
/** Stands for an answer where a command was sent and nobody can tell whether it was done. */
export const outcome_unknown = "outcome_unknown";
/** Stands for an answer where who made the command would not have it sent any more. */
export const called_off = "called_off";
/** It was sent and may still be done: not an answer yet. */
export const unconfirmed = "unconfirmed";
/** Of this copy nothing was done, and nothing is said of the copies before it. */
const of_a_copy: ReadonlySet<string> = new Set(["held", "too_fast"]);
/** The last copy of what is unconfirmed, sent after its expiry, has so long to be answered. */
export const last_word_ms = 5_000;
/** What a delegation asked for itself, or put right of it, is worth sending after a long loss of the network. */
export const patient_ms = 300_000;
/** What the chair pressed half a minute ago is better pressed again. */
export const brisk_ms = 30_000;
/**
 * What is meant for this moment on the floor is not done in another: while a line is dying the chair sees that nothing
 * happens, and would not have it happen once the line is back.
 */
export const prompt_ms = 10_000;
const of_the_moment: ReadonlySet<Act["case"]> = new Set([
  "giveFloor",
  "endSpeech",
  "pauseSpeech",
  "resumeSpeech",
  "addTime",
  "setSpeechLimit",
  "returnSpeaker",
  "skipEntry",
  "recordNoShow",
  "recognisePointOfOrder",
  "rulePointOfOrder",
]);
const patient: ReadonlySet<string> = new Set(["requestFloor", "withdrawEntry", "correctEntry"]);
const storage_key = "rostrum.pending";
/** Sign-ins that were left while their page is still there: nothing of them is written any more. */
const left = new Set<string>();

/** With what takes the act back, in order, each to be sent once the one before was accepted; empty where nothing does. */
export type Outcome =
  | { ok: true; seq: number; index: number; inverse: readonly Act[] }
  | { ok: false; code: string; details: Record<string, string> };

export type Unanswered = {
  id: string;
  act: Act;
  expects?: Expects;
  expiresAt: number;
  sent: boolean;
  /** It may have been done, and may still be. */
  unconfirmed?: true;
};

/**
 * An answer to a command of before the reload, or what is left of one where the sign-in is over and its screen gone: nobody
 * waits for it, but somebody wants to know.
 */
export type Late = { id: string; act: Act; outcome: Outcome };

export type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class Pending {
  private unanswered = new Map<string, Unanswered>();
  private resolvers = new Map<string, (outcome: Outcome) => void>();
  /** Those of which the server has had more than one copy. */
  private again = new Set<string>();
  /** When a copy went, over the line that stands, of what had expired by then. */
  private lastCopies = new Map<string, number>();
  /** Those of which a copy went over the line that stands, since which nothing was heard: another one would tell no more. */
  private unheard = new Set<string>();

  private readonly marks: Marks;

  /**
   * `owner` tells the sign-in the commands belong to: those of another are dropped, here and in `keep`. `device` is what all tabs
   * share.
   */
  constructor(
    private readonly owner: string,
    private readonly keep: Keep | undefined,
    private readonly newId: () => string = randomId,
    device?: Keep,
  ) {
    this.marks = new Marks(device);
    left.delete(owner);
    const kept = restore(owner, keep);
    for (const command of kept) this.unanswered.set(command.id, command);
    // A text that was under way may be among them, and is under embargo.
    if (kept.length === 0) forget(keep);
  }

  add(
    act: Act,
    expects: Expects | undefined,
    now: number,
    speed: number,
  ): { command: Unanswered; outcome: Promise<Outcome> } {
    const lifetime = Math.min(lifetimeOf(act) * speed, lifetime_ms_max);
    const command: Unanswered = { id: this.newId(), act, expiresAt: Math.round(now + lifetime), sent: false };
    if (expects) command.expects = expects;
    this.unanswered.set(command.id, command);
    const outcome = new Promise<Outcome>((resolve) => this.resolvers.set(command.id, resolve));
    this.save();
    return { command, outcome };
  }

  /** In the order in which they were made. */
  all(): Unanswered[] {
    return [...this.unanswered.values()];
  }

  /** `waited`: it was not sent when it was made, and may wait in another tab too. */
  markSent(id: string, now: number, waited = false): void {
    const command = this.unanswered.get(id);
    if (!command) return;
    if (waited && !command.sent) this.marks.set(id, "sent", command.expiresAt, now);
    this.unheard.add(id);
    if (now >= command.expiresAt) this.lastCopies.set(id, now);
    if (command.sent) {
      this.again.add(id);
      return;
    }
    this.unanswered.set(id, { ...command, sent: true });
    this.save();
  }

  /** The line that stands lives: what has no answer may be sent over it again. */
  heard(): void {
    this.unheard.clear();
  }

  /** What has no answer at all. What is unconfirmed is sent again at its own pace. */
  toAskAgain(): Unanswered[] {
    return this.all().filter(({ id, unconfirmed }) => !unconfirmed && !this.unheard.has(id));
  }

  /** What is unconfirmed, but for that of which the last copy has gone: a copy more would never leave it its time. */
  toSendAgain(): Unanswered[] {
    return this.all().filter(({ id, unconfirmed }) => unconfirmed && !this.unheard.has(id) && !this.lastCopies.has(id));
  }

  /** To what went over a line that is gone no answer comes: of each, the last copy goes over the next line. */
  leaveLine(): void {
    this.lastCopies.clear();
    this.unheard.clear();
  }

  /** Whether this refusal leaves open what becomes of the command: it is unconfirmed from then on. */
  leavesOpen(id: string, code: string): boolean {
    const command = this.unanswered.get(id);
    if (!command) return false;
    const before = command.unconfirmed || this.again.has(id);
    if (code !== unconfirmed && !(before && of_a_copy.has(code))) return false;
    if (!command.unconfirmed) {
      this.unanswered.set(id, { ...command, sent: true, unconfirmed: true });
      this.save();
    }
    return true;
  }

  /** Takes the answer; tells what it answered where no caller waits for it any more. */
  settle(id: string, outcome: Outcome): Late | undefined {
    const command = this.unanswered.get(id);
    if (!command) return undefined;
    this.unanswered.delete(id);
    this.again.delete(id);
    this.lastCopies.delete(id);
    this.unheard.delete(id);
    this.save();
    const resolve = this.resolvers.get(id);
    this.resolvers.delete(id);
    if (resolve) {
      resolve(outcome);
      return undefined;
    }
    return { id, act: command.act, outcome };
  }

  /** The server's answer. Once it may have forgotten the act, "expired" does not mean that nothing was done. */
  answer(id: string, outcome: Outcome, now: number): Late | undefined {
    const command = this.unanswered.get(id);
    const expired = command?.sent && !outcome.ok && outcome.code === "expired";
    const forgotten = expired && now >= command.expiresAt - lifetime_ms_max + remembered_ms;
    return this.settle(id, forgotten ? { ok: false, code: outcome_unknown, details: {} } : outcome);
  }

  /** Gives up what is too late now: what was never sent, and what is unconfirmed and whose last copy has had its time. */
  expire(now: number, speed: number): { settled: boolean; late: Late[] } {
    const over = this.all().filter(({ id, sent, unconfirmed, expiresAt }) => {
      const lastCopy = this.lastCopies.get(id);
      if (unconfirmed) return lastCopy !== undefined && now >= lastCopy + last_word_ms * speed;
      return !sent && now >= expiresAt;
    });
    const late = over.flatMap(({ id, sent }) => {
      const code = sent ? outcome_unknown : "expired";
      return this.settle(id, { ok: false, code, details: {} }) ?? [];
    });
    return { settled: over.length > 0, late };
  }

  /** Only what was never sent, by no tab, is sure not to be done: it stays where it was, or has its answer. Whether anything changed. */
  callOff(id: string, now: number): boolean {
    const changed = this.followOtherTabs();
    const command = this.unanswered.get(id);
    if (!command || command.sent) return changed;
    this.marks.set(id, "off", command.expiresAt, now);
    this.settle(id, { ok: false, code: called_off, details: {} });
    return true;
  }

  /** Of what waits here, another tab may have called off or sent its copy. Whether anything changed. */
  followOtherTabs(): boolean {
    let changed = false;
    for (const command of this.all()) {
      const mark = command.sent ? undefined : this.marks.of(command.id);
      if (!mark) continue;
      changed = true;
      if (mark === "off") this.settle(command.id, { ok: false, code: called_off, details: {} });
      else this.unanswered.set(command.id, { ...command, sent: true });
    }
    if (changed) this.save();
    return changed;
  }

  /** The sign-in is over: every caller is told so, with `code` where nothing was sent; as their screens go too, all is late. */
  abandon(code: string): Late[] {
    return this.all().map(({ id, act, sent }) => {
      const outcome: Outcome = { ok: false, code: sent ? outcome_unknown : code, details: {} };
      this.settle(id, outcome);
      return { id, act, outcome };
    });
  }

  private save(): void {
    if (!this.keep || left.has(this.owner)) return;
    try {
      if (this.unanswered.size === 0) this.keep.removeItem(storage_key);
      else this.keep.setItem(storage_key, JSON.stringify({ owner: this.owner, commands: this.all().map(written) }));
    } catch {
      // A full or forbidden storage costs the reload only.
    }
  }
}

function lifetimeOf({ case: is }: Act): number {
  if (patient.has(is ?? "")) return patient_ms;
  return of_the_moment.has(is) ? prompt_ms : brisk_ms;
}

/** The sign-in is left on this device: what it still had under way does not stay behind. */
export function leavePending(owner: string | undefined, keep: Keep | undefined): void {
  if (owner) left.add(owner);
  forget(keep);
}

function forget(keep: Keep | undefined): void {
  try {
    keep?.removeItem(storage_key);
  } catch {
    // A forbidden storage holds nothing.
  }
}

export function asCommand(unanswered: Unanswered): NewCommand {
  const { id, act, expects, expiresAt } = unanswered;
  return expects ? { id, act, expects, expiresAt } : { id, act, expiresAt };
}

type Written = { bytes: string; sent: boolean; unconfirmed?: true };

function written(command: Unanswered): Written {
  const bytes = btoa(String.fromCharCode(...encodeCommand(asCommand(command))));
  const { sent } = command;
  return command.unconfirmed ? { bytes, sent, unconfirmed: true } : { bytes, sent };
}

function restore(owner: string, keep: Keep | undefined): Unanswered[] {
  try {
    const text = keep?.getItem(storage_key);
    if (!text) return [];
    const stored = JSON.parse(text) as { owner: string; commands: Written[] };
    if (stored.owner !== owner) return [];
    return stored.commands.flatMap(({ bytes, ...state }) => {
      const command = decodeCommand(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
      return command ? [{ ...command, ...state }] : [];
    });
  } catch {
    return [];
  }
}

/** Plain pages on a local network have no randomUUID. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
