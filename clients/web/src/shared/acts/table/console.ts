// The chair's keys, in the order of their sheet, and the acts of a row, in the order of its menu.
import { always, type Offer, offer, type Row } from "../act";
import * as entries from "./entries";
import * as floor from "./floor";
import * as list from "./list";
import * as points from "./points";
import * as requests from "./requests";
import * as signals from "./signals";

const undo = offer({
  id: "undo",
  on: { chair: { label: "chair.keys.undo", keys: ["Ctrl+Z"] } },
  available: always,
  local: "undo",
});

const find = offer({
  id: "find",
  on: { chair: { label: "chair.keys.find", keys: ["/"] } },
  available: always,
  local: "find",
  always: true,
});

const goOn = offer({
  id: "go_on",
  on: { chair: { label: "chair.keys.go_on", keys: ["F6"] } },
  available: always,
  local: "go_on",
  always: true,
});

export const keySheet = offer({
  id: "key_sheet",
  on: { chair: { label: "chair.keys.open", told: "chair.keys.this_sheet", keys: ["?"] } },
  available: always,
  local: "sheet",
  always: true,
});

export const CONSOLE_KEYS: readonly Row[] = [
  floor.pauseSpeech,
  floor.resumeSpeech,
  floor.endSpeech,
  floor.returnSpeaker,
  floor.askAddedTime,
  floor.askSpeechLimit,
  entries.skipEntry,
  points.raisePointFor,
  signals.markSignalSeen,
  entries.inscribe,
  list.openList,
  list.closeList,
  list.askClosing,
  undo,
  find,
  goOn,
  keySheet,
];

const rowMenu = offer<number>({
  id: "row_menu",
  on: { chair: { label: "chair.keys.row_menu", row: { keys: ["Enter"] } } },
  available: always,
  local: "row_menu",
});

export const ROW_MENU: readonly Offer<number>[] = [
  floor.giveFloor,
  entries.moveUp,
  entries.moveDown,
  entries.moveToTop,
  entries.askPlace,
  requests.askCorrection,
  entries.skipEntry,
  entries.recordNoShow,
  requests.fileInWriting,
  entries.removeEntry,
];

export const ROW_KEYS: readonly Offer<number>[] = [rowMenu, ...ROW_MENU].filter(({ on }) => on.chair?.row?.keys);
