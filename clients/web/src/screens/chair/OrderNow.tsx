// The list as it stands, with the reason of each place and a mark on what was moved by hand.
import { memo, useId } from "react";
import { useLocalized, useText } from "../../i18n";
import { Chip } from "../../parts/Chip";
import { DelegationName } from "../../parts/DelegationName";
import { useReason } from "../../shared/reason";
import type { Panel } from "../../wire";
import { speakerOf, useConsole } from "./console";
import styles from "./OrderPanel.module.css";

export function OrderNow({ panel }: { panel: Panel }) {
  const t = useText();
  const localize = useLocalized();
  const why = useReason();
  const title = useId();
  const { view, order } = useConsole().seen;
  return (
    <section className={styles.column} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {t("chair.order.list")}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key */}
      <ol className={styles.rows} aria-labelledby={title} tabIndex={0}>
        {order.map((id, index) => {
          const entry = view.entry(id);
          if (!entry || entry.panel !== panel.id) return null;
          const { name, flag } = speakerOf(view, entry, localize);
          return <Row key={id} place={index + 1} name={name} flag={flag} why={why(view, entry)} moved={entry.moved} />;
        })}
      </ol>
    </section>
  );
}

type RowProps = { place: number; name: string; flag: string; why: string; moved: boolean };

const Row = memo(function Row({ place, name, flag, why, moved }: RowProps) {
  const t = useText();
  return (
    <li className={styles.row}>
      <span className={styles.place}>{place}</span>
      <DelegationName name={name} flag={flag} strong note={why} />
      {moved && <Chip tone="brand">{t("chair.order.by_hand")}</Chip>}
    </li>
  );
});
