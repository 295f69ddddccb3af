// The programme at the side: meetings with their panels, any of which can be shown; under it the acts on the panel shown
// and its meeting.
import { joined, useFormat, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import type { Offer } from "../../shared/acts/act";
import { Told } from "../../shared/acts/Told";
import {
  askSuspension,
  askTitle,
  closeMeeting,
  closePanel,
  openMeeting,
  openPanel,
  resumeMeeting,
} from "../../shared/acts/table/panels";
import { useActs } from "../../shared/acts/useActs";
import { useNow } from "../../shared/hall";
import { type Meeting, MeetingStatus, type Panel, PanelStatus } from "../../wire";
import { ActButton } from "./ActButton";
import { useConsole } from "./console";
import { useLeaveDrawer, useLeaveOnceOpened } from "./focus";
import { MINUTE_MS, panelTime, programmeOf } from "./model";
import styles from "./Programme.module.css";

export function Programme() {
  const t = useText();
  const { seen, show } = useConsole();
  const leave = useLeaveDrawer();
  const choose = (panel: string) => {
    show(panel);
    leave();
  };
  useLeaveOnceOpened();
  return (
    <nav className={styles.card} aria-label={t("chair.programme.title")}>
      <h2 className={styles.heading}>{t("chair.programme.title")}</h2>
      <ol className={styles.meetings}>
        {programmeOf(seen.view).map(({ meeting, panels }) => (
          <li key={meeting.id}>
            <MeetingLine meeting={meeting} />
            <ul>
              {panels.map((panel) => (
                <li key={panel.id}>
                  <PanelLine panel={panel} shown={panel.id === seen.panel?.id} onShow={choose} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Foot />
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
  const { view } = useConsole().seen;
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
        {joined([panel.status === PanelStatus.CLOSED ? t("panel.closed") : span, used])}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * used_ms) / Math.max(1, planned_ms))}%` }} />
      </span>
    </>
  );
}

function Foot() {
  return (
    <div className={styles.foot}>
      <Told at="programme" />
      <Act act={askTitle} />
      <Act act={openPanel} />
      <Act act={closePanel} look="danger" />
      <Act act={openMeeting} />
      <Act act={askSuspension} />
      <Act act={resumeMeeting} />
      <Act act={closeMeeting} look="danger" />
    </div>
  );
}

/** Where another act takes the place of one that was done, a press right after rests. A form can be opened meanwhile. */
function Act({ act, look = "plain" }: { act: Offer; look?: "plain" | "danger" }) {
  const { book, offers } = useActs();
  if (!offers(act, undefined)) return null;
  const opens = act.opens !== undefined;
  return (
    <ActButton act={act} of={undefined} look={look} rests={!opens && book.rests.has("programme")} focused={opens} />
  );
}
