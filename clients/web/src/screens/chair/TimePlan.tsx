// The dial of time: what limits, an end, a reserve or a closed list would come to, before the hall hears of it. Nothing
// changes until it is announced.
import { useId, useState } from "react";
import { type MessageId, useFormat, useInstant, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { Refused } from "../../shared/acts/Refused";
import { announceLimits } from "../../shared/acts/table/panels";
import { useActs } from "../../shared/acts/useActs";
import { LimitOf } from "../../wire";
import { type Prospect, Remedy, type TimeAnswer } from "../../wire/question";
import { speakerOf, useConsole } from "./console";
import {
  type Applies,
  announcementOf,
  changedLimits,
  type Dial,
  isRaise,
  memberLimit,
  scaleOf,
  type Turned,
  wantedOf,
} from "./dial";
import { MINUTE_MS } from "./model";
import styles from "./TimePlan.module.css";
import { useTimeAnswer } from "./timeAnswer";
import { LIMITS } from "./words";

const TURNED: readonly [Turned, MessageId][] = [
  ["limit", "chair.plan.limit"],
  ["end", "chair.plan.end"],
  ["reserve", "chair.plan.reserve"],
  ["closes", "chair.plan.closes"],
];

const REMEDIES: Partial<Record<Remedy, MessageId>> = {
  [Remedy.EXTEND]: "chair.plan.extend",
  [Remedy.CLOSE_LIST]: "chair.plan.close_list",
  [Remedy.LOT]: "chair.plan.lot",
  [Remedy.IN_WRITING]: "chair.plan.in_writing",
  [Remedy.MEMBERS_FIRST]: "chair.plan.members_first",
};

const names_most = 20;

export default function TimePlan() {
  const t = useText();
  const { seen, draw } = useConsole();
  const [dial, turn] = useState<Dial>({});
  const [turned, setTurned] = useState<Turned>("limit");
  const [applies, setApplies] = useState<Applies>("third");
  const answer = useTimeAnswer(wantedOf(seen.panel?.id ?? "", dial));
  if (!answer) return <p className={styles.coming}>{t("chair.plan.coming")}</p>;
  const part = { answer, dial, turn };
  return (
    <div className={styles.plan}>
      <div className={styles.columns}>
        <section className={styles.column} aria-label={t("chair.plan.dial")}>
          <Tabs {...part} turned={turned} onTurned={setTurned} />
          {turned === "closes" ? <Closes {...part} /> : <Ruler {...part} turned={turned} />}
          {isRaise(dial, answer) ? (
            <From applies={applies} onApplies={setApplies} />
          ) : (
            <p className={styles.note}>{t("chair.plan.next_keep")}</p>
          )}
        </section>
        <section className={styles.column} aria-label={t("chair.plan.finishes")}>
          <Finishes answer={answer} />
          <NotHeard answer={answer} />
        </section>
        <section className={styles.column} aria-label={t("chair.plan.choices")}>
          <Choices {...part} />
          <Changes {...part} />
        </section>
      </div>
      <Announce {...part} applies={applies} onDone={() => draw(undefined)} />
    </div>
  );
}

interface Part {
  answer: TimeAnswer;
  dial: Dial;
  turn: (change: (before: Dial) => Dial) => void;
}

/** Where each dial stands. */
function useStands({ answer, dial }: Pick<Part, "answer" | "dial">): Record<Turned, string> {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const { seen } = useConsole();
  const at = (turned: Exclude<Turned, "closes">) => scaleOf(turned, dial, answer, seen).value;
  return {
    limit: format.clock(at("limit")),
    end: instant(dial.endsAt ?? answer.endsAt),
    reserve: t("chair.time.minutes", { minutes: Math.round(at("reserve") / MINUTE_MS) }),
    closes: t(dial.closes ? "chair.plan.now" : "chair.plan.as_it_is"),
  };
}

function Tabs({ answer, dial, turned, onTurned }: Part & { turned: Turned; onTurned: (turned: Turned) => void }) {
  const t = useText();
  const stands = useStands({ answer, dial });
  return (
    <div className={styles.tabs}>
      {TURNED.map(([id, label]) => (
        <button key={id} type="button" className={styles.tab} aria-pressed={turned === id} onClick={() => onTurned(id)}>
          <span className={styles.tabName}>{t(label)}</span> <span className={styles.tabValue}>{stands[id]}</span>
        </button>
      ))}
    </div>
  );
}

function Ruler({ answer, dial, turn, turned }: Part & { turned: Exclude<Turned, "closes"> }) {
  const t = useText();
  const { seen } = useConsole();
  const stands = useStands({ answer, dial })[turned];
  const { least, most, step, value } = scaleOf(turned, dial, answer, seen);
  const set = (to: number) => {
    const within = Math.min(most, Math.max(least, to));
    const key = turned === "limit" ? "limit_ms" : turned === "end" ? "endsAt" : "reserve_ms";
    turn((before) => ({ ...before, [key]: within }));
  };
  return (
    <>
      <div className={styles.value}>
        <Button aria-label={t("chair.plan.less")} isDisabled={value <= least} onPress={() => set(value - step)}>
          −
        </Button>
        <output className={styles.big}>{stands}</output>
        <Button aria-label={t("chair.plan.more")} isDisabled={value >= most} onPress={() => set(value + step)}>
          +
        </Button>
      </div>
      {turned === "limit" && <Bars answer={answer} value={value} />}
      <input
        className={styles.ruler}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-label={t(TURNED.find(([id]) => id === turned)?.[1] ?? "chair.plan.limit")}
        aria-valuetext={stands}
        onChange={(event) => set(Number(event.target.value))}
      />
    </>
  );
}

/** How many are not heard at each limit, over the ruler. */
function Bars({ answer: { bars, waiting }, value }: { answer: TimeAnswer; value: number }) {
  const t = useText();
  const all = (waiting?.members ?? 0) + (waiting?.others ?? 0);
  const here = bars.findLast(({ limitMs }) => limitMs <= value)?.notHeard;
  const share = (count: number) => `${all > 0 ? (100 * count) / all : 0}%`;
  return (
    <>
      <p className={styles.note}>
        {t("chair.plan.bars", { members: here?.members ?? 0, others: here?.others ?? 0, all })}
      </p>
      <div className={styles.bars} aria-hidden="true">
        {bars.map(({ limitMs, notHeard }) => (
          <span key={limitMs} className={classes(styles.bar, limitMs === value && styles.here)}>
            <span className={styles.others} style={{ height: share(notHeard?.others ?? 0) }} />
            <span className={styles.members} style={{ height: share(notHeard?.members ?? 0) }} />
          </span>
        ))}
      </div>
    </>
  );
}

function Closes({ dial, turn }: Part) {
  const t = useText();
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={dial.closes ?? false}
        onChange={(event) => turn((before) => ({ ...before, closes: event.target.checked }))}
      />
      {t("chair.plan.close_now")}
    </label>
  );
}

const FROM: readonly [Applies, MessageId][] = [
  ["third", "chair.plan.from_third"],
  ["next", "chair.plan.from_next"],
  ["once", "chair.plan.at_once"],
];

/** For a raise. */
function From({ applies, onApplies }: { applies: Applies; onApplies: (applies: Applies) => void }) {
  const t = useText();
  return (
    <fieldset className={styles.from}>
      <legend>{t("chair.plan.applies")}</legend>
      {FROM.map(([id, label]) => (
        <label key={id}>
          <input type="radio" name="applies" checked={applies === id} onChange={() => onApplies(id)} />
          {t(label)}
        </label>
      ))}
    </fieldset>
  );
}

/** Both ranges on one axis, with the end of the floor and that of the meeting. */
function Finishes({ answer }: { answer: TimeAnswer }) {
  const t = useText();
  const instant = useInstant();
  const { now, then } = answer;
  if (!now || !then) return null;
  const times = [answer.floorEndsAt, answer.endsAt, now.earliestAt, now.latestAt, then.earliestAt, then.latestAt];
  const from = Math.min(...times) - 5 * MINUTE_MS;
  const length = Math.max(...times) + 5 * MINUTE_MS - from;
  const part = (at: number) => `${(100 * (at - from)) / length}%`;
  const range = (name: MessageId, of: Prospect, look: string | undefined) => (
    <div className={styles.range}>
      <p className={styles.rangeWords}>
        {t(name)} <strong>{t("chair.plan.range", { from: instant(of.earliestAt), to: instant(of.latestAt) })}</strong>
      </p>
      <div className={styles.axis} aria-hidden="true">
        <span
          className={styles.reserve}
          style={{ left: part(answer.floorEndsAt), width: part(from + answer.endsAt - answer.floorEndsAt) }}
        />
        <span className={styles.end} style={{ left: part(answer.endsAt) }} />
        <span
          className={classes(styles.span, look)}
          style={{ left: part(of.earliestAt), width: part(from + of.latestAt - of.earliestAt) }}
        />
      </div>
    </div>
  );
  return (
    <>
      <h3 className={styles.heading}>{t("chair.plan.finishes")}</h3>
      <p className={styles.note}>
        {t("chair.plan.ends", { floor: instant(answer.floorEndsAt), end: instant(answer.endsAt) })}
      </p>
      {range("chair.plan.range_now", now, undefined)}
      {range("chair.plan.range_then", then, styles.then)}
    </>
  );
}

function NotHeard({ answer }: { answer: TimeAnswer }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const then = answer.then?.notHeard ?? [];
  const shown = then.slice(0, names_most);
  return (
    <>
      <h3 className={styles.heading}>
        {t("chair.plan.not_heard", { count: then.length, now: answer.now?.notHeard.length ?? 0 })}
      </h3>
      <ul className={styles.names}>
        {shown.map((id) => {
          const entry = view.entry(id);
          if (!entry) return null;
          const { name, flag } = speakerOf(view, entry, localize);
          return (
            <li key={id}>
              <Flag code={flag} name={name} /> {name}
            </li>
          );
        })}
      </ul>
      {then.length > shown.length && (
        <p className={styles.note}>{t("chair.plan.and_more", { count: then.length - shown.length })}</p>
      )}
    </>
  );
}

/** The limits that let all be heard; or the choices where even the least do not. */
function Choices({ answer, turn }: Part) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const fitting = memberLimit(answer.fitting);
  const least_ms = answer.bars[0]?.limitMs ?? 0;
  if (answer.choices.length === 0)
    return (
      <>
        <h3 className={styles.heading}>{t("chair.plan.fits", { limit: format.clock(fitting) })}</h3>
        {fitting > 0 && (
          <Button size="small" onPress={() => turn((before) => ({ ...before, limit_ms: fitting }))}>
            {t("chair.plan.take", { limit: format.clock(fitting) })}
          </Button>
        )}
      </>
    );
  const short_s = answer.leastS - answer.availableS;
  const take: Partial<Record<Remedy, Dial>> = { [Remedy.CLOSE_LIST]: { closes: true, limit_ms: least_ms } };
  return (
    <>
      <h3 className={classes(styles.heading, styles.warn)}>
        {t("chair.plan.short", { limit: format.clock(least_ms), short: format.duration(short_s * 1_000) })}
      </h3>
      <table className={styles.choices}>
        <thead>
          <tr>
            <th />
            <th>{t("chair.plan.members")}</th>
            <th>{t("chair.plan.others")}</th>
            <th>{t("chair.plan.end")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.choices.map((choice) => {
            const { remedy, heard, endsAt, minutes, places, inWriting, ofThemMembers } = choice;
            const words = t(REMEDIES[remedy] ?? "chair.plan.extend", {
              minutes,
              places,
              count: inWriting,
              members: ofThemMembers,
            });
            const turns = remedy === Remedy.EXTEND ? { endsAt, limit_ms: least_ms } : take[remedy];
            return (
              <tr key={remedy}>
                <th scope="row">
                  {turns ? (
                    <Button look="plain" size="small" onPress={() => turn((before) => ({ ...before, ...turns }))}>
                      {words}
                    </Button>
                  ) : (
                    words
                  )}
                </th>
                <td>{heard?.members ?? 0}</td>
                <td>{heard?.others ?? 0}</td>
                <td>{instant(endsAt)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Changes({ answer, dial }: Part) {
  const t = useText();
  const format = useFormat();
  const { seen } = useConsole();
  const changed = changedLimits(dial, answer, seen);
  const minutes = (seconds: number) => Math.floor(seconds / 60);
  const then = minutes(answer.then?.leftToMembersS ?? 0);
  return (
    <>
      <h3 className={styles.heading}>{t("chair.plan.changes")}</h3>
      <dl className={styles.changes}>
        {LIMITS.map(([of, name]) => {
          const limit = changed.find((one) => one.of === of);
          const before = seen.panel?.limits.find((one) => one.of === of)?.limitMs ?? 0;
          return (
            limit && (
              <div key={of}>
                <dt>{t(name)}</dt>
                <dd>
                  <s>{format.clock(before)}</s> <strong>{format.clock(limit.limitMs)}</strong>
                </dd>
              </div>
            )
          );
        })}
        <div>
          <dt>{t("chair.plan.members_time", { due: minutes(answer.dueToMembersS) })}</dt>
          <dd>
            <s>{minutes(answer.now?.leftToMembersS ?? 0)}</s>{" "}
            <strong>{t("chair.time.minutes", { minutes: then })}</strong>
          </dd>
        </div>
      </dl>
    </>
  );
}

/** What the hall will read, and the one act that announces it. */
function Announce({ answer, dial, applies, onDone }: Part & { applies: Applies; onDone: () => void }) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const { seen } = useConsole();
  const place = `form/${useId()}` as const;
  const acts = useActs(place);
  const sent = announcementOf(dial, applies, answer, seen);
  const limit = changedLimits(dial, answer, seen).find(({ of }) => of === LimitOf.MEMBER);
  const reads = [
    limit &&
      t(applies === "third" || !isRaise(dial, answer) ? "chair.plan.reads_limit" : "chair.plan.reads_limit_now", {
        limit: format.duration(limit.limitMs),
      }),
    dial.endsAt !== undefined && t("chair.plan.reads_end", { end: instant(dial.endsAt) }),
    dial.closes && t("chair.plan.reads_closed"),
  ].filter((one) => typeof one === "string");
  const announce = async () => {
    const outcome = await acts.sendAll(sent, { of: announceLimits });
    if (outcome.ok) onDone();
  };
  return (
    <footer className={styles.foot}>
      <p className={styles.reads}>
        <span className={styles.note}>{t("chair.plan.hall_reads")}</span>
        <q>{reads.length > 0 ? reads.join(" ") : "…"}</q>
      </p>
      <Refused at={place} alert stays />
      <Button look="plain" onPress={onDone}>
        {t("common.cancel")}
      </Button>
      <Button
        look="primary"
        isDisabled={sent.length === 0}
        isPending={acts.busy}
        unconfirmed={acts.unconfirmed}
        onPress={() => void announce()}
      >
        {limit ? t("chair.plan.announce_limit", { limit: format.duration(limit.limitMs) }) : t("chair.plan.announce")}
      </Button>
    </footer>
  );
}
