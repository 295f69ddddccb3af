// Hands in a text for somebody: typed, pasted or from a file.
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { dot, type MessageId, useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { ChoiceField, SelectField } from "../../parts/Field";
import { bytesOf } from "../../parts/room";
import { TextArea } from "../../parts/TextArea";
import { Form } from "../../shared/Form";
import { speakingOn } from "../../shared/floor";
import { useHall } from "../../shared/hall";
import { kindOf } from "../../shared/kinds";
import { usePasted } from "../../shared/pasted";
import { spokenMs, statement_bytes_max, wordsOf } from "../../shared/statement";
import { DELIVERIES, TEXT_FORMATS } from "../../shared/terms";
import { accepted_files, FILE_REFUSALS, type FileRefusal, readTextFile } from "../../shared/textFile";
import { Delivery, type Statement, TextFormat } from "../../wire";
import { useDesk } from "./desk";
import look from "./look.module.css";
import { useNames } from "./names";
import styles from "./SubmitDialog.module.css";

type Wrong = "nobody" | FileRefusal | "unwritten";
const WRONG: Record<Wrong, MessageId> = {
  ...FILE_REFUSALS,
  nobody: "desk.submit.wrong.nobody",
  unwritten: "desk.submit.wrong.empty",
};

/** Who speaks and who waits, on the panel that the desk looked at when the form was opened. */
function useTakers() {
  const { store } = useHall();
  const desk = useDesk();
  const [panel] = useState(desk.panel?.id ?? "");
  const speech = speakingOn(store.floor(panel));
  const speaks = speech && speech.entry !== 0 && kindOf(speech.kind)?.takesText ? [speech] : [];
  return [...speaks.map((of) => ({ ...of, id: of.entry })), ...store.entries(panel)];
}

/** The text as it is written, and what it still wants. */
function useWritten(held: Statement | undefined) {
  const [delivery, setDelivery] = useState<Delivery>(held?.delivery || Delivery.CHECK_AGAINST_DELIVERY);
  const [format, setFormat] = useState(TextFormat.PLAIN);
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<Wrong | undefined>();
  const write = (words: string) => {
    setText(words);
    setWrong(undefined);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readTextFile(file);
    if (!read.ok) return setWrong(read.refusal);
    write(read.text);
    setFormat(read.format);
  };
  const check = (forSomebody: boolean) => {
    const long = bytesOf(text) > statement_bytes_max;
    const what = !forSomebody ? "nobody" : !text.trim() ? "unwritten" : long ? "size" : undefined;
    setWrong(what);
    return what === undefined;
  };
  return { text, write, take, format, setFormat, delivery, setDelivery, wrong, check };
}

export function SubmitDialog({ entry: given, onClose }: { entry?: number | undefined; onClose: () => void }) {
  const t = useText();
  const locale = useFormat();
  const { store } = useHall();
  const names = useNames();
  const languages = store.session()?.languages ?? [];
  const takers = useTakers();
  const [entry, setEntry] = useState(given ?? takers[0]?.id ?? 0);
  const taker = takers.find(({ id }) => id === entry);
  const [chosen, setLanguage] = useState<string | undefined>();
  const language = chosen ?? (taker && languages.includes(taker.language) ? taker.language : (languages[0] ?? ""));
  const held = store.statement(entry);
  const written = useWritten(held);
  const version = held?.texts.find((each) => each.language === language)?.version ?? 0;

  const sends = () => {
    const { text, format, delivery } = written;
    if (!written.check(taker !== undefined)) return undefined;
    return [{ act: { case: "submitStatement", value: { entry, language, text, format, delivery } } } as const];
  };
  return (
    <Form title={t("desk.submit.title")} submit={t("desk.submit.submit")} onClose={onClose} sends={sends}>
      {takers.length === 0 ? (
        <p className={look.quiet}>{t("desk.submit.nobody")}</p>
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
        choices={languages.map((tag) => ({ id: tag, label: locale.languageName(tag), lang: tag }))}
      />
      <TextFields written={written} language={language} limit_ms={taker?.limitMs} version={version} />
    </Form>
  );
}

type TextFieldsProps = {
  written: ReturnType<typeof useWritten>;
  language: string;
  /** Of whoever will speak it. */
  limit_ms: number | undefined;
  /** That it takes the place of; 0: of none. */
  version: number;
};

function TextFields({ written, language, limit_ms, version }: TextFieldsProps) {
  const t = useText();
  const format = useFormat();
  const { text, wrong } = written;
  const pasted = usePasted(written.format);
  const words = wordsOf(text);
  const over = limit_ms !== undefined && spokenMs(words) > limit_ms;
  return (
    <>
      <TextArea
        serif
        label={t("desk.submit.text")}
        lang={language}
        rows={9}
        value={text}
        onChange={(words) => {
          pasted.changed();
          written.write(words);
        }}
        onPaste={pasted.paste}
        error={wrong && t(WRONG[wrong])}
        note={t(pasted.apart ? "text.apart" : "desk.submit.about")}
      />
      <div className={styles.counts}>
        <p role="status" className={over ? look.over : look.quiet}>
          {t("desk.text.words", { count: words, time: format.clock(spokenMs(words)) })}
          {limit_ms !== undefined &&
            ` ${t(over ? "desk.text.over" : "desk.text.within", { limit: format.clock(limit_ms) })}`}
          {version > 0 && dot + t("desk.submit.replaces", { number: version })}
        </p>
        <FileTrigger acceptedFileTypes={accepted_files} onSelect={(of) => void written.take(of?.[0])}>
          <Button size="small">{t("desk.submit.upload")}</Button>
        </FileTrigger>
      </div>
      <ChoiceField
        label={t("desk.submit.delivery")}
        value={String(written.delivery)}
        onChange={(id) => written.setDelivery(Number(id) as Delivery)}
        choices={DELIVERIES.map(([of, word]) => ({ id: String(of), label: t(word) }))}
      />
      <ChoiceField
        label={t("desk.submit.format")}
        value={String(written.format)}
        onChange={(id) => written.setFormat(Number(id) as TextFormat)}
        choices={TEXT_FORMATS.map(([of, word]) => ({ id: String(of), label: t(word) }))}
      />
    </>
  );
}
