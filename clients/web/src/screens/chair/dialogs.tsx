// The small forms of the chair's acts: an amount of time, an instant, a place in the list, a title.
import { useState } from "react";
import { languageName, locales, type MessageId, useFormat, useLocale, useLocalized, useText } from "../../i18n";
import { ChoiceField, SelectField, TextField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import type { Action } from "../../shared/acts/act";
import { moveEntry } from "../../shared/acts/table/entries";
import { addTime, giveFloor, setSpeechLimit } from "../../shared/acts/table/floor";
import { announceListClosing, planListOpening } from "../../shared/acts/table/list";
import { setPanelTitle, suspendMeeting } from "../../shared/acts/table/panels";
import { waitingPoints } from "../../shared/acts/waiting";
import { Form, Quick } from "../../shared/Form";
import styles from "../../shared/Form.module.css";
import {
  announceable,
  daysBetween,
  durationField,
  instantOn,
  nextInstant,
  parseDuration,
  parsePlace,
  parseTimeOfDay,
  timeField,
} from "../../shared/fields";
import { speakingOn } from "../../shared/floor";
import { useNow } from "../../shared/hall";
import type { Panel } from "../../wire";
import { nameOfDelegation, nameOfEntry, useConsole, useSeen } from "./console";
import { closingsWithin, MINUTE_MS, movedClosing } from "./model";

type Closes = { onClose: () => void };

const ADDED = ["0:30", "1:00", "2:00", "3:00", "5:00"] as const;
const LIMITS = ["1:00", "2:00", "3:00", "5:00", "8:00", "10:00"] as const;

export function AddTimeDialog({ onClose }: Closes) {
  const t = useText();
  return (
    <DurationDialog
      action={addTime}
      title={t("chair.add_time.title")}
      label={t("chair.add_time.label")}
      submit={t("chair.add_time.submit")}
      initial=""
      values={ADDED}
      onClose={onClose}
    />
  );
}

export function SpeechLimitDialog({ onClose }: Closes) {
  const t = useText();
  const speech = speakingOn(useConsole().seen.floor);
  return (
    <DurationDialog
      action={setSpeechLimit}
      title={t("chair.speech_limit.title")}
      label={t("chair.speech_limit.label")}
      submit={t("chair.speech_limit.submit")}
      initial={speech ? durationField(speech.limitMs) : ""}
      values={LIMITS}
      onClose={onClose}
    />
  );
}

interface DurationDialogProps extends Closes {
  action: Action<number>;
  title: string;
  label: string;
  submit: string;
  initial: string;
  values: readonly string[];
}

function DurationDialog({ action, title, label, submit, initial, values, onClose }: DurationDialogProps) {
  const t = useText();
  const console = useConsole();
  // The speech that was seen when the form opened, also if the floor has changed hands since.
  const [seen] = useState(console.seen);
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string>();
  const sends = () => {
    const duration_ms = parseDuration(text);
    if (!duration_ms) {
      setError(t("chair.form.duration_wrong"));
      return undefined;
    }
    return [action.command(seen, duration_ms)];
  };
  const change = (value: string) => {
    setText(value);
    setError(undefined);
  };
  return (
    <Form title={title} submit={submit} onClose={onClose} sends={sends}>
      <TextField
        label={label}
        value={text}
        onChange={change}
        note={t("chair.form.duration_note")}
        error={error}
        autoFocus
        autoComplete="off"
      />
      <Quick label={t("chair.form.quick")} values={values} onPick={change} />
    </Form>
  );
}

/** A time of day that is still to come; the day is today unless there is a choice of days. */
function useInstant(least_ms: number, firstDay?: number, lastDay?: number) {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  const { timezone } = useConsole();
  const days = daysBetween(firstDay ?? now, lastDay ?? now, timezone);
  const [day, setDay] = useState(() => String(days.at(-1) ?? now));
  const [text, setText] = useState(() => timeField(announceable(now, least_ms), timezone));
  const [error, setError] = useState<string>();
  const change = (value: string) => {
    setText(value);
    setError(undefined);
  };
  const read = (): number | undefined => {
    const minutes = parseTimeOfDay(text);
    if (minutes === undefined) {
      setError(t("chair.form.time_wrong"));
      return undefined;
    }
    const instant = instantOn(Number(day), minutes, timezone);
    if (instant <= now) {
      setError(t("chair.form.time_passed", { time: format.time(instant) }));
      return undefined;
    }
    return instant;
  };
  /** As it stands in the field; undefined while that is no time still to come. */
  const asTyped = (): number | undefined => {
    const minutes = parseTimeOfDay(text);
    const at = minutes === undefined ? 0 : instantOn(Number(day), minutes, timezone);
    return at > now ? at : undefined;
  };
  const soon = [5, 10, 15, 30].map((minutes) => timeField(announceable(now, minutes * MINUTE_MS), timezone));
  const values = [...new Set(soon)];
  return { text, change, error, read, asTyped, values, day, setDay, days, setText };
}

export function AnnounceClosingDialog({ onClose }: Closes) {
  const t = useText();
  const seen = useSeen();
  const instant = useInstant(15 * MINUTE_MS);
  const sends = () => {
    const at = instant.read();
    return at === undefined ? undefined : [announceListClosing.command(seen, at)];
  };
  return (
    <Form title={t("chair.closing.title")} submit={t("chair.closing.submit")} onClose={onClose} sends={sends}>
      <TimeField label={t("chair.closing.label")} instant={instant} />
    </Form>
  );
}

export function PlanOpeningDialog({ onClose }: Closes) {
  const t = useText();
  const format = useFormat();
  const now = useNow(60_000);
  const seen = useSeen();
  const start = seen.meeting?.plannedStartAt ?? now;
  const instant = useInstant(15 * MINUTE_MS, now, Math.max(now, start));
  const sends = () => {
    const at = instant.read();
    return at === undefined ? undefined : [planListOpening.command(seen, at)];
  };
  return (
    <Form title={t("chair.opening.title")} submit={t("chair.opening.submit")} onClose={onClose} sends={sends}>
      {instant.days.length > 1 && (
        <SelectField
          label={t("chair.opening.day")}
          value={instant.day}
          onChange={instant.setDay}
          choices={instant.days.map((day) => ({ id: String(day), label: format.date(day) }))}
        />
      )}
      <TimeField label={t("chair.opening.label")} instant={instant} />
    </Form>
  );
}

export function SuspendDialog({ onClose }: Closes) {
  const t = useText();
  const now = useNow(1_000);
  const { timezone } = useConsole();
  const seen = useSeen();
  const instant = useInstant(15 * MINUTE_MS);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<boolean | undefined>();
  const [typed, setTyped] = useState<string | undefined>();
  const [wrong, setWrong] = useState<string | undefined>();
  const until = open ? 0 : instant.asTyped();
  const closings = until === undefined ? [] : closingsWithin(seen.view, now, until);
  const first = closings[0];
  // Until further notice nobody can say what would be as long after: the chair gives an instant, or the closing stays.
  const proposed = first && until ? timeField(movedClosing(first.listClosesAt, now, until), timezone) : "";
  const closing = typed ?? proposed;
  const moves = chosen ?? !open;
  const sends = () => {
    const at = open ? 0 : instant.read();
    if (at === undefined) return undefined;
    if (!first || !moves) return [suspendMeeting.command(seen, { until: at, listClosesAt: 0 })];
    const minutes = parseTimeOfDay(closing);
    if (minutes === undefined) {
      setWrong(t("chair.form.time_wrong"));
      return undefined;
    }
    return [suspendMeeting.command(seen, { until: at, listClosesAt: nextInstant(now, minutes, timezone) })];
  };
  return (
    <Form title={t("chair.suspend.title")} submit={t("chair.suspend.submit")} onClose={onClose} sends={sends}>
      {!open && <TimeField label={t("chair.suspend.label")} instant={instant} />}
      <label className={styles.check}>
        <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
        {t("chair.suspend.until_further_notice")}
      </label>
      {first && (
        <ClosingWithin
          closings={closings}
          moves={moves}
          onMoves={setChosen}
          time={closing}
          onTime={(text) => {
            setTyped(text);
            setWrong(undefined);
          }}
          error={wrong}
        />
      )}
      <p className={styles.about}>{t("chair.suspend.about")}</p>
    </Form>
  );
}

interface ClosingWithinProps {
  closings: readonly Panel[];
  moves: boolean;
  onMoves: (moves: boolean) => void;
  time: string;
  onTime: (text: string) => void;
  error: string | undefined;
}

/** A closing announced for an instant within the suspension: said, and moved or kept as the chair decides. */
function ClosingWithin({ closings, moves, onMoves, time, onTime, error }: ClosingWithinProps) {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  return (
    <>
      <Note tone="warn" alert>
        {closings.map(({ id, title, listClosesAt }) => (
          <p key={id}>
            {t("chair.suspend.closing_within", { panel: localize(title), time: format.time(listClosesAt) })}
          </p>
        ))}
      </Note>
      <ChoiceField
        label={t("chair.suspend.closing")}
        value={moves ? "move" : "keep"}
        onChange={(id) => onMoves(id === "move")}
        choices={[
          { id: "move", label: t("chair.suspend.move_closing") },
          { id: "keep", label: t("chair.suspend.keep_closing") },
        ]}
      />
      {moves && (
        <TextField
          label={t("chair.closing.label")}
          value={time}
          onChange={onTime}
          note={t("chair.form.time_note")}
          error={error}
          autoComplete="off"
        />
      )}
    </>
  );
}

function TimeField({ label, instant }: { label: string; instant: ReturnType<typeof useInstant> }) {
  const t = useText();
  return (
    <>
      <TextField
        label={label}
        value={instant.text}
        onChange={instant.change}
        note={t("chair.form.time_note")}
        error={instant.error}
        inputMode="text"
        autoFocus
        autoComplete="off"
      />
      <Quick label={t("chair.form.quick")} values={instant.values} onPick={instant.change} />
    </>
  );
}

export function MoveDialog({ entry, onClose }: Closes & { entry: number }) {
  const t = useText();
  const localize = useLocalized();
  const seen = useSeen();
  const count = seen.order.length;
  const place = seen.order.indexOf(entry) + 1;
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const sends = () => {
    const wanted = parsePlace(text, count);
    if (wanted === undefined) {
      setError(t("chair.move.wrong", { count }));
      return undefined;
    }
    const to = { entry, place: wanted };
    if (!moveEntry.available(seen, to)) {
      setError(t("rejection.same_place"));
      return undefined;
    }
    return [moveEntry.command(seen, to)];
  };
  const name = nameOfEntry(seen.view, seen.view.entry(entry), localize);
  return (
    <Form title={t("chair.move.title", { name })} submit={t("chair.move.submit")} onClose={onClose} sends={sends}>
      <TextField
        label={t("chair.move.label", { count })}
        value={text}
        onChange={(value) => {
          setText(value);
          setError(undefined);
        }}
        note={place > 0 ? t("chair.move.now", { place }) : undefined}
        error={error}
        inputMode="numeric"
        autoFocus
        autoComplete="off"
      />
    </Form>
  );
}

/** A point of order goes before the list: the floor is not given over it by habit. */
export function PointWaitsDialog({ onClose }: Closes) {
  const t = useText();
  const localize = useLocalized();
  const seen = useSeen();
  const [{ next }] = useState(seen);
  const points = waitingPoints(seen.view);
  const name = nameOfEntry(seen.view, seen.view.entry(next), localize);
  return (
    <Form
      title={t("chair.points.before_list", { count: points.length })}
      submit={t("chair.act.give_floor_to", { name })}
      onClose={onClose}
      sends={() => [giveFloor.command(seen, next)]}
    >
      <ul className={styles.about}>
        {points.map(({ entry, delegation }) => (
          <li key={entry}>{nameOfDelegation(seen.view, delegation, localize)}</li>
        ))}
      </ul>
      <p className={styles.about}>{t("chair.points.before_list_about")}</p>
    </Form>
  );
}

const TITLE_LABELS: Record<(typeof locales)[number], MessageId> = {
  en: "chair.title.in_en",
  fr: "chair.title.in_fr",
  es: "chair.title.in_es",
};
const TITLE_LENGTH_MAX = 200;

export function TitleDialog({ onClose }: Closes) {
  const t = useText();
  const { locale } = useLocale();
  const { languages } = useConsole();
  const seen = useSeen();
  const [title, setTitle] = useState<Record<string, string>>(() => (seen.panel?.draft ? {} : { ...seen.panel?.title }));
  const [error, setError] = useState<string>();
  const own = [...languages].sort((left, right) => Number(right === locale) - Number(left === locale));
  const sends = () => {
    const given = Object.fromEntries(
      Object.entries(title)
        .map(([language, words]) => [language, words.trim()])
        .filter(([, words]) => words),
    );
    if (Object.keys(given).length === 0) {
      setError(t("chair.title.wanted"));
      return undefined;
    }
    return [setPanelTitle.command(seen, given)];
  };
  return (
    <Form title={t("chair.title.title")} submit={t("chair.title.submit")} onClose={onClose} sends={sends}>
      {own.map((language, index) => {
        const known = locales.find((each) => each === language);
        return (
          <TextField
            key={language}
            label={known ? t(TITLE_LABELS[known]) : languageName(language)}
            value={title[language] ?? ""}
            onChange={(words) => {
              setTitle((all) => ({ ...all, [language]: words }));
              setError(undefined);
            }}
            error={index === 0 ? error : undefined}
            maxLength={TITLE_LENGTH_MAX}
            autoFocus={index === 0}
            autoComplete="off"
          />
        );
      })}
    </Form>
  );
}
