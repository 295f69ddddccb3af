// The secretariat's desk: who speaks and what needs an act now, always in sight; beside it the roster, the list, the texts, the
// notices, the log or the sign-in sheet, by the rail.
import { useCallback, useMemo, useState } from "react";
import { TabPanel, Tabs } from "react-aria-components";
import { useText } from "../../i18n";
import { ConnectionBar } from "../../parts/ConnectionBar";
import { classes } from "../../parts/class";
import { Note } from "../../parts/Note";
import { Skeleton } from "../../parts/Skeleton";
import { useMedia } from "../../parts/useMedia";
import { Awaited } from "../../shared/acts/Awaited";
import { correctEntry } from "../../shared/acts/table/requests";
import { UnansweredLine } from "../../shared/acts/UnansweredLine";
import { type Acting, ActingProvider } from "../../shared/acts/useActs";
import { useFloorRests } from "../../shared/acts/useRestAtChange";
import { CorrectForm } from "../../shared/CorrectForm";
import { useHall } from "../../shared/hall";
import { InscribeForm } from "../../shared/InscribeForm";
import { Late } from "../../shared/Late";
import { LedgerLine, LedgerSince } from "../../shared/LedgerLine";
import lost from "../../shared/lost.module.css";
import { situationOf } from "../../shared/situation";
import { type Hello, HelpStatus, Role } from "../../wire";
import { Attention } from "./Attention";
import { CardDialog } from "./CardDialog";
import { type Desk, DeskProvider, type DialogOpen, useDesk } from "./desk";
import { Foot } from "./Foot";
import { Header } from "./Header";
import { ListTab } from "./ListTab";
import { LogTab } from "./LogTab";
import look from "./look.module.css";
import { NoticeDialog } from "./NoticeDialog";
import { NoticesTab } from "./NoticesTab";
import { needsOf } from "./needs";
import { PARTS, type Part, Rail } from "./Rail";
import { Roster } from "./Roster";
import { SheetTab } from "./SheetTab";
import { StatementsTab } from "./StatementsTab";
import { Strip } from "./Strip";
import { SubmitDialog } from "./SubmitDialog";
import styles from "./screen.module.css";

const SHOWN: Record<Part, () => React.ReactNode> = {
  overview: () => <LogTab short />,
  roster: () => <Roster />,
  list: () => <ListTab />,
  statements: () => <StatementsTab />,
  notices: () => <NoticesTab />,
  log: () => <LogTab />,
  sheet: () => <SheetTab />,
};

export default function DeskScreen({ tab = "overview" }: { tab?: Part }) {
  const t = useText();
  const hall = useHall();
  const { store } = hall;
  const [dialog, setDialog] = useState<DialogOpen | undefined>();
  const [chosen, choosePanel] = useState<string | undefined>();
  const close = useCallback(() => setDialog(undefined), []);
  const panel = (chosen === undefined ? undefined : store.panel(chosen)) ?? situationOf(store).panel;
  const urgent = needsOf(store, hall.hello?.seat ?? "").open.some(
    (need) => need.of === "help" && need.help.status === HelpStatus.REQUESTED,
  );
  const desk = useMemo<Desk>(() => ({ panel, choosePanel, open: setDialog, urgent }), [panel, urgent]);
  const acting = useActing(panel?.id ?? "", setDialog);
  useFloorRests(panel && store.floor(panel.id));
  const narrow = useMedia("(max-width: 64rem)");
  if (!store.filled) return <Skeleton />;
  if (!mayWork(hall.hello)) {
    return (
      <main className={styles.barred}>
        <Note tone="stop" alert>
          {t("rejection.unauthorized")}
        </Note>
      </main>
    );
  }
  return (
    <ActingProvider value={acting}>
      <DeskProvider value={desk}>
        <div className={styles.screen}>
          <div className={styles.head}>
            <Header />
            <Late />
            <div className={classes(lost.lost, styles.lost)}>
              <ConnectionBar state={hall.status} />
              <UnansweredLine />
              <LedgerLine>
                <LedgerSince />
              </LedgerLine>
            </div>
          </div>
          <main className={styles.main}>
            <Tabs
              className={styles.parts ?? ""}
              orientation={narrow ? "horizontal" : "vertical"}
              defaultSelectedKey={tab}
            >
              <Rail />
              <Strip />
              <Attention />
              {PARTS.map((part) => (
                <TabPanel key={part} id={part} className={classes(look.tabs, styles.part)}>
                  {SHOWN[part]()}
                </TabPanel>
              ))}
            </Tabs>
          </main>
          <Foot />
          <Awaited />
          {dialog && <OpenDialog dialog={dialog} onClose={close} />}
        </div>
      </DeskProvider>
    </ActingProvider>
  );
}

/** Of what the table of acts opens, the desk has these forms. */
function useActing(panel: string, open: (dialog: DialogOpen) => void): Acting {
  return useMemo(
    () => ({
      screen: "desk",
      panel,
      keeps: false,
      remembers: true,
      open(opening) {
        if (opening.kind === "add") open({ kind: "inscribe" });
        else if (opening.kind === "correct") open(opening);
      },
    }),
    [panel, open],
  );
}

function mayWork(hello: Hello | undefined): boolean {
  return hello === undefined || hello.role === Role.DESK || hello.role === Role.CHAIR;
}

function OpenDialog({ dialog, onClose }: { dialog: DialogOpen; onClose: () => void }) {
  const { panel } = useDesk();
  switch (dialog.kind) {
    case "inscribe":
      return <InscribeForm panel={panel?.id ?? ""} delegation={dialog.delegation} onClose={onClose} />;
    case "correct":
      return <CorrectForm entry={dialog.entry} act={correctEntry} onClose={onClose} />;
    case "notice":
      return <NoticeDialog {...given("delegation", dialog.delegation)} onClose={onClose} />;
    case "submit":
      return <SubmitDialog entry={dialog.entry} onClose={onClose} />;
    case "card":
      return <CardDialog seat={dialog.seat} onClose={onClose} />;
  }
}

function given<Key extends string>(key: Key, value: string | undefined): { [Name in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: string });
}
