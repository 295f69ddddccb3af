// The language that a page begins in. Apart from what draws, which is on its way while this is asked.
import { isLocale, type Locale, locales } from "./catalogues";

/** What was chosen is kept here, on the device. */
export const storage_key = "rostrum.language";

export type Start = {
  /** This language and no other. */
  fixed?: Locale | undefined;
  /** Asked for by the address: before the seat's, after a choice on this screen. */
  start?: Locale | undefined;
  /** A hall's display goes by its seat: what the device speaks, or somebody once chose on it, does not count there. */
  ignoreKept?: boolean;
  /** What this tab spoke before its page was loaded again: until the seat's is known, which may be long (`spokenHere`). */
  last?: Locale | undefined;
};

/** The language before the seat's is known: its words are to be there when the first screen is drawn. */
export function firstLocale({ fixed, start, last, ignoreKept = false }: Start): Locale {
  return fixed ?? start ?? (ignoreKept ? last : (kept() ?? last ?? spoken())) ?? locales[0];
}

/** What was chosen on this device. */
export function kept(): Locale | undefined {
  return heldIn(() => localStorage, storage_key);
}

/** What this tab spoke last to who is signed in; kept in it. */
const tab_key = "rostrum.spoken";

export function spokenHere(): Locale | undefined {
  return heldIn(() => sessionStorage, tab_key);
}

/** A storage that is forbidden throws where it is asked for, and holds nothing. */
function heldIn(storage: () => Storage, key: string): Locale | undefined {
  try {
    const found = storage().getItem(key);
    return isLocale(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing once somebody has signed out. */
export function keepSpoken(locale: Locale | undefined): void {
  try {
    if (locale) sessionStorage.setItem(tab_key, locale);
    else sessionStorage.removeItem(tab_key);
  } catch {
    // Without storage a page that is loaded again begins in what the browser speaks.
  }
}

/** What the browser speaks, of ours. */
export function spoken(): Locale | undefined {
  for (const tag of navigator.languages ?? []) {
    const base = tag.split("-")[0];
    if (isLocale(base)) return base;
  }
  return undefined;
}
