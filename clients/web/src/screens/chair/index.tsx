// The chair's console: who speaks, how long, who is next; and every act of the floor within reach.
import { useCallback, useEffect, useMemo, useState } from "react";
import { useRejectionText, useText } from "../../i18n";
import { ConnectionBar } from "../../parts/ConnectionBar";
import { Skeleton } from "../../parts/Skeleton";
import { Awaited } from "../../shared/acts/Awaited";
import { bookOf } from "../../shared/acts/book";
import { openPanelOf, sightOf } from "../../shared/acts/sight";
import { CONSOLE_KEYS } from "../../shared/acts/table/console";
import { useActKeys } from "../../shared/acts/useActKeys";
import { type Acting, ActingProvider, useActs } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import { InscribeForm } from "../../shared/InscribeForm";
import { Late } from "../../shared/Late";
import { LedgerLine, LedgerSince } from "../../shared/LedgerLine";
import { Booths } from "./Booths";
import { type Console, ConsoleProvider, type DialogOpen, useConsole } from "./console";
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
import { panelToShow } from "./model";
import { NextBar } from "./NextBar";
import { useNextPress, useRestAtChange } from "./next";
import { Panellists } from "./Panellists";
import { Points } from "./Points";
import { Programme } from "./Programme";
import { SpeakersCard } from "./SpeakersCard";
import styles from "./screen.module.css";
import { TimeCard } from "./TimeCard";

export default function ChairScreen() {
  const hall = useHall();
  const { store, version } = hall;
  const [dialog, setDialog] = useState<DialogOpen | undefined>();
  const [shown = "", show] = useShownPanel();
  const close = useCallback(() => setDialog(undefined), []);
  const live = hall.status === "live";
  // The store changes in place: `version` tells when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const console = useMemo<Console>(
    () => ({
      seen: sightOf(store, store.panel(shown), hall.hello?.seat),
      live,
      languages: store.session()?.languages ?? [],
      timezone: store.session()?.timezone || "UTC",
      open: setDialog,
      show,
    }),
    [store, version, shown, show, live],
  );
  const acting = useMemo<Acting>(
    () => ({ screen: "chair", panel: shown, keeps: false, open: setDialog, show }),
    [shown, show],
  );
  useRestAtChange(store.filled ? store : undefined, shown, bookOf(hall).rest);
  if (!store.filled) return <Skeleton />;
  return (
    <ActingProvider value={acting}>
      <ConsoleProvider value={console}>
        <div className={styles.screen}>
          <Head />
          <Main />
          <Keys />
          <Announcer />
          <Awaited />
          {dialog && <OpenDialog dialog={dialog} onClose={close} />}
        </div>
      </ConsoleProvider>
    </ActingProvider>
  );
}

function Head() {
  const { status } = useHall();
  return (
    <div className={styles.head}>
      <Header />
      <Late />
      <div className={styles.lost}>
        <ConnectionBar state={status} />
        <LedgerLine>
          <LedgerSince />
        </LedgerLine>
      </div>
    </div>
  );
}

function Main() {
  return (
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
  const panel = useConsole().seen.panel?.id ?? "";
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
  const { open } = useConsole();
  const { done } = useActs().book;
  const { press } = useNextPress();
  useActKeys(CONSOLE_KEYS, {
    next: press,
    undo: () => {
      done?.undo.take();
      return done !== undefined;
    },
    go_to_list: focusList,
    sheet: () => {
      open({ kind: "keys" });
      return true;
    },
  });
  return null;
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
  const { book } = useActs();
  const last = [...book.refusals.values()].at(-1);
  return (
    <div role="status" className="visually-hidden">
      {book.held.size > 0 ? t("chair.held") : last && words(last.code, last.details)}
    </div>
  );
}
