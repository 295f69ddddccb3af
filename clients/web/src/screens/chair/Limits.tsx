// The limits of the panel as they are announced, and what happens at the limit.
import { useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { AtLimit, PanelStatus } from "../../wire";
import { useDesk } from "./desk";
import styles from "./Limits.module.css";
import { LIMITS } from "./words";

export function Limits() {
  const t = useText();
  const format = useFormat();
  const { context, live, open } = useDesk();
  const { panel } = context;
  if (!panel) return null;
  const known = new Map(panel.limits.map(({ of, limitMs }) => [of, limitMs]));
  return (
    <Card
      title={t("chair.limits.title")}
      className={styles.card}
      aria-label={t("chair.limits.title")}
      aside={
        panel.status !== PanelStatus.CLOSED && (
          <Button size="small" isPending={!live} onPress={() => open({ kind: "limits" })}>
            {t("chair.act.limits")}
          </Button>
        )
      }
    >
      <dl className={styles.limits}>
        {LIMITS.map(([of, name]) => {
          const limit_ms = known.get(of);
          return limit_ms === undefined ? null : (
            <div key={of} className={styles.limit}>
              <dt>{t(name)}</dt>
              <dd>{format.clock(limit_ms)}</dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.note}>
        {panel.atLimit === AtLimit.CUT
          ? t("chair.at_limit.cut_after", { grace: format.duration(panel.graceMs) })
          : t("chair.at_limit.signal_only")}
      </p>
    </Card>
  );
}
