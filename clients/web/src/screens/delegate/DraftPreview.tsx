// A draft as others will read it.
import { StatementText } from "../../shared/StatementText";
import { paragraphsOf, wordsOf } from "../../shared/statement";
import styles from "./DraftPreview.module.css";
import type { Draft } from "./drafts";
import type { Occasion } from "./model";

interface DraftPreviewProps {
  occasion: Occasion;
  delegation: string;
  language: string;
  draft: Draft;
}

export function DraftPreview({ occasion, delegation, language, draft }: DraftPreviewProps) {
  const text = {
    language,
    version: draft.base + 1,
    format: draft.format,
    paragraphs: paragraphsOf(draft.text),
    words: wordsOf(draft.text),
    submittedAt: 0,
  };
  return (
    <div className={styles.preview}>
      <StatementText
        statement={{
          entry: occasion.entry,
          panel: occasion.panel.id,
          delegation,
          delivery: draft.delivery,
          texts: [text],
          releasedAt: 0,
          releasesAt: 0,
          filedAt: 0,
        }}
        language={language}
        paragraph={0}
        follow={false}
      />
    </div>
  );
}
