// A row as it is read out: all that its cells show, with what they mean.
import { useMemo } from "react";
import { type MessageId, useFormat, useInstant, useText } from "../../i18n";
import { kindOf } from "../../shared/kinds";
import { useRankAndTitle } from "../../shared/rank";
import { CATEGORIES } from "../../shared/terms";
import type { Row } from "./model";
import { nthOf } from "./StatementCell";

export const STAND_BY = {
  on_the_way: "chair.stand_by.on_the_way",
  no_answer: "chair.stand_by.no_answer",
} as const satisfies Record<string, MessageId>;

/** Once for each row while it is the same. */
export function useRowWords(): (row: Row) => string {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const rankAndTitle = useRankAndTitle();
  return useMemo(() => {
    const said = new WeakMap<Row, string>();
    const read = (row: Row): string => {
      const category = row.guest ? "category.guest" : CATEGORIES[row.category];
      const kind = kindOf(row.kind)?.word;
      const nth = nthOf(row);
      const versions = row.texts
        .split(", ")
        .filter(Boolean)
        .map((each) => each.split(" "))
        .map(([language = "", version = ""]) =>
          t("chair.text.version", { language: format.languageName(language), version }),
        );
      return [
        `${row.place}. ${row.name}`,
        row.next && row.place > 1 && t("chair.next.title"),
        category && t(category),
        row.speaker,
        rankAndTitle({ rank: row.rank, title: row.speakerTitle }),
        kind && t(kind),
        nth !== undefined && t("chair.nth.said", { nth }),
        row.onBehalfOf && t("floor.on_behalf_of", { group: row.onBehalfOf }),
        row.addressedTo && t("chair.list.to_panellist", { name: row.addressedTo }),
        row.language && format.languageName(row.language),
        versions.length > 0 ? t("chair.text.ready_in", { texts: format.list(versions) }) : t("chair.text.no_text"),
        row.why || (row.moved && t("chair.list.moved")),
        row.standBy && t("chair.stand_by.said", { answer: t(STAND_BY[row.standBy]) }),
        t("chair.list.asked_at", { time: instant(row.requestedAt, { time: format.timeSeconds(row.requestedAt) }) }),
        row.expectedFrom !== undefined &&
          row.expectedTo !== undefined &&
          t("chair.list.expected_at", {
            time: instant(row.expectedFrom, { time: format.timeRange(row.expectedFrom, row.expectedTo) }),
          }),
        row.late && t("expected.after_end"),
        row.noShows > 0 && t("chair.list.no_shows", { count: row.noShows }),
        row.skipped && t("chair.list.passed_over"),
      ]
        .filter(Boolean)
        .join(", ");
    };
    return (row: Row) => {
      const known = said.get(row);
      if (known) return known;
      const words = read(row);
      said.set(row, words);
      return words;
    };
  }, [t, format, instant, rankAndTitle]);
}
