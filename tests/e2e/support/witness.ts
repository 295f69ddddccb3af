// What a page was told over its line, read from the frames themselves: the acts that the server acknowledged to it.
//
// Reads the few fields it needs from protobuf's wire format, so that the screens' own decoder is not what judges them.
import type { Page } from "@playwright/test";

/** The acts acknowledged to a page, by the id of their command; the same answer given twice stands once. */
export function acknowledgedTo(page: Page): Map<string, Set<string>> {
  const acknowledged = new Map<string, Set<string>>();
  page.on("websocket", (line) =>
    line.on("framereceived", ({ payload }) => {
      if (typeof payload === "string") return;
      for (const item of fields(payload, 1)) {
        for (const ack of fields(item as Uint8Array, 6)) {
          const [id] = fields(ack as Uint8Array, 1);
          const [seq = 0n] = fields(ack as Uint8Array, 2);
          const [index = 0n] = fields(ack as Uint8Array, 3);
          const known = Buffer.from(id as Uint8Array).toString();
          acknowledged.set(known, (acknowledged.get(known) ?? new Set()).add(`${seq}.${index}`));
        }
      }
    }),
  );
  return acknowledged;
}

/** The values of a field of a message: numbers, or the bytes of what has a length. */
function fields(message: Uint8Array, wanted: number): (bigint | Uint8Array)[] {
  const found: (bigint | Uint8Array)[] = [];
  let at = 0;
  const number = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new Error("a frame ends in the middle of a number");
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const tag = Number(number());
    let value: bigint | Uint8Array;
    switch (tag & 7) {
      case 0:
        value = number();
        break;
      case 1:
        value = message.subarray(at, (at += 8));
        break;
      case 2: {
        const length = Number(number());
        value = message.subarray(at, (at += length));
        break;
      }
      case 5:
        value = message.subarray(at, (at += 4));
        break;
      default:
        throw new Error(`a frame holds wire type ${tag & 7}`);
    }
    if (tag >> 3 === wanted) found.push(value);
  }
  return found;
}
