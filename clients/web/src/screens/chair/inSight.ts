// Whether a row is in sight in its list, and bringing it there. Told by where it is laid out: while it slides to a new place
// it is drawn elsewhere, and a browser goes by that.

/** Where there is no layout all is. */
export function isInSight(list: HTMLElement, row: HTMLElement): boolean {
  return pastEdge(list, row) === 0;
}

/** By as much as needed: left to itself a browser puts it into the middle, and passes over rows. */
export function bringIntoSight(list: HTMLElement, row: HTMLElement): void {
  const past = pastEdge(list, row);
  if (past !== 0) list.scrollTop += past;
  for (const slide of row.getAnimations?.() ?? []) slide.finish();
  // Where the page is too small for the console, it scrolls too.
  row.scrollIntoView?.({ block: "nearest" });
}

/** How far it lies below the foot, or above the top (less than 0). Less than a pixel is nothing. */
function pastEdge(list: HTMLElement, row: HTMLElement): number {
  if (list.clientHeight === 0) return 0;
  const top = row.offsetTop - list.scrollTop;
  if (top < -1) return top;
  const below = top + row.offsetHeight + hiddenAtFoot(list, row) - list.clientHeight;
  return below > 1 ? Math.min(below, top) : 0;
}

/** The line of the meeting's end stands at the foot while its place lies below, and hides what is behind it. */
function hiddenAtFoot(list: HTMLElement, row: HTMLElement): number {
  const line = list.querySelector<HTMLElement>("[data-end-of-meeting]");
  const follows = line && row.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows ? line.offsetHeight : 0;
}
