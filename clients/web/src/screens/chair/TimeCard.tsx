// Where the panel stands against its time: when it is expected to finish, set against the end of its meeting, and how its
// minutes go.
import { useFormat, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { useNow } from "../../shared/hall";
import { againstEnd } from "../../shared/situation";
import { PanelStatus } from "../../wire";
import { useConsole } from "./console";
import { MINUTE_MS, type PanelTime, panelTime } from "./model";
import { usePointsAfter } from "./Points";
import styles from "./TimeCard.module.css";
import { useTimeAnswer } from "./timeAnswer";

export function TimeCard() {
  const t = useText();
  const time = useTime();
  // Where points of order wait above it, what it says in full yields.
  const short = usePointsAfter().length > 0;
  if (!time) return null;
  return (
    <Card
      title={t("chair.time.title")}
      className={styles.card}
      aside={<Standing over_ms={time.over_ms} />}
      aria-label={t("chair.time.title")}
    >
      <Finish time={time} short={short} />
      <Bar time={time} />
      {!short && <Legend time={time} />}
      <Members />
      <WhatIf />
    </Card>
  );
}

/** What Member States have used and what is planned for them, against what is due. */
function Members() {
  const t = useText();
  const { panel } = useConsole().seen;
  const answer = useTimeAnswer({ panel: panel?.status === PanelStatus.OPEN ? panel.id : "" });
  if (!answer) return null;
  const minutes = (seconds: number) => Math.floor(seconds / 60);
  const missing = Math.ceil(answer.missingToMembersS / 60);
  return (
    <p className={styles.members}>
      {t("chair.plan.meter", {
        planned: minutes(answer.now?.leftToMembersS ?? 0),
        due: minutes(answer.dueToMembersS),
      })}{" "}
      <Chip tone={missing > 0 ? "warn" : "go"}>
        {missing > 0 ? t("chair.plan.missing", { minutes: missing }) : t("chair.plan.kept")}
      </Chip>
    </p>
  );
}

/** Opens the dial over list and side. */
function WhatIf() {
  const t = useText();
  const { draw, drawer, seen } = useConsole();
  if (seen.panel?.status === PanelStatus.CLOSED) return null;
  return (
    <Button
      size="small"
      data-opens-drawer=""
      aria-expanded={drawer === "time"}
      onPress={() => draw(drawer === "time" ? undefined : "time")}
    >
      {t("chair.plan.open")}
    </Button>
  );
}

function useTime(): PanelTime | undefined {
  const { seen } = useConsole();
  const now = useNow(1_000);
  return panelTime(seen.view, seen.panel?.id ?? "", now);
}

function Standing({ over_ms }: { over_ms: number | undefined }) {
  const t = useText();
  if (over_ms === undefined) return null;
  const { word, minutes } = againstEnd(over_ms);
  if (word === "on_time") return <Chip tone="go">{t("finish.on_time")}</Chip>;
  return <Chip tone={word === "over" ? "warn" : "go"}>{t(`finish.${word}`, { minutes })}</Chip>;
}

function Finish({ time, short }: { time: PanelTime; short: boolean }) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const { panel } = useConsole().seen;
  const end = instant(time.plannedEndAt);
  const planned = t("chair.time.planned", {
    span: instant(time.plannedStartAt, { time: format.timeRange(time.plannedStartAt, time.plannedEndAt) }),
  });
  if (panel?.status === PanelStatus.CLOSED) return <p className={styles.note}>{planned}</p>;
  if (!time.finish) return <p className={styles.note}>{t("chair.time.unknown", { end })}</p>;
  // Nobody waits and nobody speaks: there is nothing to finish.
  if (time.toCome_ms === 0) return <p className={styles.note}>{planned}</p>;
  const margin = Math.round(time.finish.margin_ms / MINUTE_MS);
  return (
    <>
      <p className={styles.finish}>
        <span className={styles.at}>{instant(time.finish.at)}</span>
        {margin > 0 && <span className={styles.margin}>{t("chair.time.margin", { minutes: margin })}</span>}
      </p>
      {!short && <p className={styles.note}>{t("chair.time.finish_note", { end })}</p>}
    </>
  );
}

/** Lengths in proportion; the numbers stand in the legend. */
function Bar({ time }: { time: PanelTime }) {
  const over_ms = Math.min(time.toCome_ms, Math.max(0, time.over_ms ?? 0));
  const within_ms = time.toCome_ms - over_ms;
  const used_ms = time.panellists_ms + time.spoken_ms + time.between_ms;
  const planned_ms = time.plannedEndAt - time.plannedStartAt;
  const free_ms = Math.max(0, planned_ms - used_ms - within_ms);
  const parts = [
    ["panellists", time.panellists_ms],
    ["spoken", time.spoken_ms],
    ["between", time.between_ms],
    ["waiting", within_ms],
    ["free", over_ms > 0 ? 0 : free_ms],
    ["over", over_ms],
  ] as const;
  return (
    <div className={styles.bar} aria-hidden="true">
      {parts.map(([name, length_ms]) =>
        length_ms > 0 ? <span key={name} className={styles[name]} style={{ flexGrow: length_ms }} /> : null,
      )}
    </div>
  );
}

function Legend({ time }: { time: PanelTime }) {
  const t = useText();
  const minutes = (length_ms: number) => Math.round(length_ms / MINUTE_MS);
  return (
    <dl className={styles.legend}>
      {time.panellists_ms > 0 && (
        <Entry swatch="panellists" name={t("chair.time.panellists")} minutes={minutes(time.panellists_ms)} />
      )}
      <Entry swatch="spoken" name={t("chair.time.spoken")} minutes={minutes(time.spoken_ms)} />
      {time.between_ms > 0 && (
        <Entry swatch="between" name={t("chair.time.between")} minutes={minutes(time.between_ms)} />
      )}
      {time.finish && <Entry swatch="waiting" name={t("chair.time.to_come")} minutes={minutes(time.toCome_ms)} />}
    </dl>
  );
}

function Entry({ swatch, name, minutes }: { swatch: string; name: string; minutes: number }) {
  const t = useText();
  return (
    <div className={styles.entry}>
      <dt>
        <span className={`${styles.swatch} ${styles[swatch]}`} aria-hidden="true" />
        {name}
      </dt>
      <dd>{t("chair.time.minutes", { minutes })}</dd>
    </div>
  );
}
