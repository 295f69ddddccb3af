// Says once, to whoever listens, how a list was drawn, whoever drew it.
import { useEffect, useRef } from "react";
import { useFormat, useLocalized, useText } from "../../i18n";
import { stageOfDraw } from "../../shared/draw";
import { nameOfEntry, useConsole } from "./console";
import { useSay } from "./said";

/** The first of them; the rest stands on the list. */
const said_max = 5;

export function useDrawSaid(): void {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const say = useSay();
  const { view, panel } = useConsole().seen;
  const draw = panel && view.draw(panel.id);
  const id = `${panel?.id} ${draw?.number} ${stageOfDraw(draw)}`;
  const before = useRef(id);
  const names = (draw?.drawn ?? []).slice(0, said_max).map((label) => {
    const entry = draw?.entries[draw.pool.indexOf(label)];
    return nameOfEntry(view, view.entry(entry ?? 0), localize) || label;
  });
  const [name, ...others] = names;
  const words = name ? t("chair.said.drawn", { name, others: format.list(others) }) : "";
  useEffect(() => {
    const samePanel = before.current.split(" ")[0] === id.split(" ")[0];
    const fresh = before.current !== id && samePanel;
    before.current = id;
    if (fresh && words) say(words);
  }, [id, words, say]);
}
