// The text, with what it is: whose, in which language, which version, how long it takes to read out; or why there is none.
import { useEffect, useRef } from "react";
import { durationText, languageName, useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import type { Statement } from "../../wire";
import { speakingOn } from "../floor";
import { useHall, useNow } from "../hall";
import { StatementText } from "../StatementText";
import { holderOf, type Shown, type Situation } from "../situation";
import { stageWords } from "../stage";
import { overMs, spokenMs, textIn } from "../statement";
import { DELIVERIES, wordOf } from "../terms";
import frame from "./frame.module.css";
import styles from "./Reader.module.css";
import type { Reading } from "./reading";
import { type Size, sizes_rem } from "./size";

type ReaderProps = {
  reading: Reading;
  situation: Situation;
  size: Size;
  onSize: (size: Size) => void;
  /** Reached in the text shown; where left out, as the floor says. */
  paragraph?: number;
  /** That is only asked for yet. */
  asked?: boolean;
  /** Takes the number of a paragraph of the text shown, which can then be pressed. */
  onReach?: ((paragraph: number) => void) | undefined;
};

export function Reader({
  reading,
  situation,
  size,
  onSize,
  paragraph = reading.paragraph,
  asked,
  onReach,
}: ReaderProps) {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  const { statement, language, live, ahead, last } = reading;
  const text = textIn(statement, language);
  const over_ms = text ? overMs(text.words, reading.limitMs) : 0;
  const place = useRef<HTMLDivElement>(null);
  usePressedParagraph(place, onReach);
  useFocusAhead(place, reading);
  if (reading.gone) return <Gone reading={reading} situation={situation} />;
  if (!statement || !text) {
    return <p className={styles.empty}>{live ? t("booth.no_text") : stageWords(t, format, situation, now)}</p>;
  }
  return (
    <>
      <header className={frame.head}>
        <div className={styles.headWords}>
          {ahead > 0 && <p className={frame.label}>{t("booth.ahead")}</p>}
          {last && (
            <>
              <p className={frame.state}>{stageWords(t, format, situation, now)}</p>
              <p className={frame.label}>{t("text.last")}</p>
            </>
          )}
          <Title reading={reading} />
          <p className={frame.chips}>
            {statement.texts.length === 1 && <Chip>{languageName(text.language)}</Chip>}
            <Chip>{t("booth.version", { version: text.version })}</Chip>
            <Chip>{t("booth.length", { count: text.words, time: durationText(spokenMs(text.words)) })}</Chip>
            {over_ms > 0 && <Chip tone="warn">{t("booth.over", { time: durationText(over_ms) })}</Chip>}
            {!statement.releasedAt && !last && <Chip>{t("booth.embargo")}</Chip>}
            {ahead > 0 && <Delivered reading={reading} />}
            {live?.interrupted && !ahead && <Chip tone="brand">{t("booth.goes_on")}</Chip>}
          </p>
        </div>
        {ahead > 0 && (
          <Button look="primary" onPress={() => reading.open(0)}>
            {t("booth.back")}
          </Button>
        )}
        {statement.texts.length > 1 && <LanguageChoice statement={statement} reading={reading} />}
        <SizeChoice size={size} onSize={onSize} />
      </header>
      <div ref={place} className={frame.text}>
        <StatementText
          statement={statement}
          language={language}
          paragraph={paragraph}
          asked={asked}
          size={sizes_rem[size]}
          onReach={onReach}
        />
      </div>
    </>
  );
}

/** Quiet, with who is next, until the reader goes on or somebody else speaks. */
function Gone({ reading, situation: { panel } }: { reading: Reading; situation: Situation }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const button = useRef<HTMLDivElement>(null);
  // What had the focus went with the text.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.querySelector("button")?.focus();
  }, []);
  const next = store.entry((panel && store.queue(panel.id)?.next) ?? 0);
  const nameOf = (of: Shown) => text(of.name) || of.fallback;
  return (
    <div ref={button} className={styles.empty}>
      <p>{reading.gone && t("booth.gone", { name: nameOf(reading.gone) })}</p>
      {next && <p className={styles.next}>{t("booth.gone_next", { name: nameOf(holderOf(store, next)) })}</p>}
      <Button look="primary" onPress={() => reading.open(0)}>
        {t("booth.back")}
      </Button>
    </div>
  );
}

function LanguageChoice({ statement, reading }: { statement: Statement; reading: Reading }) {
  const t = useText();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{t("booth.language")}</legend>
      {statement.texts.map((one) => (
        <Button
          key={one.language}
          aria-pressed={one.language === reading.language}
          onPress={() => reading.choose(one.language)}
        >
          <span lang={one.language}>{languageName(one.language)}</span>
        </Button>
      ))}
    </fieldset>
  );
}

function SizeChoice({ size, onSize }: Pick<ReaderProps, "size" | "onSize">) {
  const t = useText();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{t("booth.size")}</legend>
      {(Object.keys(sizes_rem) as Size[]).map((one) => (
        <Button key={one} aria-label={t(`booth.size.${one}`)} aria-pressed={one === size} onPress={() => onSize(one)}>
          <span className={styles[one]} aria-hidden="true">
            A
          </span>
        </Button>
      ))}
    </fieldset>
  );
}

function Title({ reading: { statement, live, ahead } }: { reading: Reading }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const entry = store.entry(ahead || live?.entry || 0);
  const speaks = statement && speakingOn(store.floor(statement.panel));
  const of = entry ?? (speaks?.entry === statement?.entry ? speaks : undefined);
  if (!of) return <h2 className={styles.title}>{text(store.delegation(statement?.delegation ?? "")?.name)}</h2>;
  const holder = holderOf(store, of);
  return (
    <h2 className={styles.title}>
      {text(holder.name) || holder.fallback}
      {of.onBehalfOf && <span className={styles.behalf}> {t("floor.on_behalf_of", { group: of.onBehalfOf })}</span>}
    </h2>
  );
}

function Delivered({ reading }: { reading: Reading }) {
  const t = useText();
  const word = reading.statement && wordOf(DELIVERIES, reading.statement.delivery);
  return word ? <Chip>{t(word)}</Chip> : null;
}

/** A text that is opened beforehand has the keys that scroll; when it is closed by its button, they go back to what opened it. */
function useFocusAhead(place: React.RefObject<HTMLElement | null>, { ahead, gone }: Reading): void {
  const opener = useRef<Element>(null);
  useEffect(() => {
    if (gone) return;
    if (ahead > 0) {
      opener.current ??= document.activeElement;
      place.current?.querySelector("section")?.focus({ preventScroll: true });
      return;
    }
    const before = opener.current;
    opener.current = null;
    if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
  }, [ahead, gone, place]);
}

/** The whole paragraph can be pressed, beside its button; not where words in it are being selected. */
function usePressedParagraph(
  place: React.RefObject<HTMLElement | null>,
  onReach: ((paragraph: number) => void) | undefined,
): void {
  const latest = useRef(onReach);
  useEffect(() => {
    latest.current = onReach;
  });
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const box = target?.closest<HTMLElement>("[data-paragraph]");
      if (!box || !place.current?.contains(box) || target?.closest("button")) return;
      if (window.getSelection()?.isCollapsed === false) return;
      latest.current?.(Number(box.dataset.paragraph));
    };
    document.addEventListener("click", pressed);
    return () => document.removeEventListener("click", pressed);
  }, [place]);
}
