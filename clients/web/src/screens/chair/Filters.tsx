// What filters the list. One that is on is named, filled and bordered, and another press takes it off; where there is little
// room those that are off stand in one menu.
import { useMemo } from "react";
import { useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Menu, type MenuChoice } from "../../parts/Menu";
import { useMedia } from "../../parts/useMedia";
import { kindOf } from "../../shared/kinds";
import type { Kind } from "../../wire";
import { type Filter, groupsOf, kindsOf, notYetHeard } from "./found";
import type { Row } from "./model";
import { narrow_filters } from "./room";
import styles from "./SpeakersCard.module.css";

interface FiltersProps {
  rows: readonly Row[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

export function Filters({ rows, filter, onChange }: FiltersProps) {
  const t = useText();
  const folded = useMedia(narrow_filters);
  const notHeard = useMemo(() => rows.filter(notYetHeard).length, [rows]);
  const noText = useMemo(() => rows.filter(({ texts }) => !texts).length, [rows]);
  const change = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of buttons is laid out as none
    <div className={styles.filters} role="group" aria-label={t("chair.find.filters")}>
      {(!folded || filter.notHeard) && (
        <Switch
          words={t("chair.find.not_heard")}
          count={notHeard}
          isOn={filter.notHeard}
          onChange={(on) => change({ notHeard: on })}
        />
      )}
      <Which rows={rows} filter={filter} folded={folded} counts={{ notHeard, noText }} onChange={change} />
      {(!folded || filter.noText) && (
        <Switch
          words={t("chair.text.without")}
          count={noText}
          isOn={filter.noText}
          onChange={(on) => change({ noText: on })}
        />
      )}
    </div>
  );
}

interface SwitchProps {
  words: string;
  count: number;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Switch({ words, count, isOn, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      className={classes(styles.filter, isOn && styles.on)}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {words} <span className={styles.number}>{count}</span>
    </button>
  );
}

interface WhichProps {
  rows: readonly Row[];
  filter: Filter;
  folded: boolean;
  counts: { notHeard: number; noText: number };
  onChange: (part: Partial<Filter>) => void;
}

const of_group = "group/";
const of_kind = "kind/";
const not_heard = "not_heard";
const no_text = "no_text";

/** A group, a kind, or both: a menu, and a button for each that is on. */
function Which({ rows, filter, folded, counts, onChange }: WhichProps) {
  const t = useText();
  const groups = useMemo(() => groupsOf(rows), [rows]);
  const kinds = useMemo(() => kindsOf(rows), [rows]);
  const kindName = (kind: Kind): string => {
    const row = kindOf(kind);
    return row ? t(row.short ?? row.word) : "";
  };
  const switches: MenuChoice[] = [
    ...(filter.notHeard ? [] : [{ id: not_heard, label: t("chair.find.not_heard"), note: String(counts.notHeard) }]),
    ...(filter.noText ? [] : [{ id: no_text, label: t("chair.text.without"), note: String(counts.noText) }]),
  ];
  const choices: MenuChoice[] = [
    ...(folded ? switches : []),
    ...(filter.kind === undefined && kinds.length > 1 ? kinds : []).map((kind) => ({
      id: `${of_kind}${kind}`,
      label: kindName(kind),
    })),
    ...(filter.group === "" ? groups : []).map((group) => ({ id: `${of_group}${group}`, label: group })),
  ];
  const choose = (id: string) => {
    if (id === not_heard) onChange({ notHeard: true });
    else if (id === no_text) onChange({ noText: true });
    else if (id.startsWith(of_kind)) onChange({ kind: Number(id.slice(of_kind.length)) as Kind });
    else onChange({ group: id.slice(of_group.length) });
  };
  return (
    <>
      {choices.length > 0 && (
        <Menu
          button={t(folded ? "chair.find.filters" : "chair.find.group")}
          arrow
          label={t(folded ? "chair.find.filters" : "chair.find.which")}
          size="small"
          choices={choices}
          onChoose={choose}
        />
      )}
      {filter.group !== "" && <On name={filter.group} onPress={() => onChange({ group: "" })} />}
      {filter.kind !== undefined && <On name={kindName(filter.kind)} onPress={() => onChange({ kind: undefined })} />}
    </>
  );
}

function On({ name, onPress }: { name: string; onPress: () => void }) {
  const t = useText();
  return (
    <button
      type="button"
      className={classes(styles.filter, styles.on)}
      aria-pressed="true"
      aria-label={t("chair.find.off", { filter: name })}
      onClick={onPress}
    >
      {name} <span aria-hidden="true">✕</span>
    </button>
  );
}
