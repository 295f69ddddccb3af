// Which of the own requests were put right while this screen looked, and when it saw so: by the chair, the desk, or the
// delegation itself. The view says what a request is, neither what it was nor who changed it.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { joined, useFormat, useText } from "../../i18n";
import { useHall } from "../../shared/hall";
import { kindWord } from "../../shared/kinds";
import { useRankAndTitle } from "../../shared/rank";
import { requested } from "../../shared/request";
import type { Entry } from "../../wire";
import { partsOf, remember, remembered } from "./remembered";

/** The instant, by the number of the entry. */
type Corrected = ReadonlyMap<number, number>;

const CorrectedContext = createContext<Corrected>(new Map());

export const useCorrected = (): Corrected => useContext(CorrectedContext);

/** Looks for as long as the screen stands, whichever part of it is shown, and says each correction once. */
export function CorrectedProvider({ children }: { children: ReactNode }) {
  const hall = useHall();
  const { store, hello } = hall;
  const epoch = hello?.epoch;
  const before = useRef({ epoch, own: new Map<number, string>() });
  const [corrected, setCorrected] = useState<Corrected>(new Map());
  const [said, setSaid] = useState<number>();
  const own = store
    .panels()
    .flatMap(({ id }) => store.entries(id))
    .filter(({ delegation }) => delegation === hello?.delegation);
  useEffect(() => {
    const now = new Map(own.map((entry) => [entry.id, JSON.stringify(requested(entry))]));
    // In another epoch the same numbers are of other requests.
    const same = before.current.epoch === epoch;
    const was = before.current.own;
    before.current = { epoch, own: now };
    if (!same) {
      setCorrected(new Map());
      setSaid(undefined);
      return;
    }
    const changed = own.filter(({ id }) => was.has(id) && was.get(id) !== now.get(id));
    if (changed.length === 0) return;
    for (const entry of changed) remember(hello, { ...remembered(hello), name: "", title: "", ...partsOf(entry) });
    setCorrected((all) => new Map([...all, ...changed.map(({ id }) => [id, hall.clock.now()] as const)]));
    setSaid(changed[0]?.id);
  });
  return (
    <CorrectedContext value={corrected}>
      <Said of={own.find(({ id }) => id === said)} />
      {children}
    </CorrectedContext>
  );
}

function Said({ of }: { of: Entry | undefined }) {
  const t = useText();
  const format = useFormat();
  const rankAndTitle = useRankAndTitle();
  const words =
    of &&
    joined([
      t(kindWord(of.kind)),
      joined([of.speaker?.name, rankAndTitle({ rank: of.rank, title: of.speaker?.title })], ", "),
      format.languageName(of.language),
    ]);
  return (
    <div role="status" className="visually-hidden">
      {words && t("delegate.said_corrected", { words })}
    </div>
  );
}
