// Commands that the server has not answered yet.
//
// They are kept in the session storage of the tab, so that a reload loses none, and sent again under the same id after
// each reconnect until an answer comes: the server acts once per id, so nothing is doubled. A command that expires before
// it was ever sent is given up here; one that was sent is the server's to judge, and once the server may have forgotten it,
// nobody knows whether it was done.
import { type Act, decodeCommand, type Expects, encodeCommand, type NewCommand } from "../wire";

/** The server refuses to look further ahead than ten minutes. */
export const lifetime_ms_max = 570_000;
/** The server knows the id of an act for twenty minutes from then on. */
export const remembered_ms = 1_200_000;
/** Stands for an answer where a command was sent and nobody can tell whether it was done. */
export const outcome_unknown = "outcome_unknown";
/** What a delegation asked for itself is worth sending after a long loss of the network. */
export const patient_ms = 300_000;
/** What the chair pressed half a minute ago is better pressed again. */
export const brisk_ms = 30_000;
const patient: ReadonlySet<string> = new Set(["requestFloor", "withdrawEntry"]);
const storage_key = "rostrum.pending";
/** Sign-ins that were left while their page is still there: nothing of them is written any more. */
const left = new Set<string>();

/** With what takes the act back, in order, each to be sent once the one before was accepted; empty where nothing does. */
export type Outcome =
  | { ok: true; seq: number; index: number; inverse: readonly Act[] }
  | { ok: false; code: string; details: Record<string, string> };

export type Unanswered = { id: string; act: Act; expects?: Expects; expiresAt: number; sent: boolean };

/** An answer to a command of before the reload: nobody waits for it, but somebody wants to know. */
export type Late = { id: string; act: Act; outcome: Outcome };

export type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class Pending {
  private unanswered = new Map<string, Unanswered>();
  private resolvers = new Map<string, (outcome: Outcome) => void>();

  /** `owner` tells the sign-in the commands belong to: those of another are dropped, here and in `keep`. */
  constructor(
    private readonly owner: string,
    private readonly keep: Keep | undefined,
    private readonly newId: () => string = randomId,
  ) {
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
    const lifetime = Math.min((patient.has(act.case) ? patient_ms : brisk_ms) * speed, lifetime_ms_max);
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

  markSent(id: string): void {
    const command = this.unanswered.get(id);
    if (!command || command.sent) return;
    this.unanswered.set(id, { ...command, sent: true });
    this.save();
  }

  /** Takes the answer; tells what it answered where no caller waits for it any more. */
  settle(id: string, outcome: Outcome): Late | undefined {
    const command = this.unanswered.get(id);
    if (!command) return undefined;
    this.unanswered.delete(id);
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

  /** Gives up what was never sent and is too late now. */
  expire(now: number): Late[] {
    const late: Late[] = [];
    for (const command of this.all()) {
      if (command.sent || now < command.expiresAt) continue;
      const left = this.settle(command.id, { ok: false, code: "expired", details: {} });
      if (left) late.push(left);
    }
    return late;
  }

  /** The sign-in is over: every caller is told so, with `code` where nothing was sent. */
  abandon(code: string): void {
    for (const { id, sent } of this.all()) {
      this.settle(id, { ok: false, code: sent ? outcome_unknown : code, details: {} });
    }
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

type Written = { bytes: string; sent: boolean };

function written(command: Unanswered): Written {
  return { bytes: btoa(String.fromCharCode(...encodeCommand(asCommand(command)))), sent: command.sent };
}

function restore(owner: string, keep: Keep | undefined): Unanswered[] {
  try {
    const text = keep?.getItem(storage_key);
    if (!text) return [];
    const stored = JSON.parse(text) as { owner: string; commands: Written[] };
    if (stored.owner !== owner) return [];
    return stored.commands.flatMap(({ bytes, sent }) => {
      const command = decodeCommand(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
      return command ? [{ ...command, sent }] : [];
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
