// Motions as a delegation sees them: its own until it is decided, and the one before the chair, on which it may ask to speak.
import { useInstant, useText } from "../../i18n";
import { joined } from "../../i18n/isolated";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Refused } from "../../shared/acts/Refused";
import { askOnMotion, withdrawFromMotion, withdrawMotion } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import { useMotionWords } from "../../shared/MotionWords";
import { mayStillSpeak, sides } from "../../shared/motions";
import { type Motion, MotionSide } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import look from "./look.module.css";

/** What the delegation has moved, on whichever panel, and what is before the chair on the panel under way. */
export function MotionCards({ panel, own }: { panel: string; own: string }) {
  const { store } = useHall();
  const asked = new Map(store.ownMotions(own).map((motion) => [motion.entry, motion]));
  const moved = [...asked.values()].filter(({ delegation }) => delegation === own);
  const others = store.motions(panel).filter(({ takenUp, delegation }) => takenUp && delegation !== own);
  return (
    <>
      {moved.map((motion) => (
        <Own key={motion.entry} motion={motion} />
      ))}
      {others.map((motion) => (
        <Other key={motion.entry} motion={motion} own={own} asks={asked.get(motion.entry)?.asks[0]?.side} />
      ))}
    </>
  );
}

function Own({ motion }: { motion: Motion }) {
  const t = useText();
  const instant = useInstant();
  const { title } = useMotionWords()(motion);
  const place = `motion/${motion.entry}` as const;
  const acts = useActs(place);
  return (
    <Card strong aria-label={title} className={look.point}>
      <div className={look.pointWords}>
        <p className={look.state} role="status">
          {title}
        </p>
        <p className={look.quiet}>
          {joined([
            t(motion.takenUp ? "delegate.motion_stands" : "delegate.motion_waits"),
            t("delegate.motion_moved_at", { time: instant(motion.movedAt) }),
          ])}
        </p>
      </div>
      <ConfirmButton
        label={t("delegate.withdraw")}
        confirm={t("delegate.withdraw_now")}
        keep={t("delegate.point_keep")}
        busy={acts.busy}
        busyLabel={t("delegate.withdrawing")}
        unconfirmed={acts.unconfirmed}
        onConfirm={() => void acts.press(withdrawMotion, motion.entry)}
      />
      <Refused at={place} alert stays />
    </Card>
  );
}

type OtherProps = { motion: Motion; own: string; asks: MotionSide | undefined };

function Other({ motion, own, asks }: OtherProps) {
  const t = useText();
  const { title, by } = useMotionWords()(motion);
  const place = `motion/${motion.entry}` as const;
  const acts = useActs(place);
  const { entry } = motion;
  return (
    <Card strong aria-label={title} className={look.point}>
      <div className={look.pointWords}>
        <p className={look.state} role="status">
          {title}
        </p>
        <p className={look.quiet}>
          {joined([
            by,
            motion.objectionsAskedAt > 0 && t("motion.objections"),
            asks ? t(ASKS[asks] ?? "kind.motion") : "",
          ])}
        </p>
      </div>
      {asks ? (
        <Button size="large" isPending={acts.busy} onPress={() => void acts.press(withdrawFromMotion, entry)}>
          {t("delegate.motion_ask_no_longer")}
        </Button>
      ) : (
        sides
          .filter((side) => mayStillSpeak(motion, side, own))
          .map((side) => (
            <Button
              key={side}
              size="large"
              isPending={acts.busy}
              onPress={() => void acts.press(askOnMotion, { entry, side })}
            >
              {t(ASK[side] ?? "delegate.motion_ask")}
            </Button>
          ))
      )}
      <Refused at={place} alert stays />
    </Card>
  );
}

const ASK = {
  [MotionSide.UNSPECIFIED]: undefined,
  [MotionSide.IN_FAVOUR]: "delegate.motion_ask_in_favour",
  [MotionSide.AGAINST]: "delegate.motion_ask_against",
} as const;

const ASKS = {
  [MotionSide.UNSPECIFIED]: undefined,
  [MotionSide.IN_FAVOUR]: "delegate.motion_asks_in_favour",
  [MotionSide.AGAINST]: "delegate.motion_asks_against",
} as const;
