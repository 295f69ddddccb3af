// The notices that stand, the newest first.
import { joined, type MessageId, useInstant, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { Told } from "../../shared/acts/Told";
import { withdrawNotice } from "../../shared/acts/table/notices";
import { useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import { wordOf } from "../../shared/terms";
import type { Notice } from "../../wire";
import { ActButton, Empty, Undo, useDesk } from "./desk";
import look from "./look.module.css";
import styles from "./NoticesTab.module.css";
import { AUDIENCES, useNames } from "./names";

export function NoticesTab() {
  const t = useText();
  const { store } = useHall();
  const { open, urgent } = useDesk();
  const notices = store.notices();
  return (
    <div className={look.tab}>
      <div className={look.filters}>
        <p className={styles.lead}>{t("desk.notice.standing", { count: notices.length })}</p>
        <span className={look.end}>
          <Button look={urgent ? "secondary" : "primary"} onPress={() => open({ kind: "notice" })}>
            {t("desk.notice.write")}
          </Button>
        </span>
      </div>
      <div className={look.scroll}>
        {notices.length === 0 && <Empty>{t("desk.notice.none")}</Empty>}
        <ul className={look.rows}>
          {notices.map((notice) => (
            <Standing key={notice.id} notice={notice} />
          ))}
        </ul>
      </div>
      <Undo at="notices" />
    </div>
  );
}

function Standing({ notice }: { notice: Notice }) {
  const t = useText();
  const instant = useInstant();
  const localize = useLocalized();
  const names = useNames();
  const place = `notice/${notice.id}` as const;
  const acts = useActs(place);
  const to = notice.to?.to;
  const audience: MessageId | undefined = to?.case === "audience" ? wordOf(AUDIENCES, to.value) : "desk.audience.all";
  const addressee = to?.case === "delegation" ? names.delegation(to.value).name : audience ? t(audience) : "";
  const words = localize(notice.text);
  return (
    <li className={look.row}>
      <div className={`${look.line} ${look.notice}`}>
        <div className={look.noticeWords}>
          <p dir="auto">{words}</p>
          <p className={look.quiet}>
            {joined([
              t("desk.notice.sent_at", { time: instant(notice.sentAt) }),
              Object.keys(notice.text)
                .map((tag) => tag.toUpperCase())
                .join(", "),
            ])}
          </p>
        </div>
        <Chip>{addressee}</Chip>
        <span className={look.rowActs}>
          <ActButton
            acts={acts}
            act={withdrawNotice}
            of={notice.id}
            size="small"
            look="danger"
            label={t("desk.notice.withdraw_of", { words })}
          />
        </span>
      </div>
      <Told at={place} alert edge />
    </li>
  );
}
