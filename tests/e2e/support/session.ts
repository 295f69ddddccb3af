// What the tests arrange over the wire before a person looks: the panel open, delegations on its list, the floor given,
// texts handed in.
import { meeting, panel } from "./programme.ts";
import type { Seat } from "./seat.ts";

/** The list has opened by itself half an hour before the meeting. */
export async function openPanel(desk: Seat): Promise<void> {
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
}

export async function askFor(desk: Seat, ...delegations: string[]): Promise<void> {
  for (const delegation of delegations) await desk.done({ requestFloor: { panel, delegation, kind: "KIND_STATEMENT" } });
}

export async function giveFloor(desk: Seat, delegation: string): Promise<void> {
  await desk.done({ giveFloor: { panel, entry: desk.entryOf(panel, delegation) } });
  await desk.until(() => desk.speech(panel)["delegation"] === delegation, `the floor for ${delegation}`);
}

/** Hands in a text in plain words for an entry that waits. */
export async function submitText(desk: Seat, delegation: string, language: string, paragraphs: string[]): Promise<number> {
  const entry = desk.entryOf(panel, delegation);
  await desk.done({
    submitStatement: {
      entry,
      language,
      text: paragraphs.join("\n\n"),
      format: "TEXT_FORMAT_PLAIN",
      delivery: "DELIVERY_CHECK_AGAINST_DELIVERY",
    },
  });
  return entry;
}

/** Paragraphs that each fill some lines, so that a text of several has to be scrolled. */
export function longText(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) =>
      `Paragraph ${index + 1}. Coherence begins at home, where labour, trade, development and interior ministries often learn of each other's decisions from the press. ` +
      "A standing meeting of those who decide, with one minute of what was decided, has cost us little and has spared us much.",
  );
}
