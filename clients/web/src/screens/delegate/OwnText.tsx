// The text of the own speech, with the paragraph reached, moved from here: by two large buttons, by the arrow keys, the
// space bar, or a presenter's page keys. Every device of the delegation sees and moves the same.
import { useEffect, useRef, useState } from "react";
import { useLocale, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { Note } from "../../parts/Note";
import { paragraphWanted } from "../../shared/followed";
import { useAct, useHall } from "../../shared/hall";
import { StatementText } from "../../shared/StatementText";
import { firstLanguage, paragraphBeside, paragraphIn, textIn } from "../../shared/statement";
import type { Statement } from "../../wire";
import styles from "./delegate.module.css";
import own from "./own.module.css";
import { TextChoice, useTextSize } from "./TextChoice";

type OwnTextProps = {
  statement: Statement;
  speech: number;
  language: string;
  paragraph: number;
  /** A point of order has interrupted the speech: the paragraph stays where it is until the ruling. */
  held?: boolean;
};

const forward: ReadonlySet<string> = new Set(["ArrowDown", "ArrowRight", "PageDown", " "]);
const back: ReadonlySet<string> = new Set(["ArrowUp", "ArrowLeft", "PageUp"]);

export function OwnText({ statement, speech, language: spoken, paragraph, held = false }: OwnTextProps) {
  const t = useText();
  const hall = useHall();
  const act = useAct();
  const reason = useRejectionText();
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<string>();
  const [size, setSize] = useTextSize();
  const language = firstLanguage(statement, [chosen, spoken, locale], spoken);
  const wanted = paragraphWanted(hall.waiting, speech, paragraph);
  const next = paragraphBeside(statement, spoken, language, wanted, 1);
  const previous = paragraphBeside(statement, spoken, language, wanted, -1);
  const shown = paragraphIn(statement, spoken, language, paragraph);
  const count = textIn(statement, language)?.paragraphs.length ?? 0;

  const reach = (to: number) => {
    if (to !== wanted && !held) void act.run({ case: "reachParagraph", value: { speech, paragraph: to } });
  };
  const step = useRef((_by: 1 | -1) => {});
  useEffect(() => {
    step.current = (by) => reach(by === 1 ? next : previous);
  });

  useEffect(() => {
    // Before what scrolls by these keys, which then leaves them alone.
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || takesKeys(event.target, event.key))
        return;
      const by = forward.has(event.key) ? 1 : back.has(event.key) ? -1 : undefined;
      if (!by) return;
      event.preventDefault();
      if (!event.repeat) step.current(by);
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, []);

  return (
    <section className={own.ownText} aria-label={t("delegate.text_own")}>
      <div className={own.textBar}>
        <Chip tone={statement.releasedAt ? "go" : "neutral"}>
          {t(statement.releasedAt ? "delegate.released" : "delegate.embargo")}
        </Chip>
        <span className={styles.quiet} role="status">
          {shown > 0 ? t("delegate.paragraph_of", { number: shown, count }) : t("delegate.paragraph_none")}
        </span>
        <TextChoice statement={statement} language={language} onLanguage={setChosen} size={size} onSize={setSize} />
      </div>
      <StatementText statement={statement} language={language} paragraph={shown} size={size} />
      {act.rejection && act.rejection.code !== "nothing_changes" && (
        <Note tone="stop" alert>
          {reason(act.rejection.code, act.rejection.details)}
        </Note>
      )}
      <div className={own.steps}>
        <Button size="large" isDisabled={held || previous === wanted} onPress={() => reach(previous)}>
          {t("delegate.paragraph_previous")}
        </Button>
        <Button size="large" look="primary" isDisabled={held || next === wanted} onPress={() => reach(next)}>
          {t("delegate.paragraph_next")}
        </Button>
      </div>
    </section>
  );
}

/** What has the focus and needs the key itself: fields, choices, and the space bar on a button. */
function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (
    target.closest(
      "input, textarea, select, [role=menu], [role=listbox], [role=dialog], [role=radiogroup], [aria-haspopup]",
    )
  )
    return true;
  return key === " " && target.closest("button") !== null;
}
