// What needs an act now: points of order first, then motions, then what booths signal and who asks for help, the oldest first. What was seen
// or taken by somebody else stands folded at the foot.
import { type ReactNode, useId, useState } from "react";
import { joined, useFormat, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { DelegationName } from "../../parts/DelegationName";
import type { Place } from "../../shared/acts/act";
import { Told } from "../../shared/acts/Told";
import { closeHelp, takeHelp } from "../../shared/acts/table/helps";
import { setMotionAside, takeUpMotion } from "../../shared/acts/table/motions";
import { RULINGS, recognisePoint, refusePoint } from "../../shared/acts/table/points";
import { endSignal, markSignalSeen } from "../../shared/acts/table/signals";
import { useActs } from "../../shared/acts/useActs";
import { pointHeldBy } from "../../shared/acts/waiting";
import { useBoothName } from "../../shared/booths";
import { useHall, useNow } from "../../shared/hall";
import { useMotionWords } from "../../shared/MotionWords";
import { SIGNALS, wordOf } from "../../shared/terms";
import { type Help, HelpStatus, type Motion, type PointOfOrder, type Signal } from "../../wire";
import styles from "./Attention.module.css";
import { ActButton, Empty, Undo } from "./desk";
import look from "./look.module.css";
import { useNames } from "./names";
import { type Need, needsOf } from "./needs";

export function Attention() {
  const t = useText();
  const { store, hello } = useHall();
  const { open, handled } = needsOf(store, hello?.seat ?? "");
  const points = open.some(({ of }) => of === "point");
  return (
    <Card
      flush
      className={styles.attention}
      title={t("desk.now.title")}
      aria-label={t("desk.now.title")}
      data-needs=""
      aside={
        open.length > 0 && <Chip tone={points ? "stop" : "warn"}>{t("desk.now.count", { count: open.length })}</Chip>
      }
    >
      <Announced
        points={store.panels().flatMap(({ id }) => store.points(id))}
        motions={store.panels().flatMap(({ id }) => store.motions(id))}
        signals={store.signals()}
        helps={store.helps()}
      />
      {open.length === 0 && (
        <div className={styles.nothing}>
          <Empty>{t("desk.now.nothing")}</Empty>
        </div>
      )}
      <div className={styles.scroll}>
        <ul>
          {open.map((need) => (
            <Shown key={need.key} need={need} first={need === firstHelp(open)} />
          ))}
        </ul>
        <Handled needs={handled} />
      </div>
      <div className={styles.undo}>
        <Undo at="now" />
      </div>
    </Card>
  );
}

/** The one act that is the desk's own: a point of order is with the chair too. */
function firstHelp(open: Need[]): Need | undefined {
  return open.find((need) => need.of === "help" && need.help.status === HelpStatus.REQUESTED);
}

function Handled({ needs }: { needs: Need[] }) {
  const t = useText();
  const list = useId();
  const [unfolded, setUnfolded] = useState(false);
  if (needs.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className={classes(styles.fold, unfolded && styles.unfolded)}
        aria-expanded={unfolded}
        aria-controls={list}
        onClick={() => setUnfolded(!unfolded)}
      >
        <span>{t("desk.now.seen", { count: needs.length })}</span>
        <span className={styles.arrow} aria-hidden="true" />
      </button>
      <ul id={list} hidden={!unfolded}>
        {unfolded && needs.map((need) => <Shown key={need.key} need={need} first={false} />)}
      </ul>
    </>
  );
}

function Shown({ need, first }: { need: Need; first: boolean }) {
  switch (need.of) {
    case "point":
      return <Point point={need.point} />;
    case "motion":
      return <Moved motion={need.motion} />;
    case "signal":
      return <Raised signal={need.signal} />;
    case "help":
      return <Asked help={need.help} first={first} />;
  }
}

type AnnouncedProps = { points: PointOfOrder[]; motions: Motion[]; signals: Signal[]; helps: Help[] };

/** Each is read out once, by itself, as it comes: what was there already is not read again with it. */
function Announced({ points, motions, signals, helps }: AnnouncedProps) {
  const t = useText();
  const names = useNames();
  const signalWords = useSignalWords();
  const motionWords = useMotionWords();
  return (
    <div className="visually-hidden">
      {points
        .filter(({ recognised }) => !recognised)
        .map((point) => (
          <p key={`point ${point.entry}`} role="alert">
            {t("desk.point.alert", { name: names.delegation(point.delegation).name })} {point.note}
          </p>
        ))}
      {motions
        .filter(({ takenUp }) => !takenUp)
        .map((motion) => (
          <p key={`motion ${motion.entry}`} role="alert">
            {joined(Object.values(motionWords(motion)))}
          </p>
        ))}
      {signals
        .filter(({ seenAt }) => !seenAt)
        .map((signal) => (
          <p key={`signal ${signal.id}`} role="alert">
            {signalWords(signal)}
          </p>
        ))}
      {/* A polite region has to be there before what it tells. */}
      <div role="log">
        {helps
          .filter(({ status }) => status === HelpStatus.REQUESTED)
          .map((help) => (
            <p key={help.id}>{t("desk.help.asks", { name: names.delegation(help.delegation).name })}</p>
          ))}
      </div>
    </div>
  );
}

/** How long it has waited. */
function Age({ since }: { since: number }) {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000, since);
  return <span className={styles.age}>{t("desk.now.age", { time: format.clock(now - since) })}</span>;
}

type ItemProps = {
  look: "point" | "due" | "handled";
  /** Its border blinks as it comes, three times. */
  waits?: boolean;
  kind: string;
  since: number;
  who?: { name: string; flag: string };
  place: Place;
  acts: ReactNode;
  children?: ReactNode;
};

/** What it is and since when; of whom, with the acts; and what there is to say of it. */
function Item({ look: looks, waits, kind, since, who, place, acts, children }: ItemProps) {
  return (
    <li className={classes(styles.need, styles[looks], waits && styles.waits)}>
      <div className={styles.needHead}>
        <span className={styles.needKind}>{kind}</span>
        <Age since={since} />
      </div>
      <div className={styles.line}>
        {who && <DelegationName name={who.name} flag={who.flag} strong />}
        <div className={classes(look.acts, styles.acts)}>{acts}</div>
      </div>
      {children}
      <Told at={place} alert edge />
    </li>
  );
}

function Said({ children }: { children: string }) {
  return (
    <p className={styles.note} dir="auto">
      {children}
    </p>
  );
}

function Point({ point }: { point: PointOfOrder }) {
  const t = useText();
  const { store } = useHall();
  const who = useNames().delegation(point.delegation);
  const place = `point/${point.entry}` as const;
  const held = pointHeldBy(store, point);
  const of = { point, place, name: who.name };
  return (
    <Item
      look="point"
      waits={!point.recognised}
      kind={t("kind.point_of_order")}
      since={point.raisedAt}
      who={who}
      place={place}
      acts={point.recognised ? <Heard {...of} /> : <Waits {...of} />}
    >
      <Said>{point.note || t("desk.point.no_note")}</Said>
      {point.recognised && <p className={styles.note}>{t("desk.point.recognised")}</p>}
      {held.includes("another") && <p className={styles.note}>{t("desk.point.another")}</p>}
      {held.includes("meeting") && <p className={styles.note}>{t("rejection.meeting_not_open")}</p>}
    </Item>
  );
}

type PointActsProps = { point: PointOfOrder; place: Place; name: string };

/** Until the ruling. */
function Heard({ point, place, name }: PointActsProps) {
  const t = useText();
  const acts = useActs(place);
  return RULINGS.map((ruling) => (
    <ActButton
      key={ruling.id}
      acts={acts}
      size="small"
      act={ruling}
      of={point.entry}
      disabled={!acts.offers(ruling, point.entry)}
      label={t("desk.point.rule_for", { ruling: t(acts.reach(ruling).label), name })}
    />
  ));
}

function Waits({ point, place, name }: PointActsProps) {
  const t = useText();
  const acts = useActs(place);
  return (
    <>
      <ActButton
        acts={acts}
        size="small"
        act={recognisePoint}
        of={point.entry}
        disabled={!acts.offers(recognisePoint, point.entry)}
        label={t("desk.point.recognise_of", { name })}
      />
      <ActButton
        acts={acts}
        size="small"
        act={refusePoint}
        of={point.entry}
        look="danger"
        label={t("desk.point.not_taken_up_of", { name })}
      />
    </>
  );
}

/** Who speaks on it and what becomes of it is with the chair. */
function Moved({ motion }: { motion: Motion }) {
  const t = useText();
  const names = useNames();
  const { title, by } = useMotionWords()(motion);
  const place = `motion/${motion.entry}` as const;
  const acts = useActs(place);
  const { entry, delegation, takenUp } = motion;
  return (
    <Item
      look="point"
      waits={!takenUp}
      kind={title}
      since={motion.movedAt}
      {...(delegation ? { who: names.delegation(delegation) } : {})}
      place={place}
      acts={
        !takenUp && (
          <>
            <ActButton
              acts={acts}
              size="small"
              act={takeUpMotion}
              of={entry}
              disabled={!acts.offers(takeUpMotion, entry)}
              label={t("common.labelled", { label: t("desk.motion.take_up"), words: title })}
            />
            <ActButton
              acts={acts}
              size="small"
              act={setMotionAside}
              of={entry}
              look="danger"
              label={t("common.labelled", { label: t("desk.point.not_taken_up"), words: title })}
            />
          </>
        )
      }
    >
      <p className={styles.note}>{takenUp ? t("desk.motion.stands") : by}</p>
    </Item>
  );
}

function useSignalWords(): (signal: Signal) => string {
  const t = useText();
  const boothName = useBoothName();
  return ({ kind, language, seat }) => {
    const word = wordOf(SIGNALS, kind);
    return t("desk.signal.of", { signal: word ? t(word) : "", booth: language ? boothName(language) : seat });
  };
}

function Raised({ signal }: { signal: Signal }) {
  const t = useText();
  const place = `signal/${signal.id}` as const;
  const acts = useActs(place);
  const words = useSignalWords()(signal);
  return (
    <Item
      look={signal.seenAt ? "handled" : "due"}
      kind={words}
      since={signal.raisedAt}
      place={place}
      acts={
        <>
          {signal.seenAt ? (
            <Chip>{t("desk.signal.was_seen")}</Chip>
          ) : (
            <ActButton
              acts={acts}
              size="small"
              act={markSignalSeen}
              of={signal.id}
              label={t("common.labelled", { label: t("desk.signal.seen"), words })}
            />
          )}
          <ActButton
            acts={acts}
            size="small"
            act={endSignal}
            of={signal.id}
            look="plain"
            label={t("common.labelled", { label: t("desk.signal.end"), words })}
          />
        </>
      }
    />
  );
}

function Asked({ help, first }: { help: Help; first: boolean }) {
  const t = useText();
  const { store } = useHall();
  const names = useNames();
  const place = `help/${help.id}` as const;
  const acts = useActs(place);
  const who = names.delegation(help.delegation);
  const { name } = who;
  const taken = help.status === HelpStatus.TAKEN;
  const taker = store.seat(help.takenBy)?.person?.name || names.seat(help.takenBy);
  return (
    <Item
      look={taken ? "handled" : "due"}
      kind={t("desk.help.title")}
      since={help.requestedAt}
      who={who}
      place={place}
      acts={
        <>
          {!taken && (
            <ActButton
              acts={acts}
              size="small"
              act={takeHelp}
              of={help.id}
              look={first ? "primary" : "secondary"}
              label={t("desk.help.take_of", { name })}
            />
          )}
          <ActButton
            acts={acts}
            size="small"
            act={closeHelp}
            of={help.id}
            look={taken ? "secondary" : "plain"}
            label={t("desk.help.done_of", { name })}
          />
        </>
      }
    >
      <Said>{help.note || t("desk.help.no_note")}</Said>
      {taken && (
        <p className={styles.note}>
          <Chip tone="brand">{t("desk.help.taken_by", { seat: taker })}</Chip>
        </p>
      )}
    </Item>
  );
}
