// The list of speakers as a whole: when it takes requests, and in which order it stands.
import { ListStatus, OrderPolicy } from "../../../wire";
import { stageOfDraw, wordIs } from "../../draw";
import { action, offer } from "../act";
import type { Sight } from "../sight";
import { listStatus, listTakes, panelCanChange, panelId } from "../when";

const drawOf = ({ view, panel }: Sight) => (panel ? view.draw(panel.id) : undefined);

export const openList = action({
  id: "open_list",
  on: {
    chair: {
      label: "chair.act.open_list",
      told: "chair.keys.list",
      keys: ["Shift+C"],
      place: "list",
      done: { words: "chair.done.list_opened", undo: "chair.undo.label", at: "list" },
    },
  },
  available: (seen) =>
    panelCanChange(seen) && (listStatus(seen) === ListStatus.NOT_OPEN || listStatus(seen) === ListStatus.CLOSED),
  command: (seen) => ({ act: { case: "openList", value: { panel: panelId(seen) } } }),
});

export const callOffClosing = action({
  id: "call_off_closing",
  on: {
    chair: {
      label: "chair.act.call_off_closing",
      place: "list",
      done: { words: "chair.done.closing_called_off", undo: "chair.undo.label", at: "list" },
    },
  },
  available: (seen) => panelCanChange(seen) && listStatus(seen) === ListStatus.CLOSING,
  command: openList.command,
});

export const planListOpening = action<number>({
  id: "plan_list_opening",
  on: {
    chair: {
      label: "chair.act.plan_list_opening",
      place: "list",
      done: { words: "chair.done.opening_planned", undo: "chair.undo.label", at: "list" },
    },
  },
  available: (seen) => panelCanChange(seen) && listStatus(seen) === ListStatus.NOT_OPEN,
  command: (seen, at) => ({ act: { case: "planListOpening", value: { panel: panelId(seen), opensAt: at } } }),
});

export const askOpening = offer({
  id: "ask_opening",
  on: { chair: { label: "chair.act.plan_list_opening" } },
  available: (seen) => planListOpening.available(seen, 0),
  opens: () => ({ kind: "plan_opening" }),
});

export const announceListClosing = action<number>({
  id: "announce_list_closing",
  on: {
    chair: {
      label: "chair.act.announce_list_closing",
      place: "list",
      done: { words: "chair.done.closing_announced", undo: "chair.undo.label", at: "list" },
    },
  },
  available: (seen) => panelCanChange(seen) && listTakes(seen),
  command: (seen, at) => ({ act: { case: "announceListClosing", value: { panel: panelId(seen), closesAt: at } } }),
});

export const askClosing = offer({
  id: "ask_closing",
  on: { chair: { label: "chair.act.announce_list_closing", told: "chair.closing.title", keys: ["Shift+N"] } },
  available: (seen) => announceListClosing.available(seen, 0),
  opens: () => ({ kind: "announce_closing" }),
});

export const closeList = action({
  id: "close_list",
  on: {
    chair: {
      label: "chair.act.close_list",
      keys: ["Shift+C"],
      place: "list",
      done: { words: "chair.done.list_closed", undo: "chair.undo.label", at: "list" },
    },
  },
  available: (seen) => panelCanChange(seen) && listTakes(seen),
  command: (seen) => ({ act: { case: "closeList", value: { panel: panelId(seen) } } }),
});

/** `anew`: what was moved by hand goes back among the others. A lot is drawn, and not chosen. */
export const setOrderPolicy = action<{ policy: OrderPolicy; anew: boolean }>({
  id: "set_order_policy",
  on: {
    chair: {
      label: "chair.act.apply_order",
      place: "list",
      done: { words: "chair.done.ordered", undo: "chair.undo.label", at: "list" },
    },
  },
  available: (seen, { policy, anew }) =>
    panelCanChange(seen) && (anew || (seen.panel?.orderPolicy !== policy && policy !== OrderPolicy.LOT)),
  command: (seen, { policy, anew }) => ({
    act: { case: "setOrderPolicy", value: { panel: panelId(seen), policy, anew } },
  }),
});

/** The first of a draw's three acts. Of every draw but the first it is said why. */
export const prepareDraw = action<string>({
  id: "prepare_draw",
  on: { chair: { label: "chair.act.prepare_draw", place: "list" } },
  available: (seen) => panelCanChange(seen) && (stageOfDraw(drawOf(seen)) ?? "drawn") === "drawn",
  command: (seen, reason) => ({ act: { case: "prepareDraw", value: { panel: panelId(seen), reason } } }),
});

export const freezePool = action({
  id: "freeze_pool",
  on: { chair: { label: "chair.act.freeze_pool", place: "list" } },
  available: (seen) => panelCanChange(seen) && stageOfDraw(drawOf(seen)) === "prepared" && seen.order.length > 1,
  command: (seen) => ({
    act: { case: "freezePool", value: { panel: panelId(seen), draw: drawOf(seen)?.number ?? 0 } },
  }),
});

/** With the word that the hall has given. It is not taken back. */
export const drawLot = action<string>({
  id: "draw_lot",
  on: { chair: { label: "chair.act.draw_lot", place: "list" } },
  available: (seen, word) => panelCanChange(seen) && stageOfDraw(drawOf(seen)) === "frozen" && wordIs(word) === "fit",
  command: (seen, word) => ({
    act: { case: "drawLot", value: { panel: panelId(seen), draw: drawOf(seen)?.number ?? 0, word } },
  }),
});
