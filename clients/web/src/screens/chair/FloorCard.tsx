// Who has the floor, how long still, and what can be done with that speech. The acts stay where they are while the floor
// changes hands, so that nothing moves under the pointer and the focus stays; while a point of order is before the chair, the
// rulings stand in their place.
import { memo, type ReactNode } from "react";
import { languageNameIn, useFormat, useLocale, useLocalized, useText } from "../../i18n";
import { dot, isolated, joined } from "../../i18n/isolated";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { FitText } from "../../parts/FitText";
import { Flag } from "../../parts/Flag";
import { Menu } from "../../parts/Menu";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { elapsedMs, lightOf, stoodLeftMs } from "../../parts/speech";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { useMedia } from "../../parts/useMedia";
import type { Offer } from "../../shared/acts/act";
import {
  addHalfMinute,
  addMinute,
  askAddedTime,
  askSpeechLimit,
  endSpeech,
  giveAllTheSame,
  pauseSpeech,
  resumeSpeech,
  returnSpeaker,
} from "../../shared/acts/table/floor";
import { moveMotionFor } from "../../shared/acts/table/motions";
import { RULINGS, raisePointFor } from "../../shared/acts/table/points";
import { useActs } from "../../shared/acts/useActs";
import { type Held, interruptedOn, motionBeforeChair, pointBeforeChair, speakingOn } from "../../shared/floor";
import { useSpeechNow } from "../../shared/hall";
import { interrupts, kindOf } from "../../shared/kinds";
import { useMeetingWords } from "../../shared/MeetingChip";
import { useInterruptingWords, useMotionWords } from "../../shared/MotionWords";
import { motionOn } from "../../shared/motions";
import { flagOf, isGuest } from "../../shared/situation";
import { MeetingStatus, PanelStatus } from "../../wire";
import { ActButton } from "./ActButton";
import { nameOfDelegation, speakerOf, useConsole } from "./console";
import styles from "./FloorCard.module.css";
import { deliveryOf, nextAct } from "./model";
import { narrow, narrower } from "./room";

/** A name with a line under it; on its own it may take the room of that line. */
const NAME_STEPS = [
  { size: 28, lines: 1 },
  { size: 22, lines: 1 },
  { size: 18, lines: 1 },
  { size: 15, lines: 2 },
  { size: 13, lines: 2 },
  { size: 12, lines: 3 },
];

export function FloorCard() {
  const t = useText();
  const { floor, panel } = useConsole().seen;
  const unconfirmed = useActs().book.unconfirmedPlaces.has("floor");
  const point = pointBeforeChair(floor);
  const speech = speakingOn(floor);
  const now = useSpeechNow(speech);
  const light = speech && !speech.pausedAt ? styles[lightOf(speech, now)] : styles.still;
  return (
    <Card className={`${styles.floor} ${light}`} aria-label={t("chair.floor.title")}>
      <Gone speech={speech} now={now} />
      <Who />
      {speech && (
        <div className={styles.clock}>
          <SpeechClock speech={speech} now={now} size="panel" />
        </div>
      )}
      <div className={styles.foot}>
        {panel?.status === PanelStatus.OPEN && <FloorActs point={point?.entry ?? 0} />}
        {speech && <ClockNote speech={speech} now={now} folds />}
      </div>
      {unconfirmed && <Unconfirmed edge />}
    </Card>
  );
}

/** How much of the time is gone, along the upper edge; the clock says it in figures. */
function Gone({ speech, now }: { speech: Held | undefined; now: number }) {
  const gone = speech ? Math.min(100, (100 * elapsedMs(speech, now)) / Math.max(1, speech.limitMs)) : 0;
  return (
    <span className={styles.gone} aria-hidden="true">
      <span style={{ width: `${gone}%` }} />
    </span>
  );
}

/** Not rendered again by the ticking of the clock. */
const Who = memo(function Who() {
  const { floor } = useConsole().seen;
  const speech = speakingOn(floor);
  const point = pointBeforeChair(floor);
  const motion = motionBeforeChair(floor);
  if (speech) return <Speaking floor={speech} />;
  if (point) return <RulingAwaited point={point} />;
  return motion ? <DecisionAwaited motion={motion} /> : <NobodySpeaks />;
});

function Speaking({ floor }: { floor: Held }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const { name, flag, guest } = speakerOf(view, floor, localize);
  const point = interrupts(floor);
  const interrupting = useInterruptingWords();
  return (
    <div className={styles.who}>
      <div className={point ? styles.pointLabel : styles.label}>
        <span>{point ? interrupting(floor) : t("chair.floor.has_the_floor")}</span>
        {point ? <InterruptedSpeech /> : <Delivery floor={floor} />}
      </div>
      <div className={styles.speaker}>
        {!guest && <Flag code={flag} name={name} size="large" />}
        <Names name={name}>{point ? <PointNote entry={floor.entry} /> : <About floor={floor} name={name} />}</Names>
      </div>
    </div>
  );
}

function Names({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.names}>
      <h2 className={styles.name}>
        <FitText steps={NAME_STEPS}>{name}</FitText>
      </h2>
      <p className={styles.about}>{children}</p>
    </div>
  );
}

/** What the delegation wrote when it raised the point: for chair and desk only. */
function PointNote({ entry }: { entry: number }) {
  const { view, panel } = useConsole().seen;
  const note = view.points(panel?.id ?? "").find((point) => point.entry === entry)?.note;
  return note ? (
    <span title={note} dir="auto">
      {note}
    </span>
  ) : null;
}

/** Where the text stands that is being delivered. */
function Delivery({ floor }: { floor: Held }) {
  const t = useText();
  const { view } = useConsole().seen;
  const delivery = deliveryOf(view, floor);
  if (!delivery) return null;
  const { released, paragraph, of } = delivery;
  return (
    <span className={styles.chips}>
      <Chip tone={released ? "go" : "neutral"}>{t(released ? "chair.text.released" : "chair.text.embargo")}</Chip>
      <Chip>{t("chair.text.paragraph", { paragraph, of })}</Chip>
    </span>
  );
}

function RulingAwaited({ point }: { point: Held }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const name = nameOfDelegation(view, point.delegation, localize);
  return (
    <div className={styles.who}>
      <div className={styles.pointLabel}>
        <span>{t("kind.point_of_order")}</span>
        <InterruptedSpeech />
      </div>
      <div className={styles.speaker}>
        <Flag code={flagOf(view.delegation(point.delegation))} name={name} size="large" />
        <Names name={t("chair.floor.ruling_awaited")}>
          <span>{isolated(name) + dot}</span>
          <PointNote entry={point.entry} />
        </Names>
      </div>
    </div>
  );
}

/** Nobody speaks on the motion any more. */
function DecisionAwaited({ motion: held }: { motion: Held }) {
  const t = useText();
  const wordsOf = useMotionWords();
  const { view, floor } = useConsole().seen;
  const motion = motionOn(view, floor);
  if (!motion) return null;
  const { title, by } = wordsOf(motion);
  return (
    <div className={styles.who}>
      <div className={styles.pointLabel}>
        <span>{title}</span>
        <InterruptedSpeech />
      </div>
      <div className={styles.speaker}>
        {held.delegation && <Flag code={flagOf(view.delegation(held.delegation))} name={by} size="large" />}
        <Names name={t(motion.objectionsAskedAt ? "motion.objections" : "chair.floor.decision_awaited")}>
          <span>{by}</span>
        </Names>
      </div>
    </div>
  );
}

/** The speech that goes on after the ruling. */
function InterruptedSpeech() {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { view, floor } = useConsole().seen;
  const of = interruptedOn(floor);
  if (!of) return null;
  const { name, flag, guest } = speakerOf(view, of, localize);
  const left_ms = stoodLeftMs(of);
  const time = format.clock(Math.abs(left_ms));
  return (
    <span className={styles.interrupted}>
      <Chip tone="warn">{t("chair.floor.interrupted")}</Chip>
      {!guest && <Flag code={flag} name={name} />}
      <span className={styles.interruptedName} title={name}>
        {name}
      </span>
      <span className={styles.left}>{t(left_ms < 0 ? "clock.over" : "clock.left", { time })}</span>
    </span>
  );
}

function About({ floor, name }: { floor: Held; name: string }) {
  const t = useText();
  const { locale } = useLocale();
  const language = floor.language && languageNameIn(locale, floor.language);
  const kind = floor.panellist ? "kind.panellist" : kindOf(floor.kind)?.word;
  const parts = [
    floor.speaker?.name !== name && floor.speaker?.name,
    floor.speaker?.title,
    floor.onBehalfOf && t("floor.on_behalf_of", { group: floor.onBehalfOf }),
    kind && t(kind),
    isGuest(floor) && t("category.guest"),
    language && t("chair.floor.speaks", { language }),
  ];
  const words = joined(parts);
  return <span title={words}>{words}</span>;
}

function NobodySpeaks() {
  const t = useText();
  const format = useFormat();
  const meetingWords = useMeetingWords();
  const { panel, meeting } = useConsole().seen;
  let title = t("floor.free");
  let about = "";
  if (meeting?.status === MeetingStatus.SUSPENDED) {
    title = meetingWords(meeting);
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
    <div className={styles.who}>
      <div className={styles.label}>
        <span>{t("chair.floor.title")}</span>
      </div>
      <Names name={title}>{about}</Names>
    </div>
  );
}

/** Not rendered again by the ticking of the clock. */
const FloorActs = memo(function FloorActs({ point }: { point: number }) {
  const t = useText();
  const { seen, live } = useActs();
  const speech = speakingOn(seen.floor);
  const isNarrow = useMedia(narrow);
  const isNarrower = useMedia(narrower);
  const pause = speech?.pausedAt ? resumeSpeech : pauseSpeech;
  const more: Offer[] = [askAddedTime, askSpeechLimit, returnSpeaker, moveMotionFor];
  if (nextAct(seen.view, seen.panel?.id ?? "").what === "recognise_point") more.push(giveAllTheSame);
  if (point) {
    more.unshift(pause, addHalfMinute, addMinute, raisePointFor);
  } else {
    if (isNarrow) more.unshift(raisePointFor);
    if (isNarrower) more.unshift(addMinute);
  }
  return (
    <div className={styles.acts}>
      {point ? (
        <Rulings point={point} />
      ) : (
        <div className={styles.some} role="toolbar" aria-label={t("chair.floor.acts")}>
          <ActButton act={pause} of={undefined} size="small" />
          <ActButton act={addHalfMinute} of={undefined} size="small" />
          {!isNarrower && <ActButton act={addMinute} of={undefined} size="small" />}
          {!isNarrow && <ActButton act={raisePointFor} of={undefined} size="small" focused />}
        </div>
      )}
      <More of={more} />
      <span className={styles.gap} />
      <ActButton act={endSpeech} of={undefined} look="danger" size="small" />
      {!live && <span className="visually-hidden">{t("chair.acts_wait")}</span>}
    </div>
  );
});

function Rulings({ point }: { point: number }) {
  const t = useText();
  return (
    <div
      className={styles.some}
      role="toolbar"
      aria-label={t("chair.floor.rulings")}
      data-point={point}
      data-rulings=""
    >
      {RULINGS.map((ruling) => (
        <ActButton key={ruling.id} act={ruling} of={point} size="small" keyed="drawn" focused />
      ))}
    </div>
  );
}

/** What has no room beside it. */
function More({ of }: { of: readonly Offer[] }) {
  const t = useText();
  const { press, reach, takes, offers } = useActs();
  return (
    <Menu
      button={t("common.more")}
      arrow
      label={t("chair.floor.more")}
      size="small"
      choices={of.map((each) => ({
        id: each.id,
        label: t(reach(each).label),
        disabled: !takes(each) || !offers(each, undefined),
      }))}
      onChoose={(id) => {
        const chosen = of.find((each) => each.id === id);
        if (chosen) press(chosen, undefined);
      }}
    />
  );
}
