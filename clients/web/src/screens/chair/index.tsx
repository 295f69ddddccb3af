// The chair's console: who speaks, how long, who is next; and every act of the floor within reach. The strip with both, and
// the top of the list, stay where they are whoever speaks and whatever waits.
import { useCallback, useEffect, useMemo, useState } from "react";
import { ConnectionBar } from "../../parts/ConnectionBar";
import { classes } from "../../parts/class";
import { Skeleton } from "../../parts/Skeleton";
import { useMedia } from "../../parts/useMedia";
import { Awaited } from "../../shared/acts/Awaited";
import { openPanelOf, sightOf } from "../../shared/acts/sight";
import { correctEntry } from "../../shared/acts/table/requests";
import { UnansweredLine } from "../../shared/acts/UnansweredLine";
import { type Acting, ActingProvider } from "../../shared/acts/useActs";
import { useFloorRests, useRestAtChange } from "../../shared/acts/useRestAtChange";
import { laterForm } from "../../shared/FormLater";
import { useHall } from "../../shared/hall";
import { LedgerLine, LedgerSince } from "../../shared/LedgerLine";
import lost from "../../shared/lost.module.css";
import { Announcer } from "./Announcer";
import { BoothCard, BoothsReadOut } from "./Booths";
import {
  COVERS,
  type Console,
  ConsoleProvider,
  type DialogOpen,
  type Drawer as DrawerName,
  useConsole,
} from "./console";
import { FloorCard } from "./FloorCard";
import { useFocusAfterDialog, useFocusAtFirst } from "./focus";
import { Header } from "./Header";
import { Keys } from "./Keys";
import { Motions, MotionsReadOut } from "./Motions";
import { nextAct, panelToShow } from "./model";
import { NextCard } from "./NextCard";
import { NoticesReadOut } from "./Notices";
import { nameOfAct } from "./next";
import { Points, PointsReadOut } from "./Points";
import { Drawer, Rail } from "./Rail";
import { Refusals } from "./Refusals";
import { low, no_side } from "./room";
import { SpeakersCard } from "./SpeakersCard";
import { useSaid } from "./said";
import styles from "./screen.module.css";
import { TimeCard } from "./TimeCard";

// Nobody opens a form before the console stands, and by then they are on their way.
const dialogs = () => import("./dialogs");
const AddTimeDialog = laterForm(() => dialogs().then((all) => all.AddTimeDialog));
const AnnounceClosingDialog = laterForm(() => dialogs().then((all) => all.AnnounceClosingDialog));
const MoveDialog = laterForm(() => dialogs().then((all) => all.MoveDialog));
const PlanOpeningDialog = laterForm(() => dialogs().then((all) => all.PlanOpeningDialog));
const PointWaitsDialog = laterForm(() => dialogs().then((all) => all.PointWaitsDialog));
const SpeechLimitDialog = laterForm(() => dialogs().then((all) => all.SpeechLimitDialog));
const SuspendDialog = laterForm(() => dialogs().then((all) => all.SuspendDialog));
const TitleDialog = laterForm(() => dialogs().then((all) => all.TitleDialog));
const motionDialogs = () => import("./motionDialogs");
const CarryDialog = laterForm(() => motionDialogs().then((all) => all.CarryDialog));
const MotionDialog = laterForm(() => motionDialogs().then((all) => all.MotionDialog));
const MotionSpeakerDialog = laterForm(() => motionDialogs().then((all) => all.MotionSpeakerDialog));
const KeysDialog = laterForm(() => import("./KeysDialog").then((all) => all.KeysDialog));
const LimitsDialog = laterForm(() => import("./LimitsDialog").then((all) => all.LimitsDialog));
const CorrectForm = laterForm(() => import("../../shared/CorrectForm").then((all) => all.CorrectForm));
const InscribeForm = laterForm(() => import("../../shared/InscribeForm").then((all) => all.InscribeForm));

export default function ChairScreen() {
  const hall = useHall();
  const { store, version } = hall;
  const [dialog, setDialog] = useState<DialogOpen | undefined>();
  const [drawer, setDrawer] = useState<DrawerName | undefined>();
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
      drawer,
      draw: setDrawer,
    }),
    [store, version, shown, show, live, drawer],
  );
  const acting = useMemo<Acting>(
    () => ({ screen: "chair", panel: shown, keeps: false, remembers: true, open: setDialog, show }),
    [shown, show],
  );
  useFocusAfterDialog(dialog);
  useFocusAtFirst(store.filled);
  useRestAtChange("next", store.filled ? nameOfAct(nextAct(store, shown)) : undefined);
  useFloorRests(store.floor(shown));
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
      <div className={classes(lost.lost, styles.lost)}>
        <ConnectionBar state={status} />
        <UnansweredLine />
        <Unsent />
        <LedgerLine>
          <LedgerSince />
        </LedgerLine>
      </div>
    </div>
  );
}

/** The last act that was not done, for as long as there is no line. */
function Unsent() {
  const { status } = useHall();
  const { id, words, seen } = useSaid();
  return (
    <div role="status">
      {seen && status !== "live" && (
        <p key={id} className={styles.unsent}>
          {words}
        </p>
      )}
    </div>
  );
}

function Main() {
  const noSide = useMedia(no_side);
  return (
    <main className={styles.main}>
      <div className={styles.strip} data-zone="strip">
        <FloorCard />
        <NextCard />
      </div>
      <div className={styles.body}>
        <Refusals />
        <SpeakersCard />
        {!noSide && <Side />}
        <Drawer />
      </div>
      <Rail />
      <PointsReadOut />
      <MotionsReadOut />
      <BoothsReadOut />
      <NoticesReadOut />
    </main>
  );
}

function Side() {
  const isLow = useMedia(low);
  const { drawer } = useConsole();
  return (
    <div className={styles.side} data-zone="side" inert={drawer !== undefined && COVERS[drawer] === true}>
      <Points />
      <Motions />
      <TimeCard />
      {!isLow && <BoothCard />}
    </div>
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
      return <InscribeForm panel={panel} kind={dialog.of} delegation={dialog.delegation} onClose={onClose} />;
    case "add_time":
      return <AddTimeDialog onClose={onClose} />;
    case "speech_limit":
      return <SpeechLimitDialog onClose={onClose} />;
    case "move":
      return <MoveDialog entry={dialog.entry} onClose={onClose} />;
    case "correct":
      return <CorrectForm entry={dialog.entry} act={correctEntry} onClose={onClose} />;
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
    case "motion":
      return <MotionDialog onClose={onClose} />;
    case "motion_speaker":
      return <MotionSpeakerDialog entry={dialog.entry} onClose={onClose} />;
    case "carry":
      return <CarryDialog entry={dialog.entry} onClose={onClose} />;
    case "keys":
      return <KeysDialog onClose={onClose} />;
  }
}
