// The small forms of the chair's acts: an amount of time, an instant, a place in the list, a title.
import { useState } from "react";
import {
  languageName,
  locales,
  type MessageId,
  useFormat,
  useInstant,
  useLocale,
  useLocalized,
  useText,
} from "../../i18n";
import { ChoiceField, SelectField, TextField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import { isTooLong } from "../../parts/room";
import type { Action } from "../../shared/acts/act";
import { moveEntry } from "../../shared/acts/table/entries";
import { addTime, giveFloor, setSpeechLimit } from "../../shared/acts/table/floor";
import { announceListClosing, planListOpening } from "../../shared/acts/table/list";
import { setPanelTitle, suspendMeeting } from "../../shared/acts/table/panels";
import { waitingPoints } from "../../shared/acts/waiting";
import { Form, Quick } from "../../shared/Form";
import styles from "../../shared/Form.module.css";
import { announceable, daysBetween, durationField, parseDuration, parsePlace, timeField } from "../../shared/fields";
import { speakingOn } from "../../shared/floor";
import { useNow } from "../../shared/hall";
import { type TimeOfDay, TimeOfDayField, useTimeOfDay } from "../../shared/TimeOfDay";
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

/** A time of day that a chair would announce, as it was when the form opened. */
export function useAnnounced(on?: number) {
  const now = useNow(1_000);
  const { timezone } = useConsole();
  const [proposed] = useState(() => announceable(now, 15 * MINUTE_MS));
  const soon = [5, 10, 15, 30].map((minutes) => timeField(announceable(now, minutes * MINUTE_MS), timezone));
  return { time: useTimeOfDay({ now, timezone, proposed, on }), soon: [...new Set(soon)] };
}

const FOR_TOMORROW = {
  "chair.closing.submit": "chair.closing.submit_tomorrow",
  "chair.opening.submit": "chair.opening.submit_tomorrow",
  "chair.suspend.submit": "chair.suspend.submit_tomorrow",
} as const satisfies Partial<Record<MessageId, MessageId>>;

/** What the button says that sends a time of day: not without the day, where that is not today. */
function useSubmit() {
  const t = useText();
  return (id: keyof typeof FOR_TOMORROW, { tomorrow }: TimeOfDay) =>
    tomorrow ? t(FOR_TOMORROW[id], { time: tomorrow }) : t(id);
}

export function AnnounceClosingDialog({ onClose }: Closes) {
  const t = useText();
  const submit = useSubmit();
  const seen = useSeen();
  const announced = useAnnounced();
  const sends = () => {
    const at = announced.time.read();
    return at === undefined ? undefined : [announceListClosing.command(seen, at)];
  };
  return (
    <Form
      title={t("chair.closing.title")}
      submit={submit("chair.closing.submit", announced.time)}
      onClose={onClose}
      sends={sends}
      tells={{ of: announceListClosing }}
    >
      <AnnouncedField label={t("chair.closing.label")} {...announced} />
    </Form>
  );
}

export function PlanOpeningDialog({ onClose }: Closes) {
  const t = useText();
  const submit = useSubmit();
  const format = useFormat();
  const now = useNow(60_000);
  const seen = useSeen();
  const start = seen.meeting?.plannedStartAt ?? now;
  const { timezone } = useConsole();
  const days = daysBetween(now, Math.max(now, start), timezone);
  const [day, setDay] = useState(() => String(days.at(-1) ?? now));
  const announced = useAnnounced(days.length > 1 ? Number(day) : undefined);
  const sends = () => {
    const at = announced.time.read();
    return at === undefined ? undefined : [planListOpening.command(seen, at)];
  };
  return (
    <Form
      title={t("chair.opening.title")}
      submit={submit("chair.opening.submit", announced.time)}
      onClose={onClose}
      sends={sends}
      tells={{ of: planListOpening }}
    >
      {days.length > 1 && (
        <SelectField
          label={t("chair.opening.day")}
          value={day}
          onChange={setDay}
          choices={days.map((day) => ({ id: String(day), label: format.date(day) }))}
        />
      )}
      <AnnouncedField label={t("chair.opening.label")} {...announced} />
    </Form>
  );
}

export function SuspendDialog({ onClose }: Closes) {
  const t = useText();
  const submit = useSubmit();
  const now = useNow(1_000);
  const { timezone } = useConsole();
  const seen = useSeen();
  const announced = useAnnounced();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<boolean | undefined>();
  const until = open ? 0 : announced.time.at;
  const closings = until === undefined ? [] : closingsWithin(seen.view, now, until);
  const first = closings[0];
  // Until further notice nobody can say what would be as long after: the chair gives an instant, or the closing stays.
  const proposed = first && until ? movedClosing(first.listClosesAt, now, until) : undefined;
  const closing = useTimeOfDay({ now, timezone, proposed });
  const moves = chosen ?? !open;
  const sends = () => {
    const at = open ? 0 : announced.time.read();
    if (at === undefined) return undefined;
    const listClosesAt = first && moves ? closing.read() : 0;
    return listClosesAt === undefined ? undefined : [suspendMeeting.command(seen, { until: at, listClosesAt })];
  };
  return (
    <Form
      title={t("chair.suspend.title")}
      submit={open ? t("chair.suspend.submit") : submit("chair.suspend.submit", announced.time)}
      onClose={onClose}
      sends={sends}
    >
      {!open && <AnnouncedField label={t("chair.suspend.label")} {...announced} />}
      <label className={styles.check}>
        <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
        {t("chair.suspend.until_further_notice")}
      </label>
      {first && <ClosingWithin closings={closings} moves={moves} onMoves={setChosen} time={closing} />}
      <p className={styles.about}>{t("chair.suspend.about")}</p>
    </Form>
  );
}

interface ClosingWithinProps {
  closings: readonly Panel[];
  moves: boolean;
  onMoves: (moves: boolean) => void;
  time: TimeOfDay;
}

/** A closing announced for an instant within the suspension: said, and moved or kept as the chair decides. */
function ClosingWithin({ closings, moves, onMoves, time }: ClosingWithinProps) {
  const t = useText();
  const instant = useInstant();
  const localize = useLocalized();
  return (
    <>
      <Note tone="warn" alert>
        {closings.map(({ id, title, listClosesAt }) => (
          <p key={id}>{t("chair.suspend.closing_within", { panel: localize(title), time: instant(listClosesAt) })}</p>
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
      {moves && <TimeOfDayField label={t("chair.closing.label")} time={time} />}
    </>
  );
}

export function AnnouncedField({ label, time, soon }: { label: string; time: TimeOfDay; soon: readonly string[] }) {
  const t = useText();
  return (
    <>
      <TimeOfDayField label={label} time={time} focus />
      <Quick label={t("chair.form.quick")} values={soon} onPick={time.change} />
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
  const holder = seen.view.entry(entry);
  const name = nameOfEntry(seen.view, holder, localize);
  return (
    <Form
      title={t("chair.move.title", { name })}
      submit={t("chair.move.submit")}
      onClose={onClose}
      sends={sends}
      tells={{ of: moveEntry, holder }}
    >
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
const title_bytes_max = 800;

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
    if (Object.values<string>(given).some((words) => isTooLong(words, title_bytes_max))) return undefined;
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
            bytesMax={title_bytes_max}
            autoFocus={index === 0}
            autoComplete="off"
          />
        );
      })}
    </Form>
  );
}
