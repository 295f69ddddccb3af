// How much more a text field takes. Bounds are in bytes, of UTF-8, as the server holds to them; who types is told of characters.
// Nothing is cut off while it is typed or pasted: what is too much is said, and can be shortened where the writer wants it.

/** As it travels: in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Of what is sent, which has no white space at its ends. */
export function isTooLong(text: string, bytes_max: number): boolean {
  return bytesOf(text.trim()) > bytes_max;
}

export type Room = { left: number } | { over: number };

/** Undefined while there is plenty; `left` is told in characters like those that are typed already. */
export function roomIn(text: string, bytes_max: number): Room | undefined {
  const characters = [...text.trim()];
  const bytes = bytesOf(text.trim());
  if (bytes <= bytes_max * plenty) return undefined;
  if (bytes <= bytes_max) return { left: Math.floor(((bytes_max - bytes) * characters.length) / bytes) };
  let over = 0;
  for (let rest = bytes; rest > bytes_max; over += 1) rest -= bytesOf(characters.at(-1 - over) ?? "");
  return { over };
}

/** Where the bound is in characters. */
export function roomInCharacters(text: string, characters_max: number): Room | undefined {
  const { length } = [...text.trim()];
  if (length <= characters_max * plenty) return undefined;
  return length <= characters_max ? { left: characters_max - length } : { over: length - characters_max };
}

/** Until so much of it is full nothing is said. */
const plenty = 0.8;
