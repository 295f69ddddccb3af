// A full hall on a server of its own: the Council's programme, so many waiting, one speaking; and acts on it, as other people
// at work make them.
import { meeting, panel, roster } from "../../../e2e/support/programme.ts";
import { Seat } from "../../../e2e/support/seat.ts";
import { RostrumServer } from "../../../e2e/support/server.ts";

export { panel };

/** Whoever fills the hall and acts on it is one sign-in, which may do more at once than a person. */
const limits = "items_per_second_max=1000,items_burst_max=1000";

const speaker = (index) => ({
  name: index % 3 === 0 ? "Marie-Antoinette de la Rochefoucauld-Montmorency (fictional)" : "Célestin Mbuyi-Kasa (fictional)",
  title: "Ministre déléguée chargée de la coopération décentralisée",
});

export async function openHall(waiting) {
  const server = await RostrumServer.start({ more: ["--limits", limits] });
  const desk = await Seat.take(server, "desk");
  await desk.done({ openMeeting: { meeting } });
  await desk.done({ openPanel: { panel } });
  const known = roster();
  const asks = (kind, delegation, index) =>
    desk.done({ requestFloor: { panel, delegation, kind, language: "en", speaker: speaker(index) } });
  for (let index = 0; index <= waiting; index += 1) {
    // Who waits for a statement may wait with a question too.
    await asks(index < known.length ? "KIND_STATEMENT" : "KIND_QUESTION", known[index % known.length], index);
  }
  await desk.done({ giveFloor: { panel, entry: desk.order(panel)[0] } }, { speech: 0 });
  await desk.until(() => desk.order(panel).length === waiting && desk.speech(panel).speech !== undefined, "a full hall");
  return { server, desk };
}

export async function closeHall({ server, desk }) {
  desk.leave();
  await server.stop();
}

/** Acts of a hall at work, by name; each leaves as many waiting as before, or puts back what it took. */
export function actsOn(desk) {
  const order = () => desk.order(panel);
  const speech = () => desk.speech(panel).speech;
  let limit_ms = 180_000;
  const another = () => (limit_ms = limit_ms === 180_000 ? 240_000 : 180_000);
  return {
    move_to_head: () => ({ moveEntry: { entry: order().at(-1), before: order()[0] } }),
    move_in_sight: () => ({ moveEntry: { entry: order()[6], before: order()[3] } }),
    give_floor: () => ({ giveFloor: { panel, entry: order()[0] } }),
    pass_over: () => ({ skipEntry: { entry: order()[0] } }),
    clear_pass: () => ({ clearSkip: { entry: order()[0] } }),
    remove: () => ({ removeEntry: { entry: order()[5] } }),
    inscribe: () => {
      const held = new Set(order().filter((entry) => desk.entry(entry).kind === "KIND_QUESTION").map((entry) => desk.entry(entry).delegation));
      const delegation = roster().find((id) => !held.has(id));
      return { requestFloor: { panel, delegation, kind: "KIND_QUESTION", language: "en", speaker: speaker(0) } };
    },
    limit: () => ({ setLimit: { panel, of: "LIMIT_OF_MEMBER", limitMs: another(), alsoUnderWay: true } }),
    speech_limit: () => ({ setSpeechLimit: { speech: speech(), limitMs: another() } }),
    pause: () => ({ pauseSpeech: { speech: speech() } }),
    resume: () => ({ resumeSpeech: { speech: speech() } }),
  };
}
