// At the foot of the desk, quietly: why the ledger does not stand well, or may not for long, and which of the servers that hold it are away, also
// while all is well. What the servers say of it is for whoever runs them, and is in English.
import { useFormat, useText } from "../../i18n";
import { useHall } from "../../shared/hall";
import styles from "./LedgerFoot.module.css";

export function LedgerFoot() {
  const t = useText();
  const format = useFormat();
  const hall = useHall();
  const { why = "", away = [] } = (hall.status === "live" && hall.ledger) || {};
  const servers = away.map(({ server, why }) => (why ? t("desk.server_away", { server, why }) : server));
  return (
    <div role="status" className={styles.foot}>
      {why && <p>{t("desk.ledger_why", { why })}</p>}
      {servers.length > 0 && <p>{t("desk.servers_away", { count: servers.length, servers: format.list(servers) })}</p>}
    </div>
  );
}
