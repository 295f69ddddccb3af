// Apart from the words, so that the build knows it too.

/** Nobody acts on them: they name no act. */
const not_acting: ReadonlySet<string> = new Set(["display", "join"]);

/** The parts that a screen speaks from: its own, the common one, and what acts are called and why they are refused; captions share the booth's frame. */
export function partsOf(screen: string): readonly string[] {
  if (not_acting.has(screen)) return ["common", screen];
  return screen === "captions" ? ["common", "acts", "booth", screen] : ["common", "acts", screen];
}
