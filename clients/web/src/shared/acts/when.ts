// When acts are offered: conditions that several rows of the table share.
import { ListStatus, MeetingStatus, PanelStatus, type ListStatus as Status } from "../../wire";
import { motionBeforeChair, pointBeforeChair, speakingOn } from "../floor";
import type { Sight } from "./sight";

export const panelId = ({ panel }: Sight) => panel?.id ?? "";
export const meetingId = ({ meeting }: Sight) => meeting?.id ?? "";
export const speechOf = ({ floor }: Sight) => speakingOn(floor)?.speech ?? 0;
export const sits = ({ panel }: Sight) => panel?.status === PanelStatus.OPEN;
export const meetingSits = ({ meeting }: Sight) => meeting?.status === MeetingStatus.OPEN;
export const waits = ({ order }: Sight, entry: number) => order.includes(entry);
export const speaks = (seen: Sight) => sits(seen) && speechOf(seen) !== 0;
/** Until the ruling the floor is the point of order's, until the decision the motion's, also when nobody speaks any more. */
export const isInterrupted = ({ floor }: Sight) =>
  pointBeforeChair(floor) !== undefined || motionBeforeChair(floor) !== undefined;
export const givesFloor = (seen: Sight) => sits(seen) && meetingSits(seen) && !isInterrupted(seen);

export function listStatus({ panel }: Sight): Status {
  return panel?.listStatus ?? ListStatus.UNSPECIFIED;
}

export function listTakes(seen: Sight): boolean {
  return listStatus(seen) === ListStatus.OPEN || listStatus(seen) === ListStatus.CLOSING;
}

export function panelCanChange({ panel }: Pick<Sight, "panel">): boolean {
  return panel !== undefined && panel.status !== PanelStatus.CLOSED;
}
