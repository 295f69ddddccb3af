// The text while it is written: typed or taken from a file, measured against the limit, looked at as others will read it,
// and sent as a new version. What is not sent yet stays on this device.
import { useId, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { languageName, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { ChoiceField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import { bytesOf } from "../../parts/room";
import { Refused } from "../../shared/acts/Refused";
import { submitStatement } from "../../shared/acts/table/texts";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import { statement_bytes_max, textIn, wordsOf } from "../../shared/statement";
import { DELIVERIES, TEXT_FORMATS } from "../../shared/terms";
import { accepted_files, FILE_REFUSALS, type FileRefusal, readTextFile } from "../../shared/textFile";
import type { Delivery, Statement, TextFormat } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import { DraftPreview } from "./DraftPreview";
import { useDraft } from "./draft";
import type { Draft } from "./drafts";
import look from "./look.module.css";
import type { Occasion } from "./model";
import styles from "./StatementEditor.module.css";
import { TextLength } from "./TextLength";
import { WritingField } from "./WritingField";

/** The text as it stands on this device, and what can be done with it. */
function useWriting({ entry, panel }: Occasion, language: string) {
  const place = `form/text ${entry}` as const;
  const acts = useActs(place);
  const [refusal, setRefusal] = useState<FileRefusal>();
  const draft = useDraft({ entry, panel: panel.id }, language);
  const { shown } = draft;

  const change = (part: Partial<Draft>) => {
    setRefusal(undefined);
    draft.change(part);
  };

  async function take(file: File | null | undefined) {
    if (!file) return;
    const read = await readTextFile(file);
    if (read.ok) change({ text: read.text, format: read.format });
    setRefusal(read.ok ? undefined : read.refusal);
  }

  function send() {
    const { text, format, delivery } = shown;
    const value = { entry, language, text, format, delivery };
    acts.press(submitStatement, value, { onDone: () => draft.wasSent(text) });
  }

  const forget = () => {
    acts.dismiss();
    setRefusal(undefined);
  };
  const words = wordsOf(shown.text);
  const tooLong = bytesOf(shown.text) > statement_bytes_max;
  return {
    draft,
    shown,
    change,
    take,
    send,
    place,
    busy: acts.busy,
    unconfirmed: acts.unconfirmed,
    refusal,
    forget,
    words,
    tooLong,
  };
}
type Writing = ReturnType<typeof useWriting>;

export function StatementEditor({ occasion }: { occasion: Occasion }) {
  const t = useText();
  const { store, hello, status } = useHall();
  const statement = store.statement(occasion.entry);
  const languages = languagesOf(occasion, store.session()?.languages, statement);
  const [language, setLanguage] = useState(languages[0] ?? "");
  const [preview, setPreview] = useState(false);
  const writing = useWriting(occasion, language);
  const { draft, shown, change, take, forget, words } = writing;
  const length = useId();

  return (
    <Card
      className={styles.editor}
      title={t("delegate.text_title")}
      aside={
        draft.unsent && <Chip tone="warn">{t(status === "live" ? "delegate.not_sent" : "delegate.not_sent_kept")}</Chip>
      }
    >
      {languages.length > 1 && (
        <LanguageField
          language={language}
          languages={languages}
          statement={statement}
          isUnsentIn={draft.isUnsentIn}
          onChange={(tag) => {
            forget();
            setLanguage(tag);
          }}
        />
      )}
      <WaysFields writing={writing} />
      {draft.overtaken && (
        <Note tone="warn" alert>
          {t("delegate.text_overtaken", { version: draft.heldVersion })}
        </Note>
      )}
      {preview ? (
        <DraftPreview
          occasion={occasion}
          delegation={hello?.delegation ?? ""}
          language={language}
          draft={{ ...shown, base: draft.heldVersion }}
        />
      ) : (
        <WritingField
          describedBy={length}
          language={language}
          text={shown.text}
          format={shown.format}
          onText={(text) => change({ text })}
          onFile={(file) => void take(file)}
        />
      )}
      <TextLength id={length} words={words} limit_ms={occasion.limitMs} />
      <Refusals writing={writing} />
      <Ends writing={writing} preview={preview} onPreview={setPreview} />
    </Card>
  );
}

type LanguageFieldProps = {
  language: string;
  languages: string[];
  statement: Statement | undefined;
  isUnsentIn: (language: string) => boolean;
  onChange: (language: string) => void;
};

function LanguageField({ language, languages, statement, isUnsentIn, onChange }: LanguageFieldProps) {
  const t = useText();
  const noteOn = (tag: string) => {
    if (isUnsentIn(tag)) return t("delegate.not_sent");
    const text = textIn(statement, tag);
    return text ? t("delegate.version", { version: text.version }) : t("delegate.no_text");
  };
  return (
    <ChoiceField
      label={t("delegate.text_in")}
      value={language}
      onChange={onChange}
      choices={languages.map((tag) => ({ id: tag, label: languageName(tag), lang: tag, note: noteOn(tag) }))}
    />
  );
}

function WaysFields({ writing: { shown, change } }: { writing: Writing }) {
  const t = useText();
  return (
    <div className={styles.ways}>
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
  );
}

function Refusals({ writing: { tooLong, refusal, place } }: { writing: Writing }) {
  const t = useText();
  return (
    <>
      {tooLong && (
        <Note tone="stop" alert>
          {t("file.size")}
        </Note>
      )}
      {refusal && (
        <Note tone="stop" alert>
          {t(FILE_REFUSALS[refusal])}
        </Note>
      )}
      <Refused at={place} alert stays />
    </>
  );
}

type EndsProps = { writing: Writing; preview: boolean; onPreview: (preview: boolean) => void };

function Ends({ writing, preview, onPreview }: EndsProps) {
  const t = useText();
  const instant = useInstant();
  const { draft, take, send, busy, unconfirmed, words, tooLong } = writing;
  const { held } = draft;
  return (
    <>
      <div className={styles.editorEnd}>
        <FileTrigger acceptedFileTypes={accepted_files} onSelect={(files) => void take(files?.[0])}>
          <Button>{t("delegate.file")}</Button>
        </FileTrigger>
        <Button aria-pressed={preview} isDisabled={words === 0} onPress={() => onPreview(!preview)}>
          {t(preview ? "delegate.write" : "delegate.preview")}
        </Button>
        {draft.unsent && (
          <ConfirmButton
            label={t("delegate.discard")}
            confirm={t("delegate.discard_now")}
            keep={t("delegate.discard_keep")}
            busy={busy}
            busyLabel={t("delegate.discard")}
            onConfirm={draft.discard}
          />
        )}
        <Button
          look="primary"
          size="large"
          isPending={busy}
          says={busy}
          unconfirmed={unconfirmed}
          isDisabled={!draft.unsent || words === 0 || tooLong}
          onPress={send}
        >
          {t(busy ? "delegate.sending" : "delegate.send", { version: draft.heldVersion + 1 })}
        </Button>
      </div>
      <p role="status" className={look.quiet}>
        {!draft.unsent && held ? t("delegate.sent", { version: held.version, time: instant(held.submittedAt) }) : ""}
      </p>
    </>
  );
}

/** The one it is spoken in first, then those of the session, and any in which there is a text already. */
function languagesOf(occasion: Occasion, ofSession: readonly string[] = [], statement?: Statement): string[] {
  const texts = statement?.texts.map((text) => text.language) ?? [];
  return [...new Set([occasion.language, ...ofSession, ...texts].filter(Boolean))];
}
