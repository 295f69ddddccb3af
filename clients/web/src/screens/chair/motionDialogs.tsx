// The small forms of motions: who moves what, who speaks on it, and what is done where it is carried.
import { useState } from "react";
import { type MessageId, useText } from "../../i18n";
import { ChoiceField } from "../../parts/Field";
import { carryMotion, giveFloorOnMotion, moveMotion } from "../../shared/acts/table/motions";
import { motionOf } from "../../shared/acts/waiting";
import { DelegationField } from "../../shared/DelegationField";
import { Form } from "../../shared/Form";
import styles from "../../shared/Form.module.css";
import { useMotionWords } from "../../shared/MotionWords";
import { mayStillSpeak, motionWord, moved_kinds, SIDES, sides } from "../../shared/motions";
import { MotionKind, MotionSide } from "../../wire";
import { useSeen } from "./console";
import { AnnouncedField, useAnnounced } from "./dialogs";

type Closes = { onClose: () => void };
type About = Closes & { entry: number };

export function MotionDialog({ onClose }: Closes) {
  const t = useText();
  const seen = useSeen();
  const [kind, setKind] = useState<MotionKind>(MotionKind.SUSPEND_MEETING);
  const [delegation, setDelegation] = useState("");
  const [error, setError] = useState<string>();
  const proposed = kind === MotionKind.CLOSE_LIST;
  const panel = seen.panel?.id ?? "";
  const sends = () => {
    if (proposed) return [moveMotion.command(seen, { panel, motion: kind })];
    if (!delegation) {
      setError(t("delegation.wanted"));
      return undefined;
    }
    return [moveMotion.command(seen, { panel, delegation, motion: kind })];
  };
  return (
    <Form title={t("chair.motion.title")} submit={t("chair.motion.submit")} onClose={onClose} sends={sends}>
      <ChoiceField
        label={t("kind.motion")}
        value={String(kind)}
        onChange={(id) => setKind(Number(id))}
        choices={[...moved_kinds, MotionKind.CLOSE_LIST].map((each) => ({
          id: String(each),
          label: t(motionWord(each)),
        }))}
      />
      {proposed ? (
        <p className={styles.about}>{t("chair.motion.of_the_chair")}</p>
      ) : (
        <DelegationField
          value={delegation}
          error={error}
          onChange={(id) => {
            setDelegation(id);
            setError(undefined);
          }}
        />
      )}
    </Form>
  );
}

export function MotionSpeakerDialog({ entry, onClose }: About) {
  const t = useText();
  const seen = useSeen();
  const motion = motionOf(seen.view, entry);
  const left = motion ? sides.filter((side) => mayStillSpeak(motion, side, "")) : [];
  const [chosen, setSide] = useState<MotionSide>(MotionSide.AGAINST);
  const [delegation, setDelegation] = useState("");
  const [error, setError] = useState<string>();
  const side = left.includes(chosen) ? chosen : (left[0] ?? chosen);
  const sends = () => {
    if (!delegation) {
      setError(t("delegation.wanted"));
      return undefined;
    }
    return [giveFloorOnMotion.command(seen, { entry, delegation, side })];
  };
  return (
    <Form title={t("chair.motion.speaker_title")} submit={t("chair.act.give_floor")} onClose={onClose} sends={sends}>
      <DelegationField
        value={delegation}
        error={error}
        autoFocus
        onChange={(id) => {
          setDelegation(id);
          setError(undefined);
        }}
      />
      <ChoiceField
        label={t("chair.motion.side")}
        value={String(side)}
        onChange={(id) => setSide(Number(id))}
        choices={left.map((each) => ({ id: String(each), label: t(SIDES[each] ?? "kind.motion") }))}
      />
    </Form>
  );
}

const DONE: Partial<Record<MotionKind, MessageId>> = {
  [MotionKind.SUSPEND_MEETING]: "chair.motion.suspends",
  [MotionKind.ADJOURN_MEETING]: "chair.motion.closes_meeting",
  [MotionKind.ADJOURN_DEBATE]: "chair.motion.closes_panel",
  [MotionKind.CLOSE_DEBATE]: "chair.motion.closes_panel",
};

/** What is carried is done at once: it is said before, and a suspension asks until when. */
export function CarryDialog({ entry, onClose }: About) {
  const t = useText();
  const seen = useSeen();
  const wordsOf = useMotionWords();
  const announced = useAnnounced();
  const [open, setOpen] = useState(false);
  const [motion] = useState(motionOf(seen.view, entry));
  const suspends = motion?.motion === MotionKind.SUSPEND_MEETING;
  const done = motion && DONE[motion.motion];
  const sends = () => {
    const until = !suspends || open ? 0 : announced.time.read();
    return until === undefined ? undefined : [carryMotion.command(seen, { entry, until })];
  };
  return (
    <Form
      title={motion ? wordsOf(motion).title : t("kind.motion")}
      submit={t("chair.motion.carry")}
      onClose={onClose}
      sends={sends}
    >
      {suspends && !open && <AnnouncedField label={t("chair.suspend.label")} {...announced} />}
      {suspends && (
        <label className={styles.check}>
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
          {t("chair.suspend.until_further_notice")}
        </label>
      )}
      {done && <p className={styles.about}>{t(done)}</p>}
    </Form>
  );
}
