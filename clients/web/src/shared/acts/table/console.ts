// The chair's keys, in the order of their sheet, and the acts of a row, in the order of its menu.
import { always, type Offer, offer, type Row } from "../act";
import * as entries from "./entries";
import * as floor from "./floor";
import * as list from "./list";
import * as points from "./points";
import * as signals from "./signals";

const undo = offer({
  id: "undo",
  on: { chair: { label: "chair.keys.undo", keys: ["U"] } },
  available: always,
  local: "undo",
});

const goToList = offer({
  id: "go_to_list",
  on: { chair: { label: "chair.keys.go_to_list", keys: ["G"] } },
  available: always,
  local: "go_to_list",
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
  floor.next,
  floor.pauseSpeech,
  floor.resumeSpeech,
  floor.addHalfMinute,
  floor.addMinute,
  floor.askAddedTime,
  floor.askSpeechLimit,
  floor.endSpeech,
  floor.returnSpeaker,
  points.recognisePoint,
  ...points.RULINGS,
  signals.markSignalSeen,
  entries.skipEntry,
  entries.inscribe,
  points.raisePointFor,
  list.openList,
  list.askClosing,
  list.closeList,
  undo,
  goToList,
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
  entries.skipEntry,
  entries.recordNoShow,
  entries.removeEntry,
];

export const ROW_KEYS: readonly Offer<number>[] = [rowMenu, ...ROW_MENU];
