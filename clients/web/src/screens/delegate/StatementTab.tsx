// Preparing what the delegation will say: the text of each of its entries, in one or more languages, until it is sent; and
// what the server holds of it.
import { useState } from "react";
import { joined, useFormat, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { SelectField } from "../../parts/Field";
import { useHall } from "../../shared/hall";
import { kindWord } from "../../shared/kinds";
import { useDrafts } from "./drafts";
import look from "./look.module.css";
import { type Occasion, occasionsOf } from "./model";
import { StatementEditor } from "./StatementEditor";
import { StatementHeld } from "./StatementHeld";
import styles from "./StatementTab.module.css";

export function StatementTab() {
  const t = useText();
  const { store, hello } = useHall();
  const { isAside } = useDrafts(hello);
  const [chosen, setChosen] = useState<number>();
  const occasions = occasionsOf(store, hello?.delegation ?? "");
  const name = useOccasionName();
  const occasion = occasions.find(({ entry }) => entry === chosen) ?? occasions[0];
  if (!occasion) {
    return (
      <Card>
        <p className={look.state}>{t("delegate.statement_empty")}</p>
        <p className={look.quiet}>{t("delegate.statement_about")}</p>
        {store.panels().some(({ id }) => isAside(id)) && <p role="status">{t("delegate.statement_aside")}</p>}
      </Card>
    );
  }
  return (
    <>
      {occasions.length > 1 ? (
        <SelectField
          label={t("delegate.statement_for")}
          value={String(occasion.entry)}
          onChange={(entry) => setChosen(Number(entry))}
          choices={occasions.map((one) => ({ id: String(one.entry), label: name(one) }))}
        />
      ) : (
        <p className={styles.occasion}>{name(occasion)}</p>
      )}
      <StatementHeld key={`held ${occasion.entry}`} occasion={occasion} />
      <StatementEditor key={`text ${occasion.entry}`} occasion={occasion} />
    </>
  );
}

/** "Statement · Place 5 · 3 min · High-level Plenary Panel" */
function useOccasionName(): (occasion: Occasion) => string {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  return ({ kind, place, filedAt, limitMs, panel, onBehalfOf }) =>
    joined([
      t(kindWord(kind)),
      onBehalfOf && t("floor.on_behalf_of", { group: onBehalfOf }),
      filedAt !== undefined
        ? t("delegate.statement_filed")
        : place === undefined
          ? t("delegate.statement_floor")
          : t("delegate.place_number", { place }),
      format.duration(limitMs),
      text(panel.title),
    ]);
}
