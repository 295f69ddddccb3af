// A button that opens a list of acts or choices. Rendered again only where what it says or holds has changed.
import { memo } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components";
import { Button, type ButtonProps } from "./Button";
import { classes } from "./class";
import styles from "./Menu.module.css";
import { Popover } from "./Popover";
import { useSteady } from "./useSteady";

export type MenuChoice = { id: string; label: string; note?: string; tone?: "stop"; disabled?: boolean; lang?: string };

type MenuProps = {
  /** What the button says; give `label` too where that is no sentence. */
  button: string;
  /** Drawn beside it: that something opens. */
  arrow?: boolean;
  label: string;
  choices: MenuChoice[];
  onChoose: (id: string) => void;
  /** Marks the choice that stands. */
  chosen?: string;
  look?: ButtonProps["look"];
  size?: ButtonProps["size"];
};

export function Menu(props: MenuProps) {
  return <SteadyMenu {...props} onChoose={useSteady(props.onChoose)} />;
}

const SteadyMenu = memo(MenuOf, ({ choices, ...one }, { choices: others, ...other }) => {
  const fields = Object.keys({ ...one, ...other }) as (keyof typeof one)[];
  return fields.every((field) => one[field] === other[field]) && JSON.stringify(choices) === JSON.stringify(others);
});

function MenuOf({
  button,
  arrow = false,
  label,
  choices,
  onChoose,
  chosen,
  look = "secondary",
  size = "normal",
}: MenuProps) {
  const disabled = choices.filter((choice) => choice.disabled).map((choice) => choice.id);
  const selection =
    chosen === undefined
      ? {}
      : ({ selectionMode: "single", selectedKeys: [chosen], disallowEmptySelection: true } as const);
  return (
    <MenuTrigger>
      <Button look={look} size={size} aria-label={label}>
        {arrow ? <Opens>{button}</Opens> : button}
      </Button>
      <Popover className={styles.popover ?? ""}>
        <AriaMenu
          aria-label={label}
          className={styles.menu ?? ""}
          disabledKeys={disabled}
          onAction={(key) => onChoose(String(key))}
          {...selection}
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              className={classes(styles.item, choice.tone === "stop" && styles.stop)}
            >
              <span {...(choice.lang ? { lang: choice.lang } : {})}>{choice.label}</span>
              {choice.note && <span className={styles.note}>{choice.note}</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Opens({ children }: { children: string }) {
  return (
    <>
      {children} <span className={styles.arrow} aria-hidden="true" />
    </>
  );
}
