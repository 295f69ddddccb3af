// The limits of the panel as they are announced, and what happens at the limit.
import { useFormat, useText } from "../../i18n";
import { askLimits } from "../../shared/acts/table/panels";
import { AtLimit, PanelStatus } from "../../wire";
import { ActButton } from "./ActButton";
import { useConsole } from "./console";
import styles from "./Limits.module.css";
import { Titled } from "./Titled";
import { LIMITS } from "./words";

export function Limits() {
  const t = useText();
  const format = useFormat();
  const { panel } = useConsole().seen;
  if (!panel) return null;
  const known = new Map(panel.limits.map(({ of, limitMs }) => [of, limitMs]));
  return (
    <Titled
      title="chair.limits.title"
      act={panel.status !== PanelStatus.CLOSED && <ActButton act={askLimits} of={undefined} size="small" focused />}
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
    </Titled>
  );
}
