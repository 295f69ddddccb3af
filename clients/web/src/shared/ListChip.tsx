// How the list of a panel stands.
import { useFormat, useText } from "../i18n";
import { Chip } from "../parts/Chip";
import { ListStatus, type Panel } from "../wire";

export function ListChip({ panel }: { panel: Panel }) {
  const t = useText();
  const format = useFormat();
  switch (panel.listStatus) {
    case ListStatus.OPEN:
      return <Chip tone="go">{t("list.open")}</Chip>;
    case ListStatus.CLOSING:
      return <Chip tone="warn">{t("list.closes_at", { time: format.time(panel.listClosesAt) })}</Chip>;
    case ListStatus.CLOSED:
      return <Chip>{t("list.closed")}</Chip>;
    default:
      return (
        <Chip>
          {panel.listOpensAt ? t("list.opens_at", { time: format.time(panel.listOpensAt) }) : t("list.not_open")}
        </Chip>
      );
  }
}
