// The text of the speech under way, which follows the paragraph reached; or why there is none to read.
import { useState } from "react";
import { useLocale, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Note } from "../../parts/Note";
import { StatementText } from "../../parts/StatementText";
import { Delivery, type Panel, type Statement } from "../../wire";
import { type Followed, followedOn } from "../followed";
import { useHall, useNow } from "../hall";
import { holderOf, situationOf } from "../situation";
import { firstLanguage, paragraphIn } from "../statement";
import { DELIVERIES, wordOf } from "../terms";
import styles from "./delegate.module.css";
import statementStyles from "./statement.module.css";
import { TextChoice, useTextSize } from "./TextChoice";

/** A speech that has run for so long releases its text (docs/rules.md#s2-release). */
export const released_after_ms = 10_000;

export function LiveTab() {
  const t = useText();
  const { store } = useHall();
  const now = useNow(1_000);
  const { panel, stage } = situationOf(store);
  const followed = panel && (stage === "open" || stage === "suspended") ? followedOn(store, panel) : undefined;
  const statement = followed?.entry ? store.statement(followed.entry) : undefined;
  if (panel && followed && statement && statement.texts.length > 0) {
    return <LiveText panel={panel} followed={followed} statement={statement} />;
  }
  return (
    <Card>
      <p className={styles.state} role="status">
        {t(why())}
      </p>
      <p className={styles.quiet}>{t("delegate.live_about")}</p>
    </Card>
  );

  function why() {
    if (!followed) return "delegate.live_nobody";
    if (followed.panellist) return "delegate.live_panellist";
    return followed.spokenMs(now) < released_after_ms ? "delegate.live_embargo" : "delegate.live_none";
  }
}

type LiveTextProps = { panel: Panel; followed: Followed; statement: Statement };

function LiveText({ panel, followed, statement }: LiveTextProps) {
  const t = useText();
  const text = useLocalized();
  const { locale } = useLocale();
  const { store } = useHall();
  const [chosen, setChosen] = useState<string>();
  const [size, setSize] = useTextSize();
  const spoken = followed.language;
  const language = firstLanguage(statement, [chosen, locale, spoken], spoken);
  const entry = store.entry(followed.entry);
  const holder = holderOf(store, {
    panel: panel.id,
    delegation: statement.delegation,
    body: entry?.body ?? "",
    speaker: entry?.speaker,
  });
  const delivery = wordOf(DELIVERIES, statement.delivery);
  return (
    <Card flush className={statementStyles.live}>
      <div className={statementStyles.liveHead}>
        <h2 className={statementStyles.liveTitle}>
          {t("delegate.live_title", { name: text(holder.name) || holder.fallback })}
        </h2>
        <span className={styles.chips}>
          {statement.delivery !== Delivery.UNSPECIFIED && delivery && <Chip>{t(delivery)}</Chip>}
          {statement.releasedAt === 0 && <Chip>{t("delegate.embargo")}</Chip>}
        </span>
        <TextChoice statement={statement} language={language} onLanguage={setChosen} size={size} onSize={setSize} />
      </div>
      {followed.interrupted && (
        <div className={statementStyles.liveNote}>
          <Note tone="warn">{t("delegate.live_interrupted")}</Note>
        </div>
      )}
      <StatementText
        statement={statement}
        language={language}
        paragraph={paragraphIn(statement, spoken, language, followed.paragraph)}
        size={size}
      />
    </Card>
  );
}
