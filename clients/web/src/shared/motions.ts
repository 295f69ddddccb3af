// What a procedural motion is called, and what may be done about it. Pure; the server decides.
import type { MessageId } from "../i18n";
import type { Store } from "../sync/store";
import { type Floor, type Motion, MotionKind, MotionSide } from "../wire";
import { motionBeforeChair } from "./floor";

const WORDS: Record<Exclude<MotionKind, MotionKind.UNSPECIFIED>, MessageId> = {
  [MotionKind.SUSPEND_MEETING]: "motion.suspend_meeting",
  [MotionKind.ADJOURN_MEETING]: "motion.adjourn_meeting",
  [MotionKind.ADJOURN_DEBATE]: "motion.adjourn_debate",
  [MotionKind.CLOSE_DEBATE]: "motion.close_debate",
  [MotionKind.CLOSE_LIST]: "motion.close_list",
};

/** Those that a delegation moves, in their precedence; the chair alone proposes the last of all. */
export const moved_kinds: readonly MotionKind[] = [
  MotionKind.SUSPEND_MEETING,
  MotionKind.ADJOURN_MEETING,
  MotionKind.ADJOURN_DEBATE,
  MotionKind.CLOSE_DEBATE,
];

/** The word of a motion of a newer server is that of all. */
export function motionWord(kind: MotionKind): MessageId {
  const known: Partial<Record<MotionKind, MessageId>> = WORDS;
  return known[kind] ?? "kind.motion";
}

/** The motion that is before the chair on a panel. */
export function motionOn(store: Pick<Store, "motions">, floor: Floor | undefined): Motion | undefined {
  const entry = motionBeforeChair(floor)?.entry;
  return entry ? store.motions(floor?.panel ?? "").find((motion) => motion.entry === entry) : undefined;
}

export const sides: readonly MotionSide[] = [MotionSide.IN_FAVOUR, MotionSide.AGAINST];

export const SIDES: Partial<Record<MotionSide, MessageId>> = {
  [MotionSide.IN_FAVOUR]: "motion.in_favour",
  [MotionSide.AGAINST]: "motion.against",
};

export function speakersOn({ speakersFor, speakersAgainst }: Motion, side: MotionSide): number {
  return side === MotionSide.IN_FAVOUR ? speakersFor : speakersAgainst;
}

export function heardOn({ spoken }: Motion, side: MotionSide): number {
  return spoken.filter((one) => one.side === side).length;
}

/** Whether a delegation may still speak on this side. */
export function mayStillSpeak(motion: Motion, side: MotionSide, delegation: string): boolean {
  if (motion.delegation === delegation || motion.spoken.some((one) => one.delegation === delegation)) return false;
  return heardOn(motion, side) < speakersOn(motion, side);
}
