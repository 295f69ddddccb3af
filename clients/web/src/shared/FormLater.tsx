// A form that is fetched later. Who has opened one before it is here sees that it is coming, and can leave: it never opens by
// itself over something else.
import type { ComponentType } from "react";
import { useText } from "../i18n";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import styles from "./Form.module.css";
import { LoadAgain } from "./LoadAgain";
import { later } from "./later";

type Closed = { onClose: () => void };

/** `look`: of the form. */
export function laterForm<Props extends Closed>(
  load: () => Promise<ComponentType<Props>>,
  look: "dialog" | "sheet" = "dialog",
): ComponentType<Props> {
  return later<Props>(load, function Coming({ onClose }) {
    const t = useText();
    return (
      <Dialog title={t("common.form_loading")} look={look} open onClose={onClose}>
        <FormComing onCancel={onClose} look={look} />
      </Dialog>
    );
  });
}

/** What stands in a dialog in place of its form. */
export function FormComing({ onCancel, look = "sheet" }: { onCancel: () => void; look?: "dialog" | "sheet" }) {
  const t = useText();
  const size = look === "sheet" ? "large" : "normal";
  const cancel = (
    <Button autoFocus look="plain" size={size} onPress={onCancel}>
      {t("common.cancel")}
    </Button>
  );
  return (
    <div className={styles.form}>
      <p role="status">{t("common.form_comes")}</p>
      <LoadAgain beside={cancel} size={size} />
    </div>
  );
}
