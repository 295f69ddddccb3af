// The delegate's tablet: where am I? The floor with the own place in line, the own statement, the live text of the speech
// under way, and the programme. While the delegation speaks, its own clock fills the screen.
import { type ComponentType, useEffect, useRef, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { durationText, joined, type MessageId, useFormat, useInstant, useLocalized, useText } from "../../i18n";
import { AppHeader } from "../../parts/AppHeader";
import { Button } from "../../parts/Button";
import { useBack } from "../../parts/back";
import { ConnectionBar, ConnectionChip } from "../../parts/ConnectionBar";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { SpeechClock } from "../../parts/SpeechClock";
import { useMedia } from "../../parts/useMedia";
import { Awaited } from "../../shared/acts/Awaited";
import { type Acting, ActingProvider } from "../../shared/acts/useActs";
import { buzz, useAwake } from "../../shared/awake";
import type { Held } from "../../shared/floor";
import { useHall, useNow, useSpeechNow } from "../../shared/hall";
import { interrupts } from "../../shared/kinds";
import { LedgerLine, ledgerWords } from "../../shared/LedgerLine";
import { later } from "../../shared/later";
import { flagOf, situationOf, type Waiting } from "../../shared/situation";
import { Kind } from "../../wire";
import { CorrectedProvider } from "./corrected";
import { useAsidesDropped } from "./drafts";
import { FloorTab, type OnTab } from "./FloorTab";
import { useKept } from "./kept";
import { nextOwn, ownInterrupted, ownSpeech, ownWaiting } from "./model";
import { Notices } from "./Notices";
import { is_phone } from "./room";
import { type Said, saidNext } from "./said";
import styles from "./screen.module.css";

// There is nothing that waits while a page is fetched.
const UnansweredLine = later(
  async () => (await import("../../shared/acts/UnansweredLine")).UnansweredLine,
  () => null,
);
const InterruptedSpeech = later(async () => (await import("./OwnSpeech")).InterruptedSpeech);
const LiveTab = later<OnTab>(async () => (await import("./LiveTab")).LiveTab);
const OwnSpeech = later(async () => (await import("./OwnSpeech")).OwnSpeech);
const ProgrammeTab = later<OnTab>(async () => (await import("./ProgrammeTab")).ProgrammeTab);
const StatementTab = later<OnTab>(async () => (await import("./StatementTab")).StatementTab);

const tabs = [
  ["floor", "delegate.tab_floor", FloorTab],
  ["statement", "delegate.tab_statement", StatementTab],
  ["live", "delegate.tab_live", LiveTab],
  ["programme", "delegate.tab_programme", ProgrammeTab],
] as const satisfies readonly (readonly [string, MessageId, ComponentType<OnTab>])[];
type TabName = (typeof tabs)[number][0];

const ACTING: Acting = { screen: "delegate", panel: "", keeps: true };

export default function Delegate({ tab = "floor" }: { tab?: TabName }) {
  return (
    <ActingProvider value={ACTING}>
      <CorrectedProvider>
        <Screen first={tab} />
      </CorrectedProvider>
    </ActingProvider>
  );
}

function Screen({ first }: { first: TabName }) {
  const t = useText();
  const hall = useHall();
  const [tab, setTab] = useState<TabName>(first);
  const id = hall.hello?.delegation ?? "";
  const speech = ownSpeech(hall.store, id);
  const held = speech ? undefined : ownInterrupted(hall.store, id);
  const under_way = speech?.speech ?? held?.interrupted.speech;
  /** The speech that was left for the other parts of the screen. */
  const [left, setLeft] = useState<number>();
  const full = under_way !== undefined && left !== under_way;
  useBack(!full && tab !== first, () => setTab(first));
  useBack(!full && under_way !== undefined, () => setLeft(undefined));
  useAwake();
  useAsidesDropped();
  const leave = () => {
    setLeft(under_way);
    setTab("statement");
  };

  useEffect(() => {
    document.documentElement.dataset.targets = "large";
    return () => {
      delete document.documentElement.dataset.targets;
    };
  }, []);

  return (
    <div
      className={classes(
        styles.screen,
        (full || tab === "live") && styles.fitted,
        full && styles.speaking,
        !full && styles.tabbed,
        ledgerWords(hall) && styles.told,
      )}
    >
      <Header />
      <ConnectionBar state={hall.status} />
      <UnansweredLine />
      <Awaited />
      <div role="alert" className="visually-hidden">
        {speech &&
          (interrupts(speech)
            ? t(speech.kind === Kind.MOTION ? "delegate.motion_floor" : "delegate.point_floor")
            : t("delegate.have_floor_for", { limit: durationText(speech.limitMs) }))}
      </div>
      {full && speech && <OwnSpeech speech={speech} onLeave={leave} />}
      {full && held && <InterruptedSpeech of={held} onLeave={leave} />}
      {!full && (
        <main className={styles.main}>
          {under_way !== undefined && (
            <div className={styles.backToClock}>
              <span>{t(speech ? "delegate.have_floor" : "delegate.speech_interrupted")}</span>
              {speech && <LittleClock speech={speech} />}
              <Button onPress={() => setLeft(undefined)}>{t("delegate.to_clock")}</Button>
            </div>
          )}
          <Called tab={tab} onFloor={() => setTab("floor")} />
          <Parts tab={tab} onTab={setTab} />
        </main>
      )}
      <Ledger />
    </div>
  );
}

/**
 * Where the delegation stands is heard (said.ts). That it is next is felt once, where the tablet can, and seen on every tab until it
 * has the floor.
 */
function Called({ tab, onFloor }: { tab: TabName; onFloor: () => void }) {
  const t = useText();
  const { store, hello } = useHall();
  const now = useNow(1_000);
  const { panel } = situationOf(store);
  const own = panel ? ownWaiting(store, panel, hello?.delegation ?? "", now) : [];
  const next = panel && nextOwn(store, panel, own);
  const entry = next?.entry.id;
  useEffect(() => {
    if (entry !== undefined) buzz();
  }, [entry]);
  return (
    <>
      <PlaceSaid of={next ?? own[0]} next={next !== undefined} now={now} />
      {next && tab !== "floor" && (
        <div className={styles.backToClock}>
          <span aria-hidden="true">{t("delegate.next")}</span>
          <Button onPress={onFloor}>{t("delegate.to_place")}</Button>
        </div>
      )}
    </>
  );
}

function PlaceSaid({ of, next, now }: { of: Waiting | undefined; next: boolean; now: number }) {
  const t = useText();
  const instant = useInstant();
  const last = useRef<Said | undefined>(undefined);
  // Who is not called next, though at the head, was passed over or waits for a panel to open: that is no place to be told.
  const told = of && (next || of.place > 1) ? { ...of, entry: of.entry.id, place: next ? 1 : of.place } : undefined;
  const said = saidNext(last.current, told, now);
  useEffect(() => {
    last.current = said;
  }, [said]);
  const from = said?.from === undefined ? "" : instant(said.from);
  const to = said?.to === undefined ? "" : instant(said.to);
  const timed = !from || !to ? "no" : from === to ? "one" : "yes";
  return (
    <div role="status" className="visually-hidden">
      {said && t("delegate.said_place", { place: said.place, timed, from, to })}
    </div>
  );
}

function Header() {
  const t = useText();
  const text = useLocalized();
  const { store, hello, status } = useHall();
  const phone = useMedia(is_phone);
  const id = hello?.delegation ?? "";
  const delegation = store.delegation(id);
  const name = text(delegation?.name) || id;
  const { panel } = situationOf(store);
  useEffect(() => {
    document.title = joined([name, t("common.product")]);
  }, [name, t]);
  return (
    <AppHeader
      lead={<Flag code={flagOf(delegation)} name={name} size="header" />}
      title={name}
      subtitle={text(panel?.title) || text(store.session()?.title)}
    >
      {!(phone && status === "live") && <ConnectionChip state={status} />}
      <LanguageMenu />
      <Time />
    </AppHeader>
  );
}

/** Once something waits, that is what the delegation is to know. */
function Ledger() {
  return (
    <div className={styles.ledger}>
      <LedgerLine className={styles.ledgerLine} words={useKept()} />
    </div>
  );
}

function Parts({ tab, onTab }: { tab: TabName; onTab: (tab: TabName) => void }) {
  const t = useText();
  return (
    <Tabs
      className={styles.tabs ?? ""}
      selectedKey={tab}
      onSelectionChange={(key) => onTab(key as TabName)}
      keyboardActivation="manual"
    >
      <TabList aria-label={t("delegate.tabs")} className={styles.bar ?? ""}>
        {tabs.map(([name, words]) => (
          <Tab key={name} id={name} className={styles.tab ?? ""}>
            {t(words)}
          </Tab>
        ))}
      </TabList>
      {tabs.map(([name, , Shown]) => (
        <TabPanel key={name} id={name} className={styles.panel ?? ""}>
          {/* The floor has them where they do not move the place. */}
          {name !== "floor" && <Notices />}
          <Shown onTab={onTab} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** On its own: what the screen holds is not rendered again by the ticking of the clock. */
function Time() {
  const t = useText();
  const format = useFormat();
  const time = format.time(useNow(1_000));
  return (
    <time className={styles.time}>
      <span className="visually-hidden">{t("common.current_time", { time })}</span>
      <span aria-hidden="true">{time}</span>
    </time>
  );
}

function LittleClock({ speech }: { speech: Held }) {
  return <SpeechClock speech={speech} now={useSpeechNow(speech)} />;
}
