// Who has the floor, how long still, and what can be done with that speech. The acts stay where they are while the floor
// changes hands, so that nothing moves under the pointer and the focus stays.
import { useFormat, useLocale, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Flag } from "../../parts/Flag";
import { Note } from "../../parts/Note";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { lightOf } from "../../parts/speech";
import { type Floor, MeetingStatus, PanelStatus } from "../../wire";
import { useSpeechNow } from "../hall";
import {
  type Action,
  addHalfMinute,
  addMinute,
  addTime,
  endSpeech,
  pauseSpeech,
  resumeSpeech,
  returnSpeaker,
  setSpeechLimit,
} from "./actions";
import { speakerOf, useDesk, useRefusalAt } from "./desk";
import styles from "./FloorCard.module.css";
import { Key } from "./Key";
import { hasSpeech } from "./model";
import { KIND_WORDS } from "./words";

export function FloorCard() {
  const t = useText();
  const { context, places } = useDesk();
  const refusalAt = useRefusalAt();
  const { floor, panel } = context;
  const refusal = refusalAt("floor");
  const speaks = hasSpeech(floor);
  const now = useSpeechNow(speaks ? floor : undefined);
  const light = speaks && !floor.pausedAt ? styles[lightOf(floor, now)] : styles.still;
  return (
    <Card className={`${styles.floor} ${light}`} aria-label={t("chair.floor.title")}>
      {speaks ? <Speaking floor={floor} now={now} /> : <NobodySpeaks />}
      {panel?.status === PanelStatus.OPEN && <FloorActs />}
      {refusal && (
        <Note
          tone="stop"
          end={
            <Button look="plain" size="small" onPress={() => places.dismiss("floor")}>
              {t("common.dismiss")}
            </Button>
          }
        >
          {refusal}
        </Note>
      )}
    </Card>
  );
}

function Speaking({ floor, now }: { floor: Floor; now: number }) {
  const t = useText();
  const localize = useLocalized();
  const { context } = useDesk();
  const { name, flag } = speakerOf(context.view, floor, localize);
  return (
    <div className={styles.speech}>
      <div className={styles.who}>
        <p className={styles.label}>{t("chair.floor.has_the_floor")}</p>
        <div className={styles.speaker}>
          <Flag code={flag} name={name} size="large" />
          <div className={styles.names}>
            <h2 className={styles.name}>{name}</h2>
            <p className={styles.about}>
              <About floor={floor} />
            </p>
          </div>
        </div>
      </div>
      <div className={styles.clock}>
        <SpeechClock speech={floor} now={now} size="panel" />
        <ClockNote speech={floor} now={now} />
      </div>
    </div>
  );
}

function About({ floor }: { floor: Floor }) {
  const t = useText();
  const { locale } = useLocale();
  const language = floor.language && new Intl.DisplayNames([locale], { type: "language" }).of(floor.language);
  const kind = floor.panellist ? "kind.panellist" : KIND_WORDS[floor.kind];
  const parts = [
    kind && t(kind),
    floor.speaker?.name,
    floor.speaker?.title,
    language && t("chair.floor.speaks", { language }),
    floor.onBehalfOf && t("floor.on_behalf_of", { group: floor.onBehalfOf }),
  ].filter(Boolean);
  return parts.join("\u00a0· ");
}

function NobodySpeaks() {
  const t = useText();
  const format = useFormat();
  const { panel, meeting } = useDesk().context;
  let title = t("floor.free");
  let about = "";
  if (meeting?.status === MeetingStatus.SUSPENDED) {
    title = meeting.suspendedUntil
      ? t("meeting.suspended_until", { time: format.time(meeting.suspendedUntil) })
      : t("meeting.suspended");
  } else if (panel?.status === PanelStatus.CLOSED) {
    title = t("chair.floor.panel_closed");
    about = t("chair.floor.panel_summary", { count: panel.speeches, minutes: format.minutes(panel.spokenMs) });
  } else if (panel?.draft) {
    title = t("panel.draft");
    about = t("chair.floor.draft_note");
  } else if (panel?.status === PanelStatus.PLANNED) {
    title = t("chair.floor.panel_planned");
    about = meeting
      ? t("chair.floor.planned_note", {
          day: format.date(meeting.plannedStartAt),
          time: format.timeRange(meeting.plannedStartAt, meeting.plannedEndAt),
        })
      : "";
  }
  return (
    <div className={styles.nobody}>
      <p className={styles.label}>{t("chair.floor.title")}</p>
      <h2 className={styles.name}>{title}</h2>
      <p className={styles.about}>{about}</p>
    </div>
  );
}

function FloorActs() {
  const t = useText();
  const { context, open, live } = useDesk();
  const paused = hasSpeech(context.floor) && Boolean(context.floor.pausedAt);
  return (
    <div className={styles.acts} role="toolbar" aria-label={t("chair.floor.acts")}>
      <Act action={paused ? resumeSpeech : pauseSpeech} />
      <Act action={addHalfMinute} />
      <Act action={addMinute} />
      <Opens action={addTime} onPress={() => open({ kind: "add_time" })} />
      <Opens action={setSpeechLimit} onPress={() => open({ kind: "speech_limit" })} />
      <span className={styles.gap} />
      <Act action={returnSpeaker} />
      <Act action={endSpeech} look="danger" />
      {!live && <span className="visually-hidden">{t("chair.acts_wait")}</span>}
    </div>
  );
}

function Opens({ action, onPress }: { action: Action<number>; onPress: () => void }) {
  const t = useText();
  const { context, live } = useDesk();
  return (
    <Button
      preventFocusOnPress
      isPending={!live || !action.available(context, 0)}
      aria-keyshortcuts={action.shortcut}
      onPress={onPress}
    >
      {t(action.label)}
    </Button>
  );
}

function Act({ action, look = "secondary" }: { action: Action; look?: "secondary" | "danger" }) {
  const t = useText();
  const { context, places, live } = useDesk();
  return (
    <Button
      look={look}
      preventFocusOnPress
      isPending={!live || !action.available(context)}
      aria-keyshortcuts={action.shortcut}
      onPress={() => void places.send("floor", action.command(context))}
    >
      {t(action.label)}
      {action.shortcut && look === "danger" && <Key name={action.shortcut} />}
    </Button>
  );
}
