// The parts of the desk at its side, each with its state in words, so that it need not be opened. A tint only where an act is due.
import { useId } from "react";
import { Tab, TabList } from "react-aria-components";
import { type MessageId, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { useHall } from "../../shared/hall";
import rail from "../../shared/rail.module.css";
import { Role } from "../../wire";
import { useDesk } from "./desk";
import { needsOf } from "./needs";
import styles from "./screen.module.css";

export const PARTS = ["overview", "roster", "list", "statements", "notices", "log", "sheet"] as const;
export type Part = (typeof PARTS)[number];

type State = { words: string; tone?: "warn" | "stop" | undefined };

export function Rail() {
  const t = useText();
  const states = useStates();
  return (
    <TabList className={styles.rail ?? ""} aria-label={t("desk.tabs")}>
      {PARTS.map((part) => (
        <Item key={part} part={part} title={`desk.tab.${part}`} state={states[part] ?? { words: "" }} />
      ))}
    </TabList>
  );
}

/** It is called by its title; its state is told after that. */
function Item({ part, title, state: { words, tone } }: { part: Part; title: MessageId; state: State }) {
  const t = useText();
  const state = useId();
  return (
    <Tab
      id={part}
      aria-label={t(title)}
      aria-describedby={words ? state : undefined}
      className={classes(rail.item, styles.item, tone && rail[tone])}
    >
      <span className={rail.title}>{t(title)}</span>
      {words && (
        <span id={state} className={rail.state}>
          {words}
        </span>
      )}
    </Tab>
  );
}

function useStates(): Partial<Record<Part, State>> {
  const t = useText();
  const { store, presence, hello } = useHall();
  const { panel } = useDesk();
  const { open } = needsOf(store, hello?.seat ?? "");
  const here = new Set(
    store
      .seats()
      .filter(({ id, role }) => role === Role.DELEGATE && (presence.get(id) ?? 0) > 0)
      .map(({ delegation }) => delegation),
  );
  const waiting = (panel && store.queue(panel.id)?.entries) ?? [];
  const received = waiting.filter((entry) => store.statement(entry)?.texts.length).length;
  const due = open.some(({ of }) => of === "point") ? "stop" : open.length > 0 ? "warn" : undefined;
  return {
    overview: { words: t("desk.rail.to_do", { count: open.length }), tone: due },
    roster: { words: t("desk.rail.here", { count: here.size }) },
    list: { words: t("list.waiting", { count: waiting.length }) },
    statements: { words: t("desk.rail.texts", { count: received, of: waiting.length }) },
    notices: { words: t("desk.rail.notices", { count: store.notices().length }) },
    log: { words: store.position ? t("desk.rail.log", { number: store.position.seq }) : "" },
  };
}
