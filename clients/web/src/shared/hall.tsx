// The hall for React: what stands, re-rendered on change; and the session's clock.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { I18nProvider as AriaLocale } from "react-aria-components";
import { useLocale, WordingProvider, ZoneProvider } from "../i18n";
import type { Running } from "../parts/speech";
import { Hall, type HallOptions, type HallView, lineAddress } from "../sync/hall";
import type { Act, Expects } from "../wire";
import { deviceStorage, tabStorage } from "./code";

const HallContext = createContext<HallView | undefined>(undefined);

type HallProviderProps = {
  /** Signs in with this code; where a hall is given, that one is used and nothing is opened. */
  code?: string;
  hall?: HallView;
  recall?: Recall;
  children: ReactNode;
};

/** What this tab knew before its page was loaded, of who has signed in with the code. */
type Recall = NonNullable<HallOptions["recall"]>;

let ahead: { code: string; hall: Hall } | undefined;

/** Opens the hall before there is anything to draw it with; the provider of this code goes on with it. */
export function openHallAhead(code: string, recall: Recall): void {
  ahead?.hall.stop();
  ahead = { code, hall: open(code, recall) };
  ahead.hall.start();
}

export function HallProvider({ code, hall: given, recall, children }: HallProviderProps) {
  const hall = useMemo(
    () => given ?? (ahead && ahead.code === code ? ahead.hall : open(code ?? "", recall)),
    [given, code, recall],
  );
  useEffect(() => {
    if (!(hall instanceof Hall)) return;
    if (ahead?.hall !== hall) ahead?.hall.stop();
    ahead = undefined;
    hall.start();
    return () => hall.stop();
  }, [hall]);
  return (
    <HallContext value={hall}>
      <Setting>
        <Spoken>{children}</Spoken>
      </Setting>
    </HallContext>
  );
}

/** What the component library says by itself is in the language of the screen too. */
function Spoken({ children }: { children: ReactNode }) {
  return <AriaLocale locale={useLocale().locale}>{children}</AriaLocale>;
}

function open(code: string, recall: Recall | undefined): Hall {
  const keep = tabStorage();
  const device = deviceStorage();
  return new Hall({
    url: lineAddress(window.location),
    code,
    recall,
    ...(keep ? { keep } : {}),
    ...(device ? { device } : {}),
  });
}

const SettledContext = createContext(true);

/** Whether the language is known that the seat is to be spoken to in, with its words. */
export function useSettled(): boolean {
  return useContext(SettledContext);
}

/** The time zone of the session and its choice of words, and the seat's language and the session's, once the hall knows them. */
function Setting({ children }: { children: ReactNode }) {
  const hall = useHall();
  const { settled, suggest, fallBack } = useLocale();
  const seat = hall.hello?.language;
  const session = hall.store.session()?.languages[0];
  const { filled } = hall.store;
  const [told, setTold] = useState(false);
  // Before anything is painted, so that nothing is seen in a language that is not the seat's.
  useLayoutEffect(() => {
    if (seat) suggest(seat);
  }, [seat, suggest]);
  useLayoutEffect(() => {
    if (session) fallBack(session);
  }, [session, fallBack]);
  useLayoutEffect(() => setTold(filled), [filled]);
  // The one clock of the page by which a day turns, also where nothing else is drawn anew.
  const now = useNow(60_000);
  return (
    <SettledContext value={told && settled}>
      <ZoneProvider timeZone={hall.store.session()?.timezone} now={now}>
        <WordingProvider otherwise={hall.store.session()?.mocionDeOrden ?? false}>{children}</WordingProvider>
      </ZoneProvider>
    </SettledContext>
  );
}

/** The hall; the caller renders again at every change of it. */
export function useHall(): HallView {
  const hall = useContext(HallContext);
  if (!hall) throw new Error("useHall is used outside HallProvider");
  useSyncExternalStore(
    useCallback((listener: () => void) => hall.subscribe(listener), [hall]),
    () => hall.version,
  );
  return hall;
}

/** However fast the session's clock runs, nobody reads one that turns more often; each turn draws anew all that shows it. */
const tick_ms_min = 500;
/** However far apart its ticks are, a clock that is set anew is followed by then. */
const tick_ms_max = 5_000;

/**
 * The server's instant, in milliseconds. It ticks whenever the instant passes a multiple of the resolution, counted from
 * `phase`, and every five seconds at least; where multiples pass more than twice a second, it ticks at every second one, or
 * third, the same on every screen.
 */
export function useNow(resolution_ms = 1_000, phase = 0): number {
  const hall = useHall();
  const [, tick] = useState(0);
  const now = hall.clock.now();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const { speed } = hall.clock;
      const step = resolution_ms * Math.max(1, Math.ceil((tick_ms_min * speed) / resolution_ms));
      const past = (((hall.clock.now() - phase) % step) + step) % step;
      timer = setTimeout(
        () => {
          tick((count) => count + 1);
          wait();
        },
        // A little over, so that the instant has surely passed.
        Math.min((step - past) / speed + 2, tick_ms_max),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [hall, resolution_ms, phase]);
  return now;
}

/** The instant for the clock of a speech: it turns when a second of that speech is over, the same on every screen. */
export function useSpeechNow(speech: Pick<Running, "startedAt" | "pausedMs" | "limitMs"> | undefined): number {
  return useNow(1_000, speech ? speech.startedAt + speech.pausedMs + speech.limitMs : 0);
}

/** An act as it is sent, with what it expects to stand. */
export type Sent = { act: Act; expects?: Expects };
