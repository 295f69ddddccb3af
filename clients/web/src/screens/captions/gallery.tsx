// The states of the captioner's screen, for looking at.

import { captioner, kenya, kenyaText, longText, texts_of_booth } from "../../testing/booth";
import type { Gallery } from "../../testing/gallery";
import type { Staging } from "../../testing/staged";
import { afternoon, as, freeFloor, ledgerStanding, pointSpeaks, speech } from "../../testing/views";
import type { Entity } from "../../wire";
import Captions from "./index";

const shown = (over: Entity[] = [], staging: Staging = {}) => ({
  element: <Captions />,
  staging: { hello: captioner, entities: afternoon(...texts_of_booth, ...over), ...staging },
});

export const gallery: Gallery = {
  reading: () => shown([], { running: true }),
  embargo: () => shown([as.floor({ ...kenya, paragraph: 0 }), as.statement({ ...kenyaText, releasedAt: 0 })]),
  sixty: () => shown([as.statement(longText), as.floor({ ...kenya, paragraph: 31 })]),
  point: () => shown([as.floor(pointSpeaks("BR", kenya))]),
  noText: () => shown([as.floor(speech("BA", 40_000, { entry: 91 }))]),
  free: () => shown([as.floor(freeFloor())]),
  held: () => shown([], { ledger: ledgerStanding() }),
  unconfirmed: () => shown([], { answer: () => "unconfirmed" }),
  reconnecting: () => shown([], { status: "reconnecting" }),
};
