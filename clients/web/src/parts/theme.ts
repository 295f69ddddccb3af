// Light or dark: as the device says, until the person chooses; the choice is kept on the device.
import { useCallback, useEffect, useState } from "react";

export type Theme = "light" | "dark";

const KEY = "rostrum.theme";

function chosen(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : undefined;
  } catch {
    return undefined;
  }
}

function ofTheDevice(): Theme {
  const dark = typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
  return dark ? "dark" : "light";
}

export function useTheme(): { theme: Theme; choose: (theme: Theme) => void } {
  const [theme, setTheme] = useState<Theme>(() => {
    const given = document.documentElement.dataset.theme;
    const kept = chosen() ?? (given === "dark" || given === "light" ? given : undefined);
    if (kept) document.documentElement.dataset.theme = kept;
    return kept ?? ofTheDevice();
  });
  useEffect(() => {
    if (typeof matchMedia !== "function") return;
    const device = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => {
      if (!document.documentElement.dataset.theme) setTheme(ofTheDevice());
    };
    device.addEventListener("change", follow);
    return () => device.removeEventListener("change", follow);
  }, []);
  const choose = useCallback((wanted: Theme) => {
    document.documentElement.dataset.theme = wanted;
    setTheme(wanted);
    try {
      localStorage.setItem(KEY, wanted);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }, []);
  return { theme, choose };
}
