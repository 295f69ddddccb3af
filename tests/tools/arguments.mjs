// What the programs in tools/ do with their arguments before they install, build or start anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** The path of a program in tools/. */
export const tool = (name) => fileURLToPath(new URL(`../../tools/${name}`, import.meta.url));

/** A test for each of `refused`, which are [what, arguments, sentence]: it is told on standard error, with status 2. */
export function refuses(name, refused) {
  for (const [what, args, sentence] of refused) {
    test(`tools/${name}: ${what} is refused with a sentence and status 2`, () => {
      const { status, stderr } = spawnSync(tool(name), args, { encoding: "utf8" });
      assert.match(stderr, sentence);
      assert.equal(status, 2);
    });
  }
}

/** A test that --help ends well and tells of each of `parts`: whole words, or what they look like. */
export function helpNames(name, parts) {
  test(`tools/${name} --help tells all there is to choose, and starts nothing`, () => {
    const { status, stdout, stderr } = spawnSync(tool(name), ["--help"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    for (const part of parts) {
      assert.match(stdout, part instanceof RegExp ? part : new RegExp(`(?<![\\w-])${part}(?![\\w-])`), String(part));
    }
  });
}

/** What a line of the help that is about `name` begins with. */
export const lineOf = (name) => new RegExp(`^  ${name}(?![\\w-])`, "m");
