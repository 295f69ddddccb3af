// The chair's console: who speaks, how long, who is next; and every act of the floor within reach.
import { useCallback, useEffect, useMemo, useState } from "react";
import { useRejectionText, useText } from "../../i18n";
import { ConnectionBar } from "../../parts/ConnectionBar";
import { Skeleton } from "../../parts/Skeleton";
import { useShortcuts } from "../../parts/shortcuts";
import { useHall } from "../../shared/hall";
import { InscribeForm } from "../../shared/InscribeForm";
import { Late } from "../../shared/Late";
import { Kind } from "../../wire";
import {
  type Action,
  addHalfMinute,
  addMinute,
  addTime,
  announceListClosing,
  closeList,
  endSpeech,
  inscribe,
  markSignalSeen,
  openList,
  pauseSpeech,
  RULINGS,
  raisePointFor,
  recognisePoint,
  resumeSpeech,
  returnSpeaker,
  setSpeechLimit,
  skipEntry,
} from "./actions";
import { Booths } from "./Booths";
import { contextOf, type Desk, DeskProvider, type DialogOpen, useDesk } from "./desk";
import {
  AddTimeDialog,
  AnnounceClosingDialog,
  MoveDialog,
  PlanOpeningDialog,
  PointWaitsDialog,
  SpeechLimitDialog,
  SuspendDialog,
  TitleDialog,
} from "./dialogs";
import { FloorCard } from "./FloorCard";
import { Header } from "./Header";
import { KeysDialog } from "./KeysDialog";
import { Limits } from "./Limits";
import { LimitsDialog } from "./LimitsDialog";
import { newestUnseen, openPanelOf, panelToShow, waitingPoints } from "./model";
import { NextBar } from "./NextBar";
import { useNextPress, useRestAtChange } from "./next";
import { Panellists } from "./Panellists";
import { Points, useRecognise } from "./Points";
import { Programme } from "./Programme";
import { usePlaces } from "./places";
import { SpeakersCard, useMainListPress } from "./SpeakersCard";
import styles from "./screen.module.css";
import { useSkip } from "./skip";
import { TimeCard } from "./TimeCard";

export default function ChairScreen() {
  const hall = useHall();
  const { store } = hall;
  const places = usePlaces(hall);
  const [dialog, setDialog] = useState<DialogOpen | undefined>();
  const [shown, show] = useShownPanel();
  const close = useCallback(() => setDialog(undefined), []);
  const live = hall.status === "live";
  const { version } = hall;
  // The store changes in place: `version` tells when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const desk = useMemo<Desk>(() => {
    const panel = shown === undefined ? undefined : store.panel(shown);
    return {
      context: contextOf(store, panel),
      places,
      live,
      languages: store.session()?.languages ?? [],
      timezone: store.session()?.timezone || "UTC",
      open: setDialog,
      show,
    };
  }, [store, version, shown, show, places, live]);
  useRestAtChange(store.filled ? store : undefined, shown ?? "", places.rest);
  if (!store.filled) return <Skeleton />;
  return (
    <DeskProvider value={desk}>
      <div className={styles.screen}>
        <div className={styles.head}>
          <Header />
          <Late />
          <div className={styles.lost}>
            <ConnectionBar state={hall.status} />
          </div>
        </div>
        <main className={styles.main}>
          <Programme />
          <div className={styles.centre}>
            <FloorCard />
            <NextBar />
            <SpeakersCard />
          </div>
          <div className={styles.side}>
            <Points />
            <Booths />
            <TimeCard />
            <Panellists />
            <Limits />
          </div>
        </main>
        <Keys />
        <Announcer />
        {dialog && <OpenDialog dialog={dialog} onClose={close} />}
      </div>
    </DeskProvider>
  );
}

/** The panel shown: as chosen; a panel that is opened, here or elsewhere, comes to the front. */
function useShownPanel(): [string | undefined, (panel: string) => void] {
  const { store } = useHall();
  const [chosen, choose] = useState<string | undefined>();
  const open = openPanelOf(store)?.id;
  const first = chosen ?? open ?? panelToShow(store);
  useEffect(() => {
    if (open) choose(open);
  }, [open]);
  useEffect(() => {
    if (chosen === undefined && first !== undefined) choose(first);
  }, [chosen, first]);
  return [first, choose];
}

function OpenDialog({ dialog, onClose }: { dialog: DialogOpen; onClose: () => void }) {
  const panel = useDesk().context.panel?.id ?? "";
  switch (dialog.kind) {
    case "add":
      return <InscribeForm panel={panel} kind={dialog.of} onClose={onClose} />;
    case "add_time":
      return <AddTimeDialog onClose={onClose} />;
    case "speech_limit":
      return <SpeechLimitDialog onClose={onClose} />;
    case "move":
      return <MoveDialog entry={dialog.entry} onClose={onClose} />;
    case "plan_opening":
      return <PlanOpeningDialog onClose={onClose} />;
    case "announce_closing":
      return <AnnounceClosingDialog onClose={onClose} />;
    case "suspend":
      return <SuspendDialog onClose={onClose} />;
    case "title":
      return <TitleDialog onClose={onClose} />;
    case "limits":
      return <LimitsDialog onClose={onClose} />;
    case "point_waits":
      return <PointWaitsDialog onClose={onClose} />;
    case "keys":
      return <KeysDialog onClose={onClose} />;
  }
}

/** Single keys for acts; the sheet lists them. */
function Keys() {
  const { context, places, live, open } = useDesk();
  const { press: pressNext } = useNextPress();
  const pressList = useMainListPress();
  const recognise = useRecognise();
  const skip = useSkip();
  useShortcuts((key) => {
    if (key === "?") return opens({ kind: "keys" });
    if (key === "G") return focusList();
    if (!live) return false;
    switch (key) {
      case " ":
        return pressNext();
      case "U":
        places.done?.inverse.take();
        return places.done !== undefined;
      case pauseSpeech.shortcut:
        return sends(pauseSpeech) || sends(resumeSpeech);
      case addHalfMinute.shortcut:
        return sends(addHalfMinute);
      case addMinute.shortcut:
        return sends(addMinute);
      case endSpeech.shortcut:
        return sends(endSpeech);
      case returnSpeaker.shortcut:
        return sends(returnSpeaker);
      case addTime.shortcut:
        return addTime.available(context, 0) && opens({ kind: "add_time" });
      case setSpeechLimit.shortcut:
        return setSpeechLimit.available(context, 0) && opens({ kind: "speech_limit" });
      case inscribe.shortcut:
        return context.panel !== undefined && opens({ kind: "add" });
      case raisePointFor.shortcut:
        return raisePointFor.available(context) && opens({ kind: "add", of: Kind.POINT_OF_ORDER });
      case announceListClosing.shortcut:
        return announceListClosing.available(context, 0) && opens({ kind: "announce_closing" });
      case openList.shortcut:
        return openList.available(context) && pressList();
      case closeList.shortcut:
        return closeList.available(context) && pressList();
      case recognisePoint.shortcut: {
        const oldest = waitingPoints(context.view)[0];
        return oldest !== undefined && recognise(oldest);
      }
      case markSignalSeen.shortcut: {
        const signal = newestUnseen(context.view.signals());
        if (!markSignalSeen.available(context, signal)) return false;
        void places.send("booths", markSignalSeen.command(context, signal));
        return true;
      }
      case skipEntry.shortcut:
        return skip(context.next, "next");
      default: {
        const ruling = RULINGS.find(({ shortcut }) => shortcut === key);
        return ruling !== undefined && sends(ruling);
      }
    }
  });
  return null;

  function opens(dialog: DialogOpen): boolean {
    open(dialog);
    return true;
  }
  function sends(action: Action): boolean {
    if (!action.available(context)) return false;
    void places.send("floor", action.command(context));
    return true;
  }
}

function focusList(): boolean {
  const rows = document.querySelectorAll<HTMLElement>("[data-entry]");
  const row = [...rows].find((each) => each.tabIndex === 0) ?? rows[0];
  row?.focus();
  return row !== undefined;
}

/** Refusals are read out as they come, wherever they show; and that a press came too soon after another. */
function Announcer() {
  const t = useText();
  const words = useRejectionText();
  const { places } = useDesk();
  const last = [...places.refusals.values()].at(-1);
  return (
    <div role="status" className="visually-hidden">
      {places.held.size > 0 ? t("chair.held") : last && words(last.code, last.details)}
    </div>
  );
}
