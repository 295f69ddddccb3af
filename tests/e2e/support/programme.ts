// The Council programme as the tests speak of it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const meeting = "day-1-afternoon";
export const panel = "high-level";

/** The delegations' ids, in the order of the roster. */
export function roster(): string[] {
  const file = fileURLToPath(new URL("../../../deploy/programmes/council-2005-roster.csv", import.meta.url));
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("code,"))
    .map((line) => line.slice(0, line.indexOf(",")));
}
