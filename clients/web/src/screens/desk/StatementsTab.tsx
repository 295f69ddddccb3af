// The texts received for a panel: in which languages and versions, how long against the limit, and whether they are
// released. One can be read beside the list.
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { dot, joined, useFormat, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { DelegationName } from "../../parts/DelegationName";
import { Told } from "../../shared/acts/Told";
import { releaseStatement } from "../../shared/acts/table/texts";
import { useActs } from "../../shared/acts/useActs";
import { interruptedOn, speakingOn } from "../../shared/floor";
import { useHall } from "../../shared/hall";
import { StatementText } from "../../shared/StatementText";
import { firstLanguage, paragraphIn, spokenMs, textIn } from "../../shared/statement";
import { DELIVERIES, wordOf } from "../../shared/terms";
import type { Floor, Statement } from "../../wire";
import { ActButton, Empty, useDesk } from "./desk";
import look from "./look.module.css";
import { useNames } from "./names";
import { PanelChoice } from "./PanelChoice";
import styles from "./StatementsTab.module.css";

const TEXT_REM = 1.125;

export function StatementsTab() {
  const t = useText();
  const { store } = useHall();
  const { panel, open, urgent } = useDesk();
  const [reads, setReads] = useState<number | undefined>();
  if (!panel) return <Empty>{t("desk.no_panel")}</Empty>;
  const statements = store.statements().filter((each) => each.panel === panel.id);
  const floor = store.floor(panel.id);
  const order = store.queue(panel.id)?.entries ?? [];
  // The one that is spoken first, then in the order of the list.
  const place = ({ entry }: Statement) => (order.includes(entry) ? order.indexOf(entry) : -1);
  statements.sort((left, right) => place(left) - place(right));
  const missing = order.filter((entry) => !store.statement(entry)?.texts.length).length;
  const read = statements.find(({ entry }) => entry === reads);
  return (
    <div className={look.tab}>
      <div className={look.filters}>
        <PanelChoice />
        <p className={look.sum}>
          {joined([t("desk.text.received", { count: statements.length }), t("desk.text.missing", { count: missing })])}
        </p>
        <span className={look.end}>
          <Button look={urgent ? "secondary" : "primary"} onPress={() => open({ kind: "submit" })}>
            {t("desk.text.submit")}
          </Button>
        </span>
      </div>
      <div className={classes(styles.split, read && look.reading)}>
        <div className={look.scroll}>
          {statements.length === 0 && <Empty>{t("desk.text.none")}</Empty>}
          <ul className={look.rows}>
            {statements.map((statement) => (
              <Received
                key={statement.entry}
                statement={statement}
                floor={floor}
                reads={reads === statement.entry}
                onRead={() => setReads(reads === statement.entry ? undefined : statement.entry)}
              />
            ))}
          </ul>
        </div>
        {read && <Reader key={read.entry} statement={read} floor={floor} onClose={() => setReads(undefined)} />}
      </div>
    </div>
  );
}

/** Whose text it is, and in which language it is to be spoken and for how long: of the entry that waits or speaks. */
function useOf(statement: Statement, floor: Floor | undefined) {
  const t = useText();
  const { store } = useHall();
  const names = useNames();
  const entry = store.entry(statement.entry);
  // A point of order interrupts the speech and does not end it: its text stays the one that is spoken.
  const speaks = [interruptedOn(floor), speakingOn(floor)].find((speech) => speech?.entry === statement.entry);
  const holder = entry ?? speaks;
  const named = holder
    ? names.holder(holder)
    : statement.delegation
      ? names.delegation(statement.delegation)
      : { name: t("category.guest"), flag: "" };
  return {
    ...named,
    speaks: speaks !== undefined,
    paragraph: speaks?.paragraph ?? 0,
    language: (speaks ?? entry)?.language ?? "",
    limit_ms: speaks?.limitMs ?? entry?.limitMs,
  };
}

type ReceivedProps = { statement: Statement; floor: Floor | undefined; reads: boolean; onRead: () => void };

function Received({ statement, floor, reads, onRead }: ReceivedProps) {
  const t = useText();
  const format = useFormat();
  const place = `text/${statement.entry}` as const;
  const acts = useActs(place);
  const { name, flag, speaks, limit_ms } = useOf(statement, floor);
  const delivery = wordOf(DELIVERIES, statement.delivery);
  return (
    <li className={look.row} data-statement={statement.entry}>
      <div className={classes(look.line, look.statement)}>
        <DelegationName name={name} flag={flag} strong note={delivery && t(delivery)} />
        <ul className={look.versions}>
          {statement.texts.map(({ language, version, words }) => {
            const over = limit_ms !== undefined && spokenMs(words) > limit_ms;
            return (
              <li key={language}>
                <span className={look.strong}>{language.toUpperCase()}</span>{" "}
                {t("desk.text.version", { number: version })}
                {dot}
                {t("desk.text.words", { count: words, time: format.clock(spokenMs(words)) })}
                {limit_ms !== undefined && (
                  <span className={classes(styles.limit, over && look.over)}>
                    {" "}
                    {t(over ? "desk.text.over" : "desk.text.within", { limit: format.clock(limit_ms) })}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
        <span className={look.states}>
          {speaks && <Chip tone="brand">{t("desk.roster.speaks")}</Chip>}
          <Embargo statement={statement} />
        </span>
        <span className={look.rowActs}>
          <Button size="small" aria-pressed={reads} aria-label={t("desk.text.read_of", { name })} onPress={onRead}>
            {t("desk.text.read")}
          </Button>
          {!statement.releasedAt && (
            <ActButton
              acts={acts}
              act={releaseStatement}
              of={statement.entry}
              size="small"
              label={t("desk.text.release_of", { name })}
            />
          )}
        </span>
      </div>
      <Told at={place} alert edge />
    </li>
  );
}

function Embargo({ statement }: { statement: Statement }) {
  const t = useText();
  const instant = useInstant();
  if (statement.releasedAt) {
    return <Chip tone="go">{t("desk.text.released_at", { time: instant(statement.releasedAt) })}</Chip>;
  }
  return (
    <Chip tone="warn">
      {statement.releasesAt
        ? t("desk.text.releases_at", { time: instant(statement.releasesAt) })
        : t("desk.text.embargo")}
    </Chip>
  );
}

type ReaderProps = { statement: Statement; floor: Floor | undefined; onClose: () => void };

function Reader({ statement, floor, onClose }: ReaderProps) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const { store } = useHall();
  const { name, language: spoken, paragraph } = useOf(statement, floor);
  const [chosen, choose] = useState<string | undefined>();
  const wanted = [chosen, spoken, store.session()?.languages[0]];
  const language = firstLanguage(statement, wanted, spoken);
  const text = textIn(statement, language);
  return (
    <section className={styles.reader} aria-label={t("desk.text.of", { name })}>
      <div className={styles.readerHead}>
        <div>
          <h3 className={styles.readerTitle}>
            <bdi>{name}</bdi>
          </h3>
          {text && (
            <p className={look.quiet}>
              {t("desk.text.submitted", {
                number: text.version,
                time: instant(text.submittedAt),
              })}
            </p>
          )}
        </div>
        <Button size="small" onPress={onClose}>
          {t("common.close")}
        </Button>
      </div>
      {statement.texts.length > 1 && (
        <ToggleButtonGroup
          className={styles.languages ?? ""}
          aria-label={t("desk.text.language")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[language]}
          onSelectionChange={(keys) => choose(String([...keys][0] ?? ""))}
        >
          {statement.texts.map((each) => (
            <ToggleButton key={each.language} id={each.language} className={styles.toggle ?? ""}>
              <span lang={each.language}>{format.languageName(each.language)}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <StatementText
        statement={statement}
        language={language}
        paragraph={paragraphIn(statement, spoken, language, paragraph)}
        size={TEXT_REM}
      />
    </section>
  );
}
