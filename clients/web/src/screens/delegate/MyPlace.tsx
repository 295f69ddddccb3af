// The own place in line: the largest thing on the screen. Further requests of the delegation stand under it.
import { type Format, joined, useFormat, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { classes } from "../../parts/class";
import { Refused } from "../../shared/acts/Refused";
import { withdrawEntry } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import type { Held } from "../../shared/floor";
import { useHall } from "../../shared/hall";
import { kindWord } from "../../shared/kinds";
import { holderOf, type Waiting } from "../../shared/situation";
import type { Entry } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import look from "./look.module.css";
import styles from "./MyPlace.module.css";
import { withdrawing } from "./model";

type MyPlaceProps = {
  /** In the order of the list. */
  own: Waiting[];
  /** The one that is called next, where that is an own one. */
  next: Waiting | undefined;
  floor: Held | undefined;
};

export function MyPlace({ own, next, floor }: MyPlaceProps) {
  const t = useText();
  const format = useFormat();
  const first = next ?? own[0];
  if (!first) return null;
  const others = own.filter((one) => one !== first);
  const when = about(format, first);
  return (
    <Card strong className={classes(styles.place, next && styles.isNext)} aria-label={t("delegate.place")}>
      {next ? (
        <>
          <p className={styles.nextWords}>{t("delegate.next")}</p>
          <NextNote floor={floor} />
        </>
      ) : (
        <>
          <p className={styles.placeLabel}>{t("delegate.place")}</p>
          <p className={styles.placeNumber}>{first.place}</p>
          {first.entry.skipped && <p className={look.quiet}>{t("delegate.skipped_own")}</p>}
        </>
      )}
      {when && <p className={styles.placeTime}>{t("delegate.about", { time: when })}</p>}
      <Beyond of={first} />
      <EntryWords entry={first.entry} />
      <Withdraw entry={first.entry} />
      {others.length > 0 && (
        <section className={styles.others}>
          <h2 className={look.othersTitle}>{t("delegate.also_waiting")}</h2>
          <ul>
            {others.map((one) => (
              <li key={one.entry.id} className={styles.other}>
                <span className={styles.otherPlace}>{t("delegate.place_number", { place: one.place })}</span>
                <span className={styles.otherWords}>
                  <EntryWords entry={one.entry} />
                  {about(format, one) && (
                    <span className={look.quiet}>{t("delegate.about", { time: about(format, one) })}</span>
                  )}
                  <Beyond of={one} />
                </span>
                <Withdraw entry={one.entry} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

/** Who waits may not be reached any more today. */
function Beyond({ of: { from = 0, beyond } }: { of: Waiting }) {
  const t = useText();
  const format = useFormat();
  if (beyond === undefined) return null;
  const time = format.time(beyond);
  return <p className={styles.beyond}>{t(from > beyond ? "expected.beyond" : "expected.perhaps_beyond", { time })}</p>;
}

function about(format: Format, { from, to }: Waiting): string {
  return from !== undefined && to !== undefined ? format.timeRange(from, to) : "";
}

function NextNote({ floor }: { floor: Held | undefined }) {
  const t = useText();
  const text = useLocalized();
  const hall = useHall();
  if (!floor) return <p className={look.quiet}>{t("delegate.next_free")}</p>;
  const holder = holderOf(hall.store, floor);
  return <p className={look.quiet}>{t("delegate.next_after", { name: text(holder.name) || holder.fallback })}</p>;
}

/** "Statement · 3 min · Español · asked 15:08" */
export function EntryWords({ entry }: { entry: Entry }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const addressed = entry.addressedTo && text(store.panellist(entry.panel, entry.addressedTo)?.name);
  const words = joined([
    t(kindWord(entry.kind)),
    entry.onBehalfOf && t("floor.on_behalf_of", { group: entry.onBehalfOf }),
    addressed,
    format.duration(entry.limitMs),
    entry.language && format.languageName(entry.language),
    entry.requestedAt > 0 && t("delegate.asked_at", { time: format.time(entry.requestedAt) }),
  ]);
  return <p className={look.quiet}>{words}</p>;
}

export function Withdraw({ entry }: { entry: Entry }) {
  const t = useText();
  const hall = useHall();
  const place = `entry/${entry.id}` as const;
  const acts = useActs(place);
  return (
    <div className={styles.withdraw}>
      <ConfirmButton
        label={t("delegate.withdraw")}
        confirm={t("delegate.withdraw_now")}
        keep={t("delegate.keep_place")}
        note={t("delegate.withdraw_note")}
        busy={withdrawing(hall.unanswered, entry.id) || acts.busy}
        busyLabel={t("delegate.withdrawing")}
        unconfirmed={acts.unconfirmed}
        onConfirm={() => void acts.press(withdrawEntry, entry.id)}
      />
      <Refused at={place} alert stays />
    </div>
  );
}
