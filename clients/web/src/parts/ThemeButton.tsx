// From the light screen to the dark one and back.
import { useText } from "../i18n";
import { Button } from "./Button";
import { useTheme } from "./theme";

export function ThemeButton() {
  const t = useText();
  const { theme, choose } = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <Button size="small" aria-label={t(`theme.to_${other}`)} onPress={() => choose(other)}>
      {t(`theme.${other}`)}
    </Button>
  );
}
