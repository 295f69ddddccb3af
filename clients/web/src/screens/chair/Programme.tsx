// The programme at the side: meetings with their panels, any of which can be shown; under it the acts on the panel shown
// and its meeting.
import { useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { classes } from "../../parts/class";
import { Key } from "../../parts/Key";
import { Note } from "../../parts/Note";
import { useNow } from "../../shared/hall";
import { type Meeting, MeetingStatus, type Panel, PanelStatus } from "../../wire";
import {
  type Action,
  closeMeeting,
  closePanel,
  openMeeting,
  openPanel,
  resumeMeeting,
  setPanelTitle,
  suspendMeeting,
} from "./actions";
import { useDesk, useRefusalAt } from "./desk";
import { MINUTE_MS, panelTime, programmeOf } from "./model";
import { Notices } from "./Notices";
import styles from "./Programme.module.css";
import { DoneToast } from "./SpeakersCard";

export function Programme() {
  const t = useText();
  const { context, show } = useDesk();
  return (
    <nav className={styles.card} aria-label={t("chair.programme.title")}>
      <h2 className={styles.heading}>{t("chair.programme.title")}</h2>
      <ol className={styles.meetings}>
        {programmeOf(context.view).map(({ meeting, panels }) => (
          <li key={meeting.id}>
            <MeetingLine meeting={meeting} />
            <ul>
              {panels.map((panel) => (
                <li key={panel.id}>
                  <PanelLine panel={panel} shown={panel.id === context.panel?.id} onShow={show} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Notices />
      <Foot />
      <DoneToast where="programme" />
    </nav>
  );
}

function MeetingLine({ meeting }: { meeting: Meeting }) {
  const t = useText();
  const localize = useLocalized();
  const state =
    meeting.status === MeetingStatus.OPEN
      ? t("chair.meeting.open")
      : meeting.status === MeetingStatus.SUSPENDED
        ? t("chair.meeting.suspended")
        : meeting.status === MeetingStatus.CLOSED
          ? t("chair.meeting.closed")
          : "";
  const sits = meeting.status === MeetingStatus.OPEN;
  const suspended = meeting.status === MeetingStatus.SUSPENDED;
  return (
    <p className={styles.meeting}>
      <span>{localize(meeting.title)}</span>
      <span className={classes(sits && styles.sits, suspended && styles.suspended)}>{state}</span>
    </p>
  );
}

function PanelLine({ panel, shown, onShow }: { panel: Panel; shown: boolean; onShow: (panel: string) => void }) {
  const localize = useLocalized();
  return (
    <button
      type="button"
      className={classes(styles.panel, shown && styles.shown)}
      aria-current={shown ? "true" : undefined}
      onClick={() => onShow(panel.id)}
    >
      <span className={styles.title}>{localize(panel.title)}</span>
      <PanelState panel={panel} />
    </button>
  );
}

function PanelState({ panel }: { panel: Panel }) {
  const t = useText();
  const format = useFormat();
  const { view } = useDesk().context;
  const now = useNow(60_000);
  const time = panelTime(view, panel.id, now);
  if (panel.draft) return <span className={styles.state}>{t("chair.programme.draft")}</span>;
  if (!time) return null;
  const span = format.timeRange(time.plannedStartAt, time.plannedEndAt);
  if (panel.status === PanelStatus.PLANNED) return <span className={styles.state}>{span}</span>;
  const used_ms = time.panellists_ms + time.spoken_ms;
  const planned_ms = time.plannedEndAt - time.plannedStartAt;
  const used = t("chair.programme.used", {
    used: Math.round(used_ms / MINUTE_MS),
    planned: Math.round(planned_ms / MINUTE_MS),
  });
  return (
    <>
      <span className={styles.state}>
        {panel.status === PanelStatus.CLOSED ? t("panel.closed") : span} · {used}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * used_ms) / Math.max(1, planned_ms))}%` }} />
      </span>
    </>
  );
}

function Foot() {
  const t = useText();
  const { context, places, live, open } = useDesk();
  const refusal = useRefusalAt()("programme");
  const { panel } = context;
  const untitled = panel?.draft;
  return (
    <div className={styles.foot}>
      {refusal && (
        <Note
          tone="stop"
          end={
            <Button look="plain" size="small" onPress={() => places.dismiss("programme")}>
              {t("common.dismiss")}
            </Button>
          }
        >
          {refusal}
        </Note>
      )}
      {untitled && (
        <Button look="plain" isPending={!live} onPress={() => open({ kind: "title" })}>
          {t(setPanelTitle.label)}
        </Button>
      )}
      <Act action={openPanel} />
      <Act action={closePanel} look="danger" />
      <Act action={openMeeting} />
      {suspendMeeting.available(context, { until: 0, listClosesAt: 0 }) && (
        <Button look="plain" isPending={!live} onPress={() => open({ kind: "suspend" })}>
          {t(suspendMeeting.label)}
        </Button>
      )}
      <Act action={resumeMeeting} />
      <Act action={closeMeeting} look="danger" />
      <Button look="plain" aria-keyshortcuts="?" onPress={() => open({ kind: "keys" })}>
        {t("chair.keys.open")} <Key name="?" />
      </Button>
    </div>
  );
}

function Act({ action, look = "plain" }: { action: Action; look?: "plain" | "danger" }) {
  const t = useText();
  const { context, places, live } = useDesk();
  if (!action.available(context)) return null;
  const press = () => {
    const { inverse } = action;
    void places.send(
      "programme",
      action.command(context),
      inverse && {
        where: "programme",
        words: t(inverse.done),
        label: t(inverse.label),
        inverse: (now) => inverse.commands(context, undefined, now),
      },
    );
  };
  return (
    <Button look={look} preventFocusOnPress isPending={!live || places.rests.has("programme")} onPress={press}>
      {t(action.label)}
    </Button>
  );
}
