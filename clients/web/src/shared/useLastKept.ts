// Keeps in the tab what is known of the session, for when the page is loaded again while the server is away (sync/last.ts): every
// few seconds while anything changes, and when the page goes.
import { useEffect } from "react";
import { useLocale } from "../i18n";
import { keepSpoken } from "../i18n/first";
import type { HallView } from "../sync/hall";
import { isOnDisplay, keepLast, type Last } from "../sync/last";
import { keptCode, type ScreenName, tabStorage } from "./code";
import { useHall } from "./hall";

const keep_every_ms = 5_000;

export function useLastKept(screen: ScreenName, code: string): void {
  const hall = useHall();
  const { locale } = useLocale();
  useEffect(() => {
    let knownAt = hall.clock.now();
    let kept = -1;
    const know = () => {
      if (hall.status === "live") knownAt = hall.clock.now();
    };
    const keep = () => {
      know();
      const ours = hall.status !== "refused" && hall.hello && !hall.away && keptCode(screen) === code;
      if (!ours || !hall.store.filled || kept === hall.version) return;
      kept = hall.version;
      const view = screen === "display" ? hall.store.seen().filter(isOnDisplay) : undefined;
      keepLast(tabStorage(), code, lastFrom(hall, knownAt), view);
      keepSpoken(locale);
    };
    const leave = hall.subscribe(know);
    const timer = setInterval(keep, keep_every_ms);
    window.addEventListener("pagehide", keep);
    return () => {
      leave();
      clearInterval(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, [hall, screen, code, locale]);
}

function lastFrom({ store, clock }: HallView, knownAt: number): Last {
  const session = store.session();
  return {
    title: session?.title ?? {},
    timezone: session?.timezone ?? "",
    knownAt,
    serverAt: clock.now(),
    deviceAt: clock.localNow(),
    speed: clock.speed,
  };
}
