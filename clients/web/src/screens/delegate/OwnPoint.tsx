// How a point of order stands that the delegation has raised: before the chair, or heard and waiting for the ruling.
import { useInstant, useText } from "../../i18n";
import { joined } from "../../i18n/isolated";
import { Card } from "../../parts/Card";
import { Refused } from "../../shared/acts/Refused";
import { withdrawEntry } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import type { PointOfOrder as Point } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import look from "./look.module.css";
import { withdrawing } from "./model";

export function OwnPoint({ point }: { point: Point }) {
  const t = useText();
  const instant = useInstant();
  const hall = useHall();
  const place = `point/${point.entry}` as const;
  const acts = useActs(place);
  const words = t(point.recognised ? "delegate.point_heard" : "delegate.point_waits");
  return (
    <Card strong aria-label={t("kind.point_of_order")} className={look.point}>
      <div className={look.pointWords}>
        <p className={look.state} role="status">
          {words}
        </p>
        <p className={look.quiet}>
          {joined([t("delegate.point_raised_at", { time: instant(point.raisedAt) }), point.note])}
        </p>
      </div>
      {!point.recognised && (
        <ConfirmButton
          label={t("delegate.withdraw")}
          confirm={t("delegate.withdraw_now")}
          keep={t("delegate.point_keep")}
          busy={withdrawing(hall.unanswered, point.entry) || acts.busy}
          busyLabel={t("delegate.withdrawing")}
          unconfirmed={acts.unconfirmed}
          onConfirm={() => void acts.press(withdrawEntry, point.entry)}
        />
      )}
      <Refused at={place} alert stays />
    </Card>
  );
}
