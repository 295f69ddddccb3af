// A motion in words: what it is, and who has moved it.
import { useLocalized, useText } from "../i18n";
import type { Motion } from "../wire";
import type { Held } from "./floor";
import { useHall } from "./hall";
import { kindWord } from "./kinds";
import { motionWord, SIDES } from "./motions";

/** "Motion to adjourn the debate", and "moved by Brazil". */
export function useMotionWords(): (motion: Motion) => { title: string; by: string } {
  const t = useText();
  const localize = useLocalized();
  const { store } = useHall();
  return ({ motion, delegation }) => ({
    title: t(motionWord(motion)),
    by: delegation
      ? t("motion.moved_by", { name: localize(store.delegation(delegation)?.name) || delegation })
      : t("motion.by_chair"),
  });
}

/** What who interrupts speaks for: a point of order, a motion, or a side of one. */
export function useInterruptingWords(): (held: Held) => string {
  const t = useText();
  const { store } = useHall();
  return ({ kind, motion, side, entry, panel }) => {
    const sided = motion ? SIDES[side] : undefined;
    const own = store.motions(panel).find((one) => one.entry === entry);
    return t(sided ?? (own ? motionWord(own.motion) : kindWord(kind)));
  };
}
