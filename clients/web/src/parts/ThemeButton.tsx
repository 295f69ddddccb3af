// From the light screen to the dark one and back.
import { useText } from "../i18n";
import { Button } from "./Button";
import { useTheme } from "./theme";
import type { ThemeOf } from "./themeKept";

export function ThemeButton({ of = "table" }: { of?: ThemeOf }) {
  const t = useText();
  const { theme, choose } = useTheme(of);
  const other = theme === "dark" ? "light" : "dark";
  return (
    <Button size="small" aria-label={t(`theme.to_${other}`)} onPress={() => choose(other)}>
      {t(`theme.${other}`)}
    </Button>
  );
}
