// In the place of the rows where none is shown: who was meant by what was typed, why that delegation is not among them, and
// what can be done then.
import { type ReactNode, useEffect } from "react";
import { useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { inscribe } from "../../shared/acts/table/entries";
import { useActs } from "../../shared/acts/useActs";
import { speakingOn } from "../../shared/floor";
import { useConsole } from "./console";
import { meantBy } from "./found";
import styles from "./NobodyFound.module.css";
import { useSay } from "./said";

interface NobodyFoundProps {
  typed: string;
  /** Takes the filters off; where none is on, nobody waits at all. */
  onClear: (() => void) | undefined;
}

export function NobodyFound({ typed, onClear }: NobodyFoundProps) {
  const t = useText();
  const say = useSay();
  const meant = useMeant()(typed);
  const first = onClear && typed ? (meant[0]?.words ?? t("delegation.none_found")) : "";
  useEffect(() => {
    if (first) say(first);
  }, [first, say]);
  if (!onClear) return <p className={styles.nobody}>{t("chair.list.nobody")}</p>;
  return (
    <div className={styles.nobody} data-nobody-found="">
      {meant.length === 0 && <p>{t("delegation.none_found")}</p>}
      {meant.map(({ id, words, add }) => (
        <p key={id} className={styles.one}>
          {words} {add}
        </p>
      ))}
      <Button size="small" onPress={onClear}>
        {t("chair.find.clear")}
      </Button>
    </div>
  );
}

interface Meant {
  id: string;
  words: string;
  add: ReactNode;
}

/** More would be a list of its own. */
const meant_max = 3;
/** One letter means nobody: it also begins the "and" of many a name. */
const letters_min = 2;

/** The delegations that go by what was typed, the best first, each with why it is not shown. */
export function useMeant(): (typed: string) => Meant[] {
  const t = useText();
  const localize = useLocalized();
  const { open } = useConsole();
  const { seen, takes, offers } = useActs();
  const { view, order, floor } = seen;
  const waits = new Set(order.map((entry) => view.entry(entry)?.delegation));
  const words = (id: string, name: string) => {
    if (waits.has(id)) return t("chair.find.hidden", { name });
    if (speakingOn(floor)?.delegation === id) return t("chair.said.floor", { name });
    return t("chair.find.not_waiting", { name });
  };
  return (typed) =>
    (typed.trim().length < letters_min ? [] : meantBy(view, typed, localize))
      .slice(0, meant_max)
      .map(({ id, name }) => ({
        id,
        words: words(id, name),
        add: offers(inscribe, undefined) && !waits.has(id) && (
          <Button
            size="small"
            isPending={!takes(inscribe)}
            aria-label={t("common.labelled", { label: t("inscribe.title"), words: name })}
            onPress={() => open({ kind: "add", delegation: id })}
          >
            {t("chair.act.add_entry")}
          </Button>
        ),
      }));
}
