// The names of booths, in the language of whoever reads them.
import { useCallback } from "react";
import { languageNameIn, useLocale, useText } from "../i18n";

/** Of the language that a booth speaks; empty where it is not known. Those of other languages than the usual go by these. */
export function useBoothName(): (language: string) => string {
  const t = useText();
  const { locale } = useLocale();
  return useCallback(
    (language) => t("booth.of", { language: language.split("-")[0] || "none", name: languageNameIn(locale, language) }),
    [t, locale],
  );
}
