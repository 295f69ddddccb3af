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

const whose = (code: string) => `rostrum.whose.${code}`;

/** For when the code is refused after a reload: nobody says then of which delegation it was. */
export function keepWhose(code: string, { session, epoch, delegation }: NonNullable<SignedIn>): void {
  try {
    localStorage.setItem(whose(code), JSON.stringify({ session, epoch, delegation }));
  } catch {
    // Nothing else is kept either.
  }
}

/**
 * A device that is signed out keeps nothing: texts that are typed are under embargo, and who comes next to a shared tablet is
 * somebody else.
 */
export function forgetAllOf(code: string): void {
  try {
    const of = JSON.parse(localStorage.getItem(whose(code)) ?? "null") as SignedIn | null;
    if (of) for (const what of kinds) localStorage.removeItem(keyOf(what, of));
    localStorage.removeItem(whose(code));
  } catch {
    // Nothing is kept where there is no storage.
  }
}
