// Requests that wait, for whoever made them too: put right, filed in writing.
import { kindOf } from "../../kinds";
import { type ActValue, action, offer } from "../act";
import type { Sight } from "../sight";
import { panelCanChange } from "../when";

/** Of the panel that the request is on, whichever is shown. */
function canCorrect({ view }: Sight, id: number): boolean {
  const entry = view.entry(id);
  return entry !== undefined && panelCanChange({ panel: view.panel(entry.panel) });
}

/** Instead of speaking: the request leaves the list, its text is released. */
export const fileInWriting = action<number>({
  id: "file_in_writing",
  on: {
    chair: {
      label: "chair.act.in_writing",
      row: { rests: true },
      done: { words: "chair.done.in_writing", undo: "chair.undo.label", at: "list" },
    },
    delegate: { label: "delegate.in_writing" },
  },
  available: ({ view }, id) => {
    const entry = view.entry(id);
    return entry !== undefined && kindOf(entry.kind)?.inWriting === true;
  },
  named: ({ view }, entry) => view.entry(entry),
  command: (_, entry) => ({ act: { case: "fileInWriting", value: { entry } } }),
});

/** Opens the form. */
export const askCorrection = offer<number>({
  id: "ask_correction",
  on: { chair: { label: "correct.act", row: {} }, desk: { label: "correct.act" }, delegate: { label: "correct.act" } },
  available: canCorrect,
  opens: (_, entry) => ({ kind: "correct", entry }),
});

/** The whole request, as it should be. */
export const correctEntry = action<ActValue<"correctEntry">>({
  id: "correct_entry",
  on: {
    chair: { label: "correct.submit", done: { words: "correct.done", undo: "chair.undo.label", at: "list" } },
    desk: { label: "correct.submit", done: { words: "correct.done", undo: "correct.undo", at: "list" } },
    delegate: { label: "correct.submit" },
  },
  available: (seen, { entry = 0 }) => canCorrect(seen, entry),
  named: ({ view }, { entry = 0 }) => view.entry(entry),
  command: (_, value) => ({ act: { case: "correctEntry", value } }),
});
