// What a screen shows only once somebody opens it, such as a form: it is not among what the screen loads before it is
// shown. It is fetched as soon as the screen stands, so that it is there when it is wanted, also where the line has gone.
import { type ComponentType, useEffect, useSyncExternalStore } from "react";
import { Skeleton } from "../parts/Skeleton";
import { untilItComes } from "../sync/backoff";
import type { ScreenName } from "./code";
import { LoadAgain } from "./LoadAgain";

const all: (() => Promise<void>)[] = [];

/** `load` imports the component; until it is here, `Awaiting` holds a place for it. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Awaiting: ComponentType<Props> = Held,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let fetching: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const fetch = () => {
    fetching ??= untilItComes(load).then((component) => {
      Loaded = component;
      for (const listener of listeners) listener();
    });
    return fetching;
  };
  all.push(fetch);
  return function Later(props: Props) {
    const Shown = useSyncExternalStore(subscribe, () => Loaded);
    useEffect(() => void fetch(), []);
    return Shown ? <Shown {...props} /> : <Awaiting {...props} />;
  };
}

const Held = () => (
  <>
    <Skeleton />
    <LoadAgain />
  </>
);

/** Resolves once all that comes later is here, also what comes later than that. */
export async function fetchLater(): Promise<void> {
  for (let fetched = 0; fetched < all.length; ) {
    const next = all.slice(fetched);
    fetched = all.length;
    await Promise.all(next.map((fetch) => fetch()));
  }
}

/** A screen that stands fetches the rest, and is kept on the device then: nobody waits for that. */
export function keepOnceFetched(screen: ScreenName | "join"): void {
  void fetchLater()
    .then(() => import("./keepScreen"))
    .then(({ keepScreen }) => keepScreen(screen))
    .catch(() => {});
}
