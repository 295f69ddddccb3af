// Languages for the screens: the choice is kept per device; before there is one, the seat's language or the browser's. The
// words of a language are there before the screen speaks it; where they do not come, it goes on in the one before.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Texts } from "../wire";
import { isLocale, type Locale, loadWords, locales, type MessageId, wordsOf } from "./catalogues";
import { kept, type Start, spoken, storage_key } from "./first";
import { type Format, formatFor } from "./format";
import { namesIn, say, type Values } from "./message";
import { worded } from "./wording";

export { type Locale, locales, type MessageId } from "./catalogues";
export { clockText, durationText, type Format, languageName, languageNameIn } from "./format";
export { dot, joined } from "./isolated";
export type { Values } from "./message";

type Language = {
  locale: Locale;
  /** What the person has picked, while its words are awaited; else the same. */
  asked: Locale;
  /** False while the words of a suggested language are awaited: what has not been shown yet waits for them. */
  settled: boolean;
  /** What the person picks; kept on the device. */
  choose(locale: Locale): void;
  /** What the seat starts in; a choice wins. */
  suggest(tag: string): void;
  /** What there is for a device that speaks none of ours. */
  fallBack(tag: string): void;
};

const LanguageContext = createContext<Language>({
  locale: "en",
  asked: "en",
  settled: true,
  choose: () => {},
  suggest: () => {},
  fallBack: () => {},
});
const ZoneContext = createContext<string | undefined>(undefined);
const TodayContext = createContext<string | undefined>(undefined);
const OtherwiseContext = createContext(false);

/** `here` calls `then` once the words of a language are: at once where they are. Only the last that was asked for counts. */
function useWords(load: Load) {
  const [awaited, setAwaited] = useState<Locale | undefined>();
  const last = useRef<Locale | undefined>(undefined);
  const here = useCallback(
    (locale: Locale, then: () => void) => {
      last.current = locale;
      const held = wordsOf(locale) !== undefined;
      setAwaited(held ? undefined : locale);
      if (held) return then();
      const arrive = (come: boolean) => {
        if (last.current !== locale) return;
        setAwaited(undefined);
        if (come) then();
      };
      load(locale).then(
        () => arrive(true),
        () => arrive(false),
      );
    },
    [load],
  );
  return { awaited, here };
}

type Load = (locale: Locale) => Promise<void>;
type I18nProviderProps = Start & { load?: Load; children: ReactNode };

export function I18nProvider({
  fixed,
  start,
  ignoreKept = false,
  last: spokenLast,
  load = loadWords,
  children,
}: I18nProviderProps) {
  const [chosen, setChosen] = useState<Locale | undefined>(() => (ignoreKept || start ? undefined : kept()));
  const [suggested, setSuggested] = useState<Locale | undefined>();
  const [last, setLast] = useState<Locale>(spokenLast ?? locales[0]);
  const withChosen = useWords(load);
  const withSuggested = useWords(load);
  const withLast = useWords(load);
  const given = fixed ?? chosen ?? start;
  const before = given ?? suggested ?? (ignoreKept ? undefined : (spokenLast ?? spoken()));
  const locale = before ?? last;
  const choose = useCallback(
    (wanted: Locale) => withChosen.here(wanted, () => keep(wanted, setChosen)),
    [withChosen.here],
  );
  const suggest = useCallback(
    (tag: string) => {
      const base = tag.split("-")[0];
      if (!given && isLocale(base)) withSuggested.here(base, () => setSuggested(base));
    },
    [given, withSuggested.here],
  );
  const fallBack = useCallback(
    (tag: string) => {
      const base = tag.split("-")[0];
      if (!before && isLocale(base)) withLast.here(base, () => setLast(base));
    },
    [before, withLast.here],
  );
  const asked = withChosen.awaited ?? locale;
  const settled = !withSuggested.awaited && !withLast.awaited;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo(
    () => ({ locale, asked, settled, choose, suggest, fallBack }),
    [locale, asked, settled, choose, suggest, fallBack],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

function keep(wanted: Locale, setChosen: (locale: Locale) => void): void {
  setChosen(wanted);
  try {
    localStorage.setItem(storage_key, wanted);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

type ZoneProviderProps = {
  timeZone: string | undefined;
  /** What time it is there: an instant of another day is written with its day, anew as soon as the day turns. */
  now: number;
  children: ReactNode;
};

/** The time zone in which the screens below write times. */
export function ZoneProvider({ timeZone, now, children }: ZoneProviderProps) {
  const today = formatFor(useLocale().locale, timeZone).day(now);
  return (
    <ZoneContext value={timeZone}>
      <TodayContext value={today}>{children}</TodayContext>
    </ZoneContext>
  );
}

/** Whether the session calls things as its programme chose, where a language has two words for them (wording.ts). */
export function WordingProvider({ otherwise, children }: { otherwise: boolean; children: ReactNode }) {
  return <OtherwiseContext value={otherwise}>{children}</OtherwiseContext>;
}

export function useLocale(): Language {
  return useContext(LanguageContext);
}

export function useFormat(): Format {
  return formatFor(useLocale().locale, useContext(ZoneContext));
}

export type InstantText = (at: number, how?: InstantHow) => string;
type InstantHow = {
  /** What is written about it: its time alone, where left out. */
  time?: string;
  /** The instant whose day goes without saying, where it is not today. */
  beside?: number;
};

/** 15:42; of another day than today 15:42 on Tuesday 29 November. For every instant that may be of another day. */
export function useInstant(): InstantText {
  const t = useText();
  const format = useFormat();
  const today = useContext(TodayContext);
  return useCallback(
    (at, { time = format.time(at), beside } = {}) => {
      const day = beside === undefined ? today : format.day(beside);
      return format.day(at) === day ? time : t("common.time_on_day", { time, date: format.date(at) });
    },
    [t, format, today],
  );
}

/** `t("chair.give_floor_to", { name })`: the words in the language of the screen. */
export function useText(): (id: MessageId, values?: Values) => string {
  const { locale } = useLocale();
  const otherwise = useContext(OtherwiseContext);
  return useCallback(
    (id: MessageId, values?: Values) => say(locale, worded(locale, wordsOf(locale)?.[id] ?? id, otherwise), values),
    [locale, otherwise],
  );
}

/** The message of a code that the server may know and this client not: nothing where there is none, or lacks a value. */
export function useMessageOf(): (id: string, values: Values) => string | undefined {
  const { locale } = useLocale();
  const otherwise = useContext(OtherwiseContext);
  return useCallback(
    (id, values) => {
      const message = wordsOf(locale)?.[id];
      if (message === undefined || !namesIn(message).every((name) => name in values)) return undefined;
      return say(locale, worded(locale, message, otherwise), values);
    },
    [locale, otherwise],
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
  const messageOf = useMessageOf();
  const instant = useInstant();
  return useCallback(
    (code, details) => {
      const values: Values = { what: "", ...details };
      if (details.at !== undefined) values.at = instant(Number(details.at));
      return messageOf(`rejection.${code}`, values) ?? t("rejection.other", { code });
    },
    [t, messageOf, instant],
  );
}

/** Why the server let nobody in, in words. */
export function useRefusalText(): (code: string) => string {
  const t = useText();
  const messageOf = useMessageOf();
  return useCallback((code) => messageOf(`refusal.${code}`, {}) ?? t("refusal.other", { code }), [t, messageOf]);
}
