// tools/simulate looks at its arguments before it installs, builds or plays anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const simulate = fileURLToPath(new URL("../../tools/simulate", import.meta.url));

const refused = [
  ["no number of seeds", [], /--seeds wants a number from 1 to 1000000000/],
  ["a number that is none", ["--seeds", "many"], /--seeds wants a number from 1 to 1000000000/],
  ["no seed at all", ["--seeds=0"], /--seeds wants a number from 1 to 1000000000/],
  ["an option without its value", ["--seeds"], /--seeds wants a number from 1 to 1000000000/],
  ["a first seed below 0", ["--seeds", "1", "--from", "-1"], /--from wants a number from 0 to 1000000000000/],
  ["a number that is too long", ["--seeds", "1", "--from", "9".repeat(20)], /--from wants a number/],
  ["no job", ["--seeds", "1", "--jobs", "0"], /--jobs wants a number from 1 to 256/],
  ["an unknown option", ["--seed", "1"], /unknown argument: --seed/],
];

for (const [what, args, sentence] of refused) {
  test(`${what} is refused with a sentence and status 2`, () => {
    const { status, stderr } = spawnSync(simulate, args, { encoding: "utf8" });
    assert.match(stderr, sentence);
    assert.equal(status, 2);
  });
}

test("help tells the options and ends well", () => {
  const { status, stdout } = spawnSync(simulate, ["--help"], { encoding: "utf8" });
  assert.equal(status, 0);
  for (const option of ["--seeds", "--from", "--jobs", "--until-failure", "--trace"]) assert.match(stdout, new RegExp(option));
});
