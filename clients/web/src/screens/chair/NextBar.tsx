// The next act, large: as a rule the floor for the head of the list; while a point of order waits, its recognition, and the
// floor can then be given over it by another button only. One large button whatever it does, so that the focus stays.
import type { ReactNode } from "react";
import { type MessageId, useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { ariaKey, Key } from "../../parts/Key";
import { nameLength } from "../../parts/names";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { Told } from "../../shared/acts/Told";
import { skipEntry } from "../../shared/acts/table/entries";
import { giveAllTheSame, next } from "../../shared/acts/table/floor";
import { useActs } from "../../shared/acts/useActs";
import { kindOf, usual_kind } from "../../shared/kinds";
import type { Entry, PointOfOrder } from "../../wire";
import { ActButton } from "./ActButton";
import { nameOfDelegation, speakerOf, useConsole } from "./console";
import { nextAct } from "./model";
import styles from "./NextBar.module.css";
import { useNextPress } from "./next";

export function NextBar() {
  const t = useText();
  const { seen, book, live, reach } = useActs();
  const key = reach(next).keys?.[0];
  const { label, press, unconfirmed } = useNextPress();
  const rests = book.rests.has("next");
  const pointFirst = nextAct(seen.view, seen.panel?.id ?? "").what === "recognise_point";
  return (
    <Card strong className={classes(styles.next, pointFirst && styles.point)} aria-label={t("chair.next.title")}>
      <div className={styles.line}>
        <div className={styles.what}>
          <What />
        </div>
        <PassOver />
        <GiveAllTheSame />
        {label && (
          <Button
            look="primary"
            size="large"
            isPending={!live || rests}
            unconfirmed={unconfirmed}
            preventFocusOnPress
            aria-keyshortcuts={key && ariaKey(key)}
            onPress={press}
          >
            <span className={styles.label}>{label}</span>
            <KeyOrRest rests={rests}>{key && <Key name={key} />}</KeyOrRest>
          </Button>
        )}
      </div>
      {!live && [...book.busy].some((place) => !book.unconfirmedPlaces.has(place)) && (
        <p className={styles.waits}>{t("chair.sent_when_back")}</p>
      )}
      {unconfirmed ? <Unconfirmed edge /> : <Told at="next" edge />}
      {!seen.panel && <p className={styles.waits}>{t("chair.no_panel")}</p>}
    </Card>
  );
}

/** In the place of the key, without a change of width: that the button does nothing just now. */
function KeyOrRest({ rests, children }: { rests: boolean; children: ReactNode }) {
  const t = useText();
  return (
    <span className={styles.ready} data-rests={rests || undefined}>
      <span>{children}</span>
      <span className={styles.moment} aria-hidden="true">
        {t("chair.rests")}
      </span>
    </span>
  );
}

/** For the one who is next, while another one waits. */
function PassOver() {
  const { seen, book, offers } = useActs();
  const stands = nextAct(seen.view, seen.panel?.id ?? "");
  if (stands.what !== "give_floor" || !offers(skipEntry, stands.entry)) return null;
  return <ActButton act={skipEntry} of={stands.entry} look="plain" keyed="drawn" rests={book.rests.has("next")} />;
}

/** While a point of order waits: asks whether the floor is to be given over it. */
function GiveAllTheSame() {
  const t = useText();
  const { seen, live, offers, reach, press } = useActs();
  const pointFirst = nextAct(seen.view, seen.panel?.id ?? "").what === "recognise_point";
  if (!pointFirst || !offers(giveAllTheSame, undefined)) return null;
  return (
    <Button look="plain" isPending={!live} preventFocusOnPress onPress={() => void press(giveAllTheSame, undefined)}>
      <span className={styles.over}>{t(reach(giveAllTheSame).label)}</span>
    </Button>
  );
}

function What() {
  const t = useText();
  const { view, panel } = useConsole().seen;
  const stands = nextAct(view, panel?.id ?? "");
  switch (stands.what) {
    case "recognise_point":
      return <WaitingPoint point={stands.point} />;
    case "give_floor":
      return <Called entry={view.entry(stands.entry)} />;
    case "nothing":
      return <span className={styles.quiet}>{t(WHY_NOTHING[stands.why])}</span>;
    default:
      return <span>{t(BEFORE[stands.what])}</span>;
  }
}

const BEFORE = {
  open_meeting: "chair.next.meeting_planned",
  resume_meeting: "chair.next.meeting_suspended",
  title_panel: "chair.next.panel_draft",
  open_panel: "chair.next.panel_planned",
  open_list: "chair.next.list_not_open",
} as const satisfies Record<string, MessageId>;

const WHY_NOTHING = {
  nobody_waiting: "chair.next.nobody_waiting",
  point_of_order: "chair.next.ruling_first",
  meeting_closed: "chair.next.meeting_closed",
  panel_closed: "chair.next.panel_closed",
  other_meeting_open: "chair.next.other_meeting_open",
  other_panel_open: "chair.next.other_panel_open",
} as const satisfies Record<string, MessageId>;

function WaitingPoint({ point: { delegation, note } }: { point: PointOfOrder }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const name = nameOfDelegation(view, delegation, localize);
  return (
    <>
      <Flag code={view.delegation(delegation)?.flag ?? ""} name={name} />
      <span className={styles.who}>
        <span className={styles.first}>{t("chair.next.point_first")}</span>
        <span className={styles.name} data-length={nameLength(name)}>
          {name}
        </span>
        {note && <span className={styles.person}>{note}</span>}
      </span>
    </>
  );
}

function Called({ entry }: { entry: Entry | undefined }) {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  if (!entry) return null;
  const { name, flag, guest } = speakerOf(view, entry, localize);
  const person = guest && entry.speaker?.name !== name ? entry.speaker?.name : "";
  const text = (view.statement(entry.id)?.texts.length ?? 0) > 0;
  const kind = entry.kind === usual_kind ? undefined : kindOf(entry.kind)?.word;
  return (
    <>
      <span className={styles.quiet}>{t("chair.next.title")}</span>
      {!guest && <Flag code={flag} name={name} />}
      <span className={styles.who}>
        <span className={styles.name} data-length={nameLength(name)}>
          {name}
        </span>
        {person && <span className={styles.person}>{person}</span>}
        <span className={styles.chips}>
          <Chip>{format.duration(entry.limitMs)}</Chip>
          {kind && <Chip>{t(kind)}</Chip>}
          <Chip tone={text ? "go" : "neutral"}>{t(text ? "chair.text.text_ready" : "chair.text.no_text")}</Chip>
        </span>
      </span>
    </>
  );
}
