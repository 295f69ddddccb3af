// What was refused and has no better place to be told: on one line each, under the strip and over the tools of the list, so that
// it covers neither clock nor large button and moves nothing. The newest is put away by Escape.
import { useEffect, useRef } from "react";
import { useRejectionText, useText } from "../../i18n";
import { dot } from "../../i18n/isolated";
import { Button } from "../../parts/Button";
import { Key } from "../../parts/Key";
import { Note } from "../../parts/Note";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { useMedia } from "../../parts/useMedia";
import { useSteady } from "../../parts/useSteady";
import type { Place } from "../../shared/acts/act";
import { useActs } from "../../shared/acts/useActs";
import { useActWords } from "../../shared/acts/words";
import { useHall } from "../../shared/hall";
import { Late } from "../../shared/Late";
import { useConsole } from "./console";
import { focusMainIfNothing, somethingIsOver } from "./focus";
import { entryOf } from "./model";
import styles from "./Refusals.module.css";
import { low, no_side } from "./room";

export function Refusals() {
  const t = useText();
  const words = useRejectionText();
  const name = useActWords();
  const { book } = useActs();
  const told = useToldHere();
  const shown = [...book.refusals].filter(([place]) => told(place));
  // Those of the strip have it on their own edge.
  const awaited = [...book.unconfirmedPlaces].some((at) => told(at) && at !== "next" && at !== "floor");
  useFocusAfterTold();
  return (
    <div className={styles.refusals} data-refusals="">
      {shown.map(([place, { act, code, details }]) => (
        <Note
          key={place}
          tone="stop"
          end={
            <Button look="plain" size="small" onPress={() => book.dismiss(place)}>
              {t("common.dismiss")} <Key name="Esc" />
            </Button>
          }
        >
          <b>{name(act)}</b>
          {dot}
          <span>{words(code, details)}</span>
        </Note>
      ))}
      <Late />
      {awaited && <Unconfirmed />}
    </div>
  );
}

/** Not what shows where it was pressed: at its row, in its form, or with what is open. */
function useToldHere(): (place: Place) => boolean {
  const { seen } = useActs();
  const { drawer } = useConsole();
  const noSide = useMedia(no_side);
  const isLow = useMedia(low);
  return (place) => {
    const entry = entryOf(place);
    if (entry !== undefined) return !seen.order.includes(entry);
    if (place === "points") return noSide && drawer !== place;
    if (place === "booths") return (noSide || isLow) && drawer !== place;
    if (place === "programme" || place === "panellists") return drawer !== place;
    return place === "next" || place === "floor" || place === "list";
  };
}

/** With the button that was pressed to put it away goes the focus. */
function useFocusAfterTold(): void {
  const { book } = useActs();
  const count = book.refusals.size + useHall().late.length;
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) focusMainIfNothing();
    before.current = count;
  }, [count]);
}

/** Escape, where nothing nearer takes it: who finds, filters or fills in a form means that. */
export function useEscape(): void {
  const hall = useHall();
  const { book } = useActs();
  const putAway = useSteady((): boolean => {
    const place = [...book.refusals.keys()].at(-1);
    const late = hall.late.findLast(({ outcome }) => !outcome.ok);
    if (place) book.dismiss(place);
    else if (late) hall.dismissLate(late.id);
    return Boolean(place || late);
  });
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || somethingIsOver()) return;
      if (putAway()) event.preventDefault();
    };
    // Before what the rail has opened, which listens on the document.
    document.body.addEventListener("keydown", close);
    return () => document.body.removeEventListener("keydown", close);
  }, [putAway]);
}
