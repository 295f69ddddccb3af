// The list of speakers as a whole: when it takes requests, and in which order it stands.
import { ListStatus, type OrderPolicy } from "../../../wire";
import { action, offer } from "../act";
import { listStatus, listTakes, panelCanChange, panelId } from "../when";

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

export const setOrderPolicy = action<OrderPolicy>({
  id: "set_order_policy",
  on: {
    chair: {
      label: "chair.act.order_policy",
      place: "list",
      done: { words: "chair.done.ordered", undo: "chair.undo.label", at: "list" },
    },
  },
  available: (seen, policy) => panelCanChange(seen) && seen.panel?.orderPolicy !== policy,
  command: (seen, policy) => ({ act: { case: "setOrderPolicy", value: { panel: panelId(seen), policy } } }),
});
