// What a device keeps for a delegation that signed in: each thing has one record for each session and delegation. A server
// may have several sessions, and a delegation of the same id in each: nothing of one is seen in another.
import type { Hello } from "../wire";

/** Who has signed in, and where; nobody before the server has greeted. */
export type SignedIn = Pick<Hello, "session" | "epoch" | "delegation"> | undefined;

const kinds = ["drafts", "request", "seen"] as const;

/** Ids hold no dot, so that no two make the same key. */
export function keyOf(what: (typeof kinds)[number], hello: SignedIn): string {
  return `rostrum.${what}.${hello?.session ?? ""}.${hello?.delegation ?? ""}`;
}

const whose_key = "rostrum.whose.";
const whose = (code: string) => `${whose_key}${code}`;

/** How often a page that is open says so: a browser lets pages that nobody looks at do something once a minute. */
export const tell_every_ms = 20_000;
/** A page that has said nothing for so long is gone. */
export const silent_ms_max = 150_000;

/** `here`: when a page that is signed in with the code last said that it is open, by the device's clock; 0: it was left. */
type Whose = NonNullable<SignedIn> & { here: number };

/** For when the code is refused after a reload: nobody says then of which delegation it was. */
export function keepWhose(code: string, { session, epoch, delegation }: NonNullable<SignedIn>): void {
  write(code, { session, epoch, delegation, here: Date.now() });
}

/** That its page is here, or left. What was forgotten meanwhile stays so. */
export function markWhose(code: string, here: number): void {
  const of = read(code);
  if (of) write(code, { ...of, here });
}

/** Forgets what is kept for codes that nothing on the device is signed in with any more. */
export function forgetAllBut(codes: ReadonlySet<string>): void {
  try {
    const known = Object.keys(localStorage).filter((key) => key.startsWith(whose_key));
    for (const code of known.map((key) => key.slice(whose_key.length)))
      if (!codes.has(code) && !isOpen(read(code))) forgetAllOf(code);
  } catch {
    // Nothing is kept where there is no storage.
  }
}

/** In another tab, whose own storage is not seen from here. */
function isOpen(of: Whose | undefined): boolean {
  return of !== undefined && Math.abs(Date.now() - of.here) <= silent_ms_max;
}

function read(code: string): Whose | undefined {
  try {
    return (JSON.parse(localStorage.getItem(whose(code)) ?? "null") as Whose | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(code: string, of: Whose): void {
  try {
    localStorage.setItem(whose(code), JSON.stringify(of));
  } catch {
    // Nothing else is kept either.
  }
}

/**
 * A device that is signed out keeps nothing: texts that are typed are under embargo, and who comes next to a shared tablet is
 * somebody else.
 */
export function forgetAllOf(code: string): void {
  const of = read(code);
  try {
    if (of) for (const what of kinds) localStorage.removeItem(keyOf(what, of));
    localStorage.removeItem(whose(code));
  } catch {
    // Nothing is kept where there is no storage.
  }
}
