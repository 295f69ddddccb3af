// What does not change from one request to the next is remembered on the device: as it was asked last, or put right since.
import { keyOf, type SignedIn } from "../../shared/kept";
import type { Store } from "../../sync/store";
import type { Entry, Rank } from "../../wire";

export type Remembered = { language?: string; name?: string; title?: string; group?: string; rank?: Rank };

export function remembered(hello: SignedIn): Remembered {
  try {
    return JSON.parse(localStorage.getItem(keyOf("request", hello)) ?? "{}") as Remembered;
  } catch {
    return {};
  }
}

export function remember(hello: SignedIn, what: Remembered): void {
  try {
    localStorage.setItem(keyOf("request", hello), JSON.stringify(what));
  } catch {
    // Without storage it is typed again.
  }
}

/** As the last request of the delegation stands now, wherever it was asked and whoever put it right; else as remembered. */
export function lastInForce(store: Store, hello: SignedIn): Remembered {
  const known = remembered(hello);
  const own = store
    .panels()
    .flatMap((panel) => store.entries(panel.id))
    .filter(({ delegation }) => delegation === hello?.delegation);
  const last = own.reduce<Entry | undefined>((found, one) => (found && found.id > one.id ? found : one), undefined);
  return last ? { ...known, ...partsOf(last) } : known;
}

/** A request without a name says nothing of who speaks. */
export function partsOf({ language, speaker, onBehalfOf, rank }: Entry): Remembered {
  return {
    ...(language ? { language } : {}),
    ...(speaker?.name ? { name: speaker.name, title: speaker.title } : {}),
    ...(onBehalfOf ? { group: onBehalfOf } : {}),
    ...(rank ? { rank } : {}),
  };
}
