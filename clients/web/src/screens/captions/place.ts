// Moving the paragraph reached: from where the floor will be once everything sent is done.
import { useEffect, useRef, useState } from "react";
import { reachParagraph } from "../../shared/acts/table/paragraph";
import { useActs } from "../../shared/acts/useActs";
import { paragraphWanted } from "../../shared/followed";
import { useHall } from "../../shared/hall";
import type { Reading } from "../../shared/reader/reading";
import { paragraphBeside, paragraphIn, paragraphOf } from "../../shared/statement";

export type Place = {
  /** Reached in the text shown; 0: none yet. */
  shown: number;
  /** Whether that is asked for only: the floor does not have it yet, and may never. */
  asked: boolean;
  /** Whether it can be moved: somebody speaks, with a text, and is not interrupted. */
  movable: boolean;
  /** Whether there is one further on, or back. */
  onward: boolean;
  backward: boolean;
  reach: (paragraph: number) => void;
  step: (by: 1 | -1) => void;
  /** Where someone else moved it, until it is moved from here. */
  moved: { number: number; at: number } | undefined;
  /** Of a move it is not known yet whether it is done. */
  unconfirmed: boolean;
  /** Why the last move was refused, in words. */
  refusal: string | undefined;
};

export function usePlace({ live, statement, spoken, language }: Reading): Place {
  const hall = useHall();
  const speech = live?.speech ?? 0;
  const acts = useActs(`speech/${speech}`);
  const told = live?.paragraph ?? 0;
  const now = live ? paragraphWanted(hall.unanswered, speech, told) : 0;
  const movable = live !== undefined && statement !== undefined && !live.interrupted;
  const beside = (by: 1 | -1) => (statement ? paragraphBeside(statement, spoken, language, now, by) : now);
  const [moved, sent] = useMoved(speech, told);

  const send = (paragraph: number) => {
    if (!movable || paragraph === now || paragraph < 1) return;
    acts.press(reachParagraph, { speech, paragraph }, { onRefused: sent(paragraph) });
  };
  const number = statement && moved ? paragraphIn(statement, spoken, language, moved.paragraph) : 0;
  return {
    shown: statement ? paragraphIn(statement, spoken, language, now) : 0,
    asked: now !== told,
    movable,
    onward: movable && beside(1) !== now,
    backward: movable && beside(-1) !== now,
    reach: (paragraph) => {
      if (statement) send(paragraphOf(statement, spoken, language, paragraph));
    },
    step: (by) => send(beside(by)),
    moved: moved && number > 0 ? { number, at: moved.at } : undefined,
    unconfirmed: acts.unconfirmed,
    refusal: acts.refusal,
  };
}

type Moved = { paragraph: number; at: number };

/** Tells a move of someone else from one of this screen. `sent` notes one, and takes the note back where it was refused. */
function useMoved(speech: number, told: number): [Moved | undefined, (paragraph: number) => () => void] {
  const hall = useHall();
  const [moved, setMoved] = useState<Moved | undefined>();
  const own = useRef<number[]>([]);
  const before = useRef({ speech, told });
  useEffect(() => {
    const last = before.current;
    before.current = { speech, told };
    if (last.speech !== speech) {
      own.current = [];
      setMoved(undefined);
      return;
    }
    if (last.told === told) return;
    // Several of one's own may come as one change.
    const index = own.current.lastIndexOf(told);
    if (index < 0) setMoved({ paragraph: told, at: hall.clock.now() });
    else own.current = own.current.slice(index + 1);
  }, [hall, speech, told]);
  const sent = (paragraph: number) => {
    own.current = [...own.current, paragraph];
    setMoved(undefined);
    return () => {
      const index = own.current.lastIndexOf(paragraph);
      own.current = own.current.filter((_, at) => at !== index);
    };
  };
  return [moved, sent];
}
