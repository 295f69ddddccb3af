// The notices that stand, the newest first.
import { type MessageId, useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { useAct, useHall } from "../../shared/hall";
import { wordOf } from "../../shared/terms";
import type { Act, Notice } from "../../wire";
import { ActButton, Empty, Refused, useDesk, useUndo } from "./desk";
import styles from "./desk.module.css";
import { AUDIENCES, useNames } from "./names";

export function NoticesTab() {
  const t = useText();
  const { store } = useHall();
  const { open, urgent } = useDesk();
  const undo = useUndo();
  const notices = store.notices();
  return (
    <div className={styles.tab}>
      <div className={styles.filters}>
        <p className={styles.lead}>{t("desk.notice.standing", { count: notices.length })}</p>
        <span className={styles.end}>
          <Button look={urgent ? "secondary" : "primary"} onPress={() => open({ kind: "notice" })}>
            {t("desk.notice.write")}
          </Button>
        </span>
      </div>
      <div className={styles.scroll}>
        {notices.length === 0 && <Empty>{t("desk.notice.none")}</Empty>}
        <ul className={styles.rows}>
          {notices.map((notice) => (
            <Standing key={notice.id} notice={notice} tell={undo.tell} />
          ))}
        </ul>
      </div>
      {undo.shown}
    </div>
  );
}

function Standing({ notice, tell }: { notice: Notice; tell: ReturnType<typeof useUndo>["tell"] }) {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const names = useNames();
  const acting = useAct();
  const to = notice.to?.to;
  const audience: MessageId | undefined = to?.case === "audience" ? wordOf(AUDIENCES, to.value) : "desk.audience.all";
  const addressee = to?.case === "delegation" ? names.delegation(to.value).name : audience ? t(audience) : "";
  const words = localize(notice.text);
  const again = { case: "sendNotice", value: { to: notice.to, text: notice.text } } as Act;
  return (
    <li className={styles.row}>
      <div className={`${styles.line} ${styles.notice}`}>
        <div className={styles.noticeWords}>
          <p>{words}</p>
          <p className={styles.quiet}>
            {[
              t("desk.notice.sent_at", { time: format.time(notice.sentAt) }),
              Object.keys(notice.text)
                .map((tag) => tag.toUpperCase())
                .join(", "),
            ].join(" · ")}
          </p>
        </div>
        <Chip>{addressee}</Chip>
        <span className={styles.rowActs}>
          <ActButton
            size="small"
            look="danger"
            acting={acting}
            act={{ case: "withdrawNotice", value: { notice: notice.id } }}
            label={t("desk.notice.withdraw_of", { words })}
            onDone={() => tell({ words: t("desk.notice.withdrawn"), label: t("desk.notice.again"), act: again })}
          >
            {t("desk.notice.withdraw")}
          </ActButton>
        </span>
      </div>
      <Refused acting={acting} />
    </li>
  );
}
