// A statement to be read while it is spoken: the paragraph reached is marked, those before it are dimmed, and the text
// follows it until the reader scrolls away. It scrolls within itself: give it a height, or let it fill a flex column.
import "../parts/serif.css";
import { type CSSProperties, useRef } from "react";
import { useText } from "../i18n";
import { Button } from "../parts/Button";
import { classes } from "../parts/class";
import { type Statement, TextFormat } from "../wire";
import { useMarkdown } from "./markdown";
import styles from "./StatementText.module.css";
import { textIn } from "./statement";
import { useFollowing } from "./useFollowing";

type StatementTextProps = {
  statement: Statement;
  /** Of the text to show; where there is none in it, nothing is shown. */
  language: string;
  /** Of the text shown, from 1 (paragraphIn in statement.ts maps it to a language); 0: none is reached. */
  paragraph: number;
  /** It is asked for from here, and not known to be reached: its edge is broken. */
  asked?: boolean | undefined;
  /** Of the letters, in rem. */
  size?: number;
  /** Scrolls along with the paragraph reached. */
  follow?: boolean;
  /** Gives each paragraph a button that marks it as reached: with its number in the text shown. */
  onReach?: ((paragraph: number) => void) | undefined;
};

export const text_size_rem = 1.25;

export function StatementText({
  statement,
  language,
  paragraph,
  asked = false,
  size = text_size_rem,
  follow = true,
  onReach,
}: StatementTextProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const text = textIn(statement, language);
  const formatted = useMarkdown(text?.format === TextFormat.MARKDOWN) !== undefined;
  const { away, goBack } = useFollowing(scroller, {
    follow,
    of: String(statement.entry),
    place: paragraph,
    layout: `${language} ${text?.version} ${size} ${formatted}`,
  });
  if (!text) return null;
  return (
    <div className={styles.statement}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={t("text.label")}>
        <div
          className={classes(styles.text, onReach && styles.marking)}
          lang={text.language}
          dir="auto"
          style={{ "--text-size": `${size}rem` } as CSSProperties}
        >
          {text.paragraphs.map((words, index) => {
            // A text is replaced as a whole: the number is what a paragraph is known by.
            const number = index + 1;
            return (
              <Paragraph
                key={number}
                number={number}
                reached={paragraph}
                asked={asked}
                format={text.format}
                onReach={onReach}
              >
                {words}
              </Paragraph>
            );
          })}
        </div>
        {away && paragraph > 0 && (
          <div className={styles.back}>
            <Button onPress={goBack}>{t("text.back")}</Button>
          </div>
        )}
      </section>
    </div>
  );
}

type ParagraphProps = {
  number: number;
  reached: number;
  asked: boolean;
  format: TextFormat;
  onReach: ((paragraph: number) => void) | undefined;
  children: string;
};

function Paragraph({ number, reached, asked, format, onReach, children }: ParagraphProps) {
  const t = useText();
  const here = number === reached;
  return (
    <div
      className={classes(styles.paragraph, here && styles.here, number < reached && styles.before)}
      aria-current={here ? "true" : undefined}
      data-paragraph={number}
      data-unconfirmed={(here && asked) || undefined}
      dir="auto"
    >
      {here && <Aside>{t(asked ? "text.asked" : "text.here")}</Aside>}
      {onReach && (
        <div className={styles.mark}>
          <Button
            size="small"
            aria-label={t("text.mark", { number })}
            aria-pressed={here}
            onPress={() => onReach(number)}
          >
            {number}
          </Button>
        </div>
      )}
      <div className={styles.words}>
        <Words format={format}>{children}</Words>
      </div>
    </div>
  );
}

/** In the language of the screen, within a text that may be in another. */
function Aside({ children }: { children: string }) {
  return (
    <span className="visually-hidden" lang={document.documentElement.lang} dir="ltr">
      {children}
    </span>
  );
}

/** The words of one paragraph; those of Markdown plain until the reader of it is here. */
export function Words({ format, children }: { format: TextFormat; children: string }) {
  const Markdown = useMarkdown(format === TextFormat.MARKDOWN);
  return Markdown ? <Markdown>{children}</Markdown> : <p className={styles.plain}>{children}</p>;
}
