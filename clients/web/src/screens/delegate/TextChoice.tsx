// How a text is shown: in which of its languages, and how large.
import { useState } from "react";
import { languageName, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Menu } from "../../parts/Menu";
import { text_size_rem } from "../../shared/StatementText";
import type { Statement } from "../../wire";
import styles from "./TextChoice.module.css";

const sizes_rem = [1, text_size_rem, 1.5, 1.875, 2.25];
const storage_key = "rostrum.text_size";

type TextChoiceProps = {
  statement: Statement;
  language: string;
  onLanguage: (language: string) => void;
  size: number;
  onSize: (size_rem: number) => void;
};

export function TextChoice({ statement, language, onLanguage, size, onSize }: TextChoiceProps) {
  const t = useText();
  const at = sizes_rem.indexOf(size);
  const step = (by: 1 | -1) => sizes_rem[at + by];
  const smaller = step(-1);
  const larger = step(1);
  return (
    <div className={styles.textChoice}>
      {statement.texts.length > 1 && (
        <Menu
          button={languageName(language)}
          label={t("delegate.text_language", { language: languageName(language) })}
          choices={statement.texts.map((text) => ({
            id: text.language,
            label: languageName(text.language),
            lang: text.language,
          }))}
          chosen={language}
          onChoose={onLanguage}
        />
      )}
      <Button
        aria-label={t("delegate.text_smaller")}
        isDisabled={smaller === undefined}
        onPress={() => smaller !== undefined && onSize(smaller)}
      >
        <span aria-hidden="true" className={styles.letterSmall}>
          A
        </span>
      </Button>
      <Button
        aria-label={t("delegate.text_larger")}
        isDisabled={larger === undefined}
        onPress={() => larger !== undefined && onSize(larger)}
      >
        <span aria-hidden="true" className={styles.letterLarge}>
          A
        </span>
      </Button>
    </div>
  );
}

/** Kept on the device: whoever needs large letters needs them at the next speech too. */
export function useTextSize(): [number, (size_rem: number) => void] {
  const [size, setSize] = useState(kept);
  return [
    size,
    (chosen) => {
      setSize(chosen);
      try {
        localStorage.setItem(storage_key, String(chosen));
      } catch {
        // Without storage it lasts as long as the screen.
      }
    },
  ];
}

function kept(): number {
  try {
    const size = Number(localStorage.getItem(storage_key));
    return sizes_rem.includes(size) ? size : text_size_rem;
  } catch {
    return text_size_rem;
  }
}
