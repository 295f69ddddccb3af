// Texts that are typed and not sent yet: kept on this device, for each entry and language, so that neither a reload nor a
// sleep loses a word. One record for each session and delegation; entries are numbered anew in another epoch, so it is of
// one only. Signing out forgets them (shared/kept.ts).
import { useCallback, useState } from "react";
import { keyOf, type SignedIn } from "../../shared/kept";
import { asTravelled, paragraphsOf, textIn } from "../../shared/statement";
import type { Delivery, Statement, TextFormat } from "../../wire";

export type Draft = {
  text: string;
  format: TextFormat;
  delivery: Delivery;
  /** The version that the server held when the typing began; 0: none. */
  base: number;
};

type Kept = { epoch: string; drafts: Record<string, Draft> };

const placeOf = (entry: number, language: string) => `${entry} ${language}`;

export type Drafts = {
  of(entry: number, language: string): Draft | undefined;
  put(entry: number, language: string, draft: Draft): void;
  remove(entry: number, language: string): void;
};

export function useDrafts(hello: SignedIn): Drafts {
  const key = keyOf("drafts", hello);
  const epoch = hello?.epoch ?? "";
  const [kept, setKept] = useState(() => read(key));
  const drafts = kept.epoch === epoch ? kept.drafts : {};
  const change = useCallback(
    (how: (drafts: Record<string, Draft>) => Record<string, Draft>) =>
      setKept((before) => {
        // Another window of this device may have written since.
        const stored = read(key);
        const latest = stored.epoch === epoch ? stored : before;
        const next: Kept = { epoch, drafts: how(latest.epoch === epoch ? latest.drafts : {}) };
        write(key, next);
        return next;
      }),
    [key, epoch],
  );
  const put = useCallback(
    (entry: number, language: string, draft: Draft) => change((all) => ({ ...all, [placeOf(entry, language)]: draft })),
    [change],
  );
  const remove = useCallback(
    (entry: number, language: string) =>
      change((all) => {
        const { [placeOf(entry, language)]: _gone, ...others } = all;
        return others;
      }),
    [change],
  );
  return { of: (entry, language) => drafts[placeOf(entry, language)], put, remove };
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

function read(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Kept>;
    return { epoch: kept.epoch ?? "", drafts: kept.drafts ?? {} };
  } catch {
    return { epoch: "", drafts: {} };
  }
}

function write(key: string, kept: Kept): void {
  try {
    if (Object.keys(kept.drafts).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without storage it lasts as long as the page.
  }
}
