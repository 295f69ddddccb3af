// The log as the desk reads it: a line is an event, its sentence is put together here from code and details
// (docs/protocol.md#log), in the language of the screen. The command line tells its log with the same English sentences
// and some values more (clients/cpp/rostrumctl/sentence.cpp), which a screen has not.
import { useCallback, useEffect, useRef, useState } from "react";
import { useFormat, useInstant, useMessageOf, useText } from "../../i18n";
import type { Refusal } from "../../shared/acts/book";
import { useHall } from "../../shared/hall";
import type { Log, LogLine } from "../../wire";
import { useNames } from "./names";

/** What a line says. An event that this client does not know is told by its code. */
export function useSentence(): (line: LogLine) => string {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const messageOf = useMessageOf();
  const names = useNames();
  const { store } = useHall();
  return (line) => {
    const of = line.details;
    // Lines stand under their day.
    const beside = { beside: line.at };
    const number = (key: string) => Number(of[key] ?? 0);
    const entry = store.delegation(of.who ?? "");
    const said = messageOf(`log.${line.event}`, {
      who: entry ? names.delegation(entry.id).name : (of.who ?? ""),
      panel: names.panel(of.panel ?? ""),
      panel_id: of.panel ?? "",
      meeting: names.meeting(of.meeting ?? ""),
      place: number("place"),
      until: of.until === undefined ? "" : instant(number("until"), beside),
      ends: of.until === undefined ? "no" : "yes",
      at: instant(number("at"), beside),
      limit: format.duration(number("limit_ms")),
      reserve: format.duration(number("reserve_ms")),
      added: format.duration(number("added_ms")),
      grace: format.duration(number("grace_ms")),
      more: of.more ?? "",
      at_limit: of.at_limit ?? "",
      kind: of.kind ?? "",
      of: messageOf(`log_limit_of.${of.of}`, {}) ?? of.of ?? "",
      policy: of.policy ?? "",
      draw: number("draw"),
      count: number("count"),
      commitment: of.commitment ?? "",
      word: of.word ?? "",
      secret: of.secret ?? "",
      seed: of.seed ?? "",
      title: of.title ?? "",
      node: of.node ?? "",
      ruling: of.ruling ?? "",
      motion: of.motion ?? "",
      side: of.side ?? "",
      outcome: of.outcome ?? "",
      cause: of.cause ?? "",
      signal: of.signal ?? "",
      language: of.language ? names.language(of.language) : "",
      version: number("version"),
      words: number("words"),
      paragraph: number("paragraph"),
      seat: names.seat(of.seat ?? ""),
      booth: "yes",
      to: of.who === undefined ? (of.to ?? "") : "delegation",
      text: of.text ?? "",
      note: of.text ? "yes" : "no",
      counted: "no",
      panels: "",
      delegations: "",
      grouped: "no",
      group: "",
      numbered: "no",
      notice: "",
    });
    return said ?? t("log.other", { event: line.event, actor: names.seat(line.actor) });
  };
}

/** The log is asked for again when the hall has moved, at most so often. */
export const refresh_ms = 1_000;

type Held = { panel: string; lines: LogLine[]; nextBefore: number };

export type HeldLog = {
  /** Undefined until the first answer. */
  lines: LogLine[] | undefined;
  more: boolean;
  loadingMore: boolean;
  loadOlder(): void;
  refusal: Refusal | undefined;
};

export function useLog(panel: string): HeldLog {
  const hall = useHall();
  const [held, setHeld] = useState<Held | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [loadingMore, setLoadingMore] = useState(false);
  const wanted = useRef(panel);
  const last = useRef({ panel: "", at: Number.NEGATIVE_INFINITY });
  const seq = hall.store.position?.seq;
  const live = hall.status === "live";

  useEffect(() => {
    wanted.current = panel;
  }, [panel]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a move of the hall is what asks again
  useEffect(() => {
    if (!live) return;
    const since = performance.now() - last.current.at;
    const wait = last.current.panel === panel ? Math.max(0, refresh_ms - since) : 0;
    // An answer counts also where the hall has moved on meanwhile: the next question follows it.
    const timer = setTimeout(async () => {
      last.current = { panel, at: performance.now() };
      const answer = await hall.askLog({ panel });
      if (wanted.current !== panel) return;
      if (!answer.ok) return setRefusal({ code: answer.code, details: answer.details });
      setRefusal(undefined);
      setHeld((before) => withLatest(before, panel, answer.value));
    }, wait);
    return () => clearTimeout(timer);
  }, [hall, live, panel, seq]);

  const before = held?.panel === panel ? held.nextBefore : 0;
  const loadOlder = useCallback(async () => {
    if (!before) return;
    setLoadingMore(true);
    const answer = await hall.askLog({ panel, before });
    setLoadingMore(false);
    if (!answer.ok) return setRefusal({ code: answer.code, details: answer.details });
    setRefusal(undefined);
    setHeld((all) =>
      all?.panel === panel && all.nextBefore === before
        ? { panel, lines: [...all.lines, ...answer.value.lines], nextBefore: answer.value.nextBefore }
        : all,
    );
  }, [hall, panel, before]);

  return {
    lines: held?.panel === panel ? held.lines : undefined,
    more: before > 0,
    loadingMore,
    loadOlder: () => void loadOlder(),
    refusal,
  };
}

/**
 * The latest lines before those already held. An answer holds whole commits from `nextBefore` on: where it does not reach
 * what is held, the lines between are missing, and it stands alone.
 */
export function withLatest(held: Held | undefined, panel: string, latest: Log): Held {
  const fresh = { panel, lines: latest.lines, nextBefore: latest.nextBefore };
  const newest = held?.lines[0];
  if (!held || held.panel !== panel || !newest || latest.nextBefore > newest.seq + 1) return fresh;
  const known = held.lines.filter(({ seq }) => latest.nextBefore > 0 && seq < latest.nextBefore);
  return known.length === 0 ? fresh : { panel, lines: [...latest.lines, ...known], nextBefore: held.nextBefore };
}
