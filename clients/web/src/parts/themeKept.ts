// The look that was chosen on this device; apart from what draws, for the first frame has it already. In the dark of a booth
// another one is wanted than at a table, so the screens there keep their own.

export type Theme = "light" | "dark";
export type ThemeOf = "table" | "booth";

const KEYS: Record<ThemeOf, string> = { table: "rostrum.theme", booth: "rostrum.theme.booth" };

export function keptTheme(of: ThemeOf): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEYS[of]);
    return kept === "light" || kept === "dark" ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Without storage the choice lasts as long as the page. */
export function keepTheme(of: ThemeOf, theme: Theme): void {
  try {
    localStorage.setItem(KEYS[of], theme);
  } catch {
    // As long as the page.
  }
}
