// Every act that people may do is sent from somewhere: docs/access.md lists them, printed from the server's own facts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const sources = import.meta.glob<string>(
  [
    "../../**/*.{ts,tsx}",
    "!../../**/*.test.{ts,tsx}",
    "!../../wire/gen/**",
    "!../../testing/**",
    "!../../**/*fixture*",
  ],
  { query: "?raw", import: "default", eager: true },
);
const text = Object.values(sources).join("\n");

const page = readFileSync(join(import.meta.dirname, "../../../../../docs/access.md"), "utf8");
const acts = [...page.matchAll(/^\| `(\w+)` \| (?!server)/gm)].map(([, act = ""]) => act);
const camel = (act: string) => act.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What takes an act back: the server names them with its answer. */
const inverses = new Set(["restore_entry", "clear_no_show", "clear_skip", "clear_move"]);

/** The acts that no source sends. */
function unsent(of: readonly string[]): string[] {
  return of.filter((act) => !inverses.has(act) && !text.includes(`case: "${camel(act)}"`));
}

it("every act that somebody may do is sent by a screen, and one that is not is named", () => {
  expect(acts.length).toBeGreaterThan(40);
  expect(unsent(acts)).toEqual([]);
  expect(unsent([...acts, "wave_to_chair"])).toEqual(["wave_to_chair"]);
});
