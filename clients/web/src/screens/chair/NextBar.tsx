// The next act, large: as a rule the floor for the head of the list. One button whatever it does, so that the focus stays.
import { useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Flag } from "../../parts/Flag";
import { Note } from "../../parts/Note";
import { Kind } from "../../wire";
import { nameOfEntry, useDesk, useRefusalAt } from "./desk";
import { Key } from "./Key";
import { nextAct } from "./model";
import styles from "./NextBar.module.css";
import { useNextPress } from "./next";
import { KIND_WORDS } from "./words";

export function NextBar() {
  const t = useText();
  const { context, places, live } = useDesk();
  const { label, press } = useNextPress();
  const refusal = useRefusalAt()("next");
  return (
    <Card strong className={styles.next} aria-label={t("chair.next.title")}>
      <div className={styles.line}>
        <div className={styles.what}>
          <What />
        </div>
        {label && (
          <Button
            look="primary"
            size="large"
            isPending={!live}
            preventFocusOnPress
            aria-keyshortcuts="Space"
            onPress={press}
          >
            <span className={styles.label}>{label}</span>
            <Key name=" " />
          </Button>
        )}
      </div>
      {!live && places.busy.size > 0 && <p className={styles.waits}>{t("chair.sent_when_back")}</p>}
      {refusal && (
        <Note
          tone="stop"
          end={
            <Button look="plain" size="small" onPress={() => places.dismiss("next")}>
              {t("common.dismiss")}
            </Button>
          }
        >
          {refusal}
        </Note>
      )}
      {!context.panel && <p className={styles.waits}>{t("chair.no_panel")}</p>}
    </Card>
  );
}

function What() {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { context } = useDesk();
  const next = nextAct(context.view, context.panel?.id ?? "");
  switch (next.what) {
    case "give_floor": {
      const entry = context.view.entry(next.entry);
      if (!entry) return null;
      const delegation = context.view.delegation(entry.delegation);
      const name = nameOfEntry(context.view, entry, localize);
      const kind = entry.kind === Kind.STATEMENT ? undefined : KIND_WORDS[entry.kind];
      return (
        <>
          <span className={styles.quiet}>{t("chair.next.title")}</span>
          <Flag code={delegation?.flag ?? ""} name={name} />
          <span className={styles.name} title={name}>
            {name}
          </span>
          <span className={styles.chips}>
            <Chip>{format.duration(entry.limitMs)}</Chip>
            {kind && <Chip>{t(kind)}</Chip>}
          </span>
        </>
      );
    }
    case "open_meeting":
      return <span>{t("chair.next.meeting_planned")}</span>;
    case "resume_meeting":
      return <span>{t("chair.next.meeting_suspended")}</span>;
    case "title_panel":
      return <span>{t("chair.next.panel_draft")}</span>;
    case "open_panel":
      return <span>{t("chair.next.panel_planned")}</span>;
    case "open_list":
      return <span>{t("chair.next.list_not_open")}</span>;
    default:
      return <span className={styles.quiet}>{t(nothing())}</span>;
  }

  function nothing() {
    if (next.what !== "nothing") return "chair.next.nobody_waiting";
    switch (next.why) {
      case "meeting_closed":
        return "chair.next.meeting_closed";
      case "panel_closed":
        return "chair.next.panel_closed";
      case "other_meeting_open":
        return "chair.next.other_meeting_open";
      case "other_panel_open":
        return "chair.next.other_panel_open";
      default:
        return "chair.next.nobody_waiting";
    }
  }
}
