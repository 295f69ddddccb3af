// Where a form is not sent because of what stands in it, the focus goes to the first field that says so.
import { flushSync } from "react-dom";

/** `check` has the fields say what is wrong. Whether nothing is. */
export function isRight(form: HTMLElement | null, check: () => boolean): boolean {
  let right = false;
  flushSync(() => {
    right = check();
  });
  if (!right) form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  return right;
}
