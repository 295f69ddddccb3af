// A field for a time of day. What is typed is the next instant at which the session's clocks show it, or the one on a day
// that was chosen; where that is not today, the form says of which day it is.
import { useState } from "react";
import { useFormat, useText } from "../i18n";
import { TextField } from "../parts/Field";
import styles from "./Form.module.css";
import { instantOn, nextInstant, parseTimeOfDay, sameDay, timeField } from "./fields";

export interface TimeOfDay {
  text: string;
  change: (text: string) => void;
  error: string | undefined;
  /** As it stands in the field; undefined while that is no time to come. */
  at: number | undefined;
  /** The same, which says in the field what is wrong with it. */
  read: () => number | undefined;
  /** What to say of the day, where it is not today. */
  day: string | undefined;
  /** The time, where it is tomorrow and nobody has chosen that: the button that sends it says so. */
  tomorrow: string | undefined;
}

interface Wanted {
  now: number;
  timezone: string;
  /** Stands in the field until somebody types. */
  proposed?: number | undefined;
  /** A day that was chosen, by an instant in it. */
  on?: number | undefined;
  /** On the day of this at the earliest. */
  from?: number | undefined;
}

export function useTimeOfDay({ now, timezone, proposed, on, from }: Wanted): TimeOfDay {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState<string | undefined>();
  const [error, setError] = useState<string>();
  const text = typed ?? (proposed === undefined ? "" : timeField(proposed, timezone));
  const minutes = parseTimeOfDay(text);
  const at = (() => {
    if (minutes === undefined) return undefined;
    if (on !== undefined) return instantOn(now, minutes, timezone, on);
    if (typed === undefined && proposed !== undefined && proposed > now) return proposed;
    return nextInstant(now, minutes, timezone, from);
  })();
  const read = () => {
    if (minutes === undefined) setError(t("form.time_wrong"));
    else if (at === undefined) setError(t("form.time_not_on_day", { time: text, date: format.date(on ?? now) }));
    return at;
  };
  const change = (words: string) => {
    setTyped(words);
    setError(undefined);
  };
  const today = at === undefined || sameDay(at, now, timezone);
  const tomorrow = at !== undefined && sameDay(at, nextInstant(now, 0, timezone), timezone);
  const said = tomorrow ? "form.tomorrow" : "form.on_day";
  const unasked = tomorrow && !today && on === undefined;
  const day = today || on !== undefined ? undefined : t(said, { date: format.date(at) });
  return { text, change, error, at, read, day, tomorrow: unasked ? format.time(at) : undefined };
}

export function TimeOfDayField({ label, time, focus }: { label: string; time: TimeOfDay; focus?: boolean }) {
  const t = useText();
  return (
    <div>
      <TextField
        label={label}
        value={time.text}
        onChange={time.change}
        note={t("form.time_note")}
        error={time.error}
        inputMode="text"
        autoFocus={focus ?? false}
        autoComplete="off"
      />
      <p role="status" className={styles.day}>
        {time.day}
      </p>
    </div>
  );
}
