// Notices of the chair and the desk for booths: the newest stays in sight, the others are one press away.
import { useState } from "react";
import { useInstant, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Note } from "../../parts/Note";
import { useHall } from "../hall";
import styles from "./Notices.module.css";

export function Notices() {
  const t = useText();
  const text = useLocalized();
  const instant = useInstant();
  const { store } = useHall();
  const [all, setAll] = useState(false);
  const notices = store.notices();
  const more = notices.length - 1;
  return (
    <div className={styles.notices} role="status" aria-label={t("booth.notices")}>
      {notices.slice(0, all ? undefined : 1).map((notice) => (
        <Note key={notice.id} tone="brand">
          <span className={styles.noticeTime}>{instant(notice.sentAt)}</span> <bdi>{text(notice.text)}</bdi>
        </Note>
      ))}
      {more > 0 && (
        <Button look="plain" size="small" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? t("booth.notices_fewer") : t("booth.notices_more", { count: more })}
        </Button>
      )}
    </div>
  );
}
