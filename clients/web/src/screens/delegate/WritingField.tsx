// Where a text is typed, or dropped as a file.
import { type DragEvent, useState } from "react";
import { languageName, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { bytesOf } from "../../parts/room";
import { TextArea } from "../../parts/TextArea";
import { usePasted } from "../../shared/pasted";
import { statement_bytes_max } from "../../shared/statement";
import { TextFormat } from "../../wire";
import styles from "./WritingField.module.css";

interface WritingFieldProps {
  /** The id of what tells the text's length. */
  describedBy: string;
  language: string;
  text: string;
  format: TextFormat;
  onText: (text: string) => void;
  onFile: (file: File | undefined) => void;
}

export function WritingField({ describedBy, language, text, format, onText, onFile }: WritingFieldProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const pasted = usePasted(format);

  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped here; a button beside it chooses them
    <div
      className={classes(styles.writing, over && styles.dropping)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <TextArea
        serif
        tall
        label={t("delegate.text_words_in", { language: languageName(language) })}
        lang={language}
        value={text}
        onChange={(words) => {
          pasted.changed();
          onText(words);
        }}
        onPaste={pasted.paste}
        describedBy={describedBy}
        invalid={bytesOf(text) > statement_bytes_max}
        note={
          pasted.apart
            ? t("text.apart")
            : t(format === TextFormat.MARKDOWN ? "delegate.text_about_markdown" : "delegate.text_about")
        }
      />
    </div>
  );
}
