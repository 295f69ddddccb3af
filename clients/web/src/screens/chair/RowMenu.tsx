// The menu of a row: one for the whole list, hung on the button of the row it was opened for.
import type { RefObject } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import { useText } from "../../i18n";
import { classes } from "../../parts/class";
import look from "../../parts/Menu.module.css";
import { giveFloor, moveEntry, recordNoShow, removeEntry, skipEntry } from "./actions";
import type { Row } from "./model";
import type { RowActs } from "./rowActs";
import styles from "./SpeakersList.module.css";

interface RowMenuProps {
  row: Row | undefined;
  last: boolean;
  live: boolean;
  canGive: boolean;
  canSkip: boolean;
  button: RefObject<HTMLElement | null>;
  acts: RowActs;
  onClose: () => void;
}

export function RowMenu({ row, last, live, canGive, canSkip, button, acts, onClose }: RowMenuProps) {
  const t = useText();
  const first = row?.place === 1;
  const label = t("chair.list.acts_for", { name: row?.name ?? "" });
  const choices = [
    { id: "give", label: t(giveFloor.label), key: "F", disabled: !canGive },
    { id: "up", label: t("chair.act.move_up"), key: "Alt ↑", disabled: first },
    { id: "down", label: t("chair.act.move_down"), key: "Alt ↓", disabled: last },
    { id: "top", label: t("chair.act.move_to_top"), key: `Alt ${t("key.home")}`, disabled: first },
    { id: "place", label: t(moveEntry.label), key: "M", disabled: first && last },
    { id: "skip", label: t(skipEntry.label), key: "K", disabled: !canSkip },
    { id: "no_show", label: t(recordNoShow.label), key: "X", disabled: false },
    { id: "remove", label: t(removeEntry.label), key: t("key.delete"), disabled: false },
  ];
  const act = (id: string, entry: number) => {
    switch (id) {
      case "give":
        return acts.giveFloor(entry);
      case "up":
        return acts.moveBy(entry, -1);
      case "down":
        return acts.moveBy(entry, 1);
      case "top":
        return acts.moveTo(entry, 1);
      case "place":
        return acts.askPlace(entry);
      case "skip":
        return acts.skip(entry);
      case "no_show":
        return acts.noShow(entry);
      case "remove":
        return acts.remove(entry);
    }
  };
  return (
    <Popover
      aria-label={label}
      triggerRef={button}
      isOpen={row !== undefined}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      className={look.popover ?? ""}
    >
      {row && (
        <Menu
          aria-label={label}
          className={classes(look.menu, styles.menuList)}
          disabledKeys={choices.filter(({ disabled }) => disabled || !live).map(({ id }) => id)}
          onAction={(id) => act(String(id), row.entry)}
          onClose={onClose}
          autoFocus="first"
        >
          {choices.map(({ id, label, key }) => (
            <MenuItem key={id} id={id} textValue={label} className={classes(look.item, id === "remove" && look.stop)}>
              {label}
              <span className={look.note}>{key}</span>
            </MenuItem>
          ))}
        </Menu>
      )}
    </Popover>
  );
}
