// While a page is open, what is kept for its delegation stays, whoever signs in beside it; what is kept for somebody who has left
// goes, also where their tab went without a word.
import { useEffect } from "react";
import { forgetWhoLeft } from "./code";
import { keepWhose, markWhose, type SignedIn, silent_ms_max, tell_every_ms } from "./kept";

/** `code`: none once the sign-in is over. */
export function useHere(code: string | undefined, hello: SignedIn): void {
  useEffect(() => {
    if (!code) return;
    // A page that is loaded while the server is away is here too, and knows only then whose it is.
    const stay = () => (hello ? keepWhose(code, hello) : markWhose(code, Date.now()));
    const leave = () => markWhose(code, 0);
    stay();
    forgetWhoLeft();
    const later = setTimeout(forgetWhoLeft, silent_ms_max);
    const timer = setInterval(stay, tell_every_ms);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", stay);
    return () => {
      clearTimeout(later);
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", stay);
      leave();
    };
  }, [code, hello]);
}
