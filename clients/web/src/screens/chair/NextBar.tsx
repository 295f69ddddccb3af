// The next act, large: as a rule the floor for the head of the list; while a point of order waits, its recognition, and the
// floor can then be given over it by another button only. One large button whatever it does, so that the focus stays.
import type { ReactNode } from "react";
import { useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { Key } from "../../parts/Key";
import { Note } from "../../parts/Note";
import { nameLength } from "../../parts/names";
import { KINDS } from "../../shared/terms";
import { Kind } from "../../wire";
import { giveFloorToNext, skipEntry } from "./actions";
import { nameOfDelegation, speakerOf, useDesk, useRefusalAt } from "./desk";
import { nextAct } from "./model";
import styles from "./NextBar.module.css";
import { useNextPress } from "./next";
import { useSkip } from "./skip";

export function NextBar() {
  const t = useText();
  const { context, places, live } = useDesk();
  const { label, press } = useNextPress();
  const refusal = useRefusalAt()("next");
  const rests = places.rests.has("next");
  const pointFirst = nextAct(context.view, context.panel?.id ?? "").what === "recognise_point";
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
            preventFocusOnPress
            aria-keyshortcuts="Space"
            onPress={press}
          >
            <span className={styles.label}>{label}</span>
            <KeyOrRest rests={rests}>
              <Key name=" " />
            </KeyOrRest>
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
  const t = useText();
  const { context, places, live } = useDesk();
  const skip = useSkip();
  const next = nextAct(context.view, context.panel?.id ?? "");
  if (next.what !== "give_floor" || !skipEntry.available(context, next.entry)) return null;
  return (
    <Button
      look="plain"
      isPending={!live || places.rests.has("next")}
      preventFocusOnPress
      aria-keyshortcuts={skipEntry.shortcut}
      onPress={() => void skip(next.entry, "next")}
    >
      {t(skipEntry.label)} <Key name="K" />
    </Button>
  );
}

/** While a point of order waits: asks whether the floor is to be given over it. */
function GiveAllTheSame() {
  const t = useText();
  const { context, live, open } = useDesk();
  const pointFirst = nextAct(context.view, context.panel?.id ?? "").what === "recognise_point";
  if (!pointFirst || !giveFloorToNext.available(context)) return null;
  return (
    <Button look="plain" isPending={!live} preventFocusOnPress onPress={() => open({ kind: "point_waits" })}>
      <span className={styles.over}>{t("chair.next.give_all_the_same")}</span>
    </Button>
  );
}

function What() {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { context } = useDesk();
  const next = nextAct(context.view, context.panel?.id ?? "");
  switch (next.what) {
    case "recognise_point": {
      const { delegation, note } = next.point;
      const name = nameOfDelegation(context.view, delegation, localize);
      return (
        <>
          <Flag code={context.view.delegation(delegation)?.flag ?? ""} name={name} />
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
    case "give_floor": {
      const entry = context.view.entry(next.entry);
      if (!entry) return null;
      const { name, flag, guest } = speakerOf(context.view, entry, localize);
      const person = guest && entry.speaker?.name !== name ? entry.speaker?.name : "";
      const text = (context.view.statement(entry.id)?.texts.length ?? 0) > 0;
      const kind = entry.kind === Kind.STATEMENT ? undefined : KINDS[entry.kind];
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
      case "point_of_order":
        return "chair.next.ruling_first";
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
