// Where a text is typed, or dropped as a file.
import { type DragEvent, useState } from "react";
import { languageName, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { bytesOf, statement_bytes_max } from "../../shared/statement";
import { TextFormat } from "../../wire";
import styles from "./delegate.module.css";
import statementStyles from "./statement.module.css";

interface WritingFieldProps {
  /** The field's; what is about it is described by `ID-about`, and by the text's length, which stands in `ID-length`. */
  id: string;
  language: string;
  text: string;
  format: TextFormat;
  onText: (text: string) => void;
  onFile: (file: File | undefined) => void;
}

export function WritingField({ id, language, text, format, onText, onFile }: WritingFieldProps) {
  const t = useText();
  const [over, setOver] = useState(false);

  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped here; a button beside it chooses them
    <div
      className={classes(statementStyles.writing, over && statementStyles.dropping)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <label htmlFor={id} className={styles.othersTitle}>
        {t("delegate.text_words_in", { language: languageName(language) })}
      </label>
      <textarea
        id={id}
        className={statementStyles.writingField}
        lang={language}
        dir="auto"
        value={text}
        onChange={(event) => onText(event.target.value)}
        aria-describedby={`${id}-about ${id}-length`}
        aria-invalid={bytesOf(text) > statement_bytes_max}
      />
      <p id={`${id}-about`} className={styles.quiet}>
        {t(format === TextFormat.MARKDOWN ? "delegate.text_about_markdown" : "delegate.text_about")}
      </p>
    </div>
  );
}
