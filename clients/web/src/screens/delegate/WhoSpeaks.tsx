// Who has the floor, with the clock; or why nobody has.
import { type Format, type MessageId, useFormat, useLocalized, useText, type Values } from "../../i18n";
import { Card } from "../../parts/Card";
import { Flag } from "../../parts/Flag";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { type Floor, Kind } from "../../wire";
import { useHall, useNow, useSpeechNow } from "../hall";
import { holderOf, type Situation } from "../situation";
import styles from "./delegate.module.css";

export function WhoSpeaks({ situation }: { situation: Situation }) {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  const { stage, floor } = situation;
  if (floor && (stage === "open" || stage === "suspended")) {
    return <Speech floor={floor} state={stage === "open" ? "" : stageWords(t, format, situation, now)} />;
  }
  return (
    <Card>
      <p className={styles.state}>{stageWords(t, format, situation, now)}</p>
    </Card>
  );
}

function Speech({ floor, state }: { floor: Floor; state: string }) {
  const t = useText();
  const text = useLocalized();
  const hall = useHall();
  const now = useSpeechNow(floor);
  const holder = holderOf(hall.store, floor);
  const name = text(holder.name) || holder.fallback;
  const behalf = floor.onBehalfOf
    ? t("floor.on_behalf_of", { group: floor.onBehalfOf })
    : floor.kind === Kind.QUESTION
      ? t("kind.question")
      : "";
  return (
    <Card>
      <div className={styles.speaker}>
        <Flag code={holder.flag} name={name} />
        <div className={styles.speakerWords}>
          <p className={styles.speakerName}>{t("floor.has", { name })}</p>
          <p className={styles.quiet}>{state || behalf || <ClockNote speech={floor} now={now} />}</p>
          {!state && behalf && (
            <p className={styles.quiet}>
              <ClockNote speech={floor} now={now} />
            </p>
          )}
        </div>
        <SpeechClock speech={floor} now={now} />
      </div>
    </Card>
  );
}

type Say = (id: MessageId, values?: Values) => string;

export function stageWords(t: Say, format: Format, { stage, meeting }: Situation, now: number): string {
  switch (stage) {
    case "none":
      return t("situation.none");
    case "planned": {
      if (!meeting) return t("situation.panel_planned");
      if (meeting.plannedStartAt <= now) return t("situation.opens_shortly");
      const time = format.time(meeting.plannedStartAt);
      if (format.day(meeting.plannedStartAt) === format.day(now)) return t("situation.opens_at", { time });
      return t("situation.opens_on", { date: format.date(meeting.plannedStartAt), time });
    }
    case "suspended":
      return meeting?.suspendedUntil
        ? t("situation.suspended_until", { time: format.time(meeting.suspendedUntil) })
        : t("situation.suspended");
    case "closed":
      return t("situation.meeting_closed");
    case "panel_planned":
      return t("situation.panel_planned");
    case "panel_closed":
      return t("situation.panel_closed");
    case "open":
      return t("floor.free");
  }
}
