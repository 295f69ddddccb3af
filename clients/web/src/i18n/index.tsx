// Languages for the screens: the choice is kept per device; before there is one, the seat's language or the browser's.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components";
import { IntlProvider, type MessageDescriptor, useIntl } from "react-intl";
import type { Texts } from "../wire";
import { catalogues, isLocale, type Locale, locales, type MessageId } from "./catalogues";
import { type Format, formatFor } from "./format";

export { type Locale, locales, type MessageId } from "./catalogues";
export { clockText, durationText, type Format, languageName } from "./format";

const storage_key = "rostrum.language";

type Language = {
  locale: Locale;
  /** What the person picks; kept on the device. */
  choose(locale: Locale): void;
  /** What the seat starts in; a choice wins. */
  suggest(tag: string): void;
  /** What there is for a device that speaks none of ours. */
  fallBack(tag: string): void;
};

const LanguageContext = createContext<Language>({
  locale: "en",
  choose: () => {},
  suggest: () => {},
  fallBack: () => {},
});
const ZoneContext = createContext<string | undefined>(undefined);

type I18nProviderProps = {
  /** This language and no other. */
  fixed?: Locale | undefined;
  /** Asked for by the address: before the seat's, after a choice on this screen. */
  start?: Locale | undefined;
  /** A hall's display goes by its seat: what the device speaks, or somebody once chose on it, does not count there. */
  ignoreKept?: boolean;
  children: ReactNode;
};

export function I18nProvider({ fixed, start, ignoreKept = false, children }: I18nProviderProps) {
  const [chosen, setChosen] = useState<Locale | undefined>(() => (ignoreKept || start ? undefined : kept()));
  const [suggested, setSuggested] = useState<Locale | undefined>();
  const [last, setLast] = useState<Locale>(locales[0]);
  const locale = fixed ?? chosen ?? start ?? suggested ?? (ignoreKept ? undefined : spoken()) ?? last;
  const choose = useCallback((wanted: Locale) => {
    setChosen(wanted);
    try {
      localStorage.setItem(storage_key, wanted);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }, []);
  const suggest = useCallback((tag: string) => {
    const base = tag.split("-")[0];
    if (isLocale(base)) setSuggested(base);
  }, []);
  const fallBack = useCallback((tag: string) => {
    const base = tag.split("-")[0];
    if (isLocale(base)) setLast(base);
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo(() => ({ locale, choose, suggest, fallBack }), [locale, choose, suggest, fallBack]);
  return (
    <LanguageContext value={language}>
      <IntlProvider locale={locale} messages={catalogues[locale]} defaultLocale="en">
        <AriaLocale locale={locale}>{children}</AriaLocale>
      </IntlProvider>
    </LanguageContext>
  );
}

/** The time zone in which the screens below write times. */
export function ZoneProvider({ timeZone, children }: { timeZone: string | undefined; children: ReactNode }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

export function useLocale(): Language {
  return useContext(LanguageContext);
}

export function useFormat(): Format {
  return formatFor(useLocale().locale, useContext(ZoneContext));
}

export type Values = Record<string, string | number>;

/** `t("chair.give_floor_to", { name })`: the words in the language of the screen. */
export function useText(): (id: MessageId, values?: Values) => string {
  const intl = useIntl();
  return useCallback(
    (id: MessageId, values?: Values) => intl.formatMessage({ id } as MessageDescriptor, values),
    [intl],
  );
}

/** A text that the programme gives in several languages, in the language of the screen. */
export function localized(texts: Texts | undefined, locale: string): string {
  if (!texts) return "";
  return texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? "";
}

export function useLocalized(): (texts: Texts | undefined) => string {
  const { locale } = useLocale();
  return useCallback((texts) => localized(texts, locale), [locale]);
}

/** Why an act was refused, in words; a code that this client does not know gets a general sentence. */
export function useRejectionText(): (code: string, details: Record<string, string>) => string {
  const t = useText();
  const format = useFormat();
  const { locale } = useLocale();
  return useCallback(
    (code, details) => {
      const id = `rejection.${code}`;
      const values: Values = { ...details };
      if (details.at !== undefined) values.at = format.time(Number(details.at));
      if (!sayable(catalogues[locale][id], values)) return t("rejection.other", { code });
      return t(id as MessageId, values);
    },
    [t, format, locale],
  );
}

/** Whether the message is there, and everything that it names. */
function sayable(message: string | undefined, values: Values): boolean {
  return (
    message !== undefined && [...message.matchAll(/\{(\w+)/g)].every(([, name]) => name !== undefined && name in values)
  );
}

function kept(): Locale | undefined {
  try {
    const found = localStorage.getItem(storage_key);
    return isLocale(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function spoken(): Locale | undefined {
  for (const tag of navigator.languages ?? []) {
    const base = tag.split("-")[0];
    if (isLocale(base)) return base;
  }
  return undefined;
}
