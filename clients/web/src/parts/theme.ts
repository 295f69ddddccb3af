// Light or dark: at a table as the device says, in a booth dark, until the person chooses; the choice is kept on the device.
import { useCallback, useEffect, useState } from "react";
import { keepTheme, keptTheme, type Theme, type ThemeOf } from "./themeKept";

function ofTheDevice(): Theme {
  const dark = typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
  return dark ? "dark" : "light";
}

/** As chosen, or as the place has it; undefined: as the device has it. */
function ofThePlace(of: ThemeOf): Theme | undefined {
  const kept = keptTheme(of);
  if (kept || of === "booth") return kept ?? "dark";
  const given = document.documentElement.dataset.theme;
  return given === "dark" || given === "light" ? given : undefined;
}

export function useTheme(of: ThemeOf): { theme: Theme; choose: (theme: Theme) => void } {
  const [theme, setTheme] = useState<Theme>(() => ofThePlace(of) ?? ofTheDevice());
  useEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    const first = ofThePlace(of);
    if (first) root.dataset.theme = first;
    if (of !== "booth") return;
    return () => {
      if (before) root.dataset.theme = before;
      else delete root.dataset.theme;
    };
  }, [of]);
  useEffect(() => {
    if (typeof matchMedia !== "function") return;
    const device = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => {
      if (!document.documentElement.dataset.theme) setTheme(ofTheDevice());
    };
    device.addEventListener("change", follow);
    return () => device.removeEventListener("change", follow);
  }, []);
  const choose = useCallback(
    (wanted: Theme) => {
      document.documentElement.dataset.theme = wanted;
      setTheme(wanted);
      keepTheme(of, wanted);
    },
    [of],
  );
  return { theme, choose };
}
