// What the delegation is to know, each until dismissed on this device: notices of the chair and the desk, what the chair
// last did with a request of this delegation, and answers that came after a reload.
import { type ReactNode, useState } from "react";
import { type MessageId, useInstant, useLocalized, useRejectionText, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { useBack } from "../../parts/back";
import { Note } from "../../parts/Note";
import { useMedia } from "../../parts/useMedia";
import { useHall } from "../../shared/hall";
import { interrupts, kindWord } from "../../shared/kinds";
import type { Late } from "../../sync/hall";
import { outcome_unknown } from "../../sync/pending";
import { Kind, type Notice, Outcome, type Standing } from "../../wire";
import styles from "./Notices.module.css";
import { is_tight } from "./room";
import { useSeen } from "./seen";

const outcomes: Partial<Record<Outcome, MessageId>> = {
  [Outcome.REMOVED]: "delegate.standing_removed",
  [Outcome.NO_SHOW]: "delegate.standing_no_show",
  [Outcome.NO_SHOW_OFF]: "delegate.standing_no_show_off",
  [Outcome.RESTORED]: "delegate.standing_restored",
  [Outcome.RETURNED]: "delegate.standing_returned",
  [Outcome.CUT]: "delegate.standing_cut",
  [Outcome.UPHELD]: "delegate.standing_upheld",
  [Outcome.OVERRULED]: "delegate.standing_overruled",
  [Outcome.NOTED]: "delegate.standing_noted",
  [Outcome.CARRIED]: "delegate.standing_carried",
  [Outcome.NOT_CARRIED]: "delegate.standing_not_carried",
  [Outcome.LAPSED]: "delegate.standing_lapsed",
  [Outcome.IN_WRITING]: "delegate.standing_in_writing",
};

const outcomes_of_points: Partial<Record<Outcome, MessageId>> = {
  [Outcome.REMOVED]: "delegate.standing_point_removed",
  [Outcome.RESTORED]: "delegate.standing_point_restored",
};

const outcomes_of_motions: Partial<Record<Outcome, MessageId>> = {
  [Outcome.REMOVED]: "delegate.standing_motion_removed",
  [Outcome.RESTORED]: "delegate.standing_motion_restored",
};

function standingId({ kind, outcome }: Standing): MessageId | undefined {
  const own = kind === Kind.MOTION ? outcomes_of_motions : interrupts({ kind }) ? outcomes_of_points : {};
  return own[outcome] ?? outcomes[outcome];
}

const good: ReadonlySet<Outcome> = new Set([
  Outcome.RESTORED,
  Outcome.RETURNED,
  Outcome.UPHELD,
  Outcome.OVERRULED,
  Outcome.NOTED,
  Outcome.CARRIED,
  Outcome.IN_WRITING,
]);

/** Further ones are behind a button: the place in line stays in sight. */
const notices_shown = 2;

/** With its words, for where it is not drawn itself. */
type Known = { id: string; words: string; note: ReactNode };

export function Notices() {
  const tight = useMedia(is_tight);
  const posted = usePosted();
  const others = [...useStanding(), ...useRefused()];
  const all = [...posted.shown, ...others];
  if (tight && all.length > 0) {
    return <Behind all={[...posted.shown, ...posted.more, ...others]} />;
  }
  return (
    <>
      <Shown of={posted} />
      {others.map(({ note }) => note)}
    </>
  );
}

/** On one line, where there is little room; read out as it comes all the same. */
function Behind({ all }: { all: Known[] }) {
  const t = useText();
  const [unfolded, setUnfolded] = useState(false);
  useBack(unfolded, () => setUnfolded(false));
  const first = all[0]?.words;
  return (
    <>
      <button
        type="button"
        className={styles.behind}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
        title={first}
      >
        <b>{t("delegate.messages", { count: all.length })}</b>
        {!unfolded && (
          <span className={styles.behindWords} dir="auto">
            {first}
          </span>
        )}
      </button>
      {unfolded
        ? all.map(({ note }) => note)
        : all.map(({ id, words }) => (
            <p key={id} role="alert" className="visually-hidden">
              {words}
            </p>
          ))}
    </>
  );
}

/** What the chair last did with a request of this delegation. */
function useStanding(): Known[] {
  const t = useText();
  const instant = useInstant();
  const { store, hello } = useHall();
  const [seen, see] = useSeen(hello);
  const standing = store.standing(hello?.delegation ?? "");
  const id = standing && standingId(standing);
  if (!standing || !id || standing.at <= seen.at) return [];
  const words = t(id, { time: instant(standing.at), kind: t(kindWord(standing.kind)) });
  const note = (
    <Note
      key="standing"
      tone={good.has(standing.outcome) ? "brand" : "warn"}
      alert
      end={<Dismiss onPress={() => see({ at: standing.at })} />}
    >
      {words}
    </Note>
  );
  return [{ id: "standing", words, note }];
}

/** Answers that came after a reload. */
function useRefused(): Known[] {
  const t = useText();
  const reason = useRejectionText();
  const hall = useHall();
  return hall.late.flatMap((late): Known[] => {
    if (late.outcome.ok) return [];
    const { id } = late;
    const { code, details } = late.outcome;
    const why = reason(code, details);
    const words = code === outcome_unknown ? why : t(lateId(late), { reason: why });
    const note = (
      <Note key={id} tone="stop" alert end={<Dismiss onPress={() => hall.dismissLate(id)} />}>
        {words}
      </Note>
    );
    return [{ id, words, note }];
  });
}

type PostedNotices = { shown: Known[]; more: Known[]; showAll: () => void };

/** Notices of the chair and the desk. Own: those for this delegation alone. */
function usePosted(own = false): PostedNotices {
  const text = useLocalized();
  const { store, hello } = useHall();
  const [all, setAll] = useState(false);
  const [seen, see] = useSeen(hello);
  const open = store
    .notices()
    .filter(({ id, to }) => !seen.notices.includes(id) && (!own || to?.to.case === "delegation"))
    .map((notice): Known => {
      const dismiss = () => see({ notices: [...seen.notices, notice.id] });
      const note = <OneNotice key={notice.id} notice={notice} onDismiss={dismiss} />;
      return { id: `notice ${notice.id}`, words: text(notice.text), note };
    });
  const count = all ? open.length : notices_shown;
  return { shown: open.slice(0, count), more: open.slice(count), showAll: () => setAll(true) };
}

export function Posted({ own = false }: { own?: boolean }) {
  return <Shown of={usePosted(own)} />;
}

function Shown({ of: { shown, more, showAll } }: { of: PostedNotices }) {
  const t = useText();
  return (
    <>
      {shown.map(({ note }) => note)}
      {more.length > 0 && (
        <Button look="plain" onPress={showAll}>
          {t("delegate.notices_more", { count: more.length })}
        </Button>
      )}
    </>
  );
}

function OneNotice({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const t = useText();
  const text = useLocalized();
  const instant = useInstant();
  return (
    <Note tone="brand" alert end={<Dismiss onPress={onDismiss} />}>
      <span className={styles.noticeFrom}>
        {t(notice.to?.to.case === "delegation" ? "delegate.notice_own" : "delegate.notice", {
          time: instant(notice.sentAt),
        })}
      </span>
      <span className={styles.noticeWords} dir="auto">
        {text(notice.text)}
      </span>
    </Note>
  );
}

function Dismiss({ onPress }: { onPress: () => void }) {
  const t = useText();
  return (
    <Button look="plain" onPress={onPress}>
      {t("common.dismiss")}
    </Button>
  );
}

const late_words: Partial<Record<Late["act"]["case"], MessageId>> = {
  requestFloor: "delegate.late_ask",
  withdrawEntry: "delegate.late_withdraw",
  correctEntry: "delegate.late_correct",
  fileInWriting: "delegate.late_in_writing",
  answerStandBy: "delegate.late_stand_by",
  raisePointOfOrder: "delegate.late_point",
  moveMotion: "delegate.late_motion",
  submitStatement: "delegate.late_text",
};

function lateId({ act }: Late): MessageId {
  return late_words[act.case] ?? "delegate.late_other";
}
