// The list of speakers, with the own rows marked.
import { type Format, type MessageId, useFormat, useLocalized, useText, type Values } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip, type Tone } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { Kind, ListStatus, type Panel } from "../../wire";
import { useHall } from "../hall";
import { waitingOn } from "../situation";
import styles from "./delegate.module.css";
import { kindId } from "./words";

export function ListOfSpeakers({ panel, own, now }: { panel: Panel; own: string; now: number }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const waiting = waitingOn(store, panel, now);
  return (
    <Card
      flush
      className={styles.list ?? ""}
      title={
        <>
          {t("list.title")} <Chip>{t("list.waiting", { count: waiting.length })}</Chip>
        </>
      }
      aside={<ListChip panel={panel} />}
    >
      {waiting.length === 0 ? (
        <p className={styles.nobody}>{t("delegate.nobody")}</p>
      ) : (
        <ol>
          {waiting.map(({ entry, place, from, to }) => {
            const delegation = store.delegation(entry.delegation);
            const name = text(delegation?.name) || entry.delegation;
            const mine = entry.delegation === own;
            const note =
              entry.kind === Kind.GROUP_STATEMENT && entry.onBehalfOf
                ? t("floor.on_behalf_of", { group: entry.onBehalfOf })
                : entry.kind === Kind.STATEMENT
                  ? ""
                  : t(kindId(entry.kind));
            return (
              <li key={entry.id} className={classes(styles.row, mine && styles.mine)}>
                <span className={styles.rowPlace}>{place}</span>
                <Flag code={delegation?.flag ?? ""} name={name} />
                <span className={styles.rowName}>
                  {name}
                  {mine && <span className="visually-hidden"> ({t("delegate.your_delegation")})</span>}
                  {note && <span className={styles.rowNote}>{note}</span>}
                </span>
                {from !== undefined && to !== undefined && (
                  <span className={styles.rowTime}>{format.timeRange(from, to)}</span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}

type Say = (id: MessageId, values?: Values) => string;

/** How the list stands, in a word or two. */
export function ListChip({ panel }: { panel: Panel }) {
  const t = useText();
  const format = useFormat();
  const [tone, words] = listState(t, format, panel);
  return <Chip tone={tone}>{words}</Chip>;
}

function listState(t: Say, format: Format, panel: Panel): [Tone, string] {
  switch (panel.listStatus) {
    case ListStatus.OPEN:
      return ["go", t("list.open")];
    case ListStatus.CLOSING:
      return ["warn", t("list.closes_at", { time: format.time(panel.listClosesAt) })];
    case ListStatus.CLOSED:
      return ["neutral", t("list.closed")];
    default:
      return panel.listOpensAt
        ? ["neutral", t("list.opens_at", { time: format.time(panel.listOpensAt) })]
        : ["neutral", t("list.not_open")];
  }
}
