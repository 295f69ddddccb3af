// Apart from the words, so that the build knows it too.

/**
 * The parts that a screen speaks from: its own, the common one, what acts are called and why they are refused, those of chair and
 * desk alone apart, and motions; captions share the booth's frame.
 */
export function partsOf(screen: string): readonly string[] {
  if (screen === "join") return ["common", screen];
  // Nobody acts on it: it names no act.
  if (screen === "display") return ["common", "motions", screen];
  const managing = screen === "chair" || screen === "desk" ? ["managing"] : [];
  return ["common", "acts", "motions", ...managing, ...(screen === "captions" ? ["booth"] : []), screen];
}
