// Points of order that wait to be recognised: at the top of the side, on whichever panel they were raised, oldest first.
// Nothing else on the screen looks like them, and nothing pushes them out of sight.
import { useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Flag } from "../../parts/Flag";
import { Key } from "../../parts/Key";
import { Note } from "../../parts/Note";
import { Toast } from "../../parts/Toast";
import { useNow } from "../../shared/hall";
import type { PointOfOrder } from "../../wire";
import { recognisePoint, refusePoint } from "./actions";
import { nameOfDelegation, useDesk, useRefusalAt } from "./desk";
import { MINUTE_MS, pointElsewhere, waitingPoints } from "./model";
import styles from "./Points.module.css";

export function Points() {
  const t = useText();
  const { context, places, show } = useDesk();
  const refusal = useRefusalAt()("points");
  const { view, panel } = context;
  const waiting = waitingPoints(view);
  const elsewhere = pointElsewhere(view, panel?.id ?? "");
  const { done, forgetDone } = places;
  const undone = done?.where === "points" ? done : undefined;
  if (waiting.length === 0 && !elsewhere && !refusal && !undone) return null;
  return (
    <section className={styles.points} aria-label={t("limit_of.point_of_order")}>
      {elsewhere && (
        <Card className={styles.card} title={t("chair.floor.ruling_awaited")}>
          <Of panel={elsewhere.id} />
          <div className={styles.acts}>
            <Button onPress={() => show(elsewhere.id)}>{t("chair.points.show_panel")}</Button>
          </div>
        </Card>
      )}
      {waiting.length > 1 && <p className={styles.count}>{t("chair.points.count", { count: waiting.length })}</p>}
      {waiting.map((point, index) => (
        <Point key={point.entry} point={point} oldest={index === 0} />
      ))}
      {refusal && (
        <Note
          tone="stop"
          end={
            <Button look="plain" size="small" onPress={() => places.dismiss("points")}>
              {t("common.dismiss")}
            </Button>
          }
        >
          {refusal}
        </Note>
      )}
      {undone && (
        <Toast
          key={undone.id}
          inverse={{ label: undone.inverse.label, onPress: undone.inverse.take }}
          onGone={forgetDone}
        >
          {undone.words}
        </Toast>
      )}
    </section>
  );
}

function Point({ point, oldest }: { point: PointOfOrder; oldest: boolean }) {
  const t = useText();
  const localize = useLocalized();
  const { context, live } = useDesk();
  const recognise = useRecognise();
  const refuse = useRefuse();
  const delegation = context.view.delegation(point.delegation);
  const name = nameOfDelegation(context.view, point.delegation, localize);
  return (
    <Card className={`${styles.card} ${styles.fresh}`} data-point={point.entry}>
      <div className={styles.line}>
        {/* Read out once, as it comes; the age that ticks beside it stays out of it. */}
        <div role="alert" className={styles.said}>
          <h2 className={styles.title}>{t("kind.point_of_order")}</h2>
          <p className={styles.who}>
            <Flag code={delegation?.flag ?? ""} name={name} />
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
              {point.note && <span className={styles.note}>{point.note}</span>}
            </span>
          </p>
          {point.panel !== context.panel?.id && <Of panel={point.panel} />}
        </div>
        <Age since={point.raisedAt} />
      </div>
      <div className={styles.acts}>
        <Button
          look={oldest ? "primary" : "secondary"}
          preventFocusOnPress
          isPending={!live || !recognisePoint.available(context, point.entry)}
          aria-label={t("chair.points.recognise_of", { name })}
          aria-keyshortcuts={oldest ? recognisePoint.shortcut : undefined}
          onPress={() => void recognise(point)}
        >
          {t(recognisePoint.label)} {oldest && <Key name="P" />}
        </Button>
        <Button
          look="plain"
          preventFocusOnPress
          isPending={!live}
          aria-label={t("chair.points.not_taken_up_of", { name })}
          onPress={() => refuse(point)}
        >
          {t(refusePoint.label)}
        </Button>
      </div>
    </Card>
  );
}

function Of({ panel }: { panel: string }) {
  const localize = useLocalized();
  const { view } = useDesk().context;
  return <p className={styles.of}>{localize(view.panel(panel)?.title)}</p>;
}

function Age({ since }: { since: number }) {
  const t = useText();
  const format = useFormat();
  const age_ms = Math.max(0, useNow(1_000) - since);
  const shown_ms = age_ms < MINUTE_MS ? age_ms : Math.floor(age_ms / MINUTE_MS) * MINUTE_MS;
  return <span className={styles.age}>{t("chair.points.age", { time: format.duration(shown_ms) })}</span>;
}

/** Gives the floor for the point and brings its panel to the front; says whether that was offered. */
export function useRecognise(): (point: PointOfOrder) => boolean {
  const { context, places, show } = useDesk();
  return ({ entry, panel }) => {
    if (!recognisePoint.available(context, entry)) return false;
    show(panel);
    void places.send("points", recognisePoint.command(context, entry));
    return true;
  };
}

function useRefuse(): (point: PointOfOrder) => void {
  const t = useText();
  const localize = useLocalized();
  const { context, places } = useDesk();
  return ({ entry, delegation }) => {
    const { inverse } = refusePoint;
    if (!refusePoint.available(context, entry) || !inverse) return;
    void places.send("points", refusePoint.command(context, entry), {
      where: "points",
      words: t(inverse.done, { name: nameOfDelegation(context.view, delegation, localize) }),
      label: t(inverse.label),
      inverse: (now) => inverse.commands(context, entry, now),
    });
  };
}
