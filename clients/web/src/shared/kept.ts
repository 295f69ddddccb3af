// What a device keeps for a delegation that signed in: each thing has one record for each session and delegation. A server
// may have several sessions, and a delegation of the same id in each: nothing of one is seen in another.
import type { Hello } from "../wire";

/** Who has signed in, and where; nobody before the server has greeted. */
export type SignedIn = Pick<Hello, "session" | "epoch" | "delegation"> | undefined;

/** Ids hold no dot, so that no two make the same key. */
export function keyOf(what: "drafts" | "request" | "seen", hello: SignedIn): string {
  return `rostrum.${what}.${hello?.session ?? ""}.${hello?.delegation ?? ""}`;
}

/** Texts that are typed are under embargo: a device that is signed out keeps none. */
export function forgetDrafts(hello: SignedIn): void {
  try {
    localStorage.removeItem(keyOf("drafts", hello));
  } catch {
    // Nothing is kept where there is no storage.
  }
}
