// What the server holds of a statement: versions and languages, and whether it is under embargo; and how to release it.
import { type FormEvent, useState } from "react";
import { dot, languageName, useFormat, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { useBack } from "../../parts/back";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Refused } from "../../shared/acts/Refused";
import { planStatementRelease, releaseStatement } from "../../shared/acts/table/texts";
import { type Acts, useActs } from "../../shared/acts/useActs";
import { useHall, useNow } from "../../shared/hall";
import { meetingOf } from "../../shared/situation";
import { spokenMs } from "../../shared/statement";
import { TimeOfDayField, useTimeOfDay } from "../../shared/TimeOfDay";
import { DELIVERIES, wordOf } from "../../shared/terms";
import { isRight } from "../../shared/wrongField";
import type { Statement } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import look from "./look.module.css";
import type { Occasion } from "./model";
import styles from "./StatementHeld.module.css";

export function StatementHeld({ occasion }: { occasion: Occasion }) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const { store } = useHall();
  const statement = store.statement(occasion.entry);
  if (!statement || statement.texts.length === 0) return null;
  const delivery = wordOf(DELIVERIES, statement.delivery);
  return (
    <Card
      title={t("delegate.held")}
      aside={
        <span className={look.chips}>
          {delivery && <Chip>{t(delivery)}</Chip>}
          <Chip tone={statement.releasedAt ? "go" : "neutral"}>
            {statement.releasedAt
              ? t("delegate.released_at", { time: instant(statement.releasedAt) })
              : t("delegate.embargo")}
          </Chip>
        </span>
      }
    >
      <ul className={look.items}>
        {statement.texts.map((text) => (
          <li key={text.language}>
            <b lang={text.language}>{languageName(text.language)}</b>
            <span className={look.quiet}>
              {dot}
              {t("delegate.held_version", {
                version: text.version,
                count: text.words,
                length: format.duration(spokenMs(text.words)),
                time: instant(text.submittedAt),
              })}
            </span>
          </li>
        ))}
      </ul>
      {statement.releasedAt === 0 && <Release occasion={occasion} statement={statement} />}
    </Card>
  );
}

function Release({ occasion, statement }: { occasion: Occasion; statement: Statement }) {
  const t = useText();
  const format = useFormat();
  const place = `text/${occasion.entry}` as const;
  const acts = useActs(place);
  const [planning, setPlanning] = useState(false);
  useBack(planning, () => setPlanning(false));
  const { entry } = occasion;
  const { releasesAt } = statement;
  return (
    <>
      <p className={look.quiet}>
        {releasesAt
          ? t("delegate.release_planned", { time: format.time(releasesAt), date: format.date(releasesAt) })
          : t("delegate.embargo_about")}
      </p>
      {planning ? (
        <PlanForm
          occasion={occasion}
          planned={releasesAt}
          busy={acts.busy}
          unconfirmed={acts.unconfirmed}
          onCancel={() => setPlanning(false)}
          onPlan={(at) =>
            void acts.press(planStatementRelease, { entry, releasesAt: at }, { onDone: () => setPlanning(false) })
          }
        />
      ) : (
        <ReleaseActs entry={entry} planned={releasesAt > 0} acts={acts} onPlan={() => setPlanning(true)} />
      )}
      <Refused at={place} alert stays />
    </>
  );
}

type ReleaseActsProps = { entry: number; planned: boolean; acts: Acts; onPlan: () => void };

function ReleaseActs({ entry, planned, acts, onPlan }: ReleaseActsProps) {
  const t = useText();
  return (
    <div className={styles.release}>
      <ConfirmButton
        label={t("delegate.release")}
        confirm={t("delegate.release_now")}
        keep={t("delegate.release_keep")}
        note={t("delegate.release_note")}
        look="secondary"
        busy={acts.busy}
        busyLabel={t("delegate.release")}
        unconfirmed={acts.awaits(releaseStatement, entry)}
        onConfirm={() => void acts.press(releaseStatement, entry)}
      />
      <Button onPress={onPlan}>{t(planned ? "delegate.release_move" : "delegate.release_plan")}</Button>
      {planned && (
        <Button
          look="danger"
          isDisabled={acts.busy}
          onPress={() => void acts.press(planStatementRelease, { entry, releasesAt: 0 })}
        >
          {t("delegate.release_unplan")}
        </Button>
      )}
    </div>
  );
}

type PlanFormProps = {
  occasion: Occasion;
  planned: number;
  busy: boolean;
  unconfirmed: boolean;
  onPlan: (at: number) => void;
  onCancel: () => void;
};

/** A time of day: of the meeting's day where that is still to come. */
function PlanForm({ occasion, planned, busy, unconfirmed, onPlan, onCancel }: PlanFormProps) {
  const t = useText();
  const { store } = useHall();
  const now = useNow(1_000);
  const timezone = store.session()?.timezone ?? "UTC";
  const from = meetingOf(store, occasion.panel)?.plannedStartAt;
  const time = useTimeOfDay({ now, timezone, from, proposed: planned || undefined });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { at } = time;
    if (isRight(event.currentTarget, () => time.read() !== undefined) && at !== undefined) onPlan(at);
  }

  return (
    <form className={look.form} onSubmit={submit} noValidate>
      <TimeOfDayField label={t("delegate.release_time")} time={time} focus />
      <div className={look.formEnd}>
        <Button onPress={onCancel}>{t("common.cancel")}</Button>
        <Button type="submit" isPending={busy} says={busy} unconfirmed={unconfirmed}>
          {t("delegate.release_plan")}
        </Button>
      </div>
    </form>
  );
}
