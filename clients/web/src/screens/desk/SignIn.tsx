// One sign-in: who it is for, how many devices use it, and what ends it. What cannot be undone is asked once more, in
// its place.
import { useState } from "react";
import { joined, useFormat, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { Told } from "../../shared/acts/Told";
import { issueCode, revokeSeat } from "../../shared/acts/table/seats";
import { type Acts, useActs } from "../../shared/acts/useActs";
import { useHall, useNow } from "../../shared/hall";
import type { Seat } from "../../wire";
import { ActButton, useDesk } from "./desk";
import look from "./look.module.css";
import { useNames } from "./names";
import styles from "./SignIn.module.css";

/** In words: colour is never the only sign. */
export function Devices({ count }: { count: number }) {
  const t = useText();
  return <span className={classes(styles.devices, count > 0 && styles.connected)}>{t("desk.devices", { count })}</span>;
}

export function SignIn({ seat }: { seat: Seat }) {
  const t = useText();
  const hall = useHall();
  const names = useNames();
  const place = `seat/${seat.id}` as const;
  const acts = useActs(place);
  const [asks, setAsks] = useState<Asks | undefined>();
  const now = useNow(60_000, seat.expiresAt);
  const expired = seat.expiresAt > 0 && seat.expiresAt <= now;
  const name = seat.person?.name || names.role(seat);
  const about = joined([seat.person?.name && names.role(seat), seat.person?.title]);
  return (
    <li className={look.seat} data-seat={seat.id}>
      <div className={look.line}>
        <span className={look.seatName}>
          <bdi className={look.strong}>{name}</bdi>
          <span className={look.quiet}>
            {joined([about, seat.id, t("desk.seat.generation", { number: seat.generation })])}
          </span>
        </span>
        <States seat={seat} expired={expired} />
        <Devices count={hall.presence.get(seat.id) ?? 0} />
        <SeatActs seat={seat} expired={expired} name={name} onAsk={setAsks} />
      </div>
      {asks && <Asked acts={acts} seat={seat.id} asks={asks} onEnd={() => setAsks(undefined)} />}
      <Told at={place} alert />
    </li>
  );
}

/** What is asked once more. */
type Asks = "revoke" | "issue";
const ACTS = { revoke: revokeSeat, issue: issueCode };

function States({ seat, expired }: { seat: Seat; expired: boolean }) {
  const t = useText();
  const format = useFormat();
  const { hello } = useHall();
  return (
    <span className={look.states}>
      {seat.revoked ? (
        <Chip tone="stop">{t("desk.seat.revoked")}</Chip>
      ) : expired ? (
        <Chip tone="warn">{t("desk.seat.expired")}</Chip>
      ) : (
        seat.expiresAt > 0 && <Chip>{t("desk.seat.expires", { date: format.date(seat.expiresAt) })}</Chip>
      )}
      {hello?.seat === seat.id && <Chip tone="brand">{t("desk.seat.own")}</Chip>}
    </span>
  );
}

type SeatActsProps = { seat: Seat; expired: boolean; name: string; onAsk: (what: Asks) => void };

/** Nobody ends the own sign-in. */
function SeatActs({ seat, expired, name, onAsk }: SeatActsProps) {
  const t = useText();
  const { hello } = useHall();
  const { open } = useDesk();
  const own = hello?.seat === seat.id;
  return (
    <span className={look.rowActs}>
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
        <Button size="small" aria-label={t("desk.seat.new_code_for", { name })} onPress={() => onAsk("issue")}>
          {t("desk.seat.new_code")}
        </Button>
      )}
      {!own && !seat.revoked && (
        <Button
          size="small"
          look="danger"
          aria-label={t("desk.seat.revoke_of", { name })}
          onPress={() => onAsk("revoke")}
        >
          {t("desk.seat.revoke")}
        </Button>
      )}
    </span>
  );
}

type AskedProps = { acts: Acts; seat: string; asks: Asks; onEnd: () => void };

function Asked({ acts, seat, asks, onEnd }: AskedProps) {
  const t = useText();
  const { open } = useDesk();
  return (
    <section className={styles.confirm} aria-label={t(`desk.seat.confirm.${asks}`)}>
      <p>{t(`desk.seat.confirm.${asks}`)}</p>
      <span className={look.rowActs}>
        <ActButton
          acts={acts}
          act={ACTS[asks]}
          of={seat}
          size="small"
          look={asks === "revoke" ? "danger" : "secondary"}
          onDone={() => {
            onEnd();
            if (asks === "issue") open({ kind: "card", seat });
          }}
        >
          {t(`desk.seat.do.${asks}`)}
        </ActButton>
        <Button size="small" look="plain" autoFocus onPress={onEnd}>
          {t("common.cancel")}
        </Button>
      </span>
    </section>
  );
}
