// What needs an act now: points of order first, then what booths signal, then requests for help, the oldest first.
import { useFormat, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { DelegationName } from "../../parts/DelegationName";
import type { Place } from "../../shared/acts/act";
import { Told } from "../../shared/acts/Told";
import { closeHelp, takeHelp } from "../../shared/acts/table/helps";
import { RULINGS, recognisePoint, refusePoint } from "../../shared/acts/table/points";
import { endSignal, markSignalSeen } from "../../shared/acts/table/signals";
import { useActs } from "../../shared/acts/useActs";
import { pointHeldBy } from "../../shared/acts/waiting";
import { useBoothName } from "../../shared/booths";
import { useHall, useNow } from "../../shared/hall";
import { SIGNALS, wordOf } from "../../shared/terms";
import { type Help, HelpStatus, type PointOfOrder, type Signal } from "../../wire";
import styles from "./Attention.module.css";
import { ActButton, Empty, Undo } from "./desk";
import look from "./look.module.css";
import { useNames } from "./names";

export function Attention() {
  const t = useText();
  const { store } = useHall();
  const points = store.panels().flatMap(({ id }) => store.points(id));
  // Those nobody has seen yet come first; the oldest first among equals.
  const signals = store.signals().sort((a, b) => Number(a.seenAt > 0) - Number(b.seenAt > 0));
  const helps = store.helps();
  const nothing = points.length + signals.length + helps.length === 0;
  const count = points.length + signals.filter(({ seenAt }) => !seenAt).length + helps.length;
  return (
    <Card
      className={look.attention}
      title={t("desk.now.title")}
      aria-label={t("desk.now.title")}
      aside={count > 0 && <Chip tone={points.length > 0 ? "stop" : "warn"}>{t("desk.now.count", { count })}</Chip>}
    >
      <Announced points={points} signals={signals} helps={helps} />
      {nothing && <Empty>{t("desk.now.nothing")}</Empty>}
      <ul className={styles.needs}>
        {points.map((point) => (
          <Point key={`point ${point.entry}`} point={point} />
        ))}
        {signals.map((signal) => (
          <Raised key={`signal ${signal.id}`} signal={signal} />
        ))}
        {helps.map((help) => (
          <Asked key={`help ${help.id}`} help={help} />
        ))}
      </ul>
      <Undo at="now" />
    </Card>
  );
}

type AnnouncedProps = { points: PointOfOrder[]; signals: Signal[]; helps: Help[] };

/** Each is read out once, by itself, as it comes: what was there already is not read again with it. */
function Announced({ points, signals, helps }: AnnouncedProps) {
  const t = useText();
  const names = useNames();
  const signalWords = useSignalWords();
  return (
    <div className="visually-hidden">
      {points
        .filter(({ recognised }) => !recognised)
        .map((point) => (
          <p key={`point ${point.entry}`} role="alert">
            {t("desk.point.alert", { name: names.delegation(point.delegation).name })} {point.note}
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
  return <span className={look.age}>{t("desk.now.age", { time: format.clock(now - since) })}</span>;
}

function Point({ point }: { point: PointOfOrder }) {
  const t = useText();
  const { store } = useHall();
  const names = useNames();
  const place = `point/${point.entry}` as const;
  const { name, flag } = names.delegation(point.delegation);
  const held = pointHeldBy(store, point);
  return (
    <li className={classes(styles.need, look.point, !point.recognised && styles.waits)}>
      <div className={styles.needHead}>
        <span className={look.needKind}>{t("kind.point_of_order")}</span>
        <Age since={point.raisedAt} />
      </div>
      <DelegationName name={name} flag={flag} strong note={point.note || t("desk.point.no_note")} />
      {held.includes("another") && <p className={look.quiet}>{t("desk.point.another")}</p>}
      {held.includes("meeting") && <p className={look.quiet}>{t("rejection.meeting_not_open")}</p>}
      {point.recognised ? <Heard {...{ point, place, name }} /> : <Waits {...{ point, place, name }} />}
      <Told at={place} alert edge />
    </li>
  );
}

type PointActsProps = { point: PointOfOrder; place: Place; name: string };

/** Until the ruling. */
function Heard({ point, place, name }: PointActsProps) {
  const t = useText();
  const acts = useActs(place);
  return (
    <>
      <p>{t("desk.point.recognised")}</p>
      <div className={look.acts}>
        {RULINGS.map((ruling) => (
          <ActButton
            key={ruling.id}
            acts={acts}
            act={ruling}
            of={point.entry}
            disabled={!acts.offers(ruling, point.entry)}
            label={t("desk.point.rule_for", { ruling: t(acts.reach(ruling).label), name })}
          />
        ))}
      </div>
    </>
  );
}

function Waits({ point, place, name }: PointActsProps) {
  const t = useText();
  const acts = useActs(place);
  return (
    <div className={look.acts}>
      <ActButton
        acts={acts}
        act={recognisePoint}
        of={point.entry}
        look="primary"
        disabled={!acts.offers(recognisePoint, point.entry)}
        label={t("desk.point.recognise_of", { name })}
      />
      <ActButton
        acts={acts}
        act={refusePoint}
        of={point.entry}
        look="danger"
        label={t("desk.point.not_taken_up_of", { name })}
      />
    </div>
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
    <li className={classes(styles.need, signal.seenAt > 0 && styles.taken)}>
      <div className={styles.needHead}>
        <span className={look.strong}>{words}</span>
        <Age since={signal.raisedAt} />
      </div>
      <div className={look.acts}>
        {signal.seenAt ? (
          <Chip>{t("desk.signal.was_seen")}</Chip>
        ) : (
          <ActButton
            acts={acts}
            act={markSignalSeen}
            of={signal.id}
            label={t("common.labelled", { label: t("desk.signal.seen"), words })}
          />
        )}
        <ActButton
          acts={acts}
          act={endSignal}
          of={signal.id}
          look="plain"
          label={t("common.labelled", { label: t("desk.signal.end"), words })}
        />
      </div>
      <Told at={place} alert edge />
    </li>
  );
}

function Asked({ help }: { help: Help }) {
  const t = useText();
  const { store } = useHall();
  const names = useNames();
  const place = `help/${help.id}` as const;
  const acts = useActs(place);
  const { name, flag } = names.delegation(help.delegation);
  const taken = help.status === HelpStatus.TAKEN;
  const taker = store.seat(help.takenBy)?.person?.name || names.seat(help.takenBy);
  return (
    <li className={classes(styles.need, taken && styles.taken)}>
      <div className={styles.needHead}>
        <span className={look.needKind}>{t("desk.help.title")}</span>
        <Age since={help.requestedAt} />
      </div>
      <DelegationName name={name} flag={flag} strong note={help.note || t("desk.help.no_note")} />
      <div className={look.acts}>
        {taken ? (
          <Chip tone="brand">{t("desk.help.taken_by", { seat: taker })}</Chip>
        ) : (
          <ActButton acts={acts} act={takeHelp} of={help.id} label={t("desk.help.take_of", { name })} />
        )}
        <ActButton
          acts={acts}
          act={closeHelp}
          of={help.id}
          look={taken ? "secondary" : "plain"}
          label={t("desk.help.done_of", { name })}
        />
      </div>
      <Told at={place} alert edge />
    </li>
  );
}
