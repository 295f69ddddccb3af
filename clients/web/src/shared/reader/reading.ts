// Which text is open: the one of the speech under way, or one of the list, read beforehand. And in which of its languages.
import { useEffect, useState } from "react";
import type { Panel, Statement } from "../../wire";
import { type Followed, followedOn, lastStatementOn } from "../followed";
import { useHall } from "../hall";
import { firstLanguage, paragraphIn } from "../statement";

export type Reading = {
  /** The speech whose text is followed; undefined where nobody speaks. */
  live: Followed | undefined;
  /** The entry whose text is read beforehand; 0: the live one is open. */
  ahead: number;
  /** Nobody speaks: the text of the last speech stays open. */
  last: boolean;
  statement: Statement | undefined;
  /** The language that is spoken, or will be. */
  spoken: string;
  /** Of the text shown; empty where there is none. */
  language: string;
  /** Reached in the text shown; 0: none, as always beforehand. */
  paragraph: number;
  open: (entry: number) => void;
  choose: (language: string) => void;
};

export function useReading(panel: Panel | undefined): Reading {
  const { store } = useHall();
  const [opened, open] = useState(0);
  const [chosen, setChosen] = useState<{ entry: number; language: string }[]>([]);
  const live = panel && followedOn(store, panel);
  const waits = panel !== undefined && (store.queue(panel.id)?.entries.includes(opened) ?? false);
  const ahead = waits && store.statement(opened) ? opened : 0;

  // It has begun, or is off the list: should it come back there, it does not open by itself.
  useEffect(() => {
    if (opened && !ahead) open(0);
  }, [opened, ahead]);

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
  return { live, ahead, last: before !== undefined, statement, spoken, language, paragraph, open, choose };
}

/** Choices of a language are remembered for so many texts: the live one, and those read beforehand. */
const kept_max = 20;
