// The text of the speech under way, which follows the paragraph reached; while nobody speaks the last one stays, and says so;
// or why there is none to read.
import { useState } from "react";
import { useFormat, useLocale, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Note } from "../../parts/Note";
import { type Followed, followedOn, lastStatementOn } from "../../shared/followed";
import { useHall, useNow } from "../../shared/hall";
import { StatementText } from "../../shared/StatementText";
import { holderOf, situationOf } from "../../shared/situation";
import { stageWords } from "../../shared/stage";
import { firstLanguage, paragraphIn } from "../../shared/statement";
import { DELIVERIES, wordOf } from "../../shared/terms";
import { Delivery, type Panel, type Statement } from "../../wire";
import styles from "./LiveTab.module.css";
import look from "./look.module.css";
import { TextChoice, useTextSize } from "./TextChoice";

/** A speech that has run for so long releases its text (docs/rules.md#s2-release). */
export const released_after_ms = 10_000;

export function LiveTab() {
  const t = useText();
  const { store } = useHall();
  const format = useFormat();
  const now = useNow(1_000);
  const situation = situationOf(store);
  const { panel, stage } = situation;
  const sits = panel !== undefined && (stage === "open" || stage === "suspended");
  const followed = sits ? followedOn(store, panel) : undefined;
  const statement = followed?.entry ? store.statement(followed.entry) : undefined;
  if (panel && followed && statement && statement.texts.length > 0) {
    return <LiveText panel={panel} followed={followed} statement={statement} />;
  }
  const last = sits && !followed ? lastStatementOn(store, panel) : undefined;
  if (panel && last && last.releasedAt > 0) {
    return <LiveText panel={panel} statement={last} nobody={stageWords(t, format, situation, now)} />;
  }
  return (
    <Card>
      <p className={look.state} role="status">
        {t(why())}
      </p>
      <p className={look.quiet}>{t("delegate.live_about")}</p>
    </Card>
  );

  function why() {
    if (!followed) return "delegate.live_nobody";
    if (followed.panellist) return "delegate.live_panellist";
    return followed.spokenMs(now) < released_after_ms ? "delegate.live_embargo" : "delegate.live_none";
  }
}

type LiveTextProps = {
  panel: Panel;
  statement: Statement;
  /** Left out where nobody speaks: the statement is then the last one. */
  followed?: Followed;
  /** Why nobody speaks. */
  nobody?: string;
};

function LiveText({ panel, statement, followed, nobody }: LiveTextProps) {
  const t = useText();
  const text = useLocalized();
  const { locale } = useLocale();
  const { store } = useHall();
  const [chosen, setChosen] = useState<string>();
  const [size, setSize] = useTextSize();
  const spoken = followed?.language ?? "";
  const language = firstLanguage(statement, [chosen, locale, spoken], spoken);
  const entry = store.entry(statement.entry);
  const holder = holderOf(store, {
    panel: panel.id,
    delegation: statement.delegation,
    body: entry?.body ?? "",
    speaker: entry?.speaker,
  });
  const delivery = wordOf(DELIVERIES, statement.delivery);
  const name = text(holder.name) || holder.fallback;
  return (
    <Card flush className={styles.live}>
      {nobody && (
        <div className={styles.liveNote}>
          <p className={look.state} role="status">
            {nobody}
          </p>
          <p className={look.quiet}>{t("text.last")}</p>
        </div>
      )}
      <div className={styles.liveHead}>
        <h2 className={styles.liveTitle}>{name ? t("delegate.live_title", { name }) : t("text.label")}</h2>
        <span className={look.chips}>
          {statement.delivery !== Delivery.UNSPECIFIED && delivery && <Chip>{t(delivery)}</Chip>}
          {followed && statement.releasedAt === 0 && <Chip>{t("delegate.embargo")}</Chip>}
        </span>
        <TextChoice statement={statement} language={language} onLanguage={setChosen} size={size} onSize={setSize} />
      </div>
      {followed?.interrupted && (
        <div className={styles.liveNote}>
          <Note tone="warn">{t("delegate.live_interrupted")}</Note>
        </div>
      )}
      <StatementText
        statement={statement}
        language={language}
        paragraph={paragraphIn(statement, spoken, language, followed?.paragraph ?? 0)}
        size={size}
      />
    </Card>
  );
}
