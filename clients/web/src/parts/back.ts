// Back closes what was opened last: a form, a dialog, a part of the screen. Each that is open stands in the browser's history
// as one step, so that nobody leaves the page by going back out of a form.
//
// The history is brought to as many steps as are open, a moment after something opened or closed: a dialog that makes way
// for another takes no step. Only this file writes steps of this page.
import { useEffect, useRef } from "react";

type Layer = { close: () => void };
type Step = { open?: number } | null;

const layers: Layer[] = [];
let listens = false;
let planned = false;
/** A step back that this file has asked for and that has not come yet. */
let going = false;

const steps = () => (window.history.state as Step)?.open ?? 0;

/** While `open`, going back calls `close` instead of leaving the page. */
export function useBack(open: boolean, close: () => void): void {
  const last = useRef(close);
  useEffect(() => {
    last.current = close;
  }, [close]);
  useEffect(() => {
    if (!open) return;
    const layer = { close: () => last.current() };
    layers.push(layer);
    settleSoon();
    return () => {
      const at = layers.indexOf(layer);
      if (at < 0) return;
      layers.splice(at, 1);
      settleSoon();
    };
  }, [open]);
}

/** The page is about to be left for another: a step back now would call that off. */
export function takeNoMoreSteps(): void {
  layers.length = 0;
  window.history.replaceState(null, "");
}

function settleSoon(): void {
  if (!listens) window.addEventListener("popstate", stepped);
  listens = true;
  if (planned) return;
  planned = true;
  queueMicrotask(settle);
}

function settle(): void {
  planned = false;
  if (going) return;
  const surplus = steps() - layers.length;
  if (surplus > 0) {
    going = true;
    window.history.go(-surplus);
  }
  for (let open = steps() + 1; open <= layers.length; open++) window.history.pushState({ open }, "");
}

function stepped(): void {
  if (going) {
    going = false;
    settleSoon();
    return;
  }
  while (layers.length > steps()) layers.pop()?.close();
  // Forward, to what is closed already, goes back again.
  settleSoon();
}
