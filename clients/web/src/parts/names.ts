// Names of States and organisations are never cut: where they stand beside others, the long ones are written smaller.

export type NameLength = "long" | "longest";

const long_chars = 24;
const longest_chars = 44;

/** For `data-length`, by which the style sheets choose the size; undefined for a name of usual length. */
export function nameLength(name: string): NameLength | undefined {
  if (name.length > longest_chars) return "longest";
  return name.length > long_chars ? "long" : undefined;
}
