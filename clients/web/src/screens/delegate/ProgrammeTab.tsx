// The programme: every panel with its documents and themes, and the way onto its list where that is open.
import { type MessageId, useFormat, useLocalized, useText } from "../../i18n";
import { takeNoMoreSteps } from "../../parts/back";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { signOut } from "../../shared/gate";
import { useHall, useNow } from "../../shared/hall";
import { ListChip } from "../../shared/ListChip";
import { takesRequests } from "../../shared/situation";
import { type Meeting, type Panel, PanelStatus } from "../../wire";
import { AskFloor } from "./AskFloor";
import { ConfirmButton } from "./ConfirmButton";
import { EntryWords } from "./entryWords";
import look from "./look.module.css";
import { EntryActs } from "./MyPlace";
import { ownWaiting } from "./model";
import styles from "./ProgrammeTab.module.css";

export function ProgrammeTab() {
  const t = useText();
  const text = useLocalized();
  const { store, hello } = useHall();
  const id = hello?.delegation ?? "";
  const panels = store.panels();
  return (
    <>
      {panels.length === 0 && (
        <Card>
          <p className={look.quiet}>{t("delegate.programme_empty")}</p>
        </Card>
      )}
      {panels.map((panel) => (
        <PanelCard key={panel.id} panel={panel} meeting={store.meeting(panel.meeting)} own={id} />
      ))}
      <div className={styles.signedIn}>
        <p className={look.quiet}>
          {t("delegate.signed_in_as", { name: text(store.delegation(id)?.name) || hello?.seat || "" })}
        </p>
        <ConfirmButton
          look="plain"
          label={t("common.sign_out")}
          confirm={t("delegate.sign_out_now")}
          keep={t("delegate.stay_signed_in")}
          note={t("delegate.sign_out_note")}
          busy={false}
          busyLabel={t("common.sign_out")}
          onConfirm={() => {
            takeNoMoreSteps();
            signOut("delegate");
          }}
        />
      </div>
    </>
  );
}

function PanelCard({ panel, meeting, own }: { panel: Panel; meeting: Meeting | undefined; own: string }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const now = useNow(1_000);
  const mine = ownWaiting(store, panel, own, now);
  const live = panel.status === PanelStatus.OPEN;
  const title = text(panel.title) || t("panel.draft");
  const closed = panel.status === PanelStatus.CLOSED;
  return (
    <Card
      strong={live}
      title={title}
      aside={
        <span className={look.chips}>
          <StatusChip panel={panel} />
          {!panel.draft && !closed && <ListChip panel={panel} />}
        </span>
      }
    >
      {text(panel.subtitle) && <p>{text(panel.subtitle)}</p>}
      {meeting && (
        <p className={look.quiet}>
          {format.date(meeting.plannedStartAt)}, {format.time(meeting.plannedStartAt)}–
          {format.time(meeting.plannedEndAt)}
        </p>
      )}
      <Contents panel={panel} />
      {!live && mine.length > 0 && (
        <div className={styles.onList}>
          {mine.map((one) => (
            <div key={one.entry.id}>
              <p>
                <b>{t("delegate.on_list_here", { place: one.place })}</b>
              </p>
              <EntryWords entry={one.entry} />
              <EntryActs of={one} several />
            </div>
          ))}
        </div>
      )}
      {!live && !panel.draft && takesRequests(panel) && (
        <>
          {mine.length === 0 && <p className={look.quiet}>{t("delegate.advance")}</p>}
          <AskFloor panel={panel} own={mine} label={title} quiet />
        </>
      )}
    </Card>
  );
}

function StatusChip({ panel }: { panel: Panel }) {
  const t = useText();
  if (panel.draft) return <Chip>{t("panel.draft")}</Chip>;
  if (panel.status === PanelStatus.OPEN) return <Chip tone="go">{t("delegate.now_under_way")}</Chip>;
  return <Chip>{t(statusId(panel.status))}</Chip>;
}

/** Its documents and its themes. */
function Contents({ panel }: { panel: Panel }) {
  const t = useText();
  const text = useLocalized();
  return (
    <>
      {panel.documents.length > 0 && (
        <section>
          <h3 className={look.othersTitle}>{t("delegate.documents")}</h3>
          <ul className={look.items}>
            {panel.documents.map((document) => (
              <li key={`${document.symbol} ${text(document.title)}`}>
                {document.symbol && <b>{document.symbol}</b>} {text(document.title)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {panel.themes.length > 0 && (
        <section>
          <h3 className={look.othersTitle}>{t("delegate.themes")}</h3>
          <ul className={look.items}>
            {panel.themes.map((theme) => (
              <li key={text(theme.title)}>{text(theme.title)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function statusId(status: PanelStatus): MessageId {
  return status === PanelStatus.CLOSED ? "panel.closed" : "panel.planned";
}
