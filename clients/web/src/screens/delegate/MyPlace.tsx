// The own place in line: the largest thing on the screen, and at the same spot whatever it says. Further requests of the
// delegation stand under it.
import { joined, useFormat, useInstant, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { classes } from "../../parts/class";
import { useHall } from "../../shared/hall";
import { kindWord } from "../../shared/kinds";
import { holderOf, type Situation, type Waiting } from "../../shared/situation";
import type { Store } from "../../sync/store";
import { Correct } from "./Correct";
import { EntryWords, useEntryWords } from "./entryWords";
import { InWriting } from "./InWriting";
import look from "./look.module.css";
import styles from "./MyPlace.module.css";
import { StandBy } from "./StandBy";
import { Why } from "./Why";
import { Withdraw } from "./Withdraw";

type MyPlaceProps = {
  /** In the order of the list. */
  own: Waiting[];
  /** The one that is called next, where that is an own one. */
  next: Waiting | undefined;
  situation: Situation;
  now: number;
  /** On a phone: the acts are in the dock, and what has no room behind one row. */
  bare?: boolean;
  /** It is asked whether it is on its way, here. */
  standBy?: boolean;
  /** Without the line of what was asked for. */
  short?: boolean;
};

export function MyPlace({ own, next, situation, now, bare = false, standBy = false, short = false }: MyPlaceProps) {
  const t = useText();
  const format = useFormat();
  const first = next ?? own[0];
  if (!first) return null;
  const others = own.filter((one) => one !== first);
  const second = !next && first.place === 2;
  return (
    <Card
      strong
      className={classes(styles.place, next && styles.isNext, second && styles.isSecond)}
      aria-label={t("delegate.place")}
    >
      <p className={styles.placeLabel}>{t("delegate.place")}</p>
      <p className={styles.placeNumber}>{first.place}</p>
      <p className={styles.sentence}>
        {next ? t("delegate.next") : t("delegate.before_you", { count: first.place - 1 })}
      </p>
      <Expected of={first} now={now} />
      <Beyond of={first} />
      {!next && first.entry.skipped && <p className={look.quiet}>{t("delegate.skipped_own")}</p>}
      {next && !situation.floor && <p className={look.quiet}>{t("delegate.next_free")}</p>}
      {!short && <Meta of={first} situation={situation} brief={bare} />}
      {!bare && !short && <Why entry={first.entry} />}
      {short && next?.entry.language && <p className={look.quiet}>{format.languageName(next.entry.language)}</p>}
      {standBy && <StandBy of={first} />}
      {others.length > 0 && <Others of={others} bare={bare} />}
      {!bare && <EntryActs of={first} several={others.length > 0} className={styles.foot} />}
    </Card>
  );
}

/** "about 15:57–15:59", and how long that is from now. */
function Expected({ of: { from, to }, now }: { of: Waiting; now: number }) {
  const t = useText();
  const about = useAbout();
  if (from === undefined || to === undefined) return null;
  const soon = Math.max(0, Math.floor((from - now) / minute_ms));
  const late = Math.max(1, Math.ceil((to - now) / minute_ms));
  return (
    <p className={styles.placeTime}>
      <span className={styles.range}>{about({ from, to })}</span>{" "}
      {late <= soon_minutes_max && (
        <span className={styles.inMinutes}>
          {t("delegate.in_minutes", { from: soon, to: late, same: soon >= late ? "yes" : "no" })}
        </span>
      )}
    </p>
  );
}

const minute_ms = 60_000;
/** Of what is later than this nobody counts the minutes. */
const soon_minutes_max = 60;

/** "After Kenya · Statement · 3 min · Español · asked 15:08" */
function Meta({ of, situation, brief }: { of: Waiting; situation: Situation; brief: boolean }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const before = beforeOf(store, of, situation);
  const after = before && t("delegate.next_after", { name: text(before.name) || before.fallback });
  return <p className={look.quiet}>{joined([after, useEntryWords()(of.entry, brief)])}</p>;
}

function beforeOf(store: Store, { entry, place }: Waiting, { floor }: Situation) {
  const before = store.entry(store.queue(entry.panel)?.entries[place - 2] ?? 0) ?? floor;
  return before && holderOf(store, before);
}

function Others({ of, bare }: { of: Waiting[]; bare: boolean }) {
  const t = useText();
  const about = useAbout();
  return (
    <section className={styles.others}>
      <h2 className={look.othersTitle}>{t("delegate.also_waiting")}</h2>
      <ul>
        {of.map((one) => (
          <li key={one.entry.id} className={styles.other}>
            <span className={styles.otherPlace}>{t("delegate.place_number", { place: one.place })}</span>
            <span className={styles.otherWords}>
              <EntryWords entry={one.entry} />
              {about(one) && <span className={look.quiet}>{about(one)}</span>}
              <Beyond of={one} />
            </span>
            {!bare && <EntryActs of={one} several />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who waits may not be reached any more today. */
function Beyond({ of: { from = 0, beyond } }: { of: Waiting }) {
  const t = useText();
  const instant = useInstant();
  if (beyond === undefined) return null;
  const time = instant(beyond);
  return <p className={styles.beyond}>{t(from > beyond ? "expected.beyond" : "expected.perhaps_beyond", { time })}</p>;
}

/** "about 15:57–15:59", of another day with its day. */
function useAbout(): (of: Pick<Waiting, "from" | "to">) => string {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  return ({ from, to }) =>
    from !== undefined && to !== undefined
      ? t("delegate.about", { time: instant(from, { time: format.timeRange(from, to) }) })
      : "";
}

type EntryActsProps = {
  of: Waiting;
  /** Other requests have the same buttons on this screen: theirs are told apart. */
  several: boolean;
  className?: string | undefined;
};

export function EntryActs({ of: { entry, place }, several, className = styles.acts }: EntryActsProps) {
  const t = useText();
  const which = several ? t("delegate.which_request", { kind: t(kindWord(entry.kind)), place }) : undefined;
  return (
    <div className={className}>
      <Correct entry={entry.id} which={which} />
      <InWriting entry={entry} which={which} />
      <Withdraw entry={entry} which={which} />
    </div>
  );
}
