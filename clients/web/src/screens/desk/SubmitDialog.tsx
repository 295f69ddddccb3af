// Hands in a text for somebody: typed, pasted or from a file.
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { ChoiceField, SelectField } from "../../parts/Field";
import { Form } from "../../shared/Form";
import { useHall } from "../../shared/hall";
import { bytesOf, spokenMs, statement_bytes_max, wordsOf } from "../../shared/statement";
import { DELIVERIES, TEXT_FORMATS } from "../../shared/terms";
import { Delivery, Kind, TextFormat } from "../../wire";
import { useDesk } from "./desk";
import styles from "./desk.module.css";
import { useNames } from "./names";
import { TextArea } from "./TextArea";

export function SubmitDialog({ entry: given, onClose }: { entry?: number | undefined; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const { store } = useHall();
  const desk = useDesk();
  const names = useNames();
  const [panel] = useState(desk.panel?.id ?? "");
  const languages = store.session()?.languages ?? [];
  const floor = store.floor(panel);
  const speaks = floor && floor.entry !== 0 && floor.kind !== Kind.POINT_OF_ORDER ? [floor] : [];
  const takers = [...speaks.map((of) => ({ ...of, id: of.entry })), ...store.entries(panel)];
  const [entry, setEntry] = useState(given ?? takers[0]?.id ?? 0);
  const taker = takers.find(({ id }) => id === entry);
  const [chosen, setLanguage] = useState<string | undefined>();
  const language = chosen ?? (taker && languages.includes(taker.language) ? taker.language : (languages[0] ?? ""));
  const held = store.statement(entry);
  const [delivery, setDelivery] = useState<Delivery>(held?.delivery || Delivery.CHECK_AGAINST_DELIVERY);
  const [textFormat, setTextFormat] = useState(TextFormat.PLAIN);
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<"empty" | "long" | "nobody" | "unreadable" | undefined>();
  const words = wordsOf(text);
  const over = taker !== undefined && spokenMs(words) > taker.limitMs;
  const version = held?.texts.find((each) => each.language === language)?.version ?? 0;

  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    if (file.size > statement_bytes_max) return setWrong("long");
    try {
      setText(readable(await file.arrayBuffer()));
      setTextFormat(/\.(md|markdown)$/i.test(file.name) ? TextFormat.MARKDOWN : TextFormat.PLAIN);
      setWrong(undefined);
    } catch {
      setWrong("unreadable");
    }
  };
  const sends = () => {
    const what = !taker ? "nobody" : !text.trim() ? "empty" : bytesOf(text) > statement_bytes_max ? "long" : undefined;
    setWrong(what);
    if (what) return undefined;
    return [
      { act: { case: "submitStatement", value: { entry, language, text, format: textFormat, delivery } } } as const,
    ];
  };
  return (
    <Form title={t("desk.submit.title")} submit={t("desk.submit.submit")} onClose={onClose} sends={sends}>
      {takers.length === 0 ? (
        <p className={styles.quiet}>{t("desk.submit.nobody")}</p>
      ) : (
        <SelectField
          label={t("desk.submit.for")}
          value={String(entry)}
          onChange={(id) => setEntry(Number(id))}
          choices={takers.map((of) => ({ id: String(of.id), label: names.holder(of).name }))}
        />
      )}
      <ChoiceField
        label={t("desk.submit.language")}
        value={language}
        onChange={setLanguage}
        choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
      />
      <TextArea
        serif
        label={t("desk.submit.text")}
        lang={language}
        rows={9}
        value={text}
        onChange={(value) => {
          setText(value);
          setWrong(undefined);
        }}
        error={wrong && t(`desk.submit.wrong.${wrong}`)}
        note={t("desk.submit.about")}
      />
      <div className={styles.counts}>
        <p role="status" className={over ? styles.over : styles.quiet}>
          {t("desk.text.words", { count: words, time: format.clock(spokenMs(words)) })}
          {taker && ` ${t(over ? "desk.text.over" : "desk.text.within", { limit: format.clock(taker.limitMs) })}`}
          {version > 0 && ` · ${t("desk.submit.replaces", { number: version })}`}
        </p>
        <FileTrigger
          acceptedFileTypes={[".txt", ".md", "text/plain", "text/markdown"]}
          onSelect={(of) => void take(of)}
        >
          <Button size="small">{t("desk.submit.upload")}</Button>
        </FileTrigger>
      </div>
      <ChoiceField
        label={t("desk.submit.delivery")}
        value={String(delivery)}
        onChange={(id) => setDelivery(Number(id) as Delivery)}
        choices={DELIVERIES.map(([of, word]) => ({ id: String(of), label: t(word) }))}
      />
      <ChoiceField
        label={t("desk.submit.format")}
        value={String(textFormat)}
        onChange={(id) => setTextFormat(Number(id) as TextFormat)}
        choices={TEXT_FORMATS.map(([of, word]) => ({ id: String(of), label: t(word) }))}
      />
    </Form>
  );
}

/** Text files of today are UTF-8; older ones of a Western office are not. Throws at what is no text. */
export function readable(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  if (view.includes(0)) throw new Error("not a text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(view);
  } catch {
    return new TextDecoder("windows-1252").decode(view);
  }
}
