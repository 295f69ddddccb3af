// The sign-in code: it comes in the fragment of a link or from the join screen, and is kept for each screen in the tab and
// on the device. It never stays in the address.

const screen_names = ["booth", "captions", "chair", "delegate", "desk", "display"] as const;
export type ScreenName = (typeof screen_names)[number];

const key = (screen: ScreenName) => `rostrum.code.${screen}`;

/** Letters and digits only, as the server compares them. */
export function tidyCode(text: string): string {
  return text.replace(/[^0-9a-z]/gi, "").toUpperCase();
}

/** What a person pasted or typed: a code, or a whole link with one. */
export function codeFrom(text: string): string {
  const hash = text.indexOf("#");
  return tidyCode(hash >= 0 ? text.slice(hash + 1) : text);
}

/** Takes the code out of the address. */
export function takeFragment(): string | undefined {
  const code = tidyCode(window.location.hash);
  if (window.location.hash) {
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
  }
  return code || undefined;
}

export function keepCode(screen: ScreenName, code: string): void {
  for (const storage of storages()) {
    try {
      storage.setItem(key(screen), code);
    } catch {
      // A full storage: the code lasts as long as the page.
    }
  }
}

/** The tab's own comes first: two tabs of a device may be of two delegations. */
export function keptCode(screen: ScreenName): string | undefined {
  for (const storage of storages()) {
    const code = storage.getItem(key(screen));
    if (code) return code;
  }
  return undefined;
}

/** The screen that this tab is signed in to, other tabs of the device aside. */
export function screenOfTab(): ScreenName | undefined {
  const [tab] = storages();
  return screen_names.find((screen) => tab?.getItem(key(screen)));
}

export function forgetCode(screen: ScreenName): void {
  for (const storage of storages()) storage.removeItem(key(screen));
}

/** On every screen that is signed in with it: the desk may have been at the chair's console too. */
export function forgetCodeEverywhere(code: string): void {
  for (const screen of screen_names) {
    for (const storage of storages()) if (storage.getItem(key(screen)) === code) storage.removeItem(key(screen));
  }
}

/** The tab's own, then the device's; none where the browser gives none. */
export function storages(): Storage[] {
  try {
    return [window.sessionStorage, window.localStorage];
  } catch {
    return [];
  }
}
