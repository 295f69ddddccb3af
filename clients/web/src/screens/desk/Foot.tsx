// At the foot of the desk, quietly: why the ledger does not stand well, or may not for long, and which of the servers that hold
// it are away, also while all is well; what the servers say of it is for whoever runs them, and is in English. And what screens
// cannot do where pages do not come over TLS.
import { useFormat, useText } from "../../i18n";
import { useHall } from "../../shared/hall";
import styles from "./Foot.module.css";

export function Foot() {
  const t = useText();
  const format = useFormat();
  const hall = useHall();
  const { why = "", away = [] } = (hall.status === "live" && hall.ledger) || {};
  const servers = away.map(({ server, why }) => (why ? t("desk.server_away", { server, why }) : server));
  return (
    <div role="status" className={styles.foot}>
      {why && <p>{t("desk.ledger_why", { why })}</p>}
      {window.isSecureContext === false && <p>{t("desk.no_tls")}</p>}
      {servers.length > 0 && <p>{t("desk.servers_away", { count: servers.length, servers: format.list(servers) })}</p>}
    </div>
  );
}
