// The sheet of keys.
import { Fragment } from "react";
import { type MessageId, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Key } from "../../parts/Key";
import { ACTS_WITH_KEYS, giveFloor, moveEntry, recordNoShow, removeEntry, skipEntry } from "./actions";
import styles from "./KeysDialog.module.css";

type Line = { keys: readonly string[]; label: MessageId };

const ANYWHERE: readonly Line[] = [
  ...ACTS_WITH_KEYS.flatMap(({ shortcut, label, told }) =>
    shortcut ? [{ keys: [shortcut], label: told ?? label }] : [],
  ),
  { keys: ["U"], label: "chair.keys.undo" },
  { keys: ["G"], label: "chair.keys.go_to_list" },
  { keys: ["?"], label: "chair.keys.this_sheet" },
];

const ON_A_ROW: readonly Line[] = [
  { keys: ["Enter"], label: "chair.keys.row_menu" },
  { keys: ["F"], label: giveFloor.label },
  { keys: ["Alt", "ArrowUp"], label: "chair.act.move_up" },
  { keys: ["Alt", "ArrowDown"], label: "chair.act.move_down" },
  { keys: ["Alt", "Home"], label: "chair.act.move_to_top" },
  { keys: ["M"], label: moveEntry.label },
  { keys: ["K"], label: skipEntry.label },
  { keys: ["X"], label: recordNoShow.label },
  { keys: ["Delete"], label: removeEntry.label },
  { keys: ["ArrowRight", "Enter"], label: "chair.keys.drag" },
];

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
