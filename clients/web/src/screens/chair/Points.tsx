// Points of order that wait to be recognised: at the top of the side, on whichever panel they were raised, oldest first.
// Nothing else on the screen looks like them, and nothing pushes them out of sight.
import { useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Flag } from "../../parts/Flag";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { Done } from "../../shared/acts/Done";
import { Told } from "../../shared/acts/Told";
import { recognisePoint, refusePoint } from "../../shared/acts/table/points";
import { useActs } from "../../shared/acts/useActs";
import { waitingPoints } from "../../shared/acts/waiting";
import { useNow } from "../../shared/hall";
import type { PointOfOrder } from "../../wire";
import { ActButton } from "./ActButton";
import { nameOfDelegation, useConsole } from "./console";
import { MINUTE_MS, pointElsewhere } from "./model";
import styles from "./Points.module.css";

export function Points() {
  const t = useText();
  const { show } = useConsole();
  const { seen, book, refusalAt } = useActs();
  const { view, panel } = seen;
  const waiting = waitingPoints(view);
  const elsewhere = pointElsewhere(view, panel?.id ?? "");
  const awaits = useAwaits();
  const told = refusalAt("points") !== undefined || book.unconfirmedPlaces.has("points") || book.done?.at === "points";
  if (waiting.length === 0 && !elsewhere && !told) return null;
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
      {!waiting.some(({ entry }) => awaits(entry)) && <Told at="points" />}
      <Done at="points" />
    </section>
  );
}

function Point({ point, oldest }: { point: PointOfOrder; oldest: boolean }) {
  const t = useText();
  const localize = useLocalized();
  const { view, panel } = useConsole().seen;
  const awaits = useAwaits();
  const delegation = view.delegation(point.delegation);
  const name = nameOfDelegation(view, point.delegation, localize);
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
          {point.panel !== panel?.id && <Of panel={point.panel} />}
        </div>
        <Age since={point.raisedAt} />
      </div>
      <div className={styles.acts}>
        <ActButton
          act={recognisePoint}
          of={point.entry}
          look={oldest ? "primary" : "secondary"}
          label={t("chair.points.recognise_of", { name })}
          keyed={oldest && "drawn"}
        />
        <ActButton
          act={refusePoint}
          of={point.entry}
          look="plain"
          label={t("chair.points.not_taken_up_of", { name })}
          keyed={false}
        />
      </div>
      {awaits(point.entry) && <Unconfirmed edge />}
    </Card>
  );
}

/** Whether what was pressed for this point is not known to be done. */
function useAwaits(): (entry: number) => boolean {
  const { awaits } = useActs();
  return (entry) => awaits(recognisePoint, entry, "points") || awaits(refusePoint, entry, "points");
}

function Of({ panel }: { panel: string }) {
  const localize = useLocalized();
  const { view } = useConsole().seen;
  return <p className={styles.of}>{localize(view.panel(panel)?.title)}</p>;
}

function Age({ since }: { since: number }) {
  const t = useText();
  const format = useFormat();
  const age_ms = Math.max(0, useNow(1_000) - since);
  const shown_ms = age_ms < MINUTE_MS ? age_ms : Math.floor(age_ms / MINUTE_MS) * MINUTE_MS;
  return <span className={styles.age}>{t("chair.points.age", { time: format.duration(shown_ms) })}</span>;
}
