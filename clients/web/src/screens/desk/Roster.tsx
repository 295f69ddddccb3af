// Every delegation with who of it is connected, where it stands on the list, and its sign-ins; and all other sign-ins.
import { memo, useEffect, useId, useState } from "react";
import { useLocale, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { DelegationName } from "../../parts/DelegationName";
import { ChoiceField, TextField } from "../../parts/Field";
import { matching } from "../../parts/search";
import { interruptedOn, speakingOn } from "../../shared/floor";
import { goesBy } from "../../shared/goesBy";
import { useHall } from "../../shared/hall";
import type { Store } from "../../sync/store";
import type { Category, Seat } from "../../wire";
import { type DialogOpen, Empty, useDesk } from "./desk";
import look from "./look.module.css";
import { CATEGORIES, useNames } from "./names";
import styles from "./Roster.module.css";
import { Devices, SignIn } from "./SignIn";

const FILTERS = ["all", "connected", "away"] as const;
type Filter = (typeof FILTERS)[number];

/** About as many rows as a screen holds. */
const rows_at_first = 24;

type Standing = { what: "point" | "speaks" | "waits"; place: number };

type RowProps = {
  id: string;
  name: string;
  flag: string;
  devices: number;
  seats: number;
  standing: Standing["what"] | "none";
  place: number;
  asks: boolean;
  open: (dialog: DialogOpen) => void;
};

type Listed = { id: string; name: string; also: string[]; category: Category; row: RowProps };

/** Every delegation with what its row says; and the sign-ins of no delegation. */
function useListed(): { all: Listed[]; others: Seat[] } {
  const { store, presence } = useHall();
  const { panel, open } = useDesk();
  const names = useNames();
  const seats = seatsOf(store.seats());
  const standings = standingsOf(store, panel?.id);
  const asking = new Set(store.helps().map(({ delegation }) => delegation));
  const all = store.delegations().map(({ id, category, name }) => {
    const own = seats.get(id) ?? [];
    const standing = standings.get(id);
    const row: RowProps = {
      id,
      ...names.delegation(id),
      devices: own.reduce((sum, seat) => sum + (presence.get(seat.id) ?? 0), 0),
      seats: own.length,
      standing: standing?.what ?? "none",
      place: standing?.place ?? 0,
      asks: asking.has(id),
      open,
    };
    return { id, name: row.name, also: goesBy({ id, name }), category, row };
  });
  return { all, others: [...seats].flatMap(([id, of]) => (store.delegation(id) ? [] : of)) };
}

export function Roster() {
  const t = useText();
  const { locale } = useLocale();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const { all, others } = useListed();
  const connected = all.filter(({ row }) => row.devices > 0).length;
  const found = matching(all, typed).filter(
    ({ row }) => filter === "all" || row.devices > 0 === (filter === "connected"),
  );
  const collator = new Intl.Collator(locale);
  if (!typed.trim()) found.sort((left, right) => collator.compare(left.name, right.name));
  const room = useGrowing(all.length);
  const whole = room >= all.length;
  return (
    <div className={look.tab}>
      <div className={look.filters}>
        <div className={styles.search}>
          <TextField label={t("desk.roster.search")} value={typed} onChange={setTyped} autoComplete="off" />
        </div>
        <ChoiceField
          label={t("desk.roster.show")}
          value={filter}
          onChange={(id) => setFilter(id as Filter)}
          choices={FILTERS.map((id) => ({ id, label: t(`desk.roster.filter.${id}`) }))}
        />
        <p className={look.sum}>{t("desk.roster.connected", { count: connected, all: all.length })}</p>
      </div>
      <div className={look.scroll}>
        {found.length === 0 && <Empty>{t(all.length === 0 ? "desk.roster.empty" : "delegation.none_found")}</Empty>}
        <Categories found={found} drawn={new Set(whole ? found : inParts(found).slice(0, room))} />
        {whole && !typed.trim() && filter === "all" && others.length > 0 && (
          <section className={styles.part} aria-label={t("desk.roster.others")}>
            <h3 className={styles.partTitle}>{t("desk.roster.others")}</h3>
            <ul>
              {others.map((seat) => (
                <SignIn key={seat.id} seat={seat} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function Categories({ found, drawn }: { found: Listed[]; drawn: Set<Listed> }) {
  const t = useText();
  return CATEGORIES.map(([category, word]) => {
    const rows = found.filter((each) => each.category === category);
    if (rows.length === 0) return null;
    return (
      <section key={category} className={styles.part} aria-label={t(word)}>
        <h3 className={styles.partTitle}>
          {t(word)} <span className={look.quiet}>{rows.length}</span>
        </h3>
        <ul>{rows.map((each) => drawn.has(each) && <Row key={each.id} {...each.row} />)}</ul>
      </section>
    );
  });
}

/**
 * How many rows are drawn: those in sight at once, and the others in two parts right after them, so that neither they nor a
 * press is kept waiting for the whole roster.
 */
function useGrowing(all: number): number {
  const [count, setCount] = useState(rows_at_first);
  useEffect(() => {
    if (count >= all) return;
    const timer = setTimeout(() => setCount(count * 3));
    return () => clearTimeout(timer);
  }, [count, all]);
  return count;
}

/** In the order in which they are shown. */
function inParts<T extends { category: Category }>(found: T[]): T[] {
  return CATEGORIES.flatMap(([category]) => found.filter((each) => each.category === category));
}

function seatsOf(seats: Seat[]): Map<string, Seat[]> {
  const found = new Map<string, Seat[]>();
  for (const seat of seats) found.set(seat.delegation, [...(found.get(seat.delegation) ?? []), seat]);
  return found;
}

function standingsOf(store: Store, panel: string | undefined): Map<string, Standing> {
  const found = new Map<string, Standing>();
  if (panel === undefined) return found;
  store.entries(panel).forEach(({ delegation }, index) => {
    if (delegation && !found.has(delegation)) found.set(delegation, { what: "waits", place: index + 1 });
  });
  const floor = store.floor(panel);
  for (const speaks of [interruptedOn(floor)?.delegation, speakingOn(floor)?.delegation]) {
    if (speaks) found.set(speaks, { what: "speaks", place: 0 });
  }
  for (const { delegation, recognised } of store.points(panel)) {
    if (!recognised) found.set(delegation, { what: "point", place: 0 });
  }
  return found;
}

/** Primitives only, so that a row that stays the same is not drawn again. */
const Row = memo(function Row({ id, name, flag, devices, seats, standing, place, asks, open }: RowProps) {
  const t = useText();
  const details = useId();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <li className={look.row} data-delegation={id}>
      <div className={look.line}>
        <DelegationName name={name} flag={flag} strong />
        <span className={look.states}>
          {standing === "point" && <Chip tone="stop">{t("kind.point_of_order")}</Chip>}
          {standing === "speaks" && <Chip tone="brand">{t("desk.roster.speaks")}</Chip>}
          {standing === "waits" && <Chip>{t("desk.roster.waits", { place })}</Chip>}
          {asks && <Chip tone="warn">{t("desk.roster.asks")}</Chip>}
        </span>
        <Devices count={devices} />
        <span className={look.rowActs}>
          <Button
            size="small"
            aria-label={t("desk.roster.inscribe_of", { name })}
            onPress={() => open({ kind: "inscribe", delegation: id })}
          >
            {t("desk.roster.inscribe")}
          </Button>
          <Button
            size="small"
            aria-label={t("desk.roster.notice_to", { name })}
            onPress={() => open({ kind: "notice", delegation: id })}
          >
            {t("desk.roster.notice")}
          </Button>
          <Button
            size="small"
            look="plain"
            aria-expanded={unfolded}
            aria-controls={details}
            aria-label={t("desk.roster.sign_ins_of", { name, count: seats })}
            onPress={() => setUnfolded(!unfolded)}
          >
            {t("desk.roster.sign_ins", { count: seats })}
          </Button>
        </span>
      </div>
      <div id={details} hidden={!unfolded}>
        {unfolded && <SignIns delegation={id} />}
      </div>
    </li>
  );
});

function SignIns({ delegation }: { delegation: string }) {
  const t = useText();
  const { store } = useHall();
  const seats = store.seats().filter((seat) => seat.delegation === delegation);
  if (seats.length === 0) return <p className={styles.noSeats}>{t("desk.seat.none")}</p>;
  return (
    <ul className={look.seats}>
      {seats.map((seat) => (
        <SignIn key={seat.id} seat={seat} />
      ))}
    </ul>
  );
}
