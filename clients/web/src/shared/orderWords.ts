// How the order of a list came to be, in a few words beside its state.
import { useFormat, useInstant, useText } from "../i18n";
import { type Draw, OrderPolicy, type Panel } from "../wire";
import { stageOfDraw } from "./draw";
import { ORDERS, wordOf } from "./terms";

/** "by rank"; of a lot when it was drawn and with which word, until another draw is under way. */
export function useOrderWords(): (panel: Panel, draw: Draw | undefined) => string {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  return ({ orderPolicy }, draw) => {
    const stage = stageOfDraw(draw);
    if (draw && stage && stage !== "drawn") return t("list.drawing", { draw: draw.number });
    if (draw && stage === "drawn" && orderPolicy === OrderPolicy.LOT) {
      const time = instant(draw.drawnAt, { time: format.timeSeconds(draw.drawnAt) });
      return t("list.drawn", { time, word: draw.word });
    }
    const word = wordOf(ORDERS, orderPolicy);
    return word ? t(word) : "";
  };
}
