// The delegate's tablet: where am I? The floor with the own place in line, and the programme. While the delegation
// speaks, its own clock fills the screen.
import { useEffect, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useFormat, useLocalized, useText } from "../../i18n";
import { AppHeader } from "../../parts/AppHeader";
import { ConnectionBar, ConnectionChip } from "../../parts/ConnectionBar";
import { Flag } from "../../parts/Flag";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { useHall, useNow } from "../hall";
import { situationOf } from "../situation";
import styles from "./delegate.module.css";
import { FloorTab } from "./FloorTab";
import { ownSpeech } from "./model";
import { OwnSpeech } from "./OwnSpeech";
import { ProgrammeTab } from "./ProgrammeTab";

type TabName = "floor" | "programme";

export default function Delegate({ tab: first = "floor" }: { tab?: TabName }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const hall = useHall();
  const now = useNow(1_000);
  const [tab, setTab] = useState<TabName>(first);
  const id = hall.hello?.delegation ?? "";
  const delegation = hall.store.delegation(id);
  const name = text(delegation?.name) || id;
  const { panel } = situationOf(hall.store);
  const speech = ownSpeech(hall.store, id);

  useEffect(() => {
    document.documentElement.dataset.targets = "large";
    return () => {
      delete document.documentElement.dataset.targets;
    };
  }, []);

  useEffect(() => {
    document.title = `${name} · ${t("common.product")}`;
  }, [name, t]);

  return (
    <div className={styles.screen}>
      <AppHeader
        lead={<Flag code={delegation?.flag ?? ""} name={name} size="header" />}
        title={name}
        subtitle={text(panel?.title) || text(hall.store.session()?.title)}
      >
        <ConnectionChip state={hall.status} />
        <LanguageMenu />
        <time className={styles.time}>
          <span className="visually-hidden">{t("common.current_time", { time: format.time(now) })}</span>
          <span aria-hidden="true">{format.time(now)}</span>
        </time>
      </AppHeader>
      <ConnectionBar state={hall.status} />
      <div role="alert" className="visually-hidden">
        {speech ? t("delegate.have_floor") : ""}
      </div>
      {speech ? (
        <OwnSpeech speech={speech} />
      ) : (
        <main className={styles.main}>
          <Tabs
            className={styles.tabs ?? ""}
            selectedKey={tab}
            onSelectionChange={(key) => setTab(key as TabName)}
            keyboardActivation="manual"
          >
            <TabList aria-label={t("delegate.tabs")} className={styles.bar ?? ""}>
              <Tab id="floor" className={styles.tab ?? ""}>
                {t("delegate.tab_floor")}
              </Tab>
              <Tab id="programme" className={styles.tab ?? ""}>
                {t("delegate.tab_programme")}
              </Tab>
            </TabList>
            <TabPanel id="floor" className={styles.panel ?? ""}>
              <FloorTab />
            </TabPanel>
            <TabPanel id="programme" className={styles.panel ?? ""}>
              <ProgrammeTab />
            </TabPanel>
          </Tabs>
        </main>
      )}
    </div>
  );
}
