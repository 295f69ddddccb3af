// The menu of a row: one for the whole list, hung on the button of the row it was opened for.
import type { RefObject } from "react";
import { Menu, MenuItem } from "react-aria-components";
import { useFormat, useInstant, useText } from "../../i18n";
import { joined } from "../../i18n/isolated";
import { classes } from "../../parts/class";
import { useKeyName } from "../../parts/Key";
import look from "../../parts/Menu.module.css";
import { Popover } from "../../parts/Popover";
import { ROW_MENU } from "../../shared/acts/table/console";
import { useActs } from "../../shared/acts/useActs";
import { useRankAndTitle } from "../../shared/rank";
import { CATEGORIES } from "../../shared/terms";
import type { Row } from "./model";
import type { RowActs } from "./rowActs";
import styles from "./SpeakersList.module.css";

interface RowMenuProps {
  row: Row | undefined;
  button: RefObject<HTMLElement | null>;
  acts: RowActs;
  onClose: () => void;
}

export function RowMenu({ row, button, acts, onClose }: RowMenuProps) {
  const t = useText();
  const label = t("chair.list.acts_for", { name: row?.name ?? "" });
  return (
    <Popover
      aria-label={label}
      triggerRef={button}
      isOpen={row !== undefined}
      onOpenChange={(open) => !open && onClose()}
      placement="left top"
      className={look.popover ?? ""}
    >
      {row && (
        <>
          <About row={row} />
          <Choices entry={row.entry} label={label} acts={acts} onClose={onClose} />
        </>
      )}
    </Popover>
  );
}

/** Whom the acts are about, and what the row itself has no room for, in full. */
function About({ row }: { row: Row }) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const rankAndTitle = useRankAndTitle();
  const category = row.guest ? "category.guest" : CATEGORIES[row.category];
  const parts = [
    category && t(category),
    joined([row.speaker, rankAndTitle({ rank: row.rank, title: row.speakerTitle })], ", "),
    row.onBehalfOf && t("floor.on_behalf_of", { group: row.onBehalfOf }),
    row.addressedTo && t("chair.list.to_panellist", { name: row.addressedTo }),
    t("chair.list.limit_of", { time: format.clock(row.limit_ms) }),
    row.why,
    t("chair.list.asked_at", { time: instant(row.requestedAt, { time: format.timeSeconds(row.requestedAt) }) }),
  ];
  return (
    <div className={styles.menuAbout}>
      <p className={styles.menuName} dir="auto">
        {row.name}
      </p>
      <p>{joined(parts)}</p>
    </div>
  );
}

interface ChoicesProps extends Pick<RowMenuProps, "acts" | "onClose"> {
  entry: number;
  label: string;
}

function Choices({ entry, label, acts, onClose }: ChoicesProps) {
  const t = useText();
  const keyName = useKeyName();
  const { offers, takes, reach } = useActs();
  return (
    <Menu
      aria-label={label}
      className={classes(look.menu, styles.menuList)}
      disabledKeys={ROW_MENU.filter((of) => !takes(of) || !offers(of, entry)).map(({ id }) => id)}
      onAction={(id) => {
        const chosen = ROW_MENU.find((of) => of.id === id);
        if (chosen) acts.press(chosen, entry);
      }}
      onClose={onClose}
      autoFocus="first"
    >
      {ROW_MENU.map((of) => {
        const { label, row } = reach(of);
        return (
          <MenuItem
            key={of.id}
            id={of.id}
            textValue={t(label)}
            className={classes(look.item, row?.tone === "stop" && look.stop)}
          >
            {t(label)}
            <span className={look.note}>{row?.keys?.map(keyName).join(" ")}</span>
          </MenuItem>
        );
      })}
    </Menu>
  );
}
