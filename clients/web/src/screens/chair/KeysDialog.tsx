// The sheet of keys.
import { Fragment } from "react";
import { type MessageId, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Key } from "../../parts/Key";
import { type Row, reachOn } from "../../shared/acts/act";
import { CONSOLE_KEYS, ROW_KEYS } from "../../shared/acts/table/console";
import styles from "./KeysDialog.module.css";

type Line = { keys: readonly string[]; label: MessageId };

/** What shares a key with the one before it is told with that one. */
const ANYWHERE: readonly Line[] = CONSOLE_KEYS.map(lineOf).filter(
  ({ keys }, index, all) => keys.join() !== all[index - 1]?.keys.join(),
);

const ON_A_ROW: readonly Line[] = [
  ...ROW_KEYS.map(lineOnRow),
  { keys: ["ArrowRight", "Enter"], label: "chair.keys.drag" },
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
  return (
    <Dialog title={t("chair.keys.title")} open onClose={onClose}>
      <div className={styles.groups}>
        <Group title={t("chair.keys.anywhere")} lines={ANYWHERE} />
        <Group title={t("chair.keys.on_a_row")} lines={ON_A_ROW} />
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

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  const t = useText();
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.lines}>
        {lines.map(({ keys, label }) => (
          <div key={label} className={styles.line}>
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((key) => (
                <Fragment key={key}>
                  <Key name={key} />{" "}
                </Fragment>
              ))}
              <span className="visually-hidden">
                {keys.map((key) => (key === " " ? t("key.space") : key)).join(" ")}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
