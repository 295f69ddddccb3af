/** A long name is written smaller, so that the clock keeps its room. */
export function lengthOf(name: string): "short" | "long" | "longer" | "longest" {
  if (name.length <= 12) return "short";
  if (name.length <= 22) return "long";
  return name.length <= 40 ? "longer" : "longest";
}
