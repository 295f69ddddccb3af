// What stands before every screen but join: it takes the code, opens the hall, and shows the screen once there is a view.
// A code of another role goes on to the screen of that role.
import { type ReactNode, useEffect, useState } from "react";
import { useRefusalText, useText } from "../i18n";
import { keepSpoken } from "../i18n/first";
import { Button } from "../parts/Button";
import { classes } from "../parts/class";
import { Note } from "../parts/Note";
import { Skeleton } from "../parts/Skeleton";
import { forgetLast, lastOf, lastViewOf } from "../sync/last";
import { type Late, leavePending, outcome_unknown } from "../sync/pending";
import { Away } from "./Away";
import {
  asked_for,
  forgetCode,
  forgetCodeEverywhere,
  joinAfter,
  keepCode,
  keptCode,
  type ScreenName,
  tabStorage,
  takeFragment,
  tidyCode,
} from "./code";
import styles from "./gate.module.css";
import { HallProvider, openHallAhead, useHall, useSettled } from "./hall";
import { forgetAllOf } from "./kept";
import { keepOnceFetched } from "./later";
import { NoAnswer } from "./NoAnswer";
import { screensOf } from "./screensOf";
import { forgetTyped } from "./typed";
import { useHere } from "./useHere";
import { useLastKept } from "./useLastKept";
import whole from "./whole.module.css";

export type GateProps = { screen: ScreenName; go?: (path: string) => void; children: ReactNode };

// Instead of the page that is left: Back leads nobody who is signed in to an empty page to sign in.
const leave = (path: string) => window.location.replace(path);
const follow_on = (path: string) => window.location.assign(path);

/** The code of the address, or the one that is kept. It is taken out of the address only once the gate is drawn. */
const codeFor = (screen: ScreenName) => tidyCode(window.location.hash) || keptCode(screen);

/** Signs in, where there is a code, while the screen is on its way. */
export function openAhead(screen: ScreenName): void {
  const code = codeFor(screen);
  if (code) openHallAhead(code, recall);
}

/** What this tab knew before its page was loaded again. */
const recall = (code: string) => ({ last: lastOf(tabStorage(), code), view: lastViewOf(tabStorage(), code) });

export function Gate({ screen, go = leave, children }: GateProps) {
  // Read while rendering: React may render a first time in vain.
  const [code, setCode] = useState(() => codeFor(screen));
  useEffect(() => {
    const follow = () => setCode((before) => taken(screen) ?? before);
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [screen]);
  useEffect(() => {
    if (!code) go("/join");
  }, [code, go]);
  if (!code) return null;
  return (
    <HallProvider key={code} code={code} recall={recall}>
      <Entrance screen={screen} code={code} go={go}>
        {children}
      </Entrance>
    </HallProvider>
  );
}

/** The code of a link, kept for this screen. */
function taken(screen: ScreenName): string | undefined {
  const code = takeFragment();
  if (code && code !== keptCode(screen)) forgetTyped();
  if (code) keepCode(screen, code);
  return code;
}

type EntranceProps = { screen: ScreenName; code: string; go: (path: string) => void; children: ReactNode };

export function Entrance({ screen, code, go, children }: EntranceProps) {
  const t = useText();
  const refusal = useRefusalText();
  const hall = useHall();
  const screens = hall.hello ? screensOf(hall.hello.role) : [];
  const wanted = screens.includes(screen) ? screen : screens[0];
  const elsewhere = wanted !== undefined && wanted !== screen;
  useEffect(() => {
    if (!elsewhere || !wanted) return;
    forgetCode(screen);
    keepCode(wanted, code);
    go(`/${wanted}`);
  }, [elsewhere, wanted, screen, code, go]);
  const ready = useReady(screen, !elsewhere && hall.store.filled);
  useLastKept(screen, code);
  const signedOut = hall.status === "refused" ? hall.refusal?.code : undefined;
  const over = signedOut === "revoked" || signedOut === "expired_code";
  useHere(over ? undefined : code, hall.hello);
  useEffect(() => {
    if (!over) return;
    forgetAllOf(code);
    forgetTyped();
    forgetLast(tabStorage());
  }, [over, code]);
  if (hall.status === "refused") {
    return (
      <main className={classes(whole.whole, styles.refused)}>
        <h1>{t("gate.signed_out")}</h1>
        <p>{refusal(hall.refusal?.code ?? "")}</p>
        {hall.late.some(isUnknown) && <Note tone="warn">{t("gate.outcome_unknown")}</Note>}
        <Button look="primary" size="large" onPress={() => signOut(screen, go, hall.refusal?.code)}>
          {t("gate.sign_in_again")}
        </Button>
      </main>
    );
  }
  if (hall.hello && wanted === undefined) {
    return (
      <main className={classes(whole.whole, styles.refused)}>
        <h1>{t("gate.no_screen")}</h1>
        <Button onPress={() => signOut(screen, go)}>{t("common.sign_out")}</Button>
      </main>
    );
  }
  if (!ready) {
    const otherCode = (
      <Button size="large" onPress={() => signOut(screen, go)}>
        {t("gate.other_code")}
      </Button>
    );
    if (hall.away) return <Away last={hall.away.last}>{otherCode}</Away>;
    return (
      <>
        <div className={styles.noAnswer}>
          <NoAnswer>{otherCode}</NoAnswer>
        </div>
        <Skeleton />
      </>
    );
  }
  return children;
}

const isUnknown = ({ outcome }: Late) => !outcome.ok && outcome.code === outcome_unknown;

/** Whether the screen is shown, once it is filled: its language is known. What it needs only later comes then. */
function useReady(screen: ScreenName, filled: boolean): boolean {
  const settled = useSettled();
  const [shown, setShown] = useState(false);
  // A screen that is shown stays: what is typed there must not go with a language.
  const ready = filled && (settled || shown);
  useEffect(() => {
    if (!ready) return;
    setShown(true);
    keepOnceFetched(screen);
  }, [ready, screen]);
  return ready;
}

/** From one screen of a sign-in to another one of it, in the same tab. */
export function openAlso(from: ScreenName, to: ScreenName, go: (path: string) => void = follow_on): void {
  const code = keptCode(from);
  if (code) keepCode(to, code);
  go(`/${to}`);
}

/** Forgets the code on this device, with what was typed and what was still under way, and goes to the join screen, which says
 * why: the code of a refusal, or that it was asked for. The code of another sign-in, in another tab and perhaps another
 * session, stays. */
export function signOut(screen: ScreenName, go: (path: string) => void = leave, why = asked_for): void {
  const code = keptCode(screen);
  if (code) {
    forgetCodeEverywhere(code);
    forgetAllOf(code);
  }
  forgetTyped();
  leavePending(code, tabStorage());
  forgetLast(tabStorage());
  keepSpoken(undefined);
  go(joinAfter(why));
}
