// SHA-256 of a text, in hexadecimal: what a draw is computed from (docs/time-allocation.md). The browser's own is there on secure
// addresses alone, and a hall's server may have none.

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let one = 2; found.length < count; one += 1) if (found.every((prime) => one % prime !== 0)) found.push(one);
  return found;
};
/** The first 32 bits of what stands behind the point. */
const fraction = (value: number) => ((value - Math.floor(value)) * 2 ** 32) | 0;
const constants = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const first = primes(8).map((prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  bytes.forEach((byte, at) => {
    padded.setUint8(at, byte);
  });
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  let state = first;
  for (let at = 0; at < padded.byteLength; at += 64) state = mixed(state, padded, at);
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** One block of 64 bytes. */
function mixed(state: readonly number[], block: DataView, from: number): number[] {
  const words = new Int32Array(64);
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    const word = (back: number) => words[at - back] ?? 0;
    const low = turned(word(15), 7) ^ turned(word(15), 18) ^ (word(15) >>> 3);
    const high = turned(word(2), 17) ^ turned(word(2), 19) ^ (word(2) >>> 10);
    words[at] = at < 16 ? block.getInt32(from + at * 4) : word(16) + low + word(7) + high;
    const wide = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + wide + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + (words[at] ?? 0)) | 0;
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0);
}
