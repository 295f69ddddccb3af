// Generated messages as plain values: 64-bit integers become numbers (instants and sequences stay far below 2^53), and the
// runtime's own fields go. Screens and sync see these only.

export type Plain<T> = T extends bigint
  ? number
  : T extends Uint8Array
    ? T
    : T extends (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { [Key in keyof T as Key extends "$typeName" | "$unknown" ? never : Key]: Plain<T[Key]> }
        : T;

/** What a caller may leave out or write as a number: the protocol's defaults fill the rest. */
export type Loose<T> = T extends bigint
  ? number | bigint
  : T extends Uint8Array
    ? T
    : T extends (infer Item)[]
      ? Loose<Item>[]
      : T extends { case: infer Case; value?: infer Value }
        ? { case: Case; value: Loose<Value> }
        : T extends object
          ? { [Key in keyof T as Key extends "$typeName" | "$unknown" ? never : Key]?: Loose<T[Key]> }
          : T;

export function plain<T>(message: T): Plain<T> {
  return strip(message) as Plain<T>;
}

function strip(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  const bare: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (key !== "$typeName" && key !== "$unknown") bare[key] = strip(part);
  }
  return bare;
}
