// Which text is open: the one of the speech under way, or one of the list, read beforehand. And in which of its languages.
import { useLayoutEffect, useRef, useState } from "react";
import type { Panel, Statement } from "../../wire";
import { type Followed, followedOn, lastStatementOn } from "../followed";
import { useHall } from "../hall";
import { holderOf, type Shown } from "../situation";
import { firstLanguage, paragraphIn } from "../statement";

export type Reading = {
  /** The speech whose text is followed; undefined where nobody speaks. */
  live: Followed | undefined;
  /** The entry whose text is read beforehand; 0: the live one is open. */
  ahead: number;
  /** Whose text was read beforehand until the entry left the list: nothing takes its place unasked, but for another speech. */
  gone: Shown | undefined;
  /** Nobody speaks: the text of the last speech stays open. */
  last: boolean;
  statement: Statement | undefined;
  /** The language that is spoken, or will be. */
  spoken: string;
  /** Of the text shown; empty where there is none. */
  language: string;
  /** Reached in the text shown; 0: none, as always beforehand. */
  paragraph: number;
  /** What the text is to keep within; 0 where it is of a speech that is over. */
  limitMs: number;
  open: (entry: number) => void;
  choose: (language: string) => void;
};

export function useReading(panel: Panel | undefined): Reading {
  const { store } = useHall();
  const [chosen, setChosen] = useState<{ entry: number; language: string }[]>([]);
  const live = panel && followedOn(store, panel);
  const { ahead, gone, open } = useAhead(panel, live);

  const before = panel && !ahead && !live ? lastStatementOn(store, panel) : undefined;
  const entry = ahead || live?.entry || before?.entry || 0;
  const statement = entry ? store.statement(entry) : undefined;
  const spoken = ahead ? (store.entry(ahead)?.language ?? "") : (live?.language ?? "");
  const wanted = chosen.find((one) => one.entry === entry)?.language;
  const language = statement ? firstLanguage(statement, [wanted, spoken], spoken) : "";
  const paragraph = statement && !ahead && live ? paragraphIn(statement, spoken, language, live.paragraph) : 0;
  const choose = (wish: string) =>
    setChosen((before) =>
      [{ entry, language: wish }, ...before.filter((one) => one.entry !== entry)].slice(0, kept_max),
    );
  const limitMs = (ahead ? store.entry(ahead)?.limitMs : live?.limitMs) ?? 0;
  return {
    live,
    ahead,
    gone,
    last: before !== undefined,
    statement,
    spoken,
    language,
    paragraph,
    limitMs,
    open,
    choose,
  };
}

/** One that has begun, or left the list, does not open by itself should it come back there. */
function useAhead(panel: Panel | undefined, live: Followed | undefined) {
  const { store } = useHall();
  const [opened, setOpened] = useState(0);
  const [gone, setGone] = useState<{ of: Shown; entry: number; during: number }>();
  const holder = useRef<Shown>(undefined);
  const listed = (entry: number) => panel !== undefined && (store.queue(panel.id)?.entries.includes(entry) ?? false);
  const ahead = listed(opened) && store.statement(opened) ? opened : 0;
  const entry = store.entry(ahead);
  const speech = live?.speech ?? 0;
  const begun = live?.entry === opened;
  // Before anything else is shown in its place.
  useLayoutEffect(() => {
    if (entry) holder.current = holderOf(store, entry);
    if (!opened || ahead) return;
    setOpened(0);
    if (holder.current && !begun) setGone({ of: holder.current, entry: opened, during: speech });
  });
  const stands = gone?.during === speech && !listed(gone.entry);
  const open = (wanted: number) => {
    setGone(undefined);
    setOpened(wanted);
  };
  return { ahead, gone: stands ? gone.of : undefined, open };
}

/** Choices of a language are remembered for so many texts: the live one, and those read beforehand. */
const kept_max = 20;
