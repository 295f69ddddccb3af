// The text while it is written: typed or taken from a file, measured against the limit, looked at as others will read it,
// and sent as a new version. What is not sent yet stays on this device.
import { useId, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { languageName, type MessageId, useFormat, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { ChoiceField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import { useAct, useHall } from "../../shared/hall";
import { bytesOf, statement_bytes_max, textIn, wordsOf } from "../../shared/statement";
import { DELIVERIES, TEXT_FORMATS } from "../../shared/terms";
import type { Delivery, Statement, TextFormat } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import { DraftPreview } from "./DraftPreview";
import styles from "./delegate.module.css";
import { useDraft } from "./draft";
import type { Draft } from "./drafts";
import type { Occasion } from "./model";
import statementStyles from "./statement.module.css";
import { TextLength } from "./TextLength";
import { accepted_files, type FileRefusal, readTextFile } from "./textFile";
import { WritingField } from "./WritingField";

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
  const sending = useAct();
  const reason = useRejectionText();
  const statement = store.statement(occasion.entry);
  const languages = languagesOf(occasion, store.session()?.languages, statement);
  const [language, setLanguage] = useState(languages[0] ?? "");
  const [preview, setPreview] = useState(false);
  const [refusal, setRefusal] = useState<FileRefusal>();
  const draft = useDraft(occasion.entry, language);
  const { shown, held } = draft;
  const field = useId();

  const words = wordsOf(shown.text);
  const tooLong = bytesOf(shown.text) > statement_bytes_max;
  const next = draft.heldVersion + 1;

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

  async function send() {
    const { text, format: as, delivery } = shown;
    const outcome = await sending.run({
      case: "submitStatement",
      value: { entry: occasion.entry, language, text, format: as, delivery },
    });
    if (outcome.ok) draft.wasSent(text);
  }

  const noteOn = (tag: string) => {
    if (draft.isUnsentIn(tag)) return t("delegate.not_sent");
    const text = textIn(statement, tag);
    return text ? t("delegate.version", { version: text.version }) : t("delegate.no_text");
  };

  return (
    <Card
      className={statementStyles.editor}
      title={t("delegate.text_title")}
      aside={
        draft.unsent && <Chip tone="warn">{t(status === "live" ? "delegate.not_sent" : "delegate.not_sent_kept")}</Chip>
      }
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
          id={field}
          language={language}
          text={shown.text}
          format={shown.format}
          onText={(text) => change({ text })}
          onFile={(file) => void take(file)}
        />
      )}
      <TextLength id={`${field}-length`} words={words} limit_ms={occasion.limitMs} />
      {tooLong && (
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
        {draft.unsent && (
          <ConfirmButton
            label={t("delegate.discard")}
            confirm={t("delegate.discard_now")}
            keep={t("delegate.discard_keep")}
            busy={sending.busy}
            busyLabel={t("delegate.discard")}
            onConfirm={draft.discard}
          />
        )}
        <Button
          look="primary"
          size="large"
          isPending={sending.busy}
          isDisabled={!draft.unsent || words === 0 || tooLong}
          onPress={() => void send()}
        >
          {t(sending.busy ? "delegate.sending" : "delegate.send", { version: next })}
        </Button>
      </div>
      <p role="status" className={styles.quiet}>
        {!draft.unsent && held
          ? t("delegate.sent", { version: held.version, time: format.time(held.submittedAt) })
          : ""}
      </p>
    </Card>
  );
}

/** The one it is spoken in first, then those of the session, and any in which there is a text already. */
function languagesOf(occasion: Occasion, ofSession: readonly string[] = [], statement?: Statement): string[] {
  const texts = statement?.texts.map((text) => text.language) ?? [];
  return [...new Set([occasion.language, ...ofSession, ...texts].filter(Boolean))];
}
