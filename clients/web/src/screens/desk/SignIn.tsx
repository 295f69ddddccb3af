// One sign-in: who it is for, how many devices use it, and what ends it. What cannot be undone is asked once more, in
// its place.
import { useState } from "react";
import { useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { useAct, useHall, useNow } from "../../shared/hall";
import type { Act, Seat } from "../../wire";
import { ActButton, Refused, useDesk } from "./desk";
import styles from "./desk.module.css";
import { useNames } from "./names";

/** In words: colour is never the only sign. */
export function Devices({ count }: { count: number }) {
  const t = useText();
  return <span className={classes(styles.devices, count > 0 && styles.connected)}>{t("desk.devices", { count })}</span>;
}

export function SignIn({ seat }: { seat: Seat }) {
  const t = useText();
  const format = useFormat();
  const hall = useHall();
  const { open } = useDesk();
  const names = useNames();
  const acting = useAct();
  const [asks, setAsks] = useState<"revoke" | "issue" | undefined>();
  const own = hall.hello?.seat === seat.id;
  const now = useNow(60_000, seat.expiresAt);
  const expired = seat.expiresAt > 0 && seat.expiresAt <= now;
  const name = seat.person?.name || names.role(seat);
  const about = [seat.person?.name && names.role(seat), seat.person?.title].filter(Boolean).join(" · ");
  const acts: Record<"revoke" | "issue", Act> = {
    revoke: { case: "revokeSeat", value: { seat: seat.id } },
    issue: { case: "issueCode", value: { seat: seat.id } },
  };
  return (
    <li className={styles.seat} data-seat={seat.id}>
      <div className={styles.line}>
        <span className={styles.seatName}>
          <span className={styles.strong}>{name}</span>
          <span className={styles.quiet}>
            {[about, seat.id, t("desk.seat.generation", { number: seat.generation })].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span className={styles.states}>
          {seat.revoked ? (
            <Chip tone="stop">{t("desk.seat.revoked")}</Chip>
          ) : expired ? (
            <Chip tone="warn">{t("desk.seat.expired")}</Chip>
          ) : (
            seat.expiresAt > 0 && <Chip>{t("desk.seat.expires", { date: format.date(seat.expiresAt) })}</Chip>
          )}
          {own && <Chip tone="brand">{t("desk.seat.own")}</Chip>}
        </span>
        <Devices count={hall.presence.get(seat.id) ?? 0} />
        <span className={styles.rowActs}>
          {!seat.revoked && !expired && (
            <Button
              size="small"
              aria-label={t("desk.seat.card_of", { name })}
              onPress={() => open({ kind: "card", seat: seat.id })}
            >
              {t("desk.seat.card")}
            </Button>
          )}
          {!own && (
            <Button size="small" aria-label={t("desk.seat.new_code_for", { name })} onPress={() => setAsks("issue")}>
              {t("desk.seat.new_code")}
            </Button>
          )}
          {!own && !seat.revoked && (
            <Button
              size="small"
              look="danger"
              aria-label={t("desk.seat.revoke_of", { name })}
              onPress={() => setAsks("revoke")}
            >
              {t("desk.seat.revoke")}
            </Button>
          )}
        </span>
      </div>
      {asks && (
        <section className={styles.confirm} aria-label={t(`desk.seat.confirm.${asks}`)}>
          <p>{t(`desk.seat.confirm.${asks}`)}</p>
          <span className={styles.rowActs}>
            <ActButton
              size="small"
              acting={acting}
              look={asks === "revoke" ? "danger" : "secondary"}
              act={acts[asks]}
              onDone={() => {
                setAsks(undefined);
                if (asks === "issue") open({ kind: "card", seat: seat.id });
              }}
            >
              {t(`desk.seat.do.${asks}`)}
            </ActButton>
            <Button size="small" look="plain" autoFocus onPress={() => setAsks(undefined)}>
              {t("common.cancel")}
            </Button>
          </span>
        </section>
      )}
      <Refused acting={acting} />
    </li>
  );
}
