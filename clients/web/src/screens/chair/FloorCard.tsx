// Who has the floor, how long still, and what can be done with that speech. The acts stay where they are while the floor
// changes hands, so that nothing moves under the pointer and the focus stays.
import { memo } from "react";
import { useFormat, useLocale, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Flag } from "../../parts/Flag";
import { nameLength } from "../../parts/names";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { lightOf, stoodLeftMs } from "../../parts/speech";
import { Told } from "../../shared/acts/Told";
import {
  addHalfMinute,
  addMinute,
  askAddedTime,
  askSpeechLimit,
  endSpeech,
  pauseSpeech,
  resumeSpeech,
  returnSpeaker,
} from "../../shared/acts/table/floor";
import { RULINGS } from "../../shared/acts/table/points";
import { useActs } from "../../shared/acts/useActs";
import { type Held, interruptedOn, pointBeforeChair, speakingOn } from "../../shared/floor";
import { useSpeechNow } from "../../shared/hall";
import { interrupts, kindOf } from "../../shared/kinds";
import { isGuest } from "../../shared/situation";
import { MeetingStatus, PanelStatus } from "../../wire";
import { ActButton } from "./ActButton";
import { nameOfDelegation, speakerOf, useConsole } from "./console";
import styles from "./FloorCard.module.css";
import { deliveryOf } from "./model";

export function FloorCard() {
  const t = useText();
  const { floor, panel } = useConsole().seen;
  const point = pointBeforeChair(floor);
  const speech = speakingOn(floor);
  const now = useSpeechNow(speech);
  const light = speech && !speech.pausedAt ? styles[lightOf(speech, now)] : styles.still;
  return (
    <Card className={`${styles.floor} ${light}`} aria-label={t("chair.floor.title")}>
      <Who now={now} />
      {point && <Before point={point} interrupted={interruptedOn(floor)} />}
      {panel?.status === PanelStatus.OPEN && <FloorActs />}
      <Told at="floor" edge />
    </Card>
  );
}

function Who({ now }: { now: number }) {
  const { floor } = useConsole().seen;
  const speech = speakingOn(floor);
  const point = pointBeforeChair(floor);
  if (speech) return <Speaking floor={speech} now={now} />;
  return point ? <RulingAwaited point={point} /> : <NobodySpeaks />;
}

function Speaking({ floor, now }: { floor: Held; now: number }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const { name, flag, guest } = speakerOf(view, floor, localize);
  const point = interrupts(floor);
  const label = point ? "kind.point_of_order" : "chair.floor.has_the_floor";
  return (
    <div className={styles.speech}>
      <div className={styles.who}>
        <p className={point ? styles.pointLabel : styles.label}>{t(label)}</p>
        <div className={styles.speaker}>
          {!guest && <Flag code={flag} name={name} size="large" />}
          <div className={styles.names}>
            <h2 className={styles.name} data-length={nameLength(name)}>
              {name}
            </h2>
            <p className={styles.about}>
              {point ? <PointNote entry={floor.entry} /> : <About floor={floor} name={name} />}
            </p>
            <Delivery floor={floor} />
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

/** What the delegation wrote when it raised the point: for chair and desk only. */
function PointNote({ entry }: { entry: number }) {
  const { view, panel } = useConsole().seen;
  return view.points(panel?.id ?? "").find((point) => point.entry === entry)?.note;
}

/** Where the text stands that is being delivered. */
function Delivery({ floor }: { floor: Held }) {
  const t = useText();
  const { view } = useConsole().seen;
  const delivery = deliveryOf(view, floor);
  if (!delivery) return null;
  const { released, paragraph, of } = delivery;
  return (
    <p className={styles.chips}>
      <Chip tone={released ? "go" : "neutral"}>{t(released ? "chair.text.released" : "chair.text.embargo")}</Chip>
      <Chip>{t("chair.text.paragraph", { paragraph, of })}</Chip>
    </p>
  );
}

function RulingAwaited({ point }: { point: Held }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const name = nameOfDelegation(view, point.delegation, localize);
  return (
    <div className={styles.nobody}>
      <p className={styles.pointLabel}>{t("kind.point_of_order")}</p>
      <div className={styles.speaker}>
        <Flag code={view.delegation(point.delegation)?.flag ?? ""} name={name} size="large" />
        <div className={styles.names}>
          <h2 className={styles.name}>{t("chair.floor.ruling_awaited")}</h2>
          <p className={styles.about}>
            {name}
            {"\u00a0· "}
            <PointNote entry={point.entry} />
          </p>
        </div>
      </div>
    </div>
  );
}

/** The point is before the chair: the speech that it interrupted, and the rulings after which that goes on. */
function Before({ point, interrupted }: { point: Held; interrupted: Held | undefined }) {
  const t = useText();
  return (
    <div className={styles.before} data-point={point.entry}>
      {interrupted && <InterruptedSpeech of={interrupted} />}
      <div className={styles.rulings} role="toolbar" aria-label={t("chair.floor.rulings")}>
        {RULINGS.map((ruling) => (
          <ActButton key={ruling.id} act={ruling} of={point.entry} keyed="drawn" />
        ))}
      </div>
    </div>
  );
}

function InterruptedSpeech({ of }: { of: Held }) {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const { name, flag, guest } = speakerOf(view, of, localize);
  const left_ms = stoodLeftMs(of);
  const time = format.clock(Math.abs(left_ms));
  return (
    <p className={styles.interrupted}>
      {!guest && <Flag code={flag} name={name} />}
      <span className={styles.interruptedName}>{name}</span>
      <span className={styles.left}>{t(left_ms < 0 ? "clock.over" : "clock.left", { time })}</span>
      <Chip tone="warn">{t("chair.floor.interrupted")}</Chip>
    </p>
  );
}

function About({ floor, name }: { floor: Held; name: string }) {
  const t = useText();
  const { locale } = useLocale();
  const language = floor.language && new Intl.DisplayNames([locale], { type: "language" }).of(floor.language);
  const kind = floor.panellist ? "kind.panellist" : kindOf(floor.kind)?.word;
  const parts = [
    kind && t(kind),
    isGuest(floor) && t("category.guest"),
    floor.speaker?.name !== name && floor.speaker?.name,
    floor.speaker?.title,
    language && t("chair.floor.speaks", { language }),
    floor.onBehalfOf && t("floor.on_behalf_of", { group: floor.onBehalfOf }),
  ].filter(Boolean);
  return parts.join("\u00a0· ");
}

function NobodySpeaks() {
  const t = useText();
  const format = useFormat();
  const { panel, meeting } = useConsole().seen;
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

/** Not rendered again by the ticking of the clock. */
const FloorActs = memo(function FloorActs() {
  const t = useText();
  const { seen, live } = useActs();
  const paused = Boolean(speakingOn(seen.floor)?.pausedAt);
  return (
    <div className={styles.acts} role="toolbar" aria-label={t("chair.floor.acts")}>
      <ActButton act={paused ? resumeSpeech : pauseSpeech} of={undefined} />
      <ActButton act={addHalfMinute} of={undefined} />
      <ActButton act={addMinute} of={undefined} />
      <ActButton act={askAddedTime} of={undefined} />
      <ActButton act={askSpeechLimit} of={undefined} />
      <span className={styles.gap} />
      <ActButton act={returnSpeaker} of={undefined} />
      <ActButton act={endSpeech} of={undefined} look="danger" keyed="drawn" />
      {!live && <span className="visually-hidden">{t("chair.acts_wait")}</span>}
    </div>
  );
});
