// A server that does not know yet whether an act is done, as one of several is while none of them decides: it stands before
// the real one, which does every act. Until the doubt ends, it answers commands with "unconfirmed" and holds back what the real
// one says of them. The page's clock stands from its first command on: what a chair has pressed is given up after half a
// minute, in which a slow machine has not looked at everything.
import type { Page } from "@playwright/test";

const decode = new TextDecoder();
const encode = new TextEncoder();

/** Of ServerItem, ClientItem and what they hold, in protocol/rostrum/v1. */
const numbers = { items: 1, command: 2, patch: 3, privatePatch: 5, ack: 6, rejection: 7, timeReply: 8, id: 1, code: 2 };
const held_back: readonly number[] = [numbers.patch, numbers.privatePatch, numbers.ack];

export class Doubt {
  /** Every command that the page sent, byte for byte, under its id. */
  readonly copies = new Map<string, string[]>();
  #over = false;

  static async of(page: Page): Promise<Doubt> {
    const doubt = new Doubt();
    await page.addInitScript(() => {
      const now = performance.now.bind(performance);
      let stood: number | undefined;
      performance.now = () => stood ?? now();
      Object.assign(window, { clockStands: () => (stood ??= now()) });
    });
    await page.routeWebSocket(/\/ws$/, (near) => {
      const far = near.connectToServer();
      const held: (string | Buffer)[] = [];
      near.onMessage((frame) => {
        far.send(frame);
        for (const id of doubt.#commandsIn(bytesOf(frame))) {
          if (!doubt.#over) near.send(unconfirmed(id));
          // A page that is just being left needs no clock.
          page.evaluate(() => (window as unknown as { clockStands: () => void }).clockStands()).catch(() => undefined);
        }
      });
      far.onMessage((frame) => {
        if (doubt.#over) for (const late of held.splice(0)) near.send(late);
        if (doubt.#over || !doubt.#holdsBack(bytesOf(frame))) near.send(frame);
        else held.push(frame);
      });
    });
    return doubt;
  }

  /** From the next copy on, what the server says is what the page is told, with all that was held back before it. */
  end(): void {
    this.#over = true;
  }

  /** The time is told until there is a command: then the clock would go on by it. */
  #holdsBack(frame: Uint8Array): boolean {
    const kept = this.copies.size > 0 ? [...held_back, numbers.timeReply] : held_back;
    return fieldsOf(frame).some(({ content }) => fieldsOf(content).some(({ number }) => kept.includes(number)));
  }

  /** Notes them, and tells their ids. */
  #commandsIn(frame: Uint8Array): string[] {
    const commands = fieldsOf(frame)
      .flatMap((item) => fieldsOf(item.content))
      .filter(({ number }) => number === numbers.command);
    return commands.map(({ content }) => {
      const id = textOf(content, numbers.id);
      this.copies.set(id, [...(this.copies.get(id) ?? []), Buffer.from(content).toString("hex")]);
      return id;
    });
  }
}

/** A frame that says so of this command. */
function unconfirmed(id: string): Buffer {
  const rejection = [field(numbers.id, encode.encode(id)), field(numbers.code, encode.encode("unconfirmed"))];
  return Buffer.from(field(numbers.items, field(numbers.rejection, joined(rejection))));
}

const bytesOf = (frame: string | Buffer) => (typeof frame === "string" ? encode.encode(frame) : frame);

interface Field {
  number: number;
  content: Uint8Array;
}

/** Those with a length: messages, texts and bytes. The others are passed over. */
function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < message.length; ) {
    const [key, afterKey] = varint(message, at);
    const [value, afterValue] = key % 8 === 1 || key % 8 === 5 ? [0, afterKey] : varint(message, afterKey);
    at = afterValue + ({ 1: 8, 2: value, 5: 4 }[key % 8] ?? 0);
    if (key % 8 === 2) fields.push({ number: Math.floor(key / 8), content: message.subarray(afterValue, at) });
  }
  return fields;
}

const textOf = (message: Uint8Array, wanted: number) =>
  decode.decode(fieldsOf(message).find(({ number }) => number === wanted)?.content);

function varint(bytes: Uint8Array, from: number): [value: number, after: number] {
  let value = 0;
  for (let at = from, unit = 1; ; at += 1, unit *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * unit;
    if (byte < 128) return [value, at + 1];
  }
}

function field(number: number, content: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let left = content.length; length.length === 0 || left > 0; left = Math.floor(left / 128))
    length.push((left % 128) + (left >= 128 ? 128 : 0));
  return joined([Uint8Array.of(number * 8 + 2, ...length), content]);
}

const joined = (parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
