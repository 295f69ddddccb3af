// The next act, large: as a rule the floor for the head of the list; while a point of order waits, its recognition. The large
// button is one whatever it does, and always in the same place, so that the hand and the focus stay.
import type { KeyboardEvent, ReactNode } from "react";
import { type MessageId, useFormat, useLocalized, useText } from "../../i18n";
import { joined } from "../../i18n/isolated";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { FitText } from "../../parts/FitText";
import { Flag } from "../../parts/Flag";
import { Key } from "../../parts/Key";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { skipEntry } from "../../shared/acts/table/entries";
import { useActs } from "../../shared/acts/useActs";
import { waitingPoints } from "../../shared/acts/waiting";
import { kindOf, usual_kind } from "../../shared/kinds";
import { flagOf } from "../../shared/situation";
import type { Entry, PointOfOrder } from "../../wire";
import { ActButton } from "./ActButton";
import { Age } from "./Age";
import { nameOfDelegation, speakerOf, useConsole } from "./console";
import { nextAct } from "./model";
import styles from "./NextCard.module.css";
import { useNextPress } from "./next";
import { NotTakenUp } from "./Points";
import { useSayUnsent } from "./said";

const LABEL_STEPS = [
  { size: 18, lines: 1 },
  { size: 15, lines: 2 },
  { size: 13, lines: 3 },
];
const NAME_STEPS = [
  { size: 22, lines: 1 },
  { size: 18, lines: 1 },
  { size: 15, lines: 2 },
  { size: 13, lines: 2 },
  { size: 12, lines: 3 },
];

export function NextCard() {
  const t = useText();
  const { seen } = useActs();
  const { drawer } = useConsole();
  const stands = nextAct(seen.view, seen.panel?.id ?? "");
  const pointFirst = stands.what === "recognise_point";
  return (
    <Card strong className={classes(styles.next, pointFirst && styles.point)} aria-label={t("chair.next.title")}>
      {pointFirst && <span key={stands.point.entry} className={styles.blink} aria-hidden="true" />}
      <What />
      <Large outlined={drawer !== undefined} />
      <LargeAwaited />
      {!seen.panel && <p className={styles.waits}>{t("chair.no_panel")}</p>}
    </Card>
  );
}

function LargeAwaited() {
  const { book } = useActs();
  const { unconfirmed } = useNextPress();
  return unconfirmed || book.unconfirmedPlaces.has("next") ? <Unconfirmed edge /> : null;
}

/** One primary act at a time: while something else is open, this one is outlined, and works. */
function Large({ outlined }: { outlined: boolean }) {
  const { book, live } = useActs();
  const sayUnsent = useSayUnsent();
  const { label, press, unconfirmed } = useNextPress();
  const rests = book.rests.has("next");
  // A press that does nothing is said to have done nothing.
  const idle = () => {
    if (!live) sayUnsent(label ?? "");
    else if (rests) book.holds("next");
  };
  const idleKey = ({ key, repeat }: KeyboardEvent) => {
    if (!repeat && (key === " " || key === "Enter")) idle();
  };
  return (
    <div
      className={styles.large}
      data-outlined={outlined || undefined}
      onClickCapture={idle}
      onKeyDownCapture={idleKey}
    >
      {label && (
        <Button
          look={outlined ? "secondary" : "primary"}
          size="large"
          isPending={!live || rests}
          unconfirmed={unconfirmed}
          aria-keyshortcuts="Space"
          data-main=""
          onPress={press}
        >
          <FitText steps={LABEL_STEPS} className={styles.label}>
            {label}
          </FitText>
          <KeyOrRest rests={rests}>
            <Key name=" " />
          </KeyOrRest>
        </Button>
      )}
    </div>
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
      return <Standing>{t(WHY_NOTHING[stands.why])}</Standing>;
    default:
      return <Standing>{t(BEFORE[stands.what])}</Standing>;
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
  motion: "chair.next.motion_first",
  meeting_closed: "chair.next.meeting_closed",
  panel_closed: "chair.next.panel_closed",
  other_meeting_open: "chair.next.other_meeting_open",
  other_panel_open: "chair.next.other_panel_open",
} as const satisfies Record<string, MessageId>;

function Standing({ children }: { children: string }) {
  const t = useText();
  return (
    <>
      <div className={styles.head}>
        <span className={styles.quiet}>{t("chair.next.title")}</span>
      </div>
      <p className={styles.standing}>{children}</p>
    </>
  );
}

function WaitingPoint({ point }: { point: PointOfOrder }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const name = nameOfDelegation(view, point.delegation, localize);
  const of = waitingPoints(view).length;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.about} data-folds="">
          <span className={styles.first} title={t("chair.next.point_first")}>
            {t("chair.next.point_first")}
          </span>
          {of > 1 && <Chip>{t("chair.points.of", { place: 1, of })}</Chip>}
          <span className={styles.age}>
            <Chip>
              <Age since={point.raisedAt} />
            </Chip>
          </span>
        </span>
        <NotTakenUp point={point.entry} name={name} />
      </div>
      <div className={styles.what}>
        <Flag code={flagOf(view.delegation(point.delegation))} name={name} size="header" />
        <span className={styles.who}>
          <FitText steps={NAME_STEPS}>{name}</FitText>
          {point.note && (
            <span className={styles.note} title={point.note} dir="auto">
              {t("chair.points.note", { note: point.note })}
            </span>
          )}
        </span>
      </div>
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
  const person = joined([entry.speaker?.name !== name && entry.speaker?.name, entry.speaker?.title], ", ");
  const text = (view.statement(entry.id)?.texts.length ?? 0) > 0;
  const onTheWay = (view.deskNote(entry.id)?.onTheWayAt ?? 0) > 0;
  const kind = entry.kind === usual_kind ? undefined : kindOf(entry.kind);
  return (
    <>
      <div className={styles.head}>
        <span className={styles.about} data-folds="">
          <span className={styles.quiet}>{t("chair.next.title")}</span>
          <span className={styles.limit}>
            <Chip>{format.duration(entry.limitMs)}</Chip>
          </span>
          {kind && <Chip>{t(kind.short ?? kind.word)}</Chip>}
          <Chip tone={text ? "go" : "neutral"}>{t(text ? "chair.text.text_ready" : "chair.text.no_text")}</Chip>
          {onTheWay && <Chip tone="go">{t("chair.stand_by.on_the_way")}</Chip>}
        </span>
        <PassOver />
      </div>
      <div className={styles.what}>
        {!guest && <Flag code={flag} name={name} size="header" />}
        <span className={styles.who}>
          <FitText steps={NAME_STEPS}>{name}</FitText>
          {person && (
            <span className={styles.person} title={person}>
              {person}
            </span>
          )}
        </span>
      </div>
    </>
  );
}

/** For the one who is next, while another one waits. */
function PassOver() {
  const { seen, book, offers } = useActs();
  const stands = nextAct(seen.view, seen.panel?.id ?? "");
  if (stands.what !== "give_floor" || !offers(skipEntry, stands.entry)) return null;
  return <ActButton act={skipEntry} of={stands.entry} look="plain" size="small" rests={book.rests.has("next")} />;
}
