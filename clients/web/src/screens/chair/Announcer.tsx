// What is read out once, without haste: the floor given, a row moved, a ruling made, what was done and can be taken back, what
// was refused and where a press did nothing. And where the focus goes after an act of this screen.
import { useEffect, useRef } from "react";
import { type MessageId, useLocalized, useRejectionText, useText } from "../../i18n";
import { joined } from "../../i18n/isolated";
import { type Latest, swapOf } from "../../shared/acts/book";
import { ruleUpheld } from "../../shared/acts/table/points";
import { useActs } from "../../shared/acts/useActs";
import { useActWords } from "../../shared/acts/words";
import { speakingOn } from "../../shared/floor";
import { Ruling } from "../../wire";
import { nameOfEntry, speakerOf, useConsole } from "./console";
import { useDrawSaid } from "./drawSaid";
import { useSaid, useSay } from "./said";

export function Announcer() {
  const t = useText();
  const words = useRejectionText();
  const { book } = useActs();
  const name = useActWords();
  const last = [...book.refusals.values()].at(-1);
  const said = useSaid();
  useFloorSaid();
  useActsSaid();
  useDrawSaid();
  useFocusAfterActs();
  return (
    <>
      <div role="status" className="visually-hidden">
        {book.held.size > 0 ? t("chair.held") : last && joined([name(last.act), words(last.code, last.details)])}
      </div>
      <div role="status" className="visually-hidden" data-said="">
        {said.words && !said.seen && <span key={said.id}>{said.words}</span>}
      </div>
    </>
  );
}

/** Whoever gave it. */
function useFloorSaid(): void {
  const t = useText();
  const localize = useLocalized();
  const say = useSay();
  const { view, floor, panel } = useConsole().seen;
  const speech = speakingOn(floor);
  const id = `${panel?.id} ${speech?.speech ?? 0}`;
  const before = useRef(id);
  const name = speech && speakerOf(view, speech, localize).name;
  useEffect(() => {
    const [panelBefore] = before.current.split(" ");
    const same = before.current === id || panelBefore !== id.split(" ")[0];
    before.current = id;
    if (!same && name) say(t("chair.said.floor", { name }));
  }, [id, name, say, t]);
}

const RULED: Partial<Record<Ruling, MessageId>> = {
  [Ruling.UPHELD]: "ruling.upheld",
  [Ruling.OVERRULED]: "ruling.overruled",
  [Ruling.NOTED]: "ruling.noted",
};

/** Acts of this screen, once they are done; a row is where it is then, which the list may show a moment later. */
function useActsSaid(): void {
  const t = useText();
  const localize = useLocalized();
  const say = useSay();
  const { book, seen } = useActs();
  const told = useRef(book.latest?.id);
  const toldDone = useRef(book.done?.id);
  const { latest, done } = book;
  const moved = latest?.act.case === "moveEntry" ? (latest.act.value.entry ?? 0) : 0;
  const place = moved ? seen.order.indexOf(moved) + 1 : 0;
  const name = moved ? nameOfEntry(seen.view, seen.view.entry(moved), localize) : "";
  useEffect(() => {
    if (!latest) return;
    const fresh = latest.id !== told.current;
    told.current = latest.id;
    if (latest.act.case === "moveEntry" && name) {
      if (fresh) say(t("chair.said.moved", { name, place }));
    } else if (latest.act.case === "rulePointOfOrder") {
      const ruling = RULED[latest.act.value.ruling ?? Ruling.UNSPECIFIED];
      if (fresh && ruling) say(t("chair.said.ruled", { ruling: t(ruling) }));
    } else if (done && done.id !== toldDone.current) say(done.words); // of a form, a moment after its last act
    toldDone.current = done?.id;
  }, [latest, done, name, place, say, t]);
}

/** After recognising a point of order to the rulings; after a ruling, and after the floor was given, to the large button. */
function useFocusAfterActs(): void {
  const { book, seen } = useActs();
  const waits = useRef<Latest["act"]["case"]>(undefined);
  const told = useRef(book.latest?.id);
  useEffect(() => {
    if (book.latest && book.latest.id !== told.current) {
      told.current = book.latest.id;
      waits.current = book.latest.act.case;
    }
    const to = waits.current && TO[waits.current];
    if (!to || seen.floor === undefined) {
      waits.current = undefined;
      return;
    }
    const place = document.querySelector<HTMLElement>(to);
    if (!place) return;
    waits.current = undefined;
    // Nobody who has begun to write elsewhere is taken away from it.
    if (document.querySelector("[role='dialog']") || document.activeElement?.matches("input, textarea")) return;
    place.focus({ preventScroll: true });
    // What the focus has come to by itself is not pressed by who had begun to press what had it before.
    const point = place.closest<HTMLElement>("[data-rulings]")?.dataset.point;
    book.rest((point && swapOf(ruleUpheld, point)) || "next");
  });
}

const TO: Partial<Record<NonNullable<Latest["act"]["case"]>, string>> = {
  recognisePointOfOrder: "[data-rulings] button",
  rulePointOfOrder: "[data-main]",
  giveFloor: "[data-main]",
};
