// The next speakers: name, title, language, kind, limit, and whether there is a text and how it will be delivered. A text
// can be opened beforehand. Those after the next five are one press away.
import { useState } from "react";
import { durationText, joined, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Flag } from "../../parts/Flag";
import { nameLength } from "../../parts/names";
import { asCalled } from "../../shared/called";
import { useHall, useNow } from "../../shared/hall";
import { kindOf } from "../../shared/kinds";
import frame from "../../shared/reader/frame.module.css";
import { holderOf, waitingOn } from "../../shared/situation";
import { followedText, overMs } from "../../shared/statement";
import { DELIVERIES, wordOf } from "../../shared/terms";
import type { Entry, Panel } from "../../wire";
import styles from "./Next.module.css";

export const next_shown = 5;

type NextProps = {
  panel: Panel;
  /** The entry whose text is open; 0: none of those that wait. */
  opened: number;
  onOpen: (entry: number) => void;
};

export function Next({ panel, opened, onOpen }: NextProps) {
  const t = useText();
  const { store } = useHall();
  const now = useNow(60_000);
  const [all, setAll] = useState(false);
  const waiting = asCalled(waitingOn(store, panel, now), store.queue(panel.id)?.next ?? 0);
  return (
    <Card title={<span className={frame.label}>{t("booth.next")}</span>}>
      {waiting.length === 0 && <p className={frame.line}>{t("list.waiting", { count: 0 })}</p>}
      <ol>
        {waiting.slice(0, all ? undefined : next_shown).map(({ entry }) => (
          <Row key={entry.id} entry={entry} opened={entry.id === opened} onOpen={onOpen} />
        ))}
      </ol>
      {waiting.length > next_shown && (
        <Button look="plain" wide aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? t("booth.next_fewer") : t("booth.next_more", { count: waiting.length - next_shown })}
        </Button>
      )}
    </Card>
  );
}

function Row({ entry, opened, onOpen }: { entry: Entry; opened: boolean; onOpen: (entry: number) => void }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = holderOf(store, entry);
  const name = text(holder.name) || holder.fallback;
  const statement = store.statement(entry.id);
  const followed = statement && followedText(statement, entry.language);
  const over_ms = followed ? overMs(followed.words, entry.limitMs) : 0;
  const kind = kindOf(entry.kind)?.word;
  const delivery = statement && wordOf(DELIVERIES, statement.delivery);
  // A guest goes by the body: the person stands below it.
  const person = joined([entry.speaker?.name, entry.speaker?.title]);
  const line = joined([
    kind && t(kind),
    holder.guest && t("category.guest"),
    durationText(entry.limitMs),
    delivery && t(delivery),
    followed && t(statement.releasedAt ? "booth.released" : "booth.embargo"),
  ]);
  return (
    <li className={styles.row}>
      <Flag code={holder.flag} name={name} />
      <div className={styles.rowWords}>
        <p className={styles.rowHead}>
          <bdi className={styles.rowName} data-length={nameLength(name)}>
            {name}
          </bdi>{" "}
          {entry.language && (
            <span className={styles.tag}>{(entry.language.split("-")[0] ?? "").toLocaleUpperCase()}</span>
          )}
        </p>
        {person && <p className={styles.rowLine}>{person}</p>}
        <p className={styles.rowLine}>{line}</p>
        {over_ms > 0 && <p className={styles.rowOver}>{t("booth.over", { time: durationText(over_ms) })}</p>}
        {!followed && <p className={styles.rowLine}>{t("booth.text_none")}</p>}
      </div>
      {followed && (
        <Button
          aria-pressed={opened}
          aria-label={t("booth.text_of", { name, text: textWords(followed.version) })}
          onPress={() => onOpen(opened ? 0 : entry.id)}
        >
          <Chip tone="go">{textWords(followed.version)}</Chip>
        </Button>
      )}
    </li>
  );

  function textWords(version: number): string {
    return version > 1 ? t("booth.text_version", { version }) : t("booth.text");
  }
}
