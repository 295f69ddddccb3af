// The rail: what else there is, each item with its state in words, so that it need not be opened; it opens over the list and
// the side, never over the strip. A tint only where an act is due.
import { type ReactNode, useEffect, useRef } from "react";
import { type MessageId, useFormat, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { useMedia } from "../../parts/useMedia";
import { useKeysOff } from "../../shared/acts/keysOff";
import { newestUnseen, openMotions } from "../../shared/acts/waiting";
import { useNow } from "../../shared/hall";
import { later } from "../../shared/later";
import rail from "../../shared/rail.module.css";
import { againstEnd } from "../../shared/situation";
import { type Signal, SignalKind } from "../../wire";
import { BoothList } from "./Booths";
import { COVERS, type Drawer as DrawerName, useConsole } from "./console";
import { Limits } from "./Limits";
import { Motions } from "./Motions";
import { MINUTE_MS, panelTime, pointElsewhere } from "./model";
import { Notices, useStandingNotices } from "./Notices";
import { Panellists } from "./Panellists";
import { Points, usePointsAfter } from "./Points";
import { Programme } from "./Programme";
import styles from "./Rail.module.css";
import { no_side } from "./room";
import { Titled } from "./Titled";

const TimePlan = later(() => import("./TimePlan").then((all) => all.default));
// Nobody opens it before the console stands, and by then it is on its way.
const OrderPanel = later(() => import("./OrderPanel").then((all) => all.OrderPanel));

interface Item {
  title: MessageId;
  state: string;
  tone?: "warn" | "stop" | undefined;
}

export function Rail() {
  const t = useText();
  const { drawer, draw, open } = useConsole();
  const items = useItems();
  const off = useKeysOff();
  return (
    <section className={styles.rail} aria-label={t("chair.rail.title")} data-zone="rail">
      {items.map(([id, { title, state, tone }]) => (
        <button
          key={id}
          type="button"
          className={classes(rail.item, tone && rail[tone], drawer === id && rail.open)}
          aria-expanded={drawer === id}
          data-opens-drawer=""
          onClick={() => draw(drawer === id ? undefined : id)}
        >
          <span className={rail.title}>{t(title)}</span> <span className={rail.state}>{state}</span>
        </button>
      ))}
      <button
        type="button"
        className={classes(rail.item, styles.last)}
        aria-keyshortcuts={off ? undefined : "?"}
        aria-haspopup="dialog"
        onClick={() => open({ kind: "keys" })}
      >
        <span className={rail.title}>{t("chair.keys.open")}</span>{" "}
        <span className={rail.state}>{off ? t("chair.rail.keys_off") : "?"}</span>
      </button>
    </section>
  );
}

function useItems(): [DrawerName, Item][] {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { seen } = useConsole();
  const noSide = useMedia(no_side);
  const { panel, view, meeting } = seen;
  const member = panel?.limits[0];
  const after = usePointsAfter();
  const elsewhere = pointElsewhere(view, panel?.id ?? "");
  const signals = view.signals();
  const due = signals.find(({ id }) => id === newestUnseen(signals));
  const notices = useStandingNotices().length;
  const time = useTimeWord();
  const signalWord = useShortSignal();
  const points = after.length + (elsewhere ? 1 : 0);
  const motions = openMotions(view);
  const panellists = panel?.panellists.length ?? 0;
  const items: ([DrawerName, Item] | false)[] = [
    ["programme", { title: "chair.programme.title", state: localize(meeting?.title) || localize(panel?.title) }],
    ["limits", { title: "chair.limits.title", state: member ? format.duration(member.limitMs) : "" }],
    noSide &&
      points > 0 && [
        "points",
        { title: "chair.rail.points", state: t("chair.rail.wait", { count: points }), tone: "stop" },
      ],
    noSide &&
      motions.length > 0 && [
        "motions",
        {
          title: "chair.rail.motions",
          state: motions.some(({ takenUp }) => takenUp)
            ? t("chair.rail.motion_stands")
            : t("chair.rail.wait", { count: motions.length }),
          tone: "stop",
        },
      ],
    noSide && ["time", { title: "chair.time.title", ...time }],
    panellists > 0 && ["panellists", { title: "chair.panellists.title", state: String(panellists) }],
    [
      "booths",
      {
        title: "chair.booths.title",
        state: due
          ? signalWord(due)
          : signals.length > 0
            ? t("chair.rail.booths_seen", { count: signals.length })
            : t("chair.rail.booths_quiet"),
        tone: due && "warn",
      },
    ],
    ["notices", { title: "chair.notices.title", state: t("chair.rail.notices", { count: notices }) }],
  ];
  return items.filter((item) => item !== false);
}

function useTimeWord(): Pick<Item, "state" | "tone"> {
  const t = useText();
  const { seen } = useConsole();
  const now = useNow(MINUTE_MS / 4);
  const time = panelTime(seen.view, seen.panel?.id ?? "", now);
  if (time?.over_ms === undefined) return { state: "" };
  const { word, minutes } = againstEnd(time.over_ms);
  if (word === "on_time") return { state: t("finish.on_time") };
  return { state: t(`finish.${word}`, { minutes }), tone: word === "over" ? "warn" : undefined };
}

const SHORT: Partial<Record<SignalKind, MessageId>> = {
  [SignalKind.SPEAK_SLOWLY]: "chair.rail.slowly",
  [SignalKind.NO_SOUND]: "chair.rail.no_sound",
  [SignalKind.MICROPHONE]: "chair.rail.microphone",
};

function useShortSignal(): (signal: Signal) => string {
  const t = useText();
  return ({ kind, language }) => {
    const word = SHORT[kind];
    const words = word ? t(word) : "";
    return language ? t("chair.rail.signal", { booth: language.toUpperCase(), words }) : words;
  };
}

/** What was opened. Escape and a press elsewhere on the list close it; what else is on the screen works meanwhile. */
export function Drawer() {
  const { drawer, draw } = useConsole();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!drawer) return;
    const from = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    place.current?.focus({ preventScroll: true });
    const leave = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      const inside = place.current?.contains(target) || target.closest("[data-opens-drawer], [data-zone='strip']");
      if (!inside && !target.closest("[role='dialog'], [role='menu'], [role='listbox']")) draw(undefined);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("[role='dialog'], [role='menu']"))
        return;
      draw(undefined);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("keydown", giveUp);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("keydown", giveUp);
      // To what opened it, unless the focus has gone elsewhere meanwhile.
      if (document.activeElement === document.body || place.current?.contains(document.activeElement)) from?.focus();
    };
  }, [drawer, draw]);
  if (!drawer) return null;
  return (
    <div ref={place} className={styles.drawer} tabIndex={-1} data-drawer={drawer} data-zone={COVERS[drawer] && "list"}>
      {CONTENT[drawer]}
    </div>
  );
}

const CONTENT: Record<DrawerName, ReactNode> = {
  programme: <Programme />,
  limits: <Limits />,
  points: <Points />,
  motions: <Motions />,
  time: (
    <Titled title="chair.time.title">
      <TimePlan />
    </Titled>
  ),
  panellists: <Panellists />,
  booths: (
    <Titled title="chair.booths.title">
      <BoothList />
    </Titled>
  ),
  notices: <Notices />,
  order: <OrderPanel />,
};
