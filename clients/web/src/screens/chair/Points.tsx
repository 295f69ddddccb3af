// Points of order that wait after the one that the large button recognises, whole, in their order; on whichever panel they
// were raised. All of them are read out as they come.
import { dot, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Flag } from "../../parts/Flag";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { Told } from "../../shared/acts/Told";
import { recognisePoint, refusePoint } from "../../shared/acts/table/points";
import { useActs } from "../../shared/acts/useActs";
import { waitingPoints } from "../../shared/acts/waiting";
import { flagOf } from "../../shared/situation";
import type { PointOfOrder } from "../../wire";
import { ActButton } from "./ActButton";
import { Age } from "./Age";
import { nameOfDelegation, useConsole } from "./console";
import { useLeaveDrawer } from "./focus";
import { nextAct, pointElsewhere } from "./model";
import styles from "./Points.module.css";

/** Those that are not in the place of the next act, each with its place among all. */
export function usePointsAfter(): { point: PointOfOrder; place: number }[] {
  const { view, panel } = useConsole().seen;
  const next = nextAct(view, panel?.id ?? "");
  const first = next.what === "recognise_point" ? next.point.entry : 0;
  return waitingPoints(view)
    .map((point, index) => ({ point, place: index + 1 }))
    .filter(({ point }) => point.entry !== first);
}

export function Points() {
  const t = useText();
  const { show, seen, drawer } = useConsole();
  const leave = useLeaveDrawer();
  const { book, refusalAt } = useActs();
  const after = usePointsAfter();
  const of = waitingPoints(seen.view).length;
  const elsewhere = pointElsewhere(seen.view, seen.panel?.id ?? "");
  const awaits = useAwaits();
  // Said on its card, or on the large button.
  const pending = waitingPoints(seen.view).some(({ entry }) => awaits(entry));
  const told = refusalAt("points") !== undefined || (!pending && book.unconfirmedPlaces.has("points"));
  if (after.length === 0 && !elsewhere && !told) return null;
  return (
    <section className={styles.points} aria-label={t("limit_of.point_of_order")}>
      {elsewhere && (
        <Card className={styles.card} title={t("chair.floor.ruling_awaited")}>
          <Of panel={elsewhere.id} />
          <div className={styles.acts}>
            <Button
              size="small"
              onPress={() => {
                show(elsewhere.id);
                if (drawer === "points") leave();
              }}
            >
              {t("chair.points.show_panel")}
            </Button>
          </div>
        </Card>
      )}
      {after.length > 0 && after.length < of && <p className={styles.count}>{t("chair.points.after")}</p>}
      {after.map(({ point, place }) => (
        <Point key={point.entry} point={point} place={place} of={of} />
      ))}
      {!pending && <Told at="points" />}
    </section>
  );
}

function Point({ point, place, of }: { point: PointOfOrder; place: number; of: number }) {
  const t = useText();
  const localize = useLocalized();
  const { view, panel } = useConsole().seen;
  const awaits = useAwaits();
  const delegation = view.delegation(point.delegation);
  const name = nameOfDelegation(view, point.delegation, localize);
  return (
    <Card className={styles.card} data-point={point.entry}>
      <div className={styles.line}>
        <h2 className={styles.title}>{t("kind.point_of_order")}</h2>
        <span className={styles.age}>
          {of > 1 && t("chair.points.of", { place, of }) + dot}
          <Age since={point.raisedAt} />
        </span>
      </div>
      <p className={styles.who}>
        <Flag code={flagOf(delegation)} name={name} />
        <span className={styles.name}>{name}</span>
      </p>
      {point.note && (
        <p className={styles.note} dir="auto">
          {t("chair.points.note", { note: point.note })}
        </p>
      )}
      {point.panel !== panel?.id && <Of panel={point.panel} />}
      <div className={styles.acts}>
        <ActButton
          act={recognisePoint}
          of={point.entry}
          size="small"
          label={t("chair.points.recognise_of", { name })}
          keyed={false}
        />
        <NotTakenUp point={point.entry} name={name} />
      </div>
      {awaits(point.entry) && <Unconfirmed edge />}
    </Card>
  );
}

/** Sets a point of order aside, in the place of the next act as on its card. */
export function NotTakenUp({ point, name }: { point: number; name: string }) {
  const t = useText();
  return (
    <ActButton
      act={refusePoint}
      of={point}
      look="plain"
      size="small"
      label={t("chair.points.not_taken_up_of", { name })}
      keyed={false}
    />
  );
}

/** Each is an alert as it comes; what ticks beside it on the screen stays out of it. */
export function PointsReadOut() {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  return (
    <div className="visually-hidden">
      {waitingPoints(view).map(({ entry, delegation, note }) => (
        <p key={entry} role="alert">
          {[t("kind.point_of_order"), nameOfDelegation(view, delegation, localize), note].filter(Boolean).join(": ")}
        </p>
      ))}
    </div>
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
