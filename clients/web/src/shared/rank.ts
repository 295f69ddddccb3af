// The rank of who will speak, where it is said: a list may be ordered by it.
import { useCallback } from "react";
import { type MessageId, useText } from "../i18n";
import { Rank } from "../wire";

/** From the first on. */
export const RANKS: readonly [Rank, MessageId][] = [
  [Rank.HEAD_OF_STATE, "rank.head_of_state"],
  [Rank.HEAD_OF_GOVERNMENT, "rank.head_of_government"],
  [Rank.MINISTER, "rank.minister"],
  [Rank.VICE_MINISTER, "rank.vice_minister"],
  [Rank.AMBASSADOR, "rank.ambassador"],
  [Rank.OTHER, "rank.other"],
];

/** Rank and title of a speaker in a line; empty where neither is said. A title that begins with the rank says it by itself. */
export function useRankAndTitle(): (of: { rank: Rank; title?: string | undefined }) => string {
  const t = useText();
  return useCallback(
    ({ rank, title = "" }) => {
      // What "other" is, the title says.
      const word = rank === Rank.OTHER ? undefined : RANKS.find(([one]) => one === rank)?.[1];
      const words = word ? t(word) : "";
      if (title.toLowerCase().startsWith(words.toLowerCase())) return title;
      return title ? `${words}, ${title}` : words;
    },
    [t],
  );
}
