// A row that is carried to another place: by the mouse from anywhere on it, by a finger from its grip, for a finger on the
// row scrolls. By keyboard rows move with Alt and the arrows.
import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import type { RowActs } from "./rowActs";

/** So far a press may wander and is still a press. */
const carried_px = 5;
/** So near to an edge the list scrolls on. */
const edge_px = 28;

interface Carried {
  entry: number;
  row: HTMLElement;
  from: number;
  pointer: number;
  moving: boolean;
  target: HTMLElement | undefined;
  position: "before" | "after";
}

export function useDraggedRows(list: RefObject<HTMLElement | null>, live: boolean, acts: RowActs) {
  const carried = useRef<Carried | undefined>(undefined);

  const letGo = useCallback(
    (drop: boolean) => {
      const of = carried.current;
      carried.current = undefined;
      if (!of) return;
      delete of.row.dataset.dragging;
      if (of.target) delete of.target.dataset.drop;
      if (drop && of.moving && of.target) acts.drop(of.entry, Number(of.target.dataset.entry), of.position);
    },
    [acts],
  );

  useEffect(() => {
    const move = (event: PointerEvent) => {
      const of = carried.current;
      if (!of || event.pointerId !== of.pointer) return;
      if (!of.moving && Math.abs(event.clientY - of.from) < carried_px) return;
      if (!of.moving) of.row.dataset.dragging = "";
      of.moving = true;
      event.preventDefault();
      scrollAtEdge(list.current, event.clientY);
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

  return (event: ReactPointerEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>("[data-entry]");
    if (!live || !row || event.button !== 0 || target.closest("button")) return;
    if (event.pointerType !== "mouse" && !target.closest("[data-grip]")) return;
    carried.current = {
      entry: Number(row.dataset.entry),
      row,
      from: event.clientY,
      pointer: event.pointerId,
      moving: false,
      target: undefined,
      position: "before",
    };
  };
}

/** Over the row under the pointer, or under it. */
function aim(of: Carried, { clientX, clientY }: PointerEvent): void {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-entry]") ?? undefined;
  if (of.target && of.target !== row) delete of.target.dataset.drop;
  of.target = row === of.row ? undefined : row;
  if (!of.target) return;
  const box = of.target.getBoundingClientRect();
  of.position = clientY < box.top + box.height / 2 ? "before" : "after";
  of.target.dataset.drop = of.position;
}

function scrollAtEdge(list: HTMLElement | null, y: number): void {
  if (!list) return;
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + edge_px) list.scrollTop -= edge_px / 2;
  else if (y > bottom - edge_px) list.scrollTop += edge_px / 2;
}
