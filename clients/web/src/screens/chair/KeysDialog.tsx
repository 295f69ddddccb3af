// The list of keys, and the switch that turns off those that act.
import { Fragment, type ReactNode } from "react";
import { type MessageId, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Key, useKeyName } from "../../parts/Key";
import { Note } from "../../parts/Note";
import { type Row, reachOn } from "../../shared/acts/act";
import { switchKeys, useKeysOff } from "../../shared/acts/keysOff";
import { CONSOLE_KEYS, ROW_KEYS } from "../../shared/acts/table/console";
import { RULINGS } from "../../shared/acts/table/points";
import styles from "./KeysDialog.module.css";

type Line = { keys: readonly string[]; label: MessageId };

/** What shares a key with the one before it is told with that one. */
const ANYWHERE: readonly Line[] = CONSOLE_KEYS.map(lineOf).filter(
  ({ keys }, index, all) => keys.join() !== all[index - 1]?.keys.join(),
);
const ON_MAIN: readonly Line[] = [{ keys: [" ", "Enter"], label: "chair.keys.next" }];
const ON_RULING: readonly Line[] = RULINGS.map(lineOf);
const ON_A_ROW: readonly Line[] = [
  { keys: ["ArrowUp", "ArrowDown"], label: "chair.keys.step" },
  ...ROW_KEYS.map(lineOnRow),
];

function lineOf(of: Row): Line {
  const { keys = [], label, told } = reachOn(of, "chair");
  return { keys, label: told ?? label };
}

function lineOnRow(of: Row): Line {
  const { row, label } = reachOn(of, "chair");
  return { keys: row?.keys ?? [], label };
}

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const off = useKeysOff();
  return (
    <Dialog title={t("chair.keys.title")} open onClose={onClose}>
      <label className={styles.switch}>
        <input type="checkbox" checked={!off} onChange={(event) => switchKeys(event.target.checked)} />
        {t("chair.keys.on")}
      </label>
      {off && <Note tone="warn">{t("chair.keys.off")}</Note>}
      <div className={styles.groups}>
        <div className={styles.group}>
          <Group title={t("chair.keys.anywhere")} lines={ANYWHERE} />
        </div>
        <div className={styles.group}>
          <Group title={t("chair.keys.on_main")} lines={ON_MAIN} />
          <Group title={t("chair.keys.on_ruling")} lines={ON_RULING} />
          <Group title={t("chair.keys.on_a_row")} lines={ON_A_ROW}>
            <p className={styles.note}>{t("chair.keys.letters")}</p>
          </Group>
        </div>
      </div>
      <p className={styles.note}>{t("chair.keys.note")}</p>
      <div className={styles.end}>
        <Button autoFocus onPress={onClose}>
          {t("common.close")}
        </Button>
      </div>
    </Dialog>
  );
}

function Group({ title, lines, children }: { title: string; lines: readonly Line[]; children?: ReactNode }) {
  const t = useText();
  const keyName = useKeyName();
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <dl>
        {lines.map(({ keys, label }) => (
          <div key={label} className={styles.line}>
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((key) => (
                <Fragment key={key}>
                  <Key name={key} />{" "}
                </Fragment>
              ))}
              <span className="visually-hidden">{keys.map(keyName).join(" ")}</span>
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
