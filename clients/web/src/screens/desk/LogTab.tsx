// Every act with its time and who did it, as sentences, the latest first.
import { Fragment, useState } from "react";
import { useFormat, useLocalized, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { SelectField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import { Skeleton } from "../../parts/Skeleton";
import { useHall } from "../../shared/hall";
import type { LogLine } from "../../wire";
import { Empty } from "./desk";
import { useLog, useSentence } from "./log";
import log from "./log.module.css";
import look from "./look.module.css";
import { useNames } from "./names";

const ALL = "all";

/** `short`: of all panels, with no word of it, as one part of an overview. */
export function LogTab({ short = false }: { short?: boolean }) {
  const t = useText();
  const localize = useLocalized();
  const words = useRejectionText();
  const { store } = useHall();
  const [panel, setPanel] = useState(ALL);
  const { lines, more, loadingMore, loadOlder, refusal } = useLog(panel === ALL ? "" : panel);
  return (
    <div className={look.tab}>
      {short ? (
        <h2 className={log.title}>{t("desk.tab.log")}</h2>
      ) : (
        <div className={look.filters}>
          <SelectField
            label={t("desk.log.of")}
            value={panel}
            onChange={setPanel}
            choices={[
              { id: ALL, label: t("desk.log.all") },
              ...store.panels().map(({ id, title }) => ({ id, label: localize(title) || id })),
            ]}
          />
          <p className={look.sum}>{t("desk.log.latest_first")}</p>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <section className={look.scroll} tabIndex={0} aria-label={t("desk.tab.log")}>
        {refusal && (
          <Note tone="stop" alert>
            {words(refusal.code, refusal.details)}
          </Note>
        )}
        {!lines && !refusal && <Skeleton rows={8} />}
        {lines?.length === 0 && <Empty>{t("desk.log.none")}</Empty>}
        {lines && lines.length > 0 && <Lines lines={lines} />}
        {more && (
          <div className={log.older}>
            <Button isPending={loadingMore} onPress={loadOlder}>
              {t("desk.log.older")}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}

function Lines({ lines }: { lines: LogLine[] }) {
  const format = useFormat();
  const names = useNames();
  const sentence = useSentence();
  return (
    <ol>
      {lines.map((line, index) => {
        const before = lines[index - 1];
        const day = format.day(line.at);
        return (
          <Fragment key={`${line.seq} ${line.index} ${line.event} ${line.details.entry ?? ""}`}>
            {(!before || format.day(before.at) !== day) && (
              <li className={log.day}>
                <h3>{format.date(line.at)}</h3>
              </li>
            )}
            <li className={log.logLine}>
              <time className={log.logTime} dateTime={new Date(line.at).toISOString()}>
                {format.timeSeconds(line.at)}
              </time>
              <span className={log.logWords}>{sentence(line)}</span>
              <bdi className={log.logActor}>{names.seat(line.actor)}</bdi>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}
