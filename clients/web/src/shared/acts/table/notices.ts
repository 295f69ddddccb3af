// Notices of the desk.
import { action } from "../act";

export const withdrawNotice = action<number>({
  id: "withdraw_notice",
  on: {
    desk: {
      label: "desk.notice.withdraw",
      done: { words: "desk.notice.withdrawn", undo: "desk.notice.again", at: "notices" },
    },
  },
  available: ({ view }, notice) => view.notices().some(({ id }) => id === notice),
  command: (_, notice) => ({ act: { case: "withdrawNotice", value: { notice } } }),
});
