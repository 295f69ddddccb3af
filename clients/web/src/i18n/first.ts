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
};

/** The language before the seat's is known: its words are to be there when the first screen is drawn. */
export function firstLocale({ fixed, start, ignoreKept = false }: Start): Locale {
  return fixed ?? start ?? (ignoreKept ? undefined : (kept() ?? spoken())) ?? locales[0];
}

/** What was chosen on this device. */
export function kept(): Locale | undefined {
  try {
    const found = localStorage.getItem(storage_key);
    return isLocale(found) ? found : undefined;
  } catch {
    return undefined;
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
