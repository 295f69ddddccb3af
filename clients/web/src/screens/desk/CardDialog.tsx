// The card of one sign-in, with its code.
import { useRef } from "react";
import { useLocale, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Note } from "../../parts/Note";
import { Skeleton } from "../../parts/Skeleton";
import { useHall } from "../../shared/hall";
import styles from "./CardDialog.module.css";
import look from "./look.module.css";
import { useNames } from "./names";
import { SheetPage, useSheet } from "./sheet";

export function CardDialog({ seat: id, onClose }: { seat: string; onClose: () => void }) {
  const t = useText();
  const { locale } = useLocale();
  const { store } = useHall();
  const names = useNames();
  const frame = useRef<HTMLIFrameElement>(null);
  const seat = store.seat(id);
  const { html, refused, ask } = useSheet({ language: seat?.language || locale, seat: id });
  const title = t("desk.card.title", { name: seat?.person?.name || names.seat(id) });
  return (
    <Dialog title={title} open onClose={onClose}>
      <p className={look.quiet}>{t("desk.card.about")}</p>
      {refused ? (
        <Note tone="stop" alert end={<Button onPress={ask}>{t("desk.sheet.again")}</Button>}>
          {refused}
        </Note>
      ) : html === undefined ? (
        <Skeleton rows={3} />
      ) : (
        <SheetPage ref={frame} html={html} title={title} small />
      )}
      <div className={look.acts}>
        <Button look="plain" onPress={onClose}>
          {t("common.close")}
        </Button>
        <span className={styles.gap} />
        <Button look="primary" isDisabled={html === undefined} onPress={() => frame.current?.contentWindow?.print()}>
          {t("desk.sheet.print")}
        </Button>
      </div>
    </Dialog>
  );
}
