// Entries on the list of speakers. On a row of the list each acts on that row.
import type { MessageId } from "../../../i18n";
import { type Action, action, offer } from "../act";
import type { Sight } from "../sight";
import { placeBeside } from "../waiting";
import { panelCanChange, waits } from "../when";

const holder = ({ view }: Sight, entry: number) => view.entry(entry);

/** Opens the form. */
export const inscribe = offer({
  id: "inscribe",
  on: {
    chair: {
      label: "chair.act.add_entry",
      told: "inscribe.title",
      keys: ["Shift+A"],
      done: { words: "inscribe.done", undo: "chair.undo.label", at: "list" },
    },
    desk: { label: "desk.list.inscribe", done: { words: "inscribe.done", undo: "correct.undo", at: "list" } },
  },
  available: panelCanChange,
  opens: () => ({ kind: "add" }),
});

export const removeEntry = action<number>({
  id: "remove_entry",
  on: {
    chair: {
      label: "chair.act.remove",
      row: { keys: ["Delete"], rests: true, tone: "stop" },
      done: { words: "chair.done.removed", undo: "chair.undo.label", at: "list" },
    },
    desk: {
      label: "desk.list.remove",
      done: { words: "desk.list.removed", undo: "desk.undo.restore", at: "list" },
    },
  },
  available: waits,
  named: holder,
  command: (_, entry) => ({ act: { case: "removeEntry", value: { entry } } }),
});

export const recordNoShow = action<number>({
  id: "record_no_show",
  on: {
    chair: {
      label: "chair.act.no_show",
      row: {},
      done: { words: "chair.done.no_show", undo: "chair.undo.label", at: "list" },
    },
  },
  available: waits,
  named: holder,
  command: (_, entry) => ({ act: { case: "recordNoShow", value: { entry } } }),
});

/** Only the one who is next can be passed over, and only for another one. */
export const skipEntry = action<number>({
  id: "skip_entry",
  on: {
    chair: {
      label: "chair.act.pass_over",
      told: "chair.keys.pass_over",
      keys: ["Shift+K"],
      row: {},
      place: "next",
      done: { words: "chair.done.passed_over", undo: "chair.undo.label", at: "list" },
    },
  },
  of: ({ next }) => next,
  available: ({ view, order, next }, entry) =>
    entry !== 0 && entry === next && order.some((other) => other !== entry && view.entry(other)?.skipped === false),
  named: holder,
  command: (_, entry) => ({ act: { case: "skipEntry", value: { entry } } }),
});

const moved = { words: "chair.done.moved", undo: "chair.undo.label", at: "list" } as const;

/** Places count from 1, as the list shows them. */
export const moveEntry = action<{ entry: number; place: number }>({
  id: "move_entry",
  on: { chair: { label: "chair.act.move_to_place", done: moved } },
  named: ({ view }, { entry }) => view.entry(entry),
  available: ({ order }, { entry, place }) => placeBeside(order, entry, place) !== undefined,
  command: ({ order }, { entry, place }) => {
    const beside = placeBeside(order, entry, place);
    return { act: { case: "moveEntry", value: { entry, place: beside ?? { case: "before", value: entry } } } };
  },
});

function step(id: string, label: MessageId, keys: readonly string[], to: (place: number) => number): Action<number> {
  const there = ({ order }: Sight, entry: number) => ({ entry, place: to(order.indexOf(entry) + 1) });
  return action<number>({
    id,
    on: { chair: { label, row: { keys }, done: moved } },
    available: (seen, entry) => waits(seen, entry) && moveEntry.available(seen, there(seen, entry)),
    named: holder,
    command: (seen, entry) => moveEntry.command(seen, there(seen, entry)),
  });
}

export const moveUp = step("move_up", "chair.act.move_up", ["Alt", "ArrowUp"], (place) => place - 1);
export const moveDown = step("move_down", "chair.act.move_down", ["Alt", "ArrowDown"], (place) => place + 1);
export const moveToTop = step("move_to_top", "chair.act.move_to_top", ["Alt", "Home"], () => 1);

/** Opens the form. */
export const askPlace = offer<number>({
  id: "ask_place",
  on: { chair: { label: "chair.act.move_to_place", row: {} } },
  available: (seen, entry) => waits(seen, entry) && seen.order.length > 1,
  opens: (_, entry) => ({ kind: "move", entry }),
});
