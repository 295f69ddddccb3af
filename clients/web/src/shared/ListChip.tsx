// How the list of a panel stands.
import { useInstant, useText } from "../i18n";
import { Chip, type Tone } from "../parts/Chip";
import { ListStatus, type Panel } from "../wire";

export function ListChip({ panel }: { panel: Panel }) {
  return <Chip tone={TONES[panel.listStatus] ?? "neutral"}>{useListWords()(panel)}</Chip>;
}

const TONES: Partial<Record<ListStatus, Tone>> = { [ListStatus.OPEN]: "go", [ListStatus.CLOSING]: "warn" };

export function useListWords(): (panel: Panel) => string {
  const t = useText();
  const instant = useInstant();
  return ({ listStatus, listClosesAt, listOpensAt }) => {
    switch (listStatus) {
      case ListStatus.OPEN:
        return t("list.open");
      case ListStatus.CLOSING:
        return t("list.closes_at", { time: instant(listClosesAt) });
      case ListStatus.CLOSED:
        return t("list.closed");
      default:
        return listOpensAt ? t("list.opens_at", { time: instant(listOpensAt) }) : t("list.not_open");
    }
  };
}
