// The text while it is written: typed or taken from a file, measured against the limit, looked at as others will read it,
// and sent as a new version. What is not sent yet stays on this device.
import { type DragEvent, useEffect, useId, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { languageName, type MessageId, useFormat, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { ChoiceField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import { StatementText } from "../../parts/StatementText";
import { Delivery, TextFormat } from "../../wire";
import { useAct, useHall } from "../hall";
import { bytesOf, paragraphsOf, spokenMs, statement_bytes_max, textIn, words_a_minute, wordsOf } from "../statement";
import { DELIVERIES, TEXT_FORMATS } from "../terms";
import { ConfirmButton } from "./ConfirmButton";
import styles from "./delegate.module.css";
import { type Draft, isHeld, useDrafts } from "./drafts";
import type { Occasion } from "./model";
import statementStyles from "./statement.module.css";
import { accepted_files, type FileRefusal, readTextFile } from "./textFile";

const refusals: Record<FileRefusal, MessageId> = {
  type: "delegate.file_type",
  size: "delegate.file_size",
  empty: "delegate.file_empty",
  unreadable: "delegate.file_unreadable",
};

export function StatementEditor({ occasion }: { occasion: Occasion }) {
  const t = useText();
  const format = useFormat();
  const { store, hello, status } = useHall();
  const drafts = useDrafts(hello);
  const sending = useAct();
  const reason = useRejectionText();
  const statement = store.statement(occasion.entry);
  const languages = languagesFor();
  const [language, setLanguage] = useState(languages[0] ?? "");
  const [preview, setPreview] = useState(false);
  const [refusal, setRefusal] = useState<FileRefusal>();
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<{ language: string; text: string }>();
  const field = useId();

  const held = textIn(statement, language);
  const asHeld: Draft = {
    text: held?.paragraphs.join("\n\n") ?? "",
    format: held?.format ?? TextFormat.PLAIN,
    delivery: statement?.delivery || Delivery.CHECK_AGAINST_DELIVERY,
    base: held?.version ?? 0,
  };
  const kept = drafts.of(occasion.entry, language);
  const draft = kept && !isHeld(kept, statement, language) ? kept : undefined;
  const shown = kept ?? asHeld;
  const words = wordsOf(shown.text);
  const bytes = bytesOf(shown.text);
  const overtaken = draft !== undefined && draft.base !== asHeld.base;

  // Once the server shows what was sent, it is no draft any more; what was typed since stays one.
  const arrived = sent && kept && !draft && sent.language === language && sent.text === kept.text;
  const { remove } = drafts;
  useEffect(() => {
    if (!arrived) return;
    remove(occasion.entry, language);
    setSent(undefined);
  }, [arrived, remove, occasion.entry, language]);

  const change = (part: Partial<Draft>) => {
    setRefusal(undefined);
    drafts.put(occasion.entry, language, { ...(kept ?? asHeld), ...part });
  };

  async function take(file: File | null | undefined) {
    if (!file) return;
    const read = await readTextFile(file);
    if (read.ok) change({ text: read.text, format: read.format });
    setRefusal(read.ok ? undefined : read.refusal);
  }

  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  async function send() {
    const { text, format: as, delivery } = shown;
    const outcome = await sending.run({
      case: "submitStatement",
      value: { entry: occasion.entry, language, text, format: as, delivery },
    });
    if (outcome.ok) setSent({ language, text });
  }

  return (
    <Card
      className={statementStyles.editor}
      title={t("delegate.text_title")}
      aside={draft && <Chip tone="warn">{t(status === "live" ? "delegate.not_sent" : "delegate.not_sent_kept")}</Chip>}
    >
      {languages.length > 1 && (
        <ChoiceField
          label={t("delegate.text_in")}
          value={language}
          onChange={(tag) => {
            sending.clear();
            setRefusal(undefined);
            setLanguage(tag);
          }}
          choices={languages.map((tag) => ({
            id: tag,
            label: languageName(tag),
            lang: tag,
            note: noteOn(tag),
          }))}
        />
      )}
      <div className={statementStyles.ways}>
        <ChoiceField
          label={t("delegate.text_delivery")}
          value={String(shown.delivery)}
          onChange={(value) => change({ delivery: Number(value) as Delivery })}
          choices={DELIVERIES.map(([delivery, word]) => ({ id: String(delivery), label: t(word) }))}
        />
        <ChoiceField
          label={t("delegate.text_format")}
          value={String(shown.format)}
          onChange={(value) => change({ format: Number(value) as TextFormat })}
          choices={TEXT_FORMATS.map(([one, word]) => ({ id: String(one), label: t(word) }))}
        />
      </div>
      {overtaken && (
        <Note tone="warn" alert>
          {t("delegate.text_overtaken", { version: asHeld.base })}
        </Note>
      )}
      {preview ? (
        <div className={statementStyles.preview}>
          <StatementText
            statement={{
              entry: occasion.entry,
              panel: occasion.panel.id,
              delegation: hello?.delegation ?? "",
              delivery: shown.delivery,
              texts: [
                {
                  language,
                  version: asHeld.base + 1,
                  format: shown.format,
                  paragraphs: paragraphsOf(shown.text),
                  words,
                  submittedAt: 0,
                },
              ],
              releasedAt: 0,
              releasesAt: 0,
            }}
            language={language}
            paragraph={0}
            follow={false}
          />
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped here; the button beside it chooses them
        <div
          className={classes(statementStyles.writing, over && statementStyles.dropping)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
        >
          <label htmlFor={field} className={styles.othersTitle}>
            {t("delegate.text_words_in", { language: languageName(language) })}
          </label>
          <textarea
            id={field}
            className={statementStyles.writingField}
            lang={language}
            dir="auto"
            value={shown.text}
            onChange={(event) => change({ text: event.target.value })}
            aria-describedby={`${field}-about ${field}-length`}
            aria-invalid={bytes > statement_bytes_max}
          />
          <p id={`${field}-about`} className={styles.quiet}>
            {t(shown.format === TextFormat.MARKDOWN ? "delegate.text_about_markdown" : "delegate.text_about")}
          </p>
        </div>
      )}
      <Length id={`${field}-length`} words={words} limit_ms={occasion.limitMs} />
      {bytes > statement_bytes_max && (
        <Note tone="stop" alert>
          {t("delegate.file_size")}
        </Note>
      )}
      {refusal && (
        <Note tone="stop" alert>
          {t(refusals[refusal])}
        </Note>
      )}
      {sending.rejection && (
        <Note tone="stop" alert>
          {reason(sending.rejection.code, sending.rejection.details)}
        </Note>
      )}
      <div className={statementStyles.editorEnd}>
        <FileTrigger acceptedFileTypes={accepted_files} onSelect={(files) => void take(files?.[0])}>
          <Button>{t("delegate.file")}</Button>
        </FileTrigger>
        <Button aria-pressed={preview} isDisabled={words === 0} onPress={() => setPreview(!preview)}>
          {t(preview ? "delegate.write" : "delegate.preview")}
        </Button>
        {draft && (
          <ConfirmButton
            label={t("delegate.discard")}
            confirm={t("delegate.discard_now")}
            keep={t("delegate.discard_keep")}
            busy={sending.busy}
            busyLabel={t("delegate.discard")}
            onConfirm={() => drafts.remove(occasion.entry, language)}
          />
        )}
        <Button
          look="primary"
          size="large"
          isPending={sending.busy}
          isDisabled={!draft || words === 0 || bytes > statement_bytes_max}
          onPress={() => void send()}
        >
          {t(sending.busy ? "delegate.sending" : "delegate.send", { version: asHeld.base + 1 })}
        </Button>
      </div>
      <p role="status" className={styles.quiet}>
        {!draft && held ? t("delegate.sent", { version: held.version, time: format.time(held.submittedAt) }) : ""}
      </p>
    </Card>
  );

  /** The one it is spoken in first, then those of the session, and any in which there is a text already. */
  function languagesFor(): string[] {
    const all = [
      occasion.language,
      ...(store.session()?.languages ?? []),
      ...(statement?.texts.map((text) => text.language) ?? []),
    ];
    return [...new Set(all.filter(Boolean))];
  }

  function noteOn(tag: string): string {
    const one = drafts.of(occasion.entry, tag);
    if (one && !isHeld(one, statement, tag)) return t("delegate.not_sent");
    const text = textIn(statement, tag);
    return text ? t("delegate.version", { version: text.version }) : t("delegate.no_text");
  }
}

/** "412 words, 3 min 45 s at 110 words a minute; your limit is 3 min", with a bar and a word. */
function Length({ id, words, limit_ms }: { id: string; words: number; limit_ms: number }) {
  const t = useText();
  const format = useFormat();
  const length_ms = spokenMs(words);
  const over_ms = length_ms - limit_ms;
  const over = limit_ms > 0 && over_ms >= 500;
  const share = limit_ms > 0 ? Math.min(1, length_ms / limit_ms) : 0;
  return (
    <div className={statementStyles.length} id={id}>
      <div className={statementStyles.lengthBar} aria-hidden="true">
        <div
          className={classes(statementStyles.lengthFill, over && statementStyles.lengthOver)}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p className={statementStyles.lengthWords}>
        {t("delegate.length", {
          count: words,
          length: format.duration(length_ms),
          rate: words_a_minute,
          limit: format.duration(limit_ms),
        })}
      </p>
      {words > 0 && (
        <Chip tone={over ? "warn" : "go"}>
          {over ? t("delegate.length_over", { over: format.duration(over_ms) }) : t("delegate.length_within")}
        </Chip>
      )}
    </div>
  );
}
