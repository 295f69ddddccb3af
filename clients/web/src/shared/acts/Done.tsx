// What was just done, told where it was done, with its inverse for as long as it can be taken back.
import { Toast } from "../../parts/Toast";
import type { DoneAt } from "./act";
import { useActs } from "./useActs";

export function Done({ at, className }: { at: DoneAt; className?: string | undefined }) {
  const { done } = useActs().book;
  if (done?.at !== at) return null;
  const toast = (
    <Toast key={done.id} inverse={{ label: done.undo.label, onPress: done.undo.take }}>
      {done.words}
    </Toast>
  );
  return className ? <div className={className}>{toast}</div> : toast;
}
