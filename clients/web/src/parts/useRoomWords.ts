// How much more a field takes, or how much is too much, in the words under it.
import { joined, useText } from "../i18n";
import type { Room } from "./room";

interface RoomWords {
  /** What is told under the field, with what is left where that is little. */
  note: string | undefined;
  /** What is too much. */
  over: string | undefined;
}

export function useRoomWords(room: Room | undefined, told: string | undefined): RoomWords {
  const t = useText();
  return {
    note: room && "left" in room ? joined([told, t("field.left", { count: room.left })]) : told,
    over: room && "over" in room ? t("field.over", { count: room.over }) : undefined,
  };
}
