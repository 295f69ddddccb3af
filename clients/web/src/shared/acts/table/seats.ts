// Sign-ins. What cannot be taken back is asked once more, in its place.
import { action, always } from "../act";

export const revokeSeat = action<string>({
  id: "revoke_seat",
  on: { desk: { label: "desk.seat.revoke" } },
  available: always,
  command: (_, seat) => ({ act: { case: "revokeSeat", value: { seat } } }),
});

export const issueCode = action<string>({
  id: "issue_code",
  on: { desk: { label: "desk.seat.new_code" } },
  available: always,
  command: (_, seat) => ({ act: { case: "issueCode", value: { seat } } }),
});
