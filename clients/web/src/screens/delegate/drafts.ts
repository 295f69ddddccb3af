// Texts that are typed and not sent yet: kept on this device, for each entry and language, so that neither a reload nor a
// sleep loses a word. One record for each session and delegation; entries are numbered anew in another epoch, so it is of
// one only. What was written for a request that was withdrawn is set aside, for the next one on its panel. Signing out
// forgets all of it (shared/kept.ts).
import { useCallback, useState } from "react";
import { useHall } from "../../shared/hall";
import { keyOf, type SignedIn } from "../../shared/kept";
import { asTravelled, paragraphsOf, textIn } from "../../shared/statement";
import type { Delivery, Entry, Statement, TextFormat } from "../../wire";

export type Draft = {
  text: string;
  format: TextFormat;
  delivery: Delivery;
  /** The version that the server held when the typing began; 0: none. */
  base: number;
};

/** In each language; of the entry that was withdrawn, which a request of later has a higher number than. */
type Aside = { entry: number; texts: Record<string, Draft> };

/** `aside`: by panel. */
type Kept = { epoch: string; drafts: Record<string, Draft>; aside: Record<string, Aside> };

const placeOf = (entry: number, language: string) => `${entry} ${language}`;

/** An entry, as far as texts are kept for it. */
export type For = { entry: number; panel: string };

export type Drafts = {
  of(entry: number, language: string): Draft | undefined;
  put(entry: number, language: string, draft: Draft): void;
  remove(entry: number, language: string): void;
  /** What was set aside on the panel, for a request that came after. */
  asideFor(of: For, language: string): Draft | undefined;
  isAside(panel: string): boolean;
  setAside(of: For, texts: Record<string, Draft>): void;
  forgetAside(of: For, language: string): void;
};

function without(all: Record<string, Draft>, name: string): Record<string, Draft> {
  const { [name]: _gone, ...others } = all;
  return others;
}

export function useDrafts(hello: SignedIn): Drafts {
  const key = keyOf("drafts", hello);
  const epoch = hello?.epoch ?? "";
  const [kept, setKept] = useState(() => read(key));
  const { drafts, aside } = kept.epoch === epoch ? kept : nothing;
  const change = useCallback(
    (how: (kept: Kept) => Partial<Kept>) =>
      setKept((before) => {
        // Another window of this device may have written since.
        const stored = read(key);
        const latest = stored.epoch === epoch ? stored : before;
        const current = latest.epoch === epoch ? latest : nothing;
        const next: Kept = { ...current, ...how(current), epoch };
        write(key, next);
        return next;
      }),
    [key, epoch],
  );
  const put = useCallback(
    (entry: number, language: string, draft: Draft) =>
      change((all) => ({ drafts: { ...all.drafts, [placeOf(entry, language)]: draft } })),
    [change],
  );
  const remove = useCallback(
    (entry: number, language: string) => change((all) => ({ drafts: without(all.drafts, placeOf(entry, language)) })),
    [change],
  );
  const setAside = useCallback(
    ({ entry, panel }: For, texts: Record<string, Draft>) =>
      change((all) => ({ aside: { ...all.aside, [panel]: { entry, texts } } })),
    [change],
  );
  const forgetAside = useCallback(
    ({ entry, panel }: For, language: string) =>
      change((all) => {
        const { [panel]: of, ...others } = all.aside;
        if (!of || entry <= of.entry) return {};
        const texts = without(of.texts, language);
        return { aside: Object.keys(texts).length > 0 ? { ...others, [panel]: { ...of, texts } } : others };
      }),
    [change],
  );
  return {
    of: (entry, language) => drafts[placeOf(entry, language)],
    put,
    remove,
    asideFor: ({ entry, panel }, language) => {
      const of = aside[panel];
      return of && entry > of.entry ? of.texts[language] : undefined;
    },
    isAside: (panel) => aside[panel] !== undefined,
    setAside,
    forgetAside,
  };
}

/** What was written for an entry that waits, sent or not. */
export function useWritten({ id: entry, panel }: Entry): { any: boolean; setAside: () => void } {
  const { store, hello } = useHall();
  const { of, asideFor, setAside } = useDrafts(hello);
  const statement = store.statement(entry);
  const languages = new Set([...(store.session()?.languages ?? []), ...(statement?.texts ?? []).map(inLanguage)]);
  const texts: Record<string, Draft> = {};
  for (const language of languages) {
    const written = of(entry, language) ?? asHeld(statement, language) ?? asideFor({ entry, panel }, language);
    if (written?.text) texts[language] = { ...written, base: 0 };
  }
  const any = Object.keys(texts).length > 0;
  return { any, setAside: () => any && setAside({ entry, panel }, texts) };
}

const inLanguage = ({ language }: { language: string }) => language;

/** As the server holds it, where it does. */
export function asHeld(statement: Statement | undefined, language: string): Draft | undefined {
  const held = textIn(statement, language);
  if (!held || !statement) return undefined;
  const { delivery } = statement;
  return { text: held.paragraphs.join("\n\n"), format: held.format, delivery, base: held.version };
}

/** Whether the server holds the same already: then there is nothing to send. */
export function isHeld(draft: Draft, statement: Statement | undefined, language: string): boolean {
  const held = textIn(statement, language);
  const paragraphs = paragraphsOf(asTravelled(draft.text));
  if (!held || !statement) return paragraphs.length === 0;
  return (
    statement.delivery === draft.delivery &&
    held.format === draft.format &&
    held.paragraphs.length === paragraphs.length &&
    held.paragraphs.every((paragraph, index) => asTravelled(paragraph) === paragraphs[index])
  );
}

const nothing: Kept = { epoch: "", drafts: {}, aside: {} };

function read(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Kept>;
    return { epoch: kept.epoch ?? "", drafts: kept.drafts ?? {}, aside: kept.aside ?? {} };
  } catch {
    return nothing;
  }
}

function write(key: string, kept: Kept): void {
  try {
    if (Object.keys({ ...kept.drafts, ...kept.aside }).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without storage it lasts as long as the page.
  }
}
