import { languageName, locales, useLocale, useText } from "../i18n";
import { isLocale } from "../i18n/catalogues";
import { Menu } from "./Menu";

/** The language of the screen, each named in itself. */
export function LanguageMenu() {
  const { locale, asked, choose } = useLocale();
  const t = useText();
  return (
    <Menu
      size="small"
      button={locale.toUpperCase()}
      label={t("common.choose_language", { tag: locale.toUpperCase(), language: languageName(locale) })}
      choices={locales.map((tag) => ({ id: tag, label: languageName(tag), lang: tag }))}
      chosen={asked}
      onChoose={(tag) => {
        if (isLocale(tag)) choose(tag);
      }}
    />
  );
}
