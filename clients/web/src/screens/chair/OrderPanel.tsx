// The order of the list: which one it is to stand in, the list now with the reason of each place, and the draw by lot. Nothing
// moves until an order is applied, and how the list would stand then is shown beside it.
import { useId, useState } from "react";
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { classes } from "../../parts/class";
import { Key } from "../../parts/Key";
import { Told } from "../../shared/acts/Told";
import { setOrderPolicy } from "../../shared/acts/table/list";
import { useActs } from "../../shared/acts/useActs";
import { ORDERS } from "../../shared/terms";
import { OrderPolicy, type Panel } from "../../wire";
import { useConsole } from "./console";
import { Lot } from "./Lot";
import { OrderNow } from "./OrderNow";
import styles from "./OrderPanel.module.css";
import { movedBy, OrderThen, useOrderAnswer } from "./OrderThen";
import { ORDER_NOTES } from "./words";

/** What is pressed in it shows in it. */
export const order_place = "form/order";

export function OrderPanel() {
  const { panel } = useConsole().seen;
  // Another panel that comes to the front has a list of its own.
  return panel ? <OrderOf key={panel.id} panel={panel} /> : null;
}

function OrderOf({ panel }: { panel: Panel }) {
  const t = useText();
  const { draw } = useConsole();
  const { seen, live, busy, unconfirmed, offers, press, reach } = useActs(order_place);
  const [chosen, choose] = useState<OrderPolicy | undefined>();
  const [anew, setAnew] = useState(false);
  const byHand = seen.order.filter((id) => seen.view.entry(id)?.moved).length;
  const wanted = { policy: chosen ?? panel.orderPolicy, anew: anew && byHand > 0 };
  const applies = offers(setOrderPolicy, wanted);
  const then = useOrderAnswer({ panel: panel.id, ...wanted });
  const leave = () => draw(undefined);
  return (
    <section className={styles.panel} aria-label={t("chair.order.title")}>
      <header className={styles.head}>
        <h2>{t("chair.order.title")}</h2>
        <p className={styles.about}>{t("chair.order.about")}</p>
      </header>
      <div className={classes(styles.columns, applies && styles.withThen)}>
        <div className={styles.column}>
          <Policies panel={panel} chosen={wanted.policy} onChoose={choose} />
          {byHand > 0 && <Anew count={byHand} on={wanted.anew} onChange={setAnew} />}
        </div>
        <OrderNow panel={panel} />
        {applies && <OrderThen panel={panel} answer={then} />}
        <Lot panel={panel} leads={!applies} />
      </div>
      <Told at={order_place} alert />
      <footer className={styles.foot}>
        <p className={styles.about}>
          {applies && then && `${t("chair.order.moves", { count: movedBy(then, seen.order), of: seen.order.length })} `}
          {t("chair.order.waits", { count: seen.order.length, kept: wanted.anew ? 0 : byHand })}
        </p>
        <Button look="plain" onPress={leave}>
          {t("common.cancel")} <Key name="Esc" />
        </Button>
        <Button
          look={applies ? "primary" : "secondary"}
          isPending={!live || !applies || busy}
          unconfirmed={unconfirmed}
          onPress={() => void press(setOrderPolicy, wanted, { onDone: leave })}
        >
          {t(reach(setOrderPolicy).label)}
        </Button>
      </footer>
    </section>
  );
}

type PoliciesProps = { panel: Panel; chosen: OrderPolicy; onChoose: (policy: OrderPolicy) => void };

/** A lot is drawn, and not chosen: it stands among them where the list was drawn. */
function Policies({ panel, chosen, onChoose }: PoliciesProps) {
  const t = useText();
  const name = useId();
  const offered = ORDERS.filter(([policy]) => policy !== OrderPolicy.LOT || panel.orderPolicy === policy);
  return (
    <fieldset className={styles.policies}>
      <legend>{t("chair.order.choose")}</legend>
      {offered.map(([policy, word]) => {
        const note = ORDER_NOTES[policy];
        return (
          <label key={policy} className={classes(styles.policy, policy === chosen && styles.chosen)}>
            <input type="radio" name={name} checked={policy === chosen} onChange={() => onChoose(policy)} />
            <span className={styles.policyWords}>
              {t(word)}
              {policy === panel.orderPolicy && <span className={styles.about}> {t("chair.order.stands")}</span>}
              {note && <span className={styles.policyNote}>{t(note)}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Anew({ count, on, onChange }: { count: number; on: boolean; onChange: (on: boolean) => void }) {
  const t = useText();
  return (
    <label className={styles.policy}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span className={styles.policyWords}>
        {t("chair.order.anew")}
        <span className={styles.policyNote}>{t("chair.order.anew_note", { count })}</span>
      </span>
    </label>
  );
}
