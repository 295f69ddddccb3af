// The text of the own speech, with the paragraph reached, moved from here: by two large buttons, by the arrow keys, the
// space bar, or a presenter's page keys. Every device of the delegation sees and moves the same.
import { type ReactNode, useState } from "react";
import { useLocale, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { Told } from "../../shared/acts/Told";
import { nextParagraph, previousParagraph, reachParagraph } from "../../shared/acts/table/paragraph";
import { useActs } from "../../shared/acts/useActs";
import { useStepKeys } from "../../shared/acts/useStepKeys";
import { paragraphWanted } from "../../shared/followed";
import { useHall } from "../../shared/hall";
import { StatementText } from "../../shared/StatementText";
import { firstLanguage, paragraphBeside, paragraphIn, textIn } from "../../shared/statement";
import type { Statement } from "../../wire";
import look from "./look.module.css";
import own from "./own.module.css";
import { TextChoice, useTextSize } from "./TextChoice";

type OwnTextProps = {
  statement: Statement;
  speech: number;
  language: string;
  paragraph: number;
  /** A point of order has interrupted the speech: the paragraph stays where it is until the ruling. */
  held?: boolean;
  /** Of no height, over the lower edge of the text. */
  over?: ReactNode;
};

export function OwnText({ statement, speech, language: spoken, paragraph, held = false, over }: OwnTextProps) {
  const t = useText();
  const hall = useHall();
  const place = `text/${speech}` as const;
  const acts = useActs(place);
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<string>();
  const [size, setSize] = useTextSize();
  const language = firstLanguage(statement, [chosen, spoken, locale], spoken);
  const wanted = paragraphWanted(hall.unanswered, speech, paragraph);
  const next = paragraphBeside(statement, spoken, language, wanted, 1);
  const previous = paragraphBeside(statement, spoken, language, wanted, -1);
  const shown = paragraphIn(statement, spoken, language, paragraph);
  const count = textIn(statement, language)?.paragraphs.length ?? 0;

  const reach = (to: number) => {
    if (to !== wanted && !held) acts.press(reachParagraph, { speech, paragraph: to });
  };
  useStepKeys([
    [nextParagraph, () => reach(next)],
    [previousParagraph, () => reach(previous)],
  ]);

  return (
    <section className={own.ownText} aria-label={t("delegate.text_own")}>
      <div className={own.textBar}>
        <Chip tone={statement.releasedAt ? "go" : "neutral"}>
          {t(statement.releasedAt ? "delegate.released" : "delegate.embargo")}
        </Chip>
        <span className={look.quiet}>
          {shown > 0 ? t("delegate.paragraph_of", { number: shown, count }) : t("delegate.paragraph_none")}
        </span>
        <TextChoice statement={statement} language={language} onLanguage={setChosen} size={size} onSize={setSize} />
      </div>
      <StatementText statement={statement} language={language} paragraph={shown} size={size} />
      {over}
      <div className={own.told}>
        {acts.book.refusals.get(place)?.code !== "nothing_changes" && <Told at={place} alert stays />}
      </div>
      <div className={own.steps}>
        <Button size="large" isDisabled={held || previous === wanted} onPress={() => reach(previous)}>
          {t(acts.reach(previousParagraph).label)}
        </Button>
        <Button size="large" look="primary" isDisabled={held || next === wanted} onPress={() => reach(next)}>
          {t(acts.reach(nextParagraph).label)}
        </Button>
      </div>
    </section>
  );
}
