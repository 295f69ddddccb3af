// What the server says of what stands, or would stand, asked again as things change: at once when the question does, and with each
// act; by the clock too, where the answer follows it.
import { useEffect, useState } from "react";
import { useHall, useNow } from "../../shared/hall";
import type { Asked } from "../../wire";

const asked_again_ms = 10_000;
/** A dial that is turned asks once it rests so long. */
const rests_ms = 120;

export interface Asking<Wanted, Told> {
  wanted: Wanted & { panel: string };
  ask: (wanted: Wanted) => Asked;
  read: (answer: Uint8Array) => Told;
  /** Whether the answer changes as time goes by. */
  byClock: boolean;
}

/** The last answer that there was, while the next one is on its way; undefined where there is none. */
export function useAnswer<Wanted, Told extends { panel: string }>(asking: Asking<Wanted, Told>): Told | undefined {
  const hall = useHall();
  const tick = useNow(asked_again_ms);
  const [answer, setAnswer] = useState<Told>();
  const position = hall.store.position?.seq ?? 0;
  const live = hall.status === "live";
  const question = JSON.stringify(asking.wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with each act and at each tick
  useEffect(() => {
    const asked: Wanted & { panel: string } = JSON.parse(question);
    if (!live || !asked.panel) return;
    let over = false;
    const asks = setTimeout(() => {
      void hall.askAbout(asking.ask(asked)).then((given) => {
        if (given.ok && !over) setAnswer(asking.read(given.value));
      });
    }, rests_ms);
    return () => {
      over = true;
      clearTimeout(asks);
    };
  }, [hall, question, live, position, asking.byClock && Math.floor(tick / asked_again_ms)]);
  return answer?.panel === asking.wanted.panel ? answer : undefined;
}
