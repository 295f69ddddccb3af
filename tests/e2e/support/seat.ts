// A sign-in without a browser: follows the session and acts over the WebSocket in JSON (subprotocol rostrum.v1.json).
// It comes back by itself after a cut line or a killed server, from where it stood, and asks again what was not answered.
import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";
import type { RostrumServer } from "./server.ts";

const retry_ms = 100;
const patience_ms = 60_000;

// What the JSON mapping leaves out is zero, empty or absent; 64-bit numbers are strings.
export type Entity = Record<string, any>;
export type Acts = Record<string, object>;
export type Answer = { ok: true; name: string } | { ok: false; code: string; details: Record<string, string> };
type Command = { id: string; expects?: object };

/** What a server acknowledged, as rostrumctl names it: commit, dot, place in the commit. */
export function actName({ seq, index }: { seq?: string; index?: number }): string {
  return `${seq ?? 0}.${index ?? 0}`;
}

export class Seat {
  readonly entities = new Map<string, Entity>();
  /** Each act that the server acknowledged to this sign-in, by the id of its command. */
  readonly acknowledged = new Map<string, string>();
  readonly #address: string;
  readonly #code: string;
  readonly #unanswered = new Map<string, { command: Command; answer: (answer: Answer) => void }>();
  readonly #watchers = new Set<() => void>();
  readonly #clocks = new Set<(server_at: number) => void>();
  #position: object | undefined;
  #socket: WebSocket | undefined;
  #retry: NodeJS.Timeout | undefined;
  #live = false;
  #left = false;
  #refusal: string | undefined;

  private constructor(address: string, code: string) {
    this.#address = address;
    this.#code = code;
  }

  static async take(server: RostrumServer, role: string, delegation?: string, name?: string): Promise<Seat> {
    const seat = new Seat(`${server.url.replace("http", "ws")}/ws`, server.signIn(role, delegation, name).code);
    seat.#connect();
    await seat.until(() => seat.#live, "a view");
    return seat;
  }

  /** Sends one act and waits for the server's word on it, across lost lines. */
  act(act: Acts, expects?: { speech?: number; head?: number }): Promise<Answer> {
    const id = randomUUID();
    const command = { id, ...(expects ? { expects } : {}), ...act };
    const answer = new Promise<Answer>((resolve) => this.#unanswered.set(id, { command, answer: resolve }));
    if (this.#live) this.#send({ command });
    return answer;
  }

  /** As `act`, for an act that must be accepted. */
  async done(act: Acts, expects?: { speech?: number; head?: number }): Promise<string> {
    const answer = await this.act(act, expects);
    if (!answer.ok)
      throw new Error(`${JSON.stringify(act)} was refused: ${answer.code} ${JSON.stringify(answer.details)}`);
    return answer.name;
  }

  /** What the clock of the hall shows. */
  async now(): Promise<number> {
    let now: number | undefined;
    await this.until(() => this.#live, "a view");
    this.#clocks.add((server_at) => (now = server_at));
    this.#send({ timeProbe: {} });
    await this.until(() => now !== undefined, "what the clock of the hall shows");
    return now as number;
  }

  /** Waits until the view is so. */
  async until(true_: () => boolean, what: string): Promise<void> {
    const holds = () => {
      if (this.#refusal) throw new Error(`the server refused the sign-in: ${this.#refusal}`);
      return true_();
    };
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(overdue);
        this.#watchers.delete(look);
        settle();
      };
      const look = () => {
        try {
          if (holds()) end(resolve);
        } catch (error) {
          end(() => reject(error));
        }
      };
      const overdue = setTimeout(() => end(() => reject(new Error(`waited in vain for ${what}`))), patience_ms);
      this.#watchers.add(look);
    });
  }

  get live(): boolean {
    return this.#live;
  }

  panel(id: string): Entity {
    return this.entities.get(`panel/${id}`)?.["panel"] ?? {};
  }

  meeting(id: string): Entity {
    return this.entities.get(`meeting/${id}`)?.["meeting"] ?? {};
  }

  floor(panel: string): Entity {
    return this.entities.get(`floor/${panel}`)?.["floor"] ?? {};
  }

  /** The speech that has the floor, with its clock. */
  speech(panel: string): Entity {
    return this.floor(panel)["holdings"]?.[0] ?? {};
  }

  /** Entry numbers from the head on. */
  order(panel: string): number[] {
    return this.entities.get(`queue/${panel}`)?.["queue"]?.entries ?? [];
  }

  entry(number: number): Entity {
    return this.entities.get(`entry/${number}`)?.["entry"] ?? {};
  }

  /** The delegations on the list, from the head on. */
  list(panel: string): string[] {
    return this.order(panel).map((entry) => this.entry(entry)["delegation"]);
  }

  entryOf(panel: string, delegation: string): number {
    const found = this.order(panel).find((entry) => this.entry(entry)["delegation"] === delegation);
    if (found === undefined) throw new Error(`${delegation} does not wait on the list of ${panel}`);
    return found;
  }

  /** The name of a delegation in a language, as the screens show it. */
  name(delegation: string, language = "en"): string {
    const names = this.entities.get(`delegation/${delegation}`)?.["delegation"]?.name ?? {};
    return names[language] ?? names.en ?? delegation;
  }

  leave(): void {
    this.#left = true;
    clearTimeout(this.#retry);
    this.#socket?.close();
  }

  #connect(): void {
    const socket = new WebSocket(this.#address, "rostrum.v1.json");
    this.#socket = socket;
    socket.on("open", () =>
      this.#send({ signIn: { code: this.#code, ...(this.#position ? { position: this.#position } : {}) } }),
    );
    socket.on("message", (data) => {
      for (const item of JSON.parse(String(data)).items ?? []) this.#take(item);
      this.#tell();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.#live = false;
      if (!this.#left && !this.#refusal) this.#retry = setTimeout(() => this.#connect(), retry_ms);
      this.#tell();
    });
  }

  #send(item: object): void {
    this.#socket?.send(JSON.stringify({ items: [item] }));
  }

  #take(item: Entity): void {
    if (item["hello"]?.resumed) this.#goOn();
    if (item["snapshot"]) {
      for (const [key, entity] of this.entities) if (!entity["standing"]) this.entities.delete(key);
      this.#set(item["snapshot"]);
      this.#position = item["snapshot"].position;
      this.#goOn();
    }
    if (item["patch"]) {
      this.#set(item["patch"]);
      this.#position = { ...this.#position, seq: item["patch"].seq };
    }
    if (item["privateSnapshot"] || item["privatePatch"]) this.#set(item["privateSnapshot"] ?? item["privatePatch"]);
    if (item["ack"]) {
      this.acknowledged.set(item["ack"].commandId, actName(item["ack"]));
      this.#answer(item["ack"].commandId, { ok: true, name: actName(item["ack"]) });
    }
    if (item["rejection"]) {
      const { commandId, code, details = {} } = item["rejection"];
      this.#answer(commandId, { ok: false, code, details });
    }
    if (item["timeReply"]) {
      for (const told of this.#clocks) told(Number(item["timeReply"].serverAt));
      this.#clocks.clear();
    }
    if (item["refusal"] && !item["refusal"].reconnect) this.#refusal = item["refusal"].code;
  }

  #set({ entities, upserts, removals }: Entity): void {
    for (const entity of entities ?? upserts ?? []) this.entities.set(entity.key, entity);
    for (const key of removals ?? []) this.entities.delete(key);
  }

  #goOn(): void {
    this.#live = true;
    for (const { command } of this.#unanswered.values()) this.#send({ command });
  }

  #answer(id: string, answer: Answer): void {
    this.#unanswered.get(id)?.answer(answer);
    this.#unanswered.delete(id);
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
