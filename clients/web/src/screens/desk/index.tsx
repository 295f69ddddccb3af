// The secretariat's desk: what needs an act now, always in sight; beside it the roster, the list, the texts, the notices,
// the log and the sign-in sheet.
import { useCallback, useMemo, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { type MessageId, useText } from "../../i18n";
import { ConnectionBar } from "../../parts/ConnectionBar";
import { Note } from "../../parts/Note";
import { Skeleton } from "../../parts/Skeleton";
import { Awaited } from "../../shared/acts/Awaited";
import { type Acting, ActingProvider } from "../../shared/acts/useActs";
import { useHall } from "../../shared/hall";
import { InscribeForm } from "../../shared/InscribeForm";
import { Late } from "../../shared/Late";
import { LedgerLine, LedgerSince } from "../../shared/LedgerLine";
import { situationOf } from "../../shared/situation";
import { type Hello, Role } from "../../wire";
import { Attention } from "./Attention";
import { CardDialog } from "./CardDialog";
import { type Desk, DeskProvider, type DialogOpen, useDesk } from "./desk";
import { Header } from "./Header";
import { LedgerFoot } from "./LedgerFoot";
import { ListTab } from "./ListTab";
import { LogTab } from "./LogTab";
import look from "./look.module.css";
import { NoticeDialog } from "./NoticeDialog";
import { NoticesTab } from "./NoticesTab";
import { Roster } from "./Roster";
import { SheetTab } from "./SheetTab";
import { StatementsTab } from "./StatementsTab";
import { SubmitDialog } from "./SubmitDialog";
import styles from "./screen.module.css";
import { WhoSpeaks } from "./WhoSpeaks";

const TABS: readonly { id: string; word: MessageId; shown: () => React.ReactNode }[] = [
  { id: "roster", word: "desk.tab.roster", shown: () => <Roster /> },
  { id: "list", word: "desk.tab.list", shown: () => <ListTab /> },
  { id: "statements", word: "desk.tab.statements", shown: () => <StatementsTab /> },
  { id: "notices", word: "desk.tab.notices", shown: () => <NoticesTab /> },
  { id: "log", word: "desk.tab.log", shown: () => <LogTab /> },
  { id: "sheet", word: "desk.tab.sheet", shown: () => <SheetTab /> },
];

export default function DeskScreen({ tab = "roster" }: { tab?: string }) {
  const t = useText();
  const hall = useHall();
  const { store } = hall;
  const [dialog, setDialog] = useState<DialogOpen | undefined>();
  const [chosen, choosePanel] = useState<string | undefined>();
  const close = useCallback(() => setDialog(undefined), []);
  const panel = (chosen === undefined ? undefined : store.panel(chosen)) ?? situationOf(store).panel;
  const urgent = store.panels().some(({ id }) => store.points(id).some(({ recognised }) => !recognised));
  const desk = useMemo<Desk>(() => ({ panel, choosePanel, open: setDialog, urgent }), [panel, urgent]);
  const acting = useActing(panel?.id ?? "");
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
            <div className={styles.lost}>
              <ConnectionBar state={hall.status} />
              <LedgerLine>
                <LedgerSince />
              </LedgerLine>
            </div>
          </div>
          <main className={styles.main}>
            <div className={look.side}>
              <WhoSpeaks />
              <Attention />
            </div>
            <Tabs className={look.tabs ?? ""} defaultSelectedKey={tab}>
              <TabList className={styles.tabList ?? ""} aria-label={t("desk.tabs")}>
                {TABS.map(({ id, word }) => (
                  <Tab key={id} id={id} className={styles.tabName ?? ""}>
                    {t(word)}
                  </Tab>
                ))}
              </TabList>
              {TABS.map(({ id, shown }) => (
                <TabPanel key={id} id={id} className={styles.tabPanel ?? ""}>
                  {shown()}
                </TabPanel>
              ))}
            </Tabs>
          </main>
          <LedgerFoot />
          <Awaited />
          {dialog && <OpenDialog dialog={dialog} onClose={close} />}
        </div>
      </DeskProvider>
    </ActingProvider>
  );
}

function useActing(panel: string): Acting {
  return useMemo(() => ({ screen: "desk", panel, keeps: false }), [panel]);
}

function mayWork(hello: Hello | undefined): boolean {
  return hello === undefined || hello.role === Role.DESK || hello.role === Role.CHAIR;
}

function OpenDialog({ dialog, onClose }: { dialog: DialogOpen; onClose: () => void }) {
  const { panel } = useDesk();
  switch (dialog.kind) {
    case "inscribe":
      return <InscribeForm panel={panel?.id ?? ""} delegation={dialog.delegation} onClose={onClose} />;
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
