// Texts that are typed and not sent yet: kept on this device, for each entry and language, so that neither a reload nor a
// sleep loses a word. One record for each session and delegation; entries are numbered anew in another epoch, so it is of
// one only. What was written for a request that was withdrawn is set aside, for those on its panel that come after (aside.ts).
// Signing out forgets all of it (shared/kept.ts).
import { useCallback, useEffect, useState } from "react";
import { useHall } from "../../shared/hall";
import { keyOf, type SignedIn } from "../../shared/kept";
import { asTravelled, paragraphsOf, textIn } from "../../shared/statement";
import { outcome_unknown } from "../../sync/pending";
import type { Delivery, Entry, Statement, TextFormat } from "../../wire";
import { type Aside, asideFor, highestEntry, withAside, without, withoutText } from "./aside";

export type Draft = {
  text: string;
  format: TextFormat;
  delivery: Delivery;
  /** The version that the server held when the typing began; 0: none. */
  base: number;
};

type Kept = { epoch: string; drafts: Record<string, Draft>; aside: readonly Aside[] };

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
  setAside(aside: Aside): void;
  /** Makes it what is typed for the entry, where nothing is. */
  takeAside(of: For, language: string): void;
  forgetAside(of: For, language: string): void;
};

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
  useEffect(() => {
    const again = () => setKept(read(key));
    readers.add(again);
    return () => void readers.delete(again);
  }, [key]);
  const put = useCallback(
    (entry: number, language: string, draft: Draft) =>
      change((all) => ({ drafts: { ...all.drafts, [placeOf(entry, language)]: draft } })),
    [change],
  );
  const remove = useCallback(
    (entry: number, language: string) => change((all) => ({ drafts: without(all.drafts, placeOf(entry, language)) })),
    [change],
  );
  const setAside = useCallback((one: Aside) => change((all) => ({ aside: withAside(all.aside, one) })), [change]);
  const takeAside = useCallback(
    (of: For, language: string) =>
      change((all) => {
        const offered = asideFor(all.aside, of)?.texts[language];
        if (!offered) return {};
        const drafts = { [placeOf(of.entry, language)]: offered, ...all.drafts };
        return { drafts, aside: withoutText(all.aside, of, language) };
      }),
    [change],
  );
  const forgetAside = useCallback(
    (of: For, language: string) => change((all) => ({ aside: withoutText(all.aside, of, language) })),
    [change],
  );
  return {
    of: (entry, language) => drafts[placeOf(entry, language)],
    put,
    remove,
    asideFor: (of, language) => asideFor(aside, of)?.texts[language],
    isAside: (panel) => aside.some((one) => one.panel === panel),
    setAside,
    takeAside,
    forgetAside,
  };
}

/** What shows on this page what is kept. */
const readers = new Set<() => void>();

/** Where a request was not withdrawn after all. Whoever pressed may not be drawn any more. */
export function dropAside(hello: SignedIn, entry: number): void {
  const key = keyOf("drafts", hello);
  const kept = read(key);
  const aside = kept.aside.filter((one) => one.entry !== entry);
  if (kept.epoch !== hello?.epoch || aside.length === kept.aside.length) return;
  write(key, { ...kept, aside });
  for (const again of readers) again();
}

/** As dropAside, where the answer came to a page that was loaded again. */
export function useAsidesDropped(): void {
  const { late, hello } = useHall();
  useEffect(() => {
    for (const { act, outcome } of late)
      if (act.case === "withdrawEntry" && !outcome.ok && wasNotDone(outcome.code))
        dropAside(hello, act.value.entry ?? 0);
  }, [late, hello]);
}

/** Of what was sent and never answered, nobody knows. */
export const wasNotDone = (code: string): boolean => code !== outcome_unknown;

/** What was written for an entry that waits, sent or not. */
export function useWritten(withdrawn: Entry): {
  any: boolean;
  setAside: () => void;
  dropAside: () => void;
} {
  const { id: entry, panel } = withdrawn;
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
  return {
    any,
    setAside: () => any && setAside({ entry, panel, above: highestEntry(store, withdrawn), texts }),
    dropAside: () => dropAside(hello, entry),
  };
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

const nothing: Kept = { epoch: "", drafts: {}, aside: [] };

function read(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Kept>;
    // Another version of the screens kept one for each panel, and not of which requests it came before.
    const aside = Array.isArray(kept.aside) ? kept.aside : [];
    return { epoch: kept.epoch ?? "", drafts: kept.drafts ?? {}, aside };
  } catch {
    return nothing;
  }
}

function write(key: string, kept: Kept): void {
  try {
    if (Object.keys(kept.drafts).length + kept.aside.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without storage it lasts as long as the page.
  }
}
