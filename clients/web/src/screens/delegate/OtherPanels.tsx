// Where else the delegation waits: the place on each other list, and whether a text is there.
import { joined, useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { useHall } from "../../shared/hall";
import { kindWord } from "../../shared/kinds";
import { meetingOf, type Waiting } from "../../shared/situation";
import type { Store } from "../../sync/store";
import { type Panel, PanelStatus } from "../../wire";
import look from "./look.module.css";
import { ownWaiting } from "./model";
import styles from "./OtherPanels.module.css";

export type Elsewhere = { panel: Panel; one: Waiting };

/** The own entries on every other panel that is still to come, in the order of the programme. */
export function elsewhere(store: Store, now: Panel, delegation: string, at: number): Elsewhere[] {
  return store
    .panels()
    .filter(({ id, status }) => id !== now.id && status !== PanelStatus.CLOSED)
    .flatMap((panel) => ownWaiting(store, panel, delegation, at).map((one) => ({ panel, one })));
}

export function OtherPanels({ of, onProgramme }: { of: Elsewhere[]; onProgramme: () => void }) {
  const t = useText();
  return (
    <Card flush className={styles.card} title={t("delegate.other_panels")}>
      <ul>
        {of.map((each) => (
          <Row key={each.one.entry.id} of={each} />
        ))}
      </ul>
      <div className={styles.end}>
        <Button look="plain" onPress={onProgramme}>
          <span className={styles.act}>{t("delegate.ask_elsewhere")}</span>
        </Button>
      </div>
    </Card>
  );
}

function Row({ of: { panel, one } }: { of: Elsewhere }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const { entry, place } = one;
  const meeting = meetingOf(store, panel);
  const texts = store.statement(entry.id)?.texts ?? [];
  const latest = Math.max(0, ...texts.map(({ version }) => version));
  const about = joined([
    meeting && `${format.date(meeting.plannedStartAt)}, ${format.time(meeting.plannedStartAt)}`,
    t(kindWord(entry.kind)),
    entry.onBehalfOf && t("floor.on_behalf_of", { group: entry.onBehalfOf }),
  ]);
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <bdi>{text(panel.title) || t("panel.draft")}</bdi>
        <bdi className={look.quiet}>{about}</bdi>
      </span>
      <span className={styles.how}>
        <b>{t("delegate.place_number", { place })}</b>
        <span className={look.quiet}>
          {latest > 0 ? t("delegate.version", { version: latest }) : t("delegate.no_text_yet")}
        </span>
      </span>
    </li>
  );
}
