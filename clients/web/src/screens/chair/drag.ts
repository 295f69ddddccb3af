// A row that is carried to another place: by the mouse from anywhere on it, by a finger from its grip, for a finger on the
// row scrolls. By keyboard rows move with Alt and the arrows.
import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { RowActs } from "./rowActs";

/** So far a press may wander and is still a press. */
const carried_px = 5;
/** So near to an edge the list scrolls on. */
const edge_px = 28;

/** Rows come into the page and go as the list scrolls: told by their entries, not by their elements. */
interface Carried {
  entry: number;
  from: number;
  pointer: number;
  moving: boolean;
  target: number | undefined;
  position: "before" | "after";
}

interface Drag {
  start: (event: ReactPointerEvent<HTMLElement>) => void;
  /** The entry that is on its way: its row stays in the page, however far the list is scrolled. */
  carried: number | undefined;
}

export function useDraggedRows(list: RefObject<HTMLElement | null>, live: boolean, acts: RowActs): Drag {
  const carried = useRef<Carried | undefined>(undefined);
  const [moving, setMoving] = useState<number | undefined>();

  const letGo = useCallback(
    (drop: boolean) => {
      const of = carried.current;
      carried.current = undefined;
      if (!of) return;
      setMoving(undefined);
      unmark(list.current, "dragging");
      unmark(list.current, "drop");
      if (drop && of.moving && of.target) acts.drop(of.entry, of.target, of.position);
    },
    [list, acts],
  );

  useEffect(() => {
    const move = (event: PointerEvent) => {
      const of = carried.current;
      if (!of || event.pointerId !== of.pointer) return;
      if (!of.moving && Math.abs(event.clientY - of.from) < carried_px) return;
      if (!of.moving) {
        mark(list.current, of.entry);
        setMoving(of.entry);
      }
      of.moving = true;
      event.preventDefault();
      scrollAtEdge(list.current, event.clientY);
      unmark(list.current, "drop");
      aim(of, event);
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId === carried.current?.pointer) letGo(true);
    };
    const cancel = () => letGo(false);
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === "Escape" && carried.current?.moving) {
        event.preventDefault();
        letGo(false);
      }
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", cancel);
    document.addEventListener("keydown", giveUp, true);
    return () => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", cancel);
      document.removeEventListener("keydown", giveUp, true);
    };
  }, [list, letGo]);

  const start = (event: ReactPointerEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>("[data-entry]");
    if (!live || !row || event.button !== 0 || target.closest("button")) return;
    if (event.pointerType !== "mouse" && !target.closest("[data-grip]")) return;
    carried.current = {
      entry: Number(row.dataset.entry),
      from: event.clientY,
      pointer: event.pointerId,
      moving: false,
      target: undefined,
      position: "before",
    };
  };
  return { start, carried: moving };
}

function mark(list: HTMLElement | null, carried: number): void {
  const row = list?.querySelector<HTMLElement>(`[data-entry="${carried}"]`);
  if (row) row.dataset.dragging = "";
}

function unmark(list: HTMLElement | null, mark: "dragging" | "drop"): void {
  for (const row of list?.querySelectorAll<HTMLElement>(`[data-${mark}]`) ?? []) delete row.dataset[mark];
}

/** Over the row under the pointer, or under it. */
function aim(of: Carried, { clientX, clientY }: PointerEvent): void {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-entry]");
  const entry = Number(row?.dataset.entry ?? 0);
  of.target = entry && entry !== of.entry ? entry : undefined;
  if (!row || !of.target) return;
  const box = row.getBoundingClientRect();
  of.position = clientY < box.top + box.height / 2 ? "before" : "after";
  row.dataset.drop = of.position;
}

function scrollAtEdge(list: HTMLElement | null, y: number): void {
  if (!list) return;
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + edge_px) list.scrollTop -= edge_px / 2;
  else if (y > bottom - edge_px) list.scrollTop += edge_px / 2;
}
