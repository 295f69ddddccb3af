// What was asked for, in a line: by whom, how long, in which language, when, and whether it was put right since.
import { joined, useFormat, useInstant, useLocalized, useText } from "../../i18n";
import { useHall } from "../../shared/hall";
import { kindWord } from "../../shared/kinds";
import { useRankAndTitle } from "../../shared/rank";
import type { Entry } from "../../wire";
import { useCorrected } from "./corrected";
import look from "./look.module.css";

/** "Statement · Ms A, Minister · 3 min · Español · asked 15:08 · corrected 15:40"; brief: without title and when it was asked. */
export function useEntryWords(): (entry: Entry, brief?: boolean) => string {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const instant = useInstant();
  const { store } = useHall();
  const corrected = useCorrected();
  const rankAndTitle = useRankAndTitle();
  return (entry, brief = false) => {
    const addressed = entry.addressedTo && text(store.panellist(entry.panel, entry.addressedTo)?.name);
    const at = corrected.get(entry.id);
    return joined([
      t(kindWord(entry.kind)),
      entry.onBehalfOf && t("floor.on_behalf_of", { group: entry.onBehalfOf }),
      addressed,
      joined([entry.speaker?.name, rankAndTitle({ rank: entry.rank, title: brief ? "" : entry.speaker?.title })], ", "),
      format.duration(entry.limitMs),
      entry.language && format.languageName(entry.language),
      !brief && entry.requestedAt > 0 && t("delegate.asked_at", { time: instant(entry.requestedAt) }),
      at !== undefined && t("delegate.corrected_at", { time: instant(at) }),
    ]);
  };
}

export function EntryWords({ entry }: { entry: Entry }) {
  return <p className={look.quiet}>{useEntryWords()(entry)}</p>;
}
