// A hall in which many wait, with the longest names of the programme.
import { meeting, panel, roster } from "./programme.ts";
import type { Seat } from "./seat.ts";
import { languages } from "./words.ts";

/** Of what is sent by two sign-ins in turn; then each may send so many a second. */
const sent_at_once = 60;
const pause_ms = 60;

/** So many wait, those with the longest names first; one more has the floor. Returns who waits, in order. */
export async function fillTheHall(desk: Seat, chair: Seat, waiting: number): Promise<string[]> {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  const length = (delegation: string) => Math.max(...languages.map((language) => desk.name(delegation, language).length));
  const known = roster().toSorted((left, right) => length(right) - length(left)).slice(0, waiting + 1);
  for (const [index, delegation] of known.entries()) {
    const speaker = {
      name: index % 3 === 0 ? "Marie-Antoinette de la Rochefoucauld-Montmorency (fictional)" : "Célestin Mbuyi-Kasa (fictional)",
      title: "Ministre déléguée chargée de la coopération décentralisée",
    };
    if (index >= sent_at_once) await new Promise((resolve) => setTimeout(resolve, pause_ms));
    await (index % 2 ? chair : desk).done({
      requestFloor: { panel, delegation, kind: "KIND_STATEMENT", language: "fr", speaker },
    });
  }
  await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, known[0] as string) } }, { speech: 0 });
  return known.slice(1);
}
